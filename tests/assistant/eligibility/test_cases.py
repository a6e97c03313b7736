"""The cases kept as data, against the real tables."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import yaml

from assistant.eligibility import load_checker, parse_facts

CASES = yaml.safe_load((Path(__file__).parents[3] / "evals/cases/eligibility/facts.yaml").read_text(encoding="utf-8"))[
    "cases"
]


@pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])
def test_case_has_its_verdict(case):
    """Each case has the status and the decisive clauses that its file says."""
    verdict = load_checker().check(parse_facts(case["facts"]), date.fromisoformat(case["today"]))
    assert (verdict.status.value, list(verdict.decisive)) == (case["status"], case["decisive"]), case["why"]


def test_cases_are_many_and_distinct():
    """There are at least 150 cases, each with its own id and facts, and every status and clause is among them."""
    assert len(CASES) >= 150
    assert len({case["id"] for case in CASES}) == len(CASES)
    assert len({f"{case['facts']}{case['today']}" for case in CASES}) == len(CASES)
    assert {case["status"] for case in CASES} == {"eligible", "not_eligible", "undetermined"}
    decisive = {clause for case in CASES for clause in case["decisive"]}
    assert decisive == {f"rules:I.{part}" for part in ("p1", "a", "b", "c", "d", "e", "p3", "p4")}
