"""The password of staff."""

from __future__ import annotations

import pytest

from assistant.staff.password import hash_of, is_right
from corpus.errors import SettingsError


def test_only_the_password_is_right():
    """Its hash tells it from any other, and holds neither it nor the same bytes twice."""
    first, second = hash_of("correct horse battery"), hash_of("correct horse battery")
    assert first != second
    assert "horse" not in first
    assert is_right("correct horse battery", first)
    assert not is_right("correct horse batterx", first)
    assert not is_right("", first)
    assert not is_right("x" * 2_000_000, first)


@pytest.mark.parametrize("password", ["", "elevenchars", "x" * 1001])
def test_its_length_has_limits(password: str):
    """The message says how long it is and may be."""
    with pytest.raises(SettingsError, match="12 to 1,000"):
        hash_of(password)
