"""The earliest date on which every time-bound obstacle has ended."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from assistant.eligibility.dates import LAST_YEAR, Period
from assistant.eligibility.kleene import Truth
from assistant.eligibility.requirements import REQUIREMENTS, Case, Ruling

__all__ = ["clear_day", "earliest_date"]


def clear_day(rulings: Sequence[Ruling]) -> date | None:
    """The latest day among those on which an obstacle ends; ``None`` where no such day is known."""
    days = [ruling.clear_from for ruling in rulings if ruling.clear_from and ruling.truth is not Truth.YES]
    return max((day for day in days if day.year <= LAST_YEAR), default=None)


def earliest_date(case: Case, rulings: Sequence[Ruling]) -> date | None:
    """The first day of application on which nothing is violated any more, where waiting brings it about.

    ``None`` where no obstacle ends with time, or another one stays.
    """
    day = clear_day(rulings)
    if day is None:
        return None
    then = replace(case, facts=case.facts.model_copy(update={"application_date": Period.day(day)}))
    stays = any(requirement(then).truth is Truth.NO for requirement in REQUIREMENTS)
    return None if stays else day
