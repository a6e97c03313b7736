"""Summaries: "none of the exclusions applies", "none of (a) to (e) applies".

A summary speaks for a requirement about which nothing else is stated; a stated fact
beats it. It never speaks for the post, the institution, the age or the number of
proposals.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from assistant.eligibility.facts import Facts
from assistant.eligibility.kleene import Truth
from assistant.eligibility.requirements.base import Case, Ruling

__all__ = ["UnlessDenied", "denied_in_summary"]


def denied_in_summary(facts: Facts, *, places: bool = False) -> str:
    """The sentence that says which summary denies (a) to (e), or the places; empty where none does."""
    if facts.none_of_the_exclusions is True:
        return "It is stated that none of the exclusions in section I applies."
    if facts.none_of_a_to_e is True and not places:
        return "It is stated that none of (a) to (e) applies."
    return ""


@dataclass(frozen=True, slots=True)
class UnlessDenied:
    """``judge``, but met by a summary where none of ``facts`` is stated."""

    judge: Callable[[Case], Ruling]
    facts: tuple[str, ...]

    def __call__(self, case: Case) -> Ruling:
        """The ruling in this case."""
        summary = denied_in_summary(case.facts)
        if summary and all(getattr(case.facts, name) is None for name in self.facts):
            return Ruling(Truth.YES, summary)
        return self.judge(case)
