"""Messages after a verdict: corrections, replies, suppositions, and what is told and not read."""

from __future__ import annotations

from datetime import date

import pytest

from assistant import Assistant
from assistant.casework import case_stated
from assistant.going_on import GoingOn, asks_for_the_verdict, tells_or_supposes
from assistant.going_on.moods import supposes
from assistant.judging import Case, judged

TODAY = date(2026, 11, 29)
ELIGIBLE = (
    "I'm a full-time associate professor at an accredited university in Lyon, 44, one proposal, no US sanctions or export "
    "controls, no government pay, never part of a cloud procurement, never worked for Amazon, and nobody in my family or "
    "household did. Am I eligible?"
)
LEFT = ELIGIBLE.replace("never worked for Amazon", "I left Amazon in March 2026")
BROTHER = (
    "I'm a full-time associate professor at an accredited university in Lyon, 44, one proposal, no US sanctions or export "
    "controls, no government pay, never part of a cloud procurement, never worked for Amazon. My brother is an employee of "
    "Amazon. Am I eligible?"
)


def said_last(assistant: Assistant, *messages: str) -> str | None:
    """The short answer of the verdict to the last message, ``None`` where there is no verdict."""
    answer = assistant.ask(messages[-1], messages[:-1], TODAY)
    return answer.polarity if answer.kind == "verdict" else None


def test_the_cases_are_what_they_are_taken_for(assistant: Assistant):
    assert [said_last(assistant, case) for case in (ELIGIBLE, LEFT, BROTHER)] == ["yes", "no", "no"]


def test_a_date_is_put_right(assistant: Assistant):
    """And what the fact was read from is the message that was typed, not what was made of it."""
    assert said_last(assistant, LEFT, "Sorry, I meant March 2025. Wrong year.") == "yes"
    answer = assistant.ask("Sorry, I meant March 2025.", (LEFT,), TODAY)
    assert answer.verdict is not None
    assert answer.verdict.case.facts.words["amazon_last_day"] == "Sorry, I meant March 2025."


def test_another_date_is_not_taken_for_it(assistant: Assistant):
    """What ended in June is not said to be the work for Amazon; nor is somebody else's last day the writer's."""
    for message in ("Sorry, my PhD ended in June 2024, not 2023.", "Actually, she finished in June 2024."):
        assert said_last(assistant, LEFT, message) != "yes", message


def test_what_is_said_of_him_is_said_of_the_brother(assistant: Assistant):
    assert said_last(assistant, BROTHER, "Actually he left Amazon in June 2025") == "yes"
    assert said_last(assistant, BROTHER, "Actually he left Amazon in June 2026") == "no"


def test_the_verdict_is_asked_for_again(assistant: Assistant):
    for message in ("so yes or no?", "So I can apply?", "final?"):
        assert said_last(assistant, LEFT, message) == "no", message
        assert said_last(assistant, ELIGIBLE, message) == "yes", message


def test_asking_for_the_verdict_is_no_other_question(assistant: Assistant):
    answer = assistant.ask("so yes or no?", (ELIGIBLE,), TODAY)
    assert "also asked" not in answer.text


def test_a_short_reply_answers_what_was_asked(assistant: Assistant):
    """A number an age; a yes or no where one thing alone is open."""
    ageless = ELIGIBLE.replace(" 44,", "")
    assert [said_last(assistant, ageless), said_last(assistant, ageless, "45")] == ["depends", "yes"]
    assert said_last(assistant, ageless, "45", "so I can apply?") == "yes"


@pytest.mark.parametrize(
    "message",
    [
        "oh wait, there is a man who rents our attic and he drives parcels about for them",
        "Ukraine and the OFAC people put me on a list in February",
        "one more thing I'd forgotten: last spring I was on the panel that bought our EC2 capacity from AWS",
    ],
)
def test_what_is_told_later_and_stands_against_it_is_never_passed_over(assistant: Assistant, message: str):
    """Read or not, it leaves nobody eligible; and it does not after a further message either."""
    assert said_last(assistant, ELIGIBLE, message) in {"no", "depends"}
    assert said_last(assistant, ELIGIBLE, message, "so yes or no?") in {"no", "depends"}


def test_a_tie_is_not_denied_by_the_way(assistant: Assistant):
    """“Nope, it was Amazon” says the contrary of “it was not Amazon”."""
    agency = ELIGIBLE.replace(
        "never worked for Amazon", "I did shifts in an Amazon warehouse through an agency till August 2026"
    )
    message = "checked my payslips, nope it was amazon paying me directly, i was on their books"
    assert said_last(assistant, agency, message) != "yes"


def test_what_was_not_understood_is_shown(assistant: Assistant):
    """With the condition that it may be about left open."""
    before = case_stated(ELIGIBLE, (), TODAY, hearing=assistant.hearing).case
    assert before is not None
    after = GoingOn().unread(before, "their paper says otherwise", TODAY, ["rules:I.d"])
    assert after.judged.relatives_at_amazon == "unknown"
    text = judged(Case(after), assistant.checker, assistant.corpus, TODAY).text
    assert "What I did not understand" in text
    assert "their paper says otherwise" in text


def test_whoever_lives_with_somebody_at_amazon_is_asked(assistant: Assistant):
    """The wife of a contractor of AWS begins a case of her own, in which his work is not forgotten."""
    husband = ELIGIBLE.replace("never worked for Amazon", "I work for AWS as a contractor")
    wife = (
        "Is it the same for my wife, who wants to apply herself? She's full-time faculty at the same college, 39, would send "
        "one proposal, has never had a thing to do with Amazon, no government pay, not under US sanctions or export "
        "controls, no cloud buying. We live together."
    )
    assert said_last(assistant, husband, wife) in {"no", "depends"}


def test_a_question_about_the_rules_is_answered(assistant: Assistant):
    for message in (
        "Who pays the taxes on an award?",
        "And overhead, may I ask for it?",
        "why?",
        "which clause says that?",
    ):
        assert assistant.ask(message, (LEFT,), TODAY).kind != "verdict", message


def test_a_supposition_leaves_what_is_so(assistant: Assistant):
    assert said_last(assistant, ELIGIBLE, "what if I'm 60 %?") == "no"
    assert said_last(assistant, ELIGIBLE, "what if I'm 60 %?", "so I can apply?") in {"no", "yes"}
    assert said_last(assistant, ELIGIBLE, "what if I'm 60 %?", "Am I eligible?") == "yes"


def test_a_supposition_that_is_dropped_leaves_what_is_so(assistant: Assistant):
    for message in ("No no, just asking.", "But I'm not.", "Never mind."):
        assert said_last(assistant, ELIGIBLE, "what if I'm 60 %?", message) == "yes", message


def test_a_later_day_of_sending_is_supposed(assistant: Assistant):
    """The last day in the case is in March 2026."""
    for message in ("and if I apply on 2 May 2027?", "so if I only press submit on 2 May 2027?"):
        assert said_last(assistant, LEFT, message) == "yes", message
        assert said_last(assistant, LEFT, message, "so yes or no, as it is?") == "no", message


def test_notes_without_a_person_are_the_writers_own(assistant: Assistant):
    """The next message may say "I": it goes on with the case."""
    notes = "Lecturer in Oslo, full-time, accredited, 37. One proposal. None of (a) to (d). (e) not known yet"
    assert said_last(assistant, notes) == "depends"
    assert said_last(assistant, notes, "I've never had a part in any cloud procurement") == "yes"


def test_a_place_alone_answers_what_was_asked(assistant: Assistant):
    placeless = "I'm a full-time lecturer at an accredited university, 37. One proposal. None of (a) to (e) is me. Am I eligible?"
    assert [said_last(assistant, placeless, one) for one in ("Omaha, Nebraska", "Tehran")] == ["yes", "no"]


@pytest.mark.parametrize(
    "message",
    [
        "so yes or no?",
        "so as it is?",
        "where do I stand now?",
        "still no?",
        "ok now?",
        "So I can apply?",
        "final?",
        "so?",
        "does it change anything?",
    ],
)
def test_asks_for_the_verdict(message: str):
    assert asks_for_the_verdict(message)


@pytest.mark.parametrize(
    "message",
    ["ok", "no", "so what is overhead?", "still, who pays?", "final report due when?", "I can apply for two?"],
)
def test_does_not_ask_again(message: str):
    assert not asks_for_the_verdict(message)


@pytest.mark.parametrize("message", ["What if I waited?", "and if she left?", "Suppose the council says no."])
def test_supposes(message: str):
    assert supposes(message)
    assert tells_or_supposes(message, TODAY)


@pytest.mark.parametrize(
    "message",
    ["What is overhead?", "Does that count?", "ok and who pays the tax?", "ok good. and paper, can i publish?"],
)
def test_asks(message: str):
    assert not supposes(message)
    assert not tells_or_supposes(message, TODAY)
