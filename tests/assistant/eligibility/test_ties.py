"""Ties to Amazon that are denied, beside a date that is stated."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.eligibility import Period, Truth
from assistant.eligibility.requirements.ties import ineligible

TODAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("role", "last_day", "truth"),
    [
        ("not_in_last_12_months", "2025-11-19", Truth.NO),
        ("not_in_last_12_months", "2025", Truth.NO),
        ("not_in_last_12_months", "2025-11-20", Truth.OPEN),
        ("not_in_last_12_months", "2025-11-21", Truth.OPEN),
        ("never", "2010", Truth.OPEN),
    ],
)
def test_denial_stands_unless_the_date_contradicts_it(role, last_day, truth):
    """A denial settles a rough date, and contradicts the anniversary, a day inside, and any date after "never"."""
    tie = ineligible(role, Period.parse(last_day), Period.day(TODAY), TODAY)
    assert (tie.truth, tie.conflict) == (truth, truth is Truth.OPEN)
