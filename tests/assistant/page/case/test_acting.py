"""What is pressed in the list of facts, and what the case is after it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.eligibility import parse_facts
from assistant.page.case import act
from assistant.page.case.acting import LONGEST_REPLY
from tests.assistant.page.case.conftest import ELIGIBLE, TODAY


def test_a_change_is_judged_at_once_and_says_what_changed(chat):
    """The fact has no words any more, since nobody typed them; the answer's text, clauses and verdict follow."""
    case = chat()
    shown = case.change("full_time", "no")
    assert (case.status, shown.answer.polarity, case.facts.full_time) == ("not_eligible", "no", False)
    assert "full_time" not in case.facts.words
    assert case.notice == (
        "Changed: Full-time, from “Yes” to “No”. The result was “Eligible, on these facts” and is now “Not eligible, on "
        "these facts”."
    )
    assert shown.changing == ""
    assert shown.answer.verdict.decisive == ("rules:I.p1",)
    assert "Is this post full-time (100 %) on the day you apply? No" in shown.answer.text


def test_not_true_takes_a_fact_out_and_never_makes_it_a_no(chat):
    """What is taken out is open again; what is not known stays open."""
    case = chat()
    case.press("not_true", "full_time")
    assert (case.status, case.facts.full_time) == ("undetermined", None)
    case.press("unknown", "accredited")
    assert (case.status, case.facts.accredited) == ("undetermined", "unknown")
    case.press("not_true", "none_of_the_exclusions")
    assert case.facts.none_of_the_exclusions is None


def test_the_question_that_settles_most_is_answered_without_opening_a_form(chat):
    """Only that one is: an answer to any other question changes nothing."""
    case = chat()
    case.press("not_true", "full_time")
    case.press("answer", "age", "17")
    assert case.facts.age == 36
    case.press("answer", "full_time", "yes")
    assert (case.status, case.notice[:23]) == ("eligible", "Added: Full-time: “Yes”")


def test_what_hangs_on_a_changed_answer_falls_with_it(chat):
    """Nobody has a last day at Amazon who never was there."""
    case = chat(
        "I'm a full-time lecturer at an accredited university in Ghana. I was an intern at Amazon until June 2026."
    )
    assert case.facts.amazon_last_day
    case.change("amazon_relation", "never")
    assert case.facts.amazon_last_day is None
    assert "taken out: Your last day at Amazon" in case.notice


def test_a_reply_that_cannot_be_read_changes_nothing_and_is_kept(chat):
    """The form stays open, says what is accepted, and has what was typed."""
    case = chat()
    shown = case.change("residence", "Atlantis")
    assert (shown.changing, shown.typed, case.facts.residence) == ("residence", "Atlantis", "Accra")
    assert "Atlantis" in case.section()
    assert 'aria-invalid="true"' in case.section()
    assert case.press("keep").problem == ""


@pytest.mark.parametrize(
    "event",
    [
        None,
        [],
        "answer",
        {"action": ["change"]},
        {"action": "change", "fact": "words"},
        {"action": "change", "fact": "none_of_the_exclusions"},
        {"action": "unknown", "fact": "none_of_the_exclusions"},
        {"action": "not_true", "fact": "relatives_at_amazon.7.relation"},
        {"action": "change", "fact": "x" * 10_000},
        {"action": "answer", "fact": "full_time", "reply": "no"},
        {"action": "answer", "fact": {}, "reply": 7},
        {"action": "own"},
        {"action": "adopt"},
        {"action": "__class__", "fact": "__class__"},
    ],
)
def test_whatever_is_sent_nothing_else_happens(chat, corpus, checker, event):
    """A page that sends what no page sends changes no fact and raises nothing."""
    case = chat()
    before = case.shown
    after = act(before, event, checker, corpus, TODAY)
    assert (after.case, after.answer, after.changing) == (before.case, before.answer, "")


def test_a_long_reply_is_cut(chat):
    """No reply is longer than its field."""
    shown = chat().change("residence", "x" * 100_000)
    assert len(shown.typed) == LONGEST_REPLY


def test_a_supposition_is_kept_apart_from_the_facts(chat):
    """What is changed in it is changed as it is shown; the own facts follow where they say the same."""
    case = chat(ELIGIBLE, "What if I lived in Tehran?")
    assert (case.status, str(case.own.residence)) == ("not_eligible", "Accra")
    case.change("full_time", "no")
    assert (case.facts.full_time, case.own.full_time) == (False, False)
    case.change("residence", "Cuba")
    assert (case.facts.residence, case.own.residence) == ("Cuba", "Accra")
    case.press("not_true", "residence")
    assert case.facts.residence == "Accra"
    assert not case.shown.case.conversation.hypothetical


@pytest.mark.parametrize(
    ("action", "residence", "status"), [("own", "Accra", "eligible"), ("adopt", "Tehran, Iran", "not_eligible")]
)
def test_a_supposition_is_taken_back_or_made_the_case(chat, action, residence, status):
    """Only by hand does “what if” become what is."""
    case = chat(ELIGIBLE, "What if I lived in Tehran?")
    assert "as if it were true" in case.section()
    case.press(action)
    assert (case.own.residence, case.facts.residence, case.status) == (residence, residence, status)
    assert "The result" in case.notice
    assert "as if it were true" not in case.section()


def test_a_case_goes_on_from_what_was_changed(chat):
    """The next message is read with the facts as they are in the list."""
    case = chat(f"{ELIGIBLE} My dad drives for Amazon.")
    case.press("not_true", "relatives_at_amazon")
    said = case.shown.case.conversation.say("I am 40, by the way.", TODAY)
    assert (said.judged.relatives_at_amazon, said.judged.age) == (None, 40)


def test_what_was_not_understood_is_no_longer_said_once_it_was_put_right(chat):
    """A mention keeps its clause open until its fact is stated by hand."""
    case = chat()
    reading = case.shown.case.conversation.reading
    words = replace(reading.words[0], fact="procurement", text="the cloud thing")
    conversation = replace(
        case.shown.case.conversation,
        facts=parse_facts({**case.own.to_dict(), "procurement": "unknown"}),
        reading=replace(reading, unplaced=(words,)),
    )
    case.shown = replace(case.shown, case=replace(case.shown.case, conversation=conversation))
    assert "Mentioned, but not understood" in case.section()
    assert "the cloud thing" in case.section()
    case.change("procurement", "no")
    assert "not understood" not in case.section()
    assert "the cloud thing" not in case.shown.answer.text


def test_each_step_is_seen_to_have_come_back(chat):
    """The same reply, refused twice, gives two pages: else the browser would wait for the second."""
    case = chat()
    case.change("residence", "Atlantis")
    first = case.html()
    case.press("answer", "residence", "Atlantis")
    assert case.shown.problem
    assert case.html() != first
