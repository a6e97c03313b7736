"""Slips of the keyboard."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from index.noise import misspelt


def test_one_or_two_longer_words_are_misspelt():
    """The rest of the text stays as it was typed, and short words are left alone."""
    text = "May we name the Amazon programme on a poster?"
    typed = misspelt(text, random.Random(5))
    changed = [(one, other) for one, other in zip(text.split(), typed.split(), strict=True) if one != other]
    assert 1 <= len(changed) <= 2
    assert all(len(one) >= 4 and one[0] == other[0] for one, other in changed)


@given(st.text(max_size=80), st.integers(0, 1000))
def test_it_takes_any_text_and_repeats_itself(text: str, seed: int):
    """The same chance gives the same slips."""
    assert misspelt(text, random.Random(seed)) == misspelt(text, random.Random(seed))
