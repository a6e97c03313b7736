"""Turns that ask for nothing but more about the answer before them."""

from __future__ import annotations

import pytest

from assistant import Assistant
from assistant.turns import Again, asks_again, leans

OVERHEAD = "Can I use the cash for overhead?"


@pytest.mark.parametrize(
    ("turn", "again"),
    [
        ("why?", "reason"),
        ("Why not?", "reason"),
        ("ok, but how come?", "reason"),
        ("which clause says that?", "place"),
        ("Which point is saying that?", "place"),
        ("Where's that written", "place"),
        ("where does it say so?", "place"),
        ("quote it", "place"),
        ("Quote it, please.", "place"),
        ("can u quote it", "place"),
        ("show me the clause", "place"),
        ("says who?", "place"),
        ("so it's a no?", "certainty"),
        ("really?", "certainty"),
        ("are you sure about that?", "certainty"),
    ],
)
def test_some_turns_only_ask_again(turn: str, again: Again):
    """Asking for the reason, the place or the certainty is about the turn before and nothing else."""
    assert asks_again(turn) == again
    assert leans(turn)


@pytest.mark.parametrize(
    "turn",
    [
        "why can I not use the logo?",
        "which clause covers taxes?",
        "really? income tax also?",
        "who says the taxes are mine",
        "where is the form?",
        "which guidelines",
        "quote § III(c)",
    ],
)
def test_a_turn_with_a_subject_of_its_own_asks_more(turn: str):
    """A turn that names what it is about is more than “why?”."""
    assert asks_again(turn) is None


@pytest.mark.parametrize(
    ("turn", "leads"),
    [
        ("why?", "The Rules say what holds and seldom why."),
        ("which clause is that?", "It rests on Rules § III(c)"),
        ("are you sure?", "So the Rules say, in the words quoted below."),
    ],
)
def test_the_answer_is_led_by_what_is_asked_of_it(assistant: Assistant, turn: str, leads: str):
    """The same clauses, and no yes or no to the “why?” itself."""
    first = assistant.ask(OVERHEAD)
    again = assistant.ask(turn, [OVERHEAD])
    assert again.text.startswith(leads)
    assert again.citations == first.citations
    assert again.polarity is None


def test_what_the_rules_leave_open_is_left_open_again(assistant: Assistant):
    """Nobody is told that a clause says it."""
    first = assistant.ask("Do I need to speak French?")
    again = assistant.ask("where does it say that?", ["Do I need to speak French?"])
    assert (first.kind, again.kind) == ("not_in_rules", "not_in_rules")
    assert again.text.startswith("I looked through every clause, and none settles this.")


def test_asking_again_and_again_does_not_lose_the_question(assistant: Assistant):
    """However often it is asked “why?”, the question before is what it is about."""
    often = ["why?", "which clause is that?", "really?", "are you sure?", "where does it say that?", "quote it", "why?"]
    assert assistant.ask("show me", [OVERHEAD, *often]).rewritten == OVERHEAD
