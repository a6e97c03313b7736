"""Strong Kleene logic: yes, no, and open, where open never passes for either.

Python would take any object for true in an ``if``. A ``Truth`` refuses: whoever
needs a decision has to say which of the three values it wants.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum

__all__ = ["Truth", "all_of", "any_of"]


class Truth(Enum):
    """One of three truth values. ``bool()`` of it raises ``TypeError``."""

    YES = "yes"
    NO = "no"
    OPEN = "open"

    def __bool__(self) -> bool:
        raise TypeError(f"{self} is one of three values; compare it with Truth.YES, Truth.NO or Truth.OPEN")

    def __invert__(self) -> Truth:
        return _NOT[self]

    def __and__(self, other: Truth) -> Truth:
        return all_of((self, other))

    def __or__(self, other: Truth) -> Truth:
        return any_of((self, other))

    @classmethod
    def of(cls, value: object) -> Truth:
        """``True`` is yes, ``False`` is no, and everything else (unstated, unknown, unclear) is open."""
        if value is True:
            return cls.YES
        if value is False:
            return cls.NO
        return cls.OPEN


_NOT = {Truth.YES: Truth.NO, Truth.NO: Truth.YES, Truth.OPEN: Truth.OPEN}


def all_of(values: Iterable[Truth]) -> Truth:
    """No where any value is no, else open where any is open, else yes (also for none at all)."""
    result = Truth.YES
    for value in values:
        if value is Truth.NO:
            return Truth.NO
        if value is not Truth.YES:
            result = Truth.OPEN
    return result


def any_of(values: Iterable[Truth]) -> Truth:
    """Yes where any value is yes, else open where any is open, else no (also for none at all)."""
    result = Truth.NO
    for value in values:
        if value is Truth.YES:
            return Truth.YES
        if value is not Truth.NO:
            result = Truth.OPEN
    return result
