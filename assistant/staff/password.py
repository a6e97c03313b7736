"""The password of staff: hashed with Argon2id, and never kept."""

from __future__ import annotations

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from corpus.errors import SettingsError

__all__ = ["SHORTEST", "hash_of", "is_right"]

SHORTEST = 12
LONGEST = 1_000
"""Characters. A limit, since hashing takes as long as the password is long."""
_hasher = PasswordHasher()


def hash_of(password: str) -> str:
    """The hash to put into the settings; raises ``SettingsError`` where the password is too short or too long."""
    if not SHORTEST <= len(password) <= LONGEST:
        raise SettingsError(f"The password has {len(password)} characters. It must have {SHORTEST} to {LONGEST:,}.")
    return _hasher.hash(password)


def is_right(password: str, hashed: str) -> bool:
    """Whether ``hashed`` was made from ``password``; takes about 50 ms and 64 MB."""
    if len(password) > LONGEST:
        return False
    try:
        return _hasher.verify(hashed, password)
    except (VerificationError, InvalidHashError):
        return False
