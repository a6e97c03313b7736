"""The verdict in words."""

from __future__ import annotations

from assistant.eligibility import REQUIREMENTS, explain
from assistant.eligibility.questions import FACT_QUESTIONS
from tests.assistant.eligibility.conftest import MET


def test_result_comes_first_and_the_programme_decides(check):
    """The text begins with the result, and ends with who decides and the date of the Rules."""
    for facts, first in (
        (MET, "**Eligible, on these facts.**"),
        ({"procurement": True}, "**Not eligible, on these facts.**"),
        ({}, "**Not settled yet.**"),
    ):
        text = explain(check(facts))
        assert text.startswith(first)
        assert "The programme decides" in text.splitlines()[-1]
        assert "March 12, 2021" in text.splitlines()[-1]


def test_no_says_which_condition_and_what_to_do(check):
    """A no names and quotes the clause, says what would change it, and what the person can do."""
    text = explain(check(MET | {"amazon_relation": "intern", "amazon_last_day": "2026-03-31"}))
    assert "**Rules § I(c)**: The last day was 2026-03-31." in text
    assert "has not been a director, officer, employee, intern or contractor of Amazon" in text
    assert "- an application on or after 2027-04-01" in text
    assert "- Apply on or after 2027-04-01, in a call that is then open." in text
    assert "A colleague who meets every condition of section I can apply" in text


def test_unchangeable_obstacle_is_said_to_be_one(check):
    """Where nothing can be changed, the text says so and still offers a way."""
    text = explain(check(MET | {"procurement": True}))
    assert "The result rests on something that you cannot change:" in text
    assert "A colleague" in text


def test_open_verdict_names_each_open_clause_and_its_question(check):
    """An open verdict lists every open clause with its question, and the question that settles most."""
    text = explain(check(MET | {"full_time": "unpaid_leave", "residence": "Korea"}))
    assert "**Rules § I ¶ 1**: The Rules do not say whether a full-time post counts during unpaid leave." in text
    assert "To settle it: Does a full-time post count while you are on unpaid leave?" in text
    assert "To settle it: North Korea or South Korea?" in text
    assert "**The question that settles most:**" in text


def test_anniversary_is_open_and_says_when_it_is_not(check):
    """On the anniversary the text says why it is open and from which day it is not."""
    text = explain(check(MET | {"amazon_relation": "employee", "amazon_last_day": "2025-11-20"}))
    assert "falls on the anniversary of the last day (2025-11-20)" in text
    assert "For an application on or after 2025-11-21" not in text
    assert "For an application on or after 2026-11-21, the 12 months have certainly passed." in text


def test_supposed_facts_are_said_to_be_supposed(check):
    """A hypothetical case is judged as if it were true, and the text says so."""
    assert "as if it were true" in explain(check(MET), supposed=True)
    assert "as if it were true" not in explain(check(MET))


def test_names_from_people_are_escaped(check):
    """A place name cannot bring Markdown or HTML into the text."""
    text = explain(check(MET | {"residence": "[x](http://evil) <img src=x> **Cuba**"}))
    assert "\\[x\\]" in text
    assert "\\<img src=x\\>" in text


def test_every_fact_question_is_plain_and_explained():
    """Each question is one to three short sentences and says why it is asked."""
    for name, question in FACT_QUESTIONS.items():
        assert question.text.rstrip().endswith(("?", ".")), name
        assert len(question.text) < 200, name
        assert question.why.endswith("."), name
        assert 0 <= question.sensitivity <= 3
    for requirement in REQUIREMENTS:
        assert requirement.question.endswith("?")
        assert requirement.why.endswith(".")
