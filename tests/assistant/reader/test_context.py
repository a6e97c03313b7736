"""Negation, supposition, question and guess, and whose situation it is."""

from datetime import date

import pytest

from assistant.reader import read_case
from assistant.reader.negation import negated

TODAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("i am not full-time", True),
        ("it is not true that i am not full-time", False),
        ("i am neither on leave nor full-time", True),
        ("not only full-time", False),
        ("i am not a postdoc but full-time", False),
        ("no government job , full-time", False),
        ("i have never been an officer , intern or full-time", True),
        ("no participation in , or authority over , full-time", True),
    ],
)
def test_negation(text, denied):
    """A word is denied where it stands in an odd number of scopes."""
    assert negated(text, text.index("full-time")) is denied


@pytest.mark.parametrize(
    "text",
    [
        "Do I work for Amazon?",
        "What if I worked for Amazon?",
        "Imagine I was on a sanctions list.",
        "I'd like to be a full-time professor one day.",
        "A friend of mine is a full-time professor.",
        "My colleague is on the SDN list.",
        "The rules say that a Principal Investigator must be full-time.",
        "My wife has a government job.",
        "I was born in Tehran.",
        "I have a Cuban passport.",
        "I applied for a job at Amazon once and was rejected.",
    ],
)
def test_gives_no_fact(text):
    """What is asked, supposed, wished, reported or another's gives no fact."""
    assert read_case(text, TODAY).facts.to_dict() == {}


def test_guess_is_not_known():
    """What is guessed keeps its clause open."""
    assert read_case("I think I'm full-time.", TODAY).facts.to_dict()["full_time"] == "unknown"


def test_correction():
    """A correction takes back what was said."""
    assert read_case("I work 80 %, sorry, I meant 100 %.", TODAY).facts.full_time is True
    assert read_case("I'm full-time; correction, three quarters since October.", TODAY).facts.full_time is False


def test_contradiction_is_kept():
    """Without a correction an obstacle and its opposite contradict each other."""
    assert (
        read_case("I work half-time as a lecturer. I am a full-time lecturer.", TODAY).facts.full_time
        == "contradictory"
    )


def test_two_siblings_are_two():
    """One sibling who left does not stand for one who stayed."""
    people = read_case("My brother works for Amazon. My sister left Amazon in 2019.", TODAY).facts.relatives_at_amazon
    assert len(people) == 2
    assert "current" in {one.amazon_last_day for one in people}


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("nobody in my FAMILY , nor my SPOUSE , works at AMZN", True),
        ("nobody in the FAMILY , nor the HOUSEMATE , is or ever was with AMZN", True),
        ("i am not retired , nor on leave , and my SPOUSE works at AMZN", False),
    ],
)
def test_a_person_put_in_between_ends_no_denial(text: str, denied: bool):
    assert negated(text, text.index("AMZN")) is denied
