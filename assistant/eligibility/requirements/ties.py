"""When somebody's tie to Amazon makes them "Ineligible Personnel" (defined in Rules § I(c)).

The same test serves the Principal Investigator (§ I(c)) and the people near them (§ I(d)).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from assistant.eligibility.answers import CURRENT, Gap, last_day_period
from assistant.eligibility.dates import Period, first_clear_day, within_twelve_months
from assistant.eligibility.kleene import Truth

__all__ = ["DENIED", "ROLES", "Tie", "ineligible"]

ROLES = frozenset({"director", "officer", "employee", "intern", "contractor"})
"""The roles that § I(c) names; they count alike."""
DENIED = frozenset({"never", "not_in_last_12_months"})
UNDEFINED = {
    "agency_staff": "The Rules do not say whether people who work at Amazon through another firm are its contractors.",
    "acquired_later": "The Rules do not say whether time at a firm counts that Amazon bought later.",
}


@dataclass(frozen=True, slots=True)
class Tie:
    """Whether a tie makes somebody Ineligible Personnel, and why."""

    truth: Truth
    reason: str
    asks: tuple[str, ...] = ()
    """``relation`` or ``last_day``, where it is open."""
    question: str = ""
    conflict: bool = False
    clear_from: date | None = None


def ineligible(role: str | None, last_day: Period | Gap | str | None, application: Period, today: date) -> Tie:
    """Whether ``role`` until ``last_day`` falls within the 12 months before ``application``."""
    period = last_day_period(last_day, today)
    if role in DENIED:
        return _denied(role, last_day, period, application)
    if period is None:
        return _undated(role)
    inside = within_twelve_months(period, application)
    if inside is Truth.NO:
        reason = (
            f"The last day ({_told(period)}) lies more than 12 months before the application ({application.shown})."
        )
        return Tie(Truth.NO, reason)
    if role not in ROLES:
        return Tie(Truth.OPEN, UNDEFINED.get(str(role), "The role at Amazon is not stated."), ("relation",))
    clear = first_clear_day(period)
    if inside is Truth.YES:
        words = "The tie to Amazon still stands." if last_day == CURRENT else f"The last day was {_told(period)}."
        reason = f"{words} That is within the 12 months before the application ({application.shown})."
        return Tie(Truth.YES, reason, clear_from=clear)
    return _on_the_limit(period, application, clear)


def _told(period: Period) -> str:
    """The period for people: ``2025-11``, or ``between 2026-03-18 and 2026-04-15``."""
    first, slash, last = str(period).partition("/")
    return f"between {first} and {last}" if slash else first


def _denied(role: str | None, last_day: Period | Gap | str | None, period: Period | None, application: Period) -> Tie:
    """A denial stands unless a last day is stated that does not fit it."""
    fits = period is None or (
        role != "never" and last_day != CURRENT and _may_be_outside(within_twelve_months(period, application), period)
    )
    if fits:
        when = "ever" if role == "never" else "within the 12 months before the application"
        return Tie(Truth.NO, f"No tie to Amazon {when}, as stated.")
    reason = "No tie to Amazon is stated, and a last day there that does not fit."
    return Tie(Truth.OPEN, reason, ("relation", "last_day"), conflict=True)


def _may_be_outside(inside: Truth, period: Period) -> bool:
    """Whether the denial settles the date: it is outside, or known so roughly that it can be."""
    return inside is Truth.NO or (inside is Truth.OPEN and not period.is_day)


def _undated(role: str | None) -> Tie:
    if role in ROLES:
        return Tie(
            Truth.OPEN, "The last day at Amazon is not known, so the 12 months cannot be counted.", ("last_day",)
        )
    if role in UNDEFINED:
        return Tie(Truth.OPEN, UNDEFINED[str(role)], ("last_day", "relation"))
    conflict = role is Gap.CONTRADICTORY
    return Tie(Truth.OPEN, "It is open whether there is a tie to Amazon.", ("relation", "last_day"), conflict=conflict)


def _on_the_limit(period: Period, application: Period, clear: date | None) -> Tie:
    if not (period.is_day and application.is_day):
        reason = f"The dates (last day {period.shown}; application {application.shown}) are not exact enough to count the 12 months."
        asks = ("last_day",) if not period.is_day else ("application_date",)
        question = "On which day exactly? The month or the year alone does not settle the 12 months."
        return Tie(Truth.OPEN, reason, asks, question, clear_from=clear)
    reason = (
        f"The application ({application.shown}) falls on the anniversary of the last day ({period}). "
        "The Rules do not say whether that day is still within the 12 months."
    )
    if (2, 29) in {(day.month, day.day) for day in (period.first, application.first)}:
        reason += " With 29 February the anniversary can be read as 28 February or as 1 March."
    question = "Does the anniversary itself count as within the 12 months? Only the programme can say."
    if clear is not None:
        question += f" An application on or after {clear.isoformat()} avoids the question."
    return Tie(Truth.OPEN, reason, ("application_date",), question, clear_from=clear)
