"""Messages of which the Rules answer one question and leave another open."""

from __future__ import annotations

import pytest

from assistant import Assistant

ALSO = "**You also asked:**"
REST = "On the rest of your message the Rules do not say anything."


@pytest.mark.parametrize(
    ("message", "clause", "said"),
    [
        (
            "When is the deadline of the autumn call, and who has to pay the taxes on an award?",
            "rules:III.p3",
            f"{ALSO} *When is the deadline of the autumn call?* The Rules do not say.",
        ),
        (
            "Can the university take overhead out of the cash? And do we get the reviewers' comments if we lose?",
            "rules:III.c",
            f"{ALSO} *do we get the reviewers' comments if we lose?* The Rules do not say.",
        ),
        (
            "Who pays the taxes on an award, and how many weeks do you take to reply to our emails?",
            "rules:III.p3",
            REST,
        ),
    ],
)
def test_what_is_answered_is_answered_and_the_rest_is_named(assistant: Assistant, message, clause, said):
    """Neither is the one refused for the other's sake, nor the other passed over; words like orders are not repeated."""
    answer = assistant.ask(message)
    assert answer.kind == "answer"
    assert clause in {citation.id for citation in answer.citations}
    assert said in answer.text
    assert "call for proposals" in answer.text, "where to look instead"


@pytest.mark.parametrize(
    "part",
    [
        "When is the deadline of the call for which I, Ana Cruz of calle 5, wrote to you from ana@example.org?",
        "When is the deadline of the call with the number 987654321?",
        "When is the deadline of " + "the call of " * 20 + "autumn?",
    ],
)
def test_nothing_private_and_nothing_long_is_repeated(assistant: Assistant, part):
    """What is shown and downloaded holds no address of the writer."""
    answer = assistant.ask(f"Who pays the taxes on an award? {part}")
    assert REST in answer.text
    assert part[20:60] not in answer.text


def test_what_has_nothing_to_do_with_the_rules_is_said_so(assistant: Assistant):
    """It is no gap in them."""
    answer = assistant.ask("Who pays the taxes on an award? And what is the weather in Paris today?")
    assert f"{ALSO} *what is the weather in Paris today?* That is not about the Rules." in answer.text


@pytest.mark.parametrize(
    "message",
    [
        "Who pays the taxes on an award?",
        "Hello, how are you today? Who pays the taxes on an award? Do you have a minute?",
        "Who pays the taxes on an award, and may the university take overhead out of the cash?",
        "Is it true that only one proposal is allowed per call, and if so why?",
        "May I use the Amazon logo on our website or do I need written permission first?",
    ],
)
def test_nothing_is_named_where_all_is_answered(assistant: Assistant, message):
    """One question, or two that are both answered, leave nothing open."""
    answer = assistant.ask(message)
    assert answer.kind == "answer"
    assert ALSO not in answer.text
    assert REST not in answer.text


def test_what_is_answered_by_itself_is_not_named_for_the_company_it_keeps(assistant: Assistant):
    """A part that leans on an open one is no open one for that."""
    answer = assistant.ask(
        "Can I use the AWS logo? How many awards are given a year? And what if my wife joins Amazon?"
    )
    assert "*How many awards are given a year?* The Rules do not say." in answer.text
    assert "wife joins Amazon?* The Rules do not say" not in answer.text


def test_a_message_of_which_nothing_is_answered_is_refused_as_before(assistant: Assistant):
    """Two questions that the Rules leave open get the nearest clause and where to look instead."""
    answer = assistant.ask("When is the deadline, and how many awards are given a year?")
    assert answer.kind == "not_in_rules"


def test_beside_a_case_too(assistant: Assistant):
    """A question beside a case is answered or named, in whatever sentence it stands."""
    reading = Assistant(assistant.corpus, assistant.index, read_cases=True)
    answer = reading.ask(
        "I am a full-time lecturer at an accredited university in Accra, 36 years old. Am I eligible, and who pays the "
        "taxes? When is the deadline of the autumn call?"
    )
    assert answer.kind == "verdict"
    assert f"{ALSO} *who pays the taxes?*" in answer.text
    assert f"{ALSO} *When is the deadline of the autumn call?* The Rules do not say." in answer.text
