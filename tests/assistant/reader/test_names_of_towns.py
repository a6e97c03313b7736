"""Words that are also names of small towns far away."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.reader import read_case

TODAY = date(2026, 12, 1)


@pytest.mark.parametrize(
    "text",
    [
        "School accredited? Yes – HLC, regional.",
        "University: Yes",
        "Rest: reader, full time, accredited.",
        "University: Yes – ABC",
        "Sir, I'm a full-time lecturer.",
        "Hey, full-time lecturer here.",
    ],
)
def test_a_word_is_no_town(text: str):
    facts = read_case(text, TODAY).facts
    assert (facts.residence, facts.workplace) == (None, None)


@pytest.mark.parametrize(
    ("text", "place"),
    [("I live in Shiraz.", "Shiraz"), ("I live in Ilmenau.", "Ilmenau"), ("I live in Rest, Iran.", "Iran")],
)
def test_a_town_is_one(text: str, place: str):
    assert place in str(read_case(text, TODAY).facts.residence)
