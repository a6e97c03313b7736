"""What a requirement is: words of the Rules, a question, and a function from a case to a ruling."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Generic, TypeVar

from assistant.eligibility.answers import Gap
from assistant.eligibility.dates import EVER, Period
from assistant.eligibility.facts import Facts
from assistant.eligibility.kleene import Truth
from assistant.eligibility.places import Tables

__all__ = ["Case", "Requirement", "Ruling", "Tables", "gap_words", "open_about"]

CaseT = TypeVar("CaseT")


@dataclass(frozen=True, slots=True)
class Ruling:
    """What one requirement comes to in one case."""

    truth: Truth
    """Yes: met. No: violated. Open: neither follows from what was stated."""
    reason: str
    """One or more plain sentences."""
    asks: tuple[str, ...] = ()
    """The facts whose values could still settle it; empty unless open."""
    question: str = ""
    """What to ask in place of a fact's usual question, where a stated value leaves it open."""
    conflict: bool = False
    """Whether it is open because statements contradict each other."""
    clear_from: date | None = None
    """The first day of application on which a time-bound obstacle has certainly ended."""


@dataclass(frozen=True, slots=True)
class Requirement(Generic[CaseT]):
    """One condition of the Rules."""

    id: str
    clause: str
    """``rules:I.c``"""
    quote: str
    """The words it implements, exactly as in the clause."""
    question: str
    why: str
    """Why the question is asked, for the person who is asked."""
    reads: tuple[str, ...]
    """Every fact that can change the ruling."""
    judge: Callable[[CaseT], Ruling]

    def __call__(self, case: CaseT) -> Ruling:
        """The ruling in this case; pure."""
        return self.judge(case)


@dataclass(frozen=True, slots=True)
class Case:
    """The facts, the day on which they are judged, and the tables."""

    facts: Facts
    today: date
    tables: Tables
    application: Period = field(init=False)
    """The day of application: as stated, else today; any day from today on where the person does not know."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "application", self._application())

    def _application(self) -> Period:
        stated = self.facts.application_date
        if isinstance(stated, Period):
            return stated
        if stated is None:
            return Period.day(self.today)
        return Period(self.today, EVER.last) if stated is Gap.UNKNOWN else EVER


def gap_words(value: object) -> str:
    """Why a fact without a usable value has none, to follow "it is open whether …: "."""
    if value is Gap.UNKNOWN:
        return "the person does not know"
    if value is Gap.CONTRADICTORY:
        return "the statements contradict each other"
    return "it is not stated"


def open_about(whether: str, value: object, *asks: str) -> Ruling:
    """An open ruling about a fact that has no usable value; ``whether`` follows "It is open whether"."""
    return Ruling(
        Truth.OPEN,
        f"It is open whether {whether}: {gap_words(value)}.",
        asks,
        conflict=value is Gap.CONTRADICTORY,
    )
