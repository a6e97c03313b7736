"""Expressions of time."""

from datetime import date

import pytest

from assistant.reader.dates import find_dates

TODAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("2025-08-15", "2025-08-15"),
        ("30.09.2025", "2025-09-30"),
        ("15/08/2025", "2025-08-15"),
        ("05/28/2025", "2025-05-28"),
        ("03/03/2025", "2025-03-03"),
        ("15 august 2025", "2025-08-15"),
        ("the 1st of sept 2025", "2025-09-01"),
        ("february 14 , 2026", "2026-02-14"),
        ("may 2025", "2025-05"),
        ("08/2025", "2025-08"),
        ("in march", "2026-03"),
        ("in december", "2025-12"),
        ("last summer", "2026-06-01/2026-08-31"),
        ("the summer of 2023", "2023-06-01/2023-08-31"),
        ("the last day of 2025", "2025-12-31"),
        ("yesterday", "2026-11-19"),
        ("the day before yesterday", "2026-11-18"),
        ("3 weeks ago", "2026-10-30"),
        ("exactly one year ago", "2025-11-20"),
        ("the end of last month", "2026-10-31"),
        ("last year", "2025"),
        ("2022", "2022"),
    ],
)
def test_read(text, period):
    """An unambiguous expression is the days that it may mean."""
    (found,) = find_dates(text, TODAY)
    assert str(found.period) == period


@pytest.mark.parametrize("text", ["03/04/2026", "3/4/26", "31/02/2025"])
def test_unclear(text):
    """What can be two days, or none, is no day."""
    (found,) = find_dates(text, TODAY)
    assert found.period is None


@pytest.mark.parametrize("text", ["about a year ago", "a year ago", "12 months ago", "around this time last year"])
def test_about_a_year(text):
    """About a year ago lies on both sides of the limit."""
    (found,) = find_dates(text, TODAY)
    assert found.period.first < date(2025, 11, 20) < found.period.last


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("11 months ago", True),
        ("14 months ago", False),
        ("over a year ago", False),
        ("2 years ago", False),
        ("less than a year ago", True),
    ],
)
def test_side_of_the_limit(text, inside):
    """Months are vague by half a month, no more."""
    (found,) = find_dates(text, TODAY)
    limit = date(2025, 11, 20)
    assert (found.period.first > limit) if inside else (found.period.last < limit)


@pytest.mark.parametrize("text", ["80 %", "501c3", "1.0 fte", "36 , one proposal", "may i apply"])
def test_no_date(text):
    """Other numbers are no dates."""
    assert find_dates(text, TODAY) == ()
