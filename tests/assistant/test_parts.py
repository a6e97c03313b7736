"""Messages that ask several things."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.parts import MAX_PARTS, parts


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("Who gets the cash, and who has to pay tax on it?", 2),
        ("how old must the lead be and which countries are out", 2),
        ("Can I use the logo on slides? Do you use my photo in ads?", 2),
        ("Can I send two proposals?", 1),
        ("Are taxes and costs paid by us?", 1),
        ("I left AWS in May. Can I apply?", 1),
        ("Can I apply? I left AWS in May.", 1),
        ("Is the award in cash? Is it taxed?", 1),
        ("why?", 1),
    ],
)
def test_questions_are_counted(message: str, expected: int):
    """Two questions are two parts; a list, a statement beside a question, or a pointing-back sentence are none."""
    assert len(parts(message)) == expected


def test_a_statement_stands_with_its_question():
    """What leads up to a question, or follows the last one, is kept with it."""
    first, second = parts("We are an NGO. Can we get the cash directly? Who pays the bank fees at home? Thanks!")
    assert first.startswith("We are an NGO.")
    assert second.endswith("Thanks!")


@given(st.text("abc ?.,!WhoIsand ", max_size=200))
def test_nothing_is_lost(message: str):
    """There are never more than the most parts, and one part is the message itself."""
    found = parts(message)
    assert 1 <= len(found) <= MAX_PARTS
    if len(found) == 1:
        assert found == (message,)
