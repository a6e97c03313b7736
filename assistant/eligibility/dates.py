"""Calendar arithmetic for "within the 12 months preceding application" (Rules § I(c)).

Dates have no time of day and no time zone. A date that is known in part, such as
``2025-11``, is the period of all days that it may be, and a question about it is
answered only where every day of the period gives the same answer.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta

from assistant.eligibility.kleene import Truth

__all__ = ["EVER", "FIRST_YEAR", "LAST_YEAR", "Period", "anniversaries", "first_clear_day", "within_twelve_months"]

FIRST_YEAR, LAST_YEAR = 1900, 2100
TWELVE_MONTHS = 12

_PART = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d{2})(?:-(?P<day>\d{2}))?)?", re.ASCII)


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """The days from ``first`` to ``last``, both included; one day where they are equal."""

    first: date
    last: date

    def __post_init__(self) -> None:
        if self.first > self.last:
            raise ValueError("the period ends before it begins")

    @classmethod
    def day(cls, day: date) -> Period:
        """The period of one day."""
        return cls(day, day)

    @classmethod
    def parse(cls, text: str) -> Period:
        """Read ``2025``, ``2025-11``, ``2025-11-20``, or two of them joined by ``/``.

        Raises ``ValueError`` saying what is wrong.
        """
        first, slash, last = text.strip().partition("/")
        start = _part(first)
        end = _part(last) if slash else start
        return cls(start.first, end.last)

    @property
    def is_day(self) -> bool:
        """Whether the date is known to the day."""
        return self.first == self.last

    @property
    def shown(self) -> str:
        """For people: the date, or "not known" where it has no end."""
        return "not known" if self.last == EVER.last and not self.is_day else str(self)

    def __str__(self) -> str:
        if self.is_day:
            return self.first.isoformat()
        if self == _month(self.first.year, self.first.month):
            return f"{self.first:%Y-%m}"
        if (self.first.month, self.first.day, self.last.month, self.last.day) == (1, 1, 12, 31):
            year = f"{self.first:%Y}"
            return year if self.last.year == self.first.year else f"{year}/{self.last:%Y}"
        return f"{self.first.isoformat()}/{self.last.isoformat()}"


EVER = Period(date(FIRST_YEAR, 1, 1), date(LAST_YEAR, 12, 31))
"""Every day of the calendar that this program keeps."""


def _part(text: str) -> Period:
    match = _PART.fullmatch(text.strip())
    if match is None:
        raise ValueError(f"{text.strip()!r} is not a date")
    year = int(match["year"])
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise ValueError(f"the year {year} is not between {FIRST_YEAR} and {LAST_YEAR}")
    if match["month"] is None:
        return Period(date(year, 1, 1), date(year, 12, 31))
    month = int(match["month"])
    if not 1 <= month <= TWELVE_MONTHS:
        raise ValueError(f"there is no month {match['month']}")
    if match["day"] is None:
        return _month(year, month)
    try:
        return Period.day(date(year, month, int(match["day"])))
    except ValueError:
        raise ValueError(f"{calendar.month_name[month]} {year} has no day {match['day']}") from None


def _month(year: int, month: int) -> Period:
    return Period(date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1]))


def anniversaries(day: date, years: int) -> tuple[date, ...]:
    """The same calendar day ``years`` later (earlier where negative), in each way it can be read.

    29 February has two readings in a year without one: 28 February and 1 March.
    """
    try:
        return (day.replace(year=day.year + years),)
    except ValueError:
        year = day.year + years
        return date(year, 2, 28), date(year, 3, 1)


def within_twelve_months(last_day: Period, application: Period) -> Truth:
    """Whether the last day lies within the 12 months before the application.

    Yes and no hold for every day of both periods and for every way of counting;
    the anniversary itself, which the Rules do not settle, is open.
    """
    if _inside(last_day.first, application.last) is Truth.YES:
        return Truth.YES
    if _inside(last_day.last, application.first) is Truth.NO:
        return Truth.NO
    return Truth.OPEN


def _inside(last_day: date, application: date) -> Truth:
    """The same for two days: counted on from the last day, and back from the application."""
    signs = {_sign(anniversary, application) for anniversary in anniversaries(last_day, 1)}
    signs |= {_sign(last_day, start) for start in anniversaries(application, -1)}
    if signs == {1}:
        return Truth.YES
    if signs == {-1}:
        return Truth.NO
    return Truth.OPEN


def _sign(one: date, other: date) -> int:
    return (one > other) - (one < other)


def first_clear_day(last_day: Period) -> date | None:
    """The first day of application for which the last day is certainly more than 12 months ago.

    ``None`` where it lies beyond the calendar that this program keeps.
    """
    if last_day.last.year >= LAST_YEAR:
        return None
    day = anniversaries(last_day.last, 1)[-1]
    while _inside(last_day.last, day) is not Truth.NO:
        day += timedelta(days=1)
    return day
