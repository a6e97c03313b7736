"""Intervals around figures."""

from __future__ import annotations

import pytest

from evals.bootstrap import interval, paired_difference


def test_an_interval_holds_its_value_and_narrows_with_more_cases():
    """Ten times the cases give an interval about a third as wide."""
    few, many = (interval([(1.0, 1.0), (0.0, 1.0)] * times) for times in (10, 100))
    assert few
    assert many
    assert few.low < few.value == 0.5 < few.high
    assert (many.high - many.low) == pytest.approx((few.high - few.low) / 10**0.5, rel=0.15)


def test_the_interval_of_a_share_is_the_binomial_one():
    """For 50 of 100 the interval is half a standard error's 1.96 to each side: 0.40 to 0.60."""
    found = interval([(1.0, 1.0)] * 50 + [(0.0, 1.0)] * 50)
    assert found
    assert (found.low, found.high) == (pytest.approx(0.40, abs=0.02), pytest.approx(0.60, abs=0.02))


def test_the_same_cases_give_the_same_interval():
    """Resampling is seeded."""
    rows = [(float(at % 3 == 0), 1.0) for at in range(40)]
    assert interval(rows) == interval(rows)


def test_nothing_counted_has_no_interval():
    """Cases that a figure does not concern give none."""
    assert interval([]) is None
    assert interval([(0.0, 0.0)]) is None


def test_equal_sides_differ_by_nothing():
    """The same results on both sides differ by exactly 0, with no width."""
    rows = [(1.0, 1.0), (0.0, 1.0)] * 5
    assert paired_difference(rows, rows) == (0.0, 0.0, 0.0)


def test_pairing_sees_what_two_intervals_would_hide():
    """Five of forty cases that all turn right are a rise, though the two intervals overlap."""
    before = [(1.0, 1.0)] * 20 + [(0.0, 1.0)] * 20
    after = [(1.0, 1.0)] * 25 + [(0.0, 1.0)] * 15
    rise = paired_difference(before, after)
    old, new = interval(before), interval(after)
    assert rise
    assert old
    assert new
    assert rise.low > 0
    assert old.high > new.low
