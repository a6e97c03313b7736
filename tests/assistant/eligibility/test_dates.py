"""Calendar months, partial dates, anniversaries and 29 February."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.eligibility.dates import Period, anniversaries, first_clear_day, within_twelve_months
from assistant.eligibility.kleene import Truth

YES, NO, OPEN = Truth.YES, Truth.NO, Truth.OPEN
days = st.dates(date(1950, 1, 1), date(2090, 12, 31))


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2025", "2025-01-01", "2025-12-31"),
        ("2025-11", "2025-11-01", "2025-11-30"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2025-11-20", "2025-11-20", "2025-11-20"),
        ("2024/2025", "2024-01-01", "2025-12-31"),
        ("2025-12-31/2026-01-02", "2025-12-31", "2026-01-02"),
        ("1900", "1900-01-01", "1900-12-31"),
        ("2100-12-31", "2100-12-31", "2100-12-31"),
    ],
)
def test_partial_date_is_the_period_of_its_days(text, first, last):
    """A partial date stands for every day that it may be, and is written as it was read."""
    period = Period.parse(text)
    assert (period.first.isoformat(), period.last.isoformat()) == (first, last)
    assert str(period) == text
    assert Period.parse("2025-09/2026-01") == Period(date(2025, 9, 1), date(2026, 1, 31))


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("2025-13", "there is no month 13"),
        ("2025-00", "there is no month 00"),
        ("2025-02-29", "February 2025 has no day 29"),
        ("1899-12-31", "the year 1899 is not between 1900 and 2100"),
        ("2101", "the year 2101 is not between 1900 and 2100"),
        ("2026/2025", "the period ends before it begins"),
        ("20 Nov 2025", "'20 Nov 2025' is not a date"),
        ("2025-11-20T10:00:00Z", "'2025-11-20T10:00:00Z' is not a date"),
        ("٢٠٢٥", "'٢٠٢٥' is not a date"),
        ("", "'' is not a date"),
        ("2025/", "'' is not a date"),
    ],
)
def test_impossible_date_says_why(text, says):
    """A date that does not exist is refused with the reason, and a time zone is no part of a date."""
    with pytest.raises(ValueError, match=f"^{says}$"):
        Period.parse(text)


@given(days, days)
def test_period_reads_back_what_it_writes(one, other):
    """Every period is read back as it was written."""
    period = Period(min(one, other), max(one, other))
    assert Period.parse(str(period)) == period


@pytest.mark.parametrize(
    ("last_day", "application", "inside"),
    [
        ("2025-11-21", "2026-11-20", YES),  # 11 months 30 days
        ("2025-11-20", "2026-11-20", OPEN),  # the anniversary
        ("2025-11-19", "2026-11-20", NO),  # 12 months and a day
        ("2025-12-21", "2026-11-20", YES),  # 11 months less a day
        ("2026-11-20", "2026-11-20", YES),
        ("2027-01-01", "2026-11-20", YES),  # still to come
        ("2024-02-29", "2025-02-27", YES),
        ("2024-02-29", "2025-02-28", OPEN),
        ("2024-02-29", "2025-03-01", OPEN),
        ("2024-02-29", "2025-03-02", NO),
        ("2023-02-27", "2024-02-29", NO),
        ("2023-02-28", "2024-02-29", OPEN),  # counted back from 29 February
        ("2023-03-01", "2024-02-29", OPEN),
        ("2023-03-02", "2024-02-29", YES),
        ("2024-02-28", "2025-02-28", OPEN),
        ("2024-03-01", "2025-02-28", YES),
        ("2023-12-31", "2024-12-30", YES),  # 365 days, and not yet 12 months
        ("2023-12-31", "2024-12-31", OPEN),
        ("2025", "2026-12-31", OPEN),
        ("2025", "2027-01-01", NO),
        ("2025-11", "2026-10-31", YES),
        ("2025-11", "2026-11-01", OPEN),
        ("2025-11", "2026-11-30", OPEN),
        ("2025-11", "2026-12-01", NO),
        ("2025-11-20", "2026-11", OPEN),
        ("2025-11-20", "2026-12", NO),
        ("2025-11-20", "2026-10", YES),
    ],
)
def test_twelve_months_are_counted_by_the_calendar(last_day, application, inside):
    """Both sides of every limit fall where the calendar says, and the limit itself is open."""
    assert within_twelve_months(Period.parse(last_day), Period.parse(application)) is inside


@given(days, days, st.integers(1, 400), st.integers(1, 400))
def test_period_answers_only_what_all_its_days_answer(last, application, more, later):
    """A period is inside (outside) where its first and last days are, for both dates."""
    lasts = Period(last, last + timedelta(days=more))
    applications = Period(application, application + timedelta(days=later))
    corners = {
        within_twelve_months(Period.day(one), Period.day(other))
        for one in (lasts.first, lasts.last)
        for other in (applications.first, applications.last)
    }
    expected = corners.pop() if len(corners) == 1 else OPEN
    assert within_twelve_months(lasts, applications) is expected


@given(days)
def test_first_clear_day_is_the_first(last_day):
    """On the first clear day the 12 months have passed for certain; on the day before they have not."""
    clear = first_clear_day(Period.day(last_day))
    assert clear is not None
    assert within_twelve_months(Period.day(last_day), Period.day(clear)) is NO
    assert within_twelve_months(Period.day(last_day), Period.day(clear - timedelta(days=1))) is not NO


def test_last_day_beyond_the_calendar_has_no_clear_day():
    """A last day in the last year of the calendar has no first clear day."""
    assert first_clear_day(Period.parse("2100-01-01")) is None
    assert first_clear_day(Period.parse("2099-12-31")) == date(2101, 1, 1)


def test_29_february_has_two_anniversaries_in_a_common_year():
    """29 February is read as 28 February and as 1 March, and as itself in a leap year."""
    assert anniversaries(date(2024, 2, 29), 1) == (date(2025, 2, 28), date(2025, 3, 1))
    assert anniversaries(date(2024, 2, 29), 4) == (date(2028, 2, 29),)
