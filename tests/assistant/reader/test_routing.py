"""Where a message goes."""

from datetime import date

import pytest

from assistant.reader import read_case, route
from assistant.reader.routing import asks_about_an_obstacle, lettered_obstacle

TODAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Am I eligible?", "case"),
        ("can i apply", "case"),
        (
            "hi, i'm asst prof (full time) at an accredited uni in Accra, 36, my dad drives for amazon, can i apply",
            "case",
        ),
        ("Full-time lecturer, accredited uni, 36, one proposal, none of the exclusions applies.", "case"),
        ("I am on the SDN list. Am I eligible?", "case"),
        ("My daughter is a full-time instructor at an accredited college. May she apply?", "case"),
        ("Does reviewing for a ministry once a year rule me out?", "obstacle"),
        ("Does my old internship at Amazon still count against me?", "obstacle"),
        ("Can I apply if my wife works at Amazon?", "obstacle"),
        ("Would it matter that I live in Iran?", "obstacle"),
        ("How many proposals are allowed per call?", "question"),
        ("Who pays the taxes on an award?", "question"),
        ("What does accredited mean?", "question"),
        ("Can the university take overhead?", "question"),
        (
            (
                "I'm a full-time lecturer, accredited uni, Ghent, 40, one proposal, none of the exclusions applies. "
                "And who owns the intellectual property?"
            ),
            "case_and_question",
        ),
    ],
)
def test_route(text, expected):
    """A case is judged, a question about one obstacle or about the Rules is answered."""
    assert route(text, read_case(text, TODAY)) == expected


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("does reviewing for a ministry once a year rule me out?", True),
        ("Is my unpaid seat on a city council a problem?", True),
        ("Would a cousin at AWS count against us?", True),
        ("Does reviewing for a ministry pay well?", False),
        ("Does a rejected proposal hurt my chances in the next round?", False),
        ("What rules out a proposal?", False),
        ("A ministry ruled me out in 2019.", False),
    ],
)
def test_what_may_exclude_is_recognised(question: str, expected: bool):
    """A circumstance of the writer's, asked about as an obstacle."""
    assert asks_about_an_obstacle(question) is expected


@pytest.mark.parametrize(
    ("question", "clause"),
    [
        ("does reviewing for a ministry once a year rule me out?", "rules:I.a"),
        ("Would the sanctions on my bank exclude me?", "rules:I.b"),
        ("Does my cousin at the ministry rule me out?", None),
        ("Does my age count against me?", None),
        ("Does reviewing for a ministry pay me well?", None),
    ],
)
def test_the_obstacle_is_known_by_its_words(question: str, clause: str | None):
    """Where they name one letter of section I and no other."""
    assert lettered_obstacle(question) == clause
