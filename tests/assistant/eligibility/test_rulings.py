"""Every reason, question and date that the requirements give, as reviewed.

``rulings.yaml`` holds each distinct ruling over all cases, with the first case that
gives it and how many do. After a change of wording: ``python -m tests.assistant.eligibility.test_rulings``,
and review the difference.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import yaml

from assistant.eligibility import REQUIREMENTS, parse_facts
from assistant.eligibility.requirements import Case
from tests.assistant.eligibility.conftest import small_tables

HERE = Path(__file__).parent
CASES = HERE.parents[2] / "evals/cases/eligibility/facts.yaml"
APPROVED = HERE / "rulings.yaml"


def rulings():
    """Each distinct ruling, with the first case that gives it and the number of cases that do."""
    tables, found = small_tables(), {}
    for case in yaml.safe_load(CASES.read_text(encoding="utf-8"))["cases"]:
        facts, today = parse_facts(case["facts"]), date.fromisoformat(case["today"])
        for requirement in REQUIREMENTS:
            ruling = requirement(Case(facts, today, tables))
            row = {
                "requirement": requirement.id,
                "truth": ruling.truth.value,
                "reason": ruling.reason,
                "asks": list(ruling.asks),
                "question": ruling.question,
                "conflict": ruling.conflict,
                "clear_from": ruling.clear_from.isoformat() if ruling.clear_from else None,
            }
            found.setdefault(str(row), {"case": case["id"], "cases": 0} | row)["cases"] += 1
    return list(found.values())


def test_rulings_are_as_reviewed():
    """Every ruling over all cases has the reviewed reason, questions and date."""
    approved = yaml.safe_load(APPROVED.read_text(encoding="utf-8"))["rulings"]
    for was, now in zip(approved, rulings(), strict=True):
        assert now == was


def test_requirements_are_as_reviewed():
    """Every requirement has the reviewed clause, words, question, reason to ask and facts."""
    approved = yaml.safe_load(APPROVED.read_text(encoding="utf-8"))["requirements"]
    assert [described(requirement) for requirement in REQUIREMENTS] == approved


def described(requirement):
    """What a requirement says, apart from its function."""
    fields = ("id", "clause", "quote", "question", "why")
    return {name: getattr(requirement, name) for name in fields} | {"reads": list(requirement.reads)}


if __name__ == "__main__":
    content = {"requirements": [described(one) for one in REQUIREMENTS], "rulings": rulings()}
    APPROVED.write_text(yaml.safe_dump(content, allow_unicode=True, sort_keys=False, width=118), encoding="utf-8")
