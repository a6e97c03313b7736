"""What differs between two sets of facts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from assistant.eligibility import Facts
from assistant.eligibility.paths import value_at

__all__ = ["Change", "changes"]


@dataclass(frozen=True, slots=True)
class Change:
    """One fact that another message or an edit changed."""

    fact: str
    before: Any
    after: Any


def changes(before: Facts, after: Facts) -> tuple[Change, ...]:
    """What differs between two sets of facts, in the order of the Rules."""
    names = [name for name in Facts.model_fields if name != "words"]
    return tuple(
        Change(name, value_at(before, name), value_at(after, name))
        for name in names
        if value_at(before, name) != value_at(after, name)
    )
