"""The checklist for accepting an award."""

from __future__ import annotations

from itertools import product

import pytest

from assistant.eligibility import REQUIREMENTS
from assistant.eligibility.award import (
    AWARD_REQUIREMENTS,
    AwardFacts,
    award_text,
    check_award,
    parse_award_facts,
)
from corpus.errors import FactsError

GOOD = {
    "confidential_content": False,
    "marked_confidential": False,
    "original_work": True,
    "known_patent_infringement": False,
    "other_infringement": False,
    "gift_accepted": True,
    "general_overhead": False,
    "paperwork_possible": True,
    "receipt_prohibited": False,
    "requirements_completed": True,
    "conflict_of_interest": False,
    "buying_for_organisation": False,
    "booked_properly": True,
}


def test_checklist_is_ready_when_everything_is_in_order(rules):
    """With every item in order the checklist is ready and asks nothing."""
    result = check_award(rules, parse_award_facts(GOOD))
    assert result.status == "ready"
    assert result.questions == ()


def test_nothing_stated_is_open_and_asks_everything(rules):
    """With nothing stated every item is open and has a question."""
    result = check_award(rules, parse_award_facts("{}"))
    assert result.status == "open"
    assert len(result.questions) == len(AWARD_REQUIREMENTS)
    assert all(finding["question"] for finding in result.to_dict()["findings"])


@pytest.mark.parametrize("name", GOOD)
def test_each_item_alone_decides(rules, name):
    """One item against the Rules makes it not ready, and one not known leaves it open."""
    against = check_award(rules, parse_award_facts(GOOD | {name: not GOOD[name]}))
    assert against.status == "not_ready"
    assert [finding.requirement for finding in against.findings if finding.state == "violated"] == [name]
    unsure = check_award(rules, parse_award_facts(GOOD | {name: "unknown"}))
    assert unsure.status == "open"
    assert [question.fact for question in unsure.questions] == [name]


def test_checklist_equals_a_naive_formulation(rules):
    """Over all values of four items, the status is what any, then every, comes to."""
    names = ["confidential_content", "original_work", "gift_accepted", "booked_properly"]
    for values in product([True, False, None], repeat=4):
        stated = {name: value for name, value in zip(names, values, strict=True) if value is not None}
        rest = {name: value for name, value in GOOD.items() if name not in names}
        result = check_award(rules, parse_award_facts(rest | stated))
        wrong = any(value is not GOOD[name] for name, value in stated.items())
        assert result.status == ("not_ready" if wrong else "ready" if len(stated) == 4 else "open")


def test_checklist_and_eligibility_share_no_clause():
    """The checklist rests on sections II, III and X, the eligibility verdict on section I alone."""
    assert {one.clause.split(":")[1].split(".")[0] for one in AWARD_REQUIREMENTS} == {"II", "III", "X"}
    assert {one.clause.split(":")[1].split(".")[0] for one in REQUIREMENTS} == {"I"}
    assert {one.reads[0] for one in AWARD_REQUIREMENTS} == set(AwardFacts.model_fields)


def test_text_names_what_is_not_in_order_first(rules):
    """The text lists what is not in order, then what is open with its question, and keeps off eligibility."""
    text = award_text(check_award(rules, parse_award_facts({"original_work": False})))
    assert text.index("Not in order:") < text.index("**Rules § II(a)**") < text.index("Open:")
    assert "To settle it: Does the proposal contain confidential information?" in text
    assert "no part of the eligibility result" in text
    assert "is in order" in award_text(check_award(rules, parse_award_facts(GOOD)))


def test_unknown_item_is_refused():
    """A key that is no fact of the checklist is refused by name."""
    with pytest.raises(FactsError, match="origin: there is no such fact"):
        parse_award_facts({"origin": True})
