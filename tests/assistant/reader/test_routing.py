"""Where a message goes."""

from datetime import date

import pytest

from assistant.reader import read_case, route

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
