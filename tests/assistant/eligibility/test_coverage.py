"""The coverage of section I."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.eligibility import REQUIREMENTS, Checker
from assistant.eligibility.coverage import COVERAGE, PAGE, coverage_page, orphans
from corpus import parse_rules
from corpus.errors import CorpusError

ROOT = Path(__file__).parents[3]


def test_every_sentence_of_section_i_is_accounted_for(rules):
    """Every sentence names its requirement or says why none can decide it, and no entry stands for nothing."""
    assert orphans(rules) == ()


def test_page_is_what_the_code_generates(rules):
    """The page in the docs is not stale."""
    assert (ROOT / PAGE).read_text(encoding="utf-8") == coverage_page(rules), "python -m assistant.eligibility.coverage"


def test_changed_rules_leave_orphans(rules):
    """A sentence that is added, or reworded, is reported as an orphan."""
    added = rules.text.replace("Amazon employees are", "Robots may apply. Amazon employees are")
    assert any("Robots may apply" in line or "employment" in line for line in orphans(parse_rules(added)))
    reworded = rules.text.replace("the region of Crimea", "Crimea")
    assert orphans(parse_rules(reworded)) == ("rules:I.p3 sentence 1 does not have the words of 'place'",)


def test_missing_entry_is_an_orphan(rules, monkeypatch):
    """A sentence without an entry, and a requirement that no sentence has, are reported."""
    monkeypatch.delitem(COVERAGE, ("rules:I.b", 0))
    assert orphans(rules) == (
        "rules:I.b sentence 1 has no entry: “is not under US export controls or sanctions;”",
        "the requirement 'sanctions' stands for no sentence",
    )


def test_checker_refuses_rules_that_it_does_not_quote(rules, checker):
    """With reworded Rules the checker is not built, and the error names the requirement and the clause."""
    reworded = parse_rules(rules.text.replace("is not under US export controls", "is not under export controls"))
    with pytest.raises(CorpusError, match=r"rules:I\.b.*'sanctions'.*does not have the words"):
        Checker(reworded, checker.tables, "0" * 16)


def test_requirements_read_only_what_the_facts_have(check):
    """Every fact that a requirement reads is a fact, and every requirement has its own id."""
    facts = check({}).case.facts
    assert len({one.id for one in REQUIREMENTS}) == len(REQUIREMENTS)
    for requirement in REQUIREMENTS:
        assert set(requirement.reads) <= set(type(facts).model_fields)
