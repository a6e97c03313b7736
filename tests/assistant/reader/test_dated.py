"""Dates, counted for the network that hears."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.reader.dated import dated

TODAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("I left AWS in May 2026.", "I left AWS in May 2026 (within the year)."),
        ("I left AWS in May 2019.", "I left AWS in May 2019 (over a year ago)."),
        ("I left AWS in November 2025.", "I left AWS in November 2025 (about a year ago)."),
        ("My post begins on 3 January 2027.", "My post begins on 3 January 2027 (in the future)."),
        ("I left AWS.", "I left AWS."),
        ("", ""),
    ],
)
def test_each_date_is_followed_by_how_it_lies(text: str, counted: str):
    """Within the twelve months before today, before them, on their edge, or to come (Rules § I(c))."""
    assert dated(text, TODAY).text == counted


def test_every_offset_leads_back_to_the_text():
    """A character of the counted text leads to the same character as typed; one of a mark to where it was put in."""
    text = "I left AWS in May 2019, my wife in May 2026, and that is all."
    counted = dated(text, TODAY)
    assert len(counted.marks) == 2
    kept = 0
    for at, letter in enumerate(counted.text):
        if any(start <= at < start + length for start, length in counted.marks):
            assert counted.origin(at) == kept
        else:
            assert text[counted.origin(at)] == letter
            kept += 1
    assert kept == len(text)
