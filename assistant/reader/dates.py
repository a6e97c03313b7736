"""Dates and spans of time in words → the days that they may mean.

Every unambiguous form is read; ``03/04/2026``, which is March or April, is not, and is
asked about. Relative forms are counted from the day given and keep their vagueness:
"eleven months ago" is a month wide, "about a year ago" half a year. dateparser was tried
and left out: it takes 3 ms an expression, and gives one day where a period is meant.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from assistant.eligibility import Period
from assistant.eligibility.dates import FIRST_YEAR, LAST_YEAR
from assistant.reader.date_forms import FORM, HINT, MONTHS, SEASONS

__all__ = ["When", "find_dates", "long_ago", "shift_months"]


@dataclass(frozen=True, slots=True)
class When:
    """An expression of time, by its offsets in the text it was found in."""

    start: int
    end: int
    period: Period | None
    """``None`` where the form is ambiguous."""
    relative: bool = False
    """Whether it was counted from today; a date in the calendar says more."""
    yearless: bool = False
    """Whether the year was left out, and taken to be the latest that fits."""


def find_dates(text: str, today: date) -> tuple[When, ...]:
    """Every expression of time in canonical ``text``, from left to right, none inside another."""
    if not HINT.search(text):
        return ()
    taken: list[When] = []
    for name, form in FORM:
        for match in form.finditer(text):
            start, end = match.span()
            if any(one.start < end and start < one.end for one in taken):
                continue
            taken += _read(name, match, today)
    return tuple(sorted(taken, key=lambda one: one.start))


def _read(name: str, match: re.Match[str], today: date) -> Iterator[When]:
    try:
        period = _READERS[name](match, today)
    except (ValueError, OverflowError):
        period = None
    if period is not None and not FIRST_YEAR <= period.first.year <= period.last.year <= LAST_YEAR:
        period = None
    relative = name in {"end_of", "day_before", "ago", "ages", "past_unit", "yesterday", "anniversary"}
    yearless = "y" in match.groupdict() and match["y"] is None
    start = match.start()
    if name == "month_alone":
        start, yearless = match.start("m"), True
    yield When(start, match.end(), period, relative, yearless)


def shift_months(day: date, months: int) -> date:
    """The same day of another month, or that month's last."""
    total = day.year * 12 + day.month - 1 + months
    year, month = divmod(total, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def long_ago(today: date) -> Period:
    """Some day before today, nobody says which."""
    return Period(date(FIRST_YEAR, 1, 1), today - timedelta(days=1))


def _year(text: str) -> int:
    number = int(text)
    return number + 2000 if number < 100 else number


def _month(year: int, month: int) -> Period:
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    return Period(date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1]))


def _ymd(match: re.Match[str], _today: date) -> Period:
    return Period.day(date(_year(match["y"]), int(match["m"]), int(match["d"])))


def _slashed(match: re.Match[str], _today: date) -> Period | None:
    """Day and month can be told apart only where one of them is over twelve, or they are equal."""
    one, two, year = int(match["a"]), int(match["b"]), _year(match["y"])
    if one == two or two > 12:
        return Period.day(date(year, one, two))
    return Period.day(date(year, two, one)) if one > 12 else None


def _year_of(match: re.Match[str], month: int, today: date, day: int = 1) -> int:
    """The year as written, or the latest in which the day is not yet to come."""
    groups = match.groupdict()
    if groups.get("y"):
        return int(groups["y"])
    said = f"{groups.get('rel') or ''}{groups.get('rel2') or ''}"
    if "last year" in said:
        return today.year - 1
    if "this year" in said:
        return today.year
    if "next" in said:
        return today.year + (1 if "next year" in said or month <= today.month else 0)
    return today.year if (month, day) <= (today.month, today.day) else today.year - 1


def _day_month(match: re.Match[str], today: date) -> Period:
    month, day = MONTHS[match["m"]], int(match["d"])
    return Period.day(date(_year_of(match, month, today, day), month, day))


def _month_of(match: re.Match[str], today: date) -> Period:
    groups = match.groupdict()
    month = MONTHS[groups.get("m") or groups["m2"]]
    return _month(_year_of(match, month, today), month)


def _edge(match: re.Match[str], _today: date) -> Period:
    year, edge = int(match["y"]), match["edge"]
    whole = _month(year, MONTHS[match["m"]]) if match["m"] else Period(date(year, 1, 1), date(year, 12, 31))
    third = (whole.last - whole.first).days // 3
    if edge == "last day":
        return Period.day(whole.last)
    if edge == "first day":
        return Period.day(whole.first)
    if edge in {"end", "late", "last days"}:
        return Period(whole.last - timedelta(days=third), whole.last)
    if edge in {"beginning", "start", "early"}:
        return Period(whole.first, whole.first + timedelta(days=third))
    return Period(whole.first + timedelta(days=third), whole.last - timedelta(days=third))


def _christmas(match: re.Match[str], today: date) -> Period:
    year = int(match["y"]) if match["y"] else today.year - (today < date(today.year, 12, 25))
    feast = date(year, 12, 25)
    return Period(feast - timedelta(days=20), feast + timedelta(days=10))


def _season(match: re.Match[str], today: date) -> Period:
    """A season of the northern or the southern half of the world: the months around it."""
    first, last = SEASONS[match["s"]]
    said = match["rel2"] or match["rel"] or ""
    if match["y"]:
        year = int(match["y"])
    elif "this" in said:
        year = today.year
    elif "last year" in said:
        year = today.year - 1
    else:
        year = today.year if last <= today.month else today.year - 1
    return Period(_month(year, first).first, _month(year, last).last)


_COUNTS = {"half a": 0.5, "a": 1, "an": 1, "one": 1, "a couple of": 2, "couple of": 2}
_VAGUE = {"a few": (2, 6), "few": (2, 6), "several": (3, 9), "some": (2, 12)}


def _ago(match: re.Match[str], today: date) -> Period:
    unit = match["unit"].removesuffix("s")
    low, high = _span(match["n"], bool(match["half"]))
    if match["n2"]:
        more = _in_days(_span(match["n2"], half=False)[0], match["unit2"].removesuffix("s"))
        low_days, high_days = _in_days(low, unit) + more, _in_days(high, unit) + more
        slack = {"year": 25.0, "month": 15.0}.get(match["unit2"].removesuffix("s"), 4.0)
    else:
        low_days, high_days = _in_days(low, unit), _in_days(high, unit)
        slack = {"decade": 1800.0, "year": 60.0 if low > 1 else 20.0, "month": 14.0, "week": 4.0, "day": 0.0}[unit]
    said = match.string[match.start() : match.start("n")]
    exact_month = _exact(unit, low, today)
    if any(word in said for word in ("over", "more than", "at least")) and "close" not in said:
        return Period(today - timedelta(days=high_days * 1.5 + 200), exact_month - timedelta(days=1))
    if any(word in said for word in ("nearly", "almost", "under", "less than", "not quite")):
        return Period(exact_month + timedelta(days=1), today - timedelta(days=low_days * 0.7))
    if (
        any(word in said for word in ("about", "around", "roughly", "approx", "some ", "close", "maybe"))
        or " or so" in match.group()
    ):
        slack = max(slack * 2, low_days * 0.2)
    if "exactly" in said or match["today"] or (unit in {"day", "week"} and low == high):
        return Period.day(exact_month)
    latest = max(low_days - slack, 0.0)
    return Period(today - timedelta(days=high_days + slack), today - timedelta(days=latest))


def _exact(unit: str, count: float, today: date) -> date:
    if unit == "year":
        return shift_months(today, -round(12 * count))
    if unit == "month":
        return shift_months(today, -round(count))
    return today - timedelta(days=_in_days(count, unit))


def _span(number: str, half: bool) -> tuple[float, float]:
    if number in _VAGUE:
        return _VAGUE[number]
    count = float(_COUNTS.get(number, 0) or number) + (0.5 if half else 0)
    return count, count


def _in_days(count: float, unit: str) -> float:
    return count * {"day": 1, "week": 7, "month": 30.44, "year": 365.25, "decade": 3652.5}[unit]


def _ages(match: re.Match[str], today: date) -> Period:
    unit = match["unit"] or "years"
    if unit in {"days", "weeks", "months"}:
        return Period(today - timedelta(days={"days": 14, "weeks": 90, "months": 360}[unit]), today - timedelta(days=2))
    return Period(date(FIRST_YEAR, 1, 1), shift_months(today, -18))


def _past_unit(match: re.Match[str], today: date) -> Period | None:
    which, unit = match["which"], match["unit"]
    if which == "next":
        return Period(today + timedelta(days=1), today + timedelta(days=730))
    if unit == "year":
        year = today.year - (which == "last")
        if which == "the past":
            return Period(shift_months(today, -12), today)
        return Period(date(year, 1, 1), date(year, 12, 31))
    if unit == "month":
        return _month(today.year, today.month) if which == "this" else Period(shift_months(today, -2), today)
    return Period(today - timedelta(days=14), today)


def _yesterday(match: re.Match[str], today: date) -> Period:
    word = match.group()
    if word == "yesterday":
        return Period.day(today - timedelta(days=1))
    if word == "tomorrow":
        return Period.day(today + timedelta(days=1))
    if word in {"today", "just now"}:
        return Period.day(today)
    return Period(today - timedelta(days=330), today - timedelta(days=1))


def _anniversary(_match: re.Match[str], today: date) -> Period:
    middle = shift_months(today, -12)
    return Period(middle - timedelta(days=45), middle + timedelta(days=45))


def _end_of(match: re.Match[str], today: date) -> Period:
    if match["unit"] == "year":
        return Period.day(date(today.year - (match["which"] == "last"), 12, 31))
    month = today if match["which"] == "this" else shift_months(today.replace(day=1), -1)
    return Period.day(_month(month.year, month.month).last)


def _holiday(match: re.Match[str], today: date) -> Period:
    year = int(match["y"]) if match["y"] else today.year - (match["feast"] == "eve")
    return Period.day(date(year, 12, 31) if match["feast"] == "eve" else date(year, 1, 1))


def _whole_year(match: re.Match[str], _today: date) -> Period:
    year = int(match["y"])
    return Period(date(year, 1, 1), date(year, 12, 31))


_READERS = {
    "iso": _ymd,
    "dotted": _ymd,
    "slashed": _slashed,
    "month_slash": lambda match, _: _month(_year(match["y"]), int(match["m"])),
    "iso_month": lambda match, _: _month(int(match["y"]), int(match["m"])),
    "unclear": lambda *_: None,
    "day_month": _day_month,
    "month_day": _day_month,
    "edge": _edge,
    "christmas": _christmas,
    "season": _season,
    "month_year": _month_of,
    "month_rel": _month_of,
    "end_of": _end_of,
    "holiday": _holiday,
    "day_before": lambda _, today: Period.day(today - timedelta(days=2)),
    "anniversary": _anniversary,
    "ago": _ago,
    "ages": _ages,
    "past_unit": _past_unit,
    "yesterday": _yesterday,
    "month_alone": _month_of,
    "year": _whole_year,
}
