"""Texts that hold a case and state none."""

from __future__ import annotations

import pytest

from assistant.reader.limits import limited
from assistant.reader.standing import FACTS_OF
from assistant.reader.unreal import NOT_SO, SO, is_unreal


@pytest.mark.parametrize("text", NOT_SO)
def test_what_is_denied_taken_back_or_quoted_leaves_all_open(text: str):
    """Each example beside the patterns that they must know; then no condition is met by it."""
    assert is_unreal(text)
    assert limited(text) >= set(FACTS_OF)


@pytest.mark.parametrize("text", SO)
def test_what_is_so_or_supposed_is_read(text: str):
    """Each example that they must let through."""
    assert not is_unreal(text)
