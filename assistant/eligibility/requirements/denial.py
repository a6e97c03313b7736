"""The shape that § I(a), (b) and (e) share: one fact that must be denied."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from assistant.eligibility.kleene import Truth
from assistant.eligibility.requirements.base import Case, Ruling, open_about

__all__ = ["Denial"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Denial:
    """Met where ``fact`` is false, violated where it is true, else open."""

    fact: str
    denied: str
    """The reason where it is met."""
    admitted: str
    """The reason where it is violated."""
    whether: str
    """What is open where nothing usable is stated; follows "It is open whether"."""
    open_cases: Mapping[str, str]
    """The reason for each stated value that the Rules leave open."""

    def __call__(self, case: Case) -> Ruling:
        """The ruling in this case."""
        value = getattr(case.facts, self.fact)
        if value is False:
            return Ruling(Truth.YES, self.denied)
        if value is True:
            return Ruling(Truth.NO, self.admitted)
        if value in self.open_cases:
            return Ruling(Truth.OPEN, self.open_cases[value], (self.fact,))
        return open_about(self.whether, value, self.fact)
