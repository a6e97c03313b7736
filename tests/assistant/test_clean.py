"""What may be asked, and what is made of it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.clean import MAX_CHARACTERS, Unusable, clean


@pytest.mark.parametrize(
    ("typed", "cleaned"),
    [
        ("  Who   pays\n taxes? ", "Who pays taxes?"),
        ("Ｗｈｏ ｐａｙｓ？", "Who pays?"),
        ("奖金由谁缴税？", "奖金由谁缴税?"),
        ("aw\u200bard\ufeff tax\u00ades?", "award taxes?"),
        ("Who\u200b pays\u202e taxes\u2066?", "Who pays taxes?"),
        ("Who \U000e0041\U000e0042pays?", "Who pays?"),
        ("<script>alert(1)</script>Who pays?", "Who pays?"),
        ("<b>Who</b> pays &amp; when?", "Who pays & when?"),
        ("![x](http://127.0.0.1/p.png) Who pays?", "x Who pays?"),
        ("Is 3 < 4 and 5 > 2?", "Is 3 < 4 and 5 > 2?"),
        ("Who\x00 pays\x1b[31m?", "Who pays[31m?"),
    ],
)
def test_only_visible_words_are_kept(typed: str, cleaned: str):
    """Markup, control, bidi, tag and zero-width characters go; full-width letters become plain ones."""
    assert clean(typed) == cleaned


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("", "Please type a question"),
        (" \n\t ", "Please type a question"),
        ("\u200b\u202e", "Please type a question"),
        ("?!", "in words"),
        ("🙂", "in words"),
        ("x" * 100_000, "100,000 characters"),
    ],
)
def test_what_cannot_be_asked_says_what_is_accepted(typed: str, says: str):
    """A message that is no question gets a sentence that says what is."""
    result = clean(typed)
    assert isinstance(result, Unusable)
    assert says in result.reason


def test_accents_are_latin():
    """A name with accents or a foreign phrase does not make a question unreadable."""
    assert clean("Is a professora at Universität São Müller in Łódź eligible?") == (
        "Is a professora at Universität São Müller in Łódź eligible?"
    )


@given(st.text(max_size=400))
def test_cleaning_is_done_once(text: str):
    """What is clean stays as it is, and nothing raises."""
    result = clean(text)
    if isinstance(result, str):
        assert len(result) <= 18 * MAX_CHARACTERS
        assert all(character.isprintable() for character in result)
