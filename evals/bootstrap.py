"""Percentile bootstrap (Efron and Tibshirani 1993, ch. 13) for ratios of sums.

Cases are resampled, not turns. Cases that add the same to a figure are counted together
and their counts drawn from the multinomial distribution, which is the same as drawing
cases with replacement and takes no more memory for 100,000 cases than for 100.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

__all__ = ["RESAMPLES", "SEED", "Interval", "interval", "paired_difference"]

RESAMPLES = 2_000
SEED = 20_210_312
_TAILS = (2.5, 97.5)

Floats = NDArray[np.float64]


class Interval(NamedTuple):
    """A value and its 95 % interval."""

    value: float
    low: float
    high: float


def interval(shares: Sequence[tuple[float, float]], resamples: int = RESAMPLES) -> Interval | None:
    """The figure over ``shares`` (part, whole), one a case; none where nothing is counted."""
    rows = np.asarray(shares, np.float64).reshape(-1, 2)
    if not rows[:, 1].sum():
        return None
    sums = _resampled(rows, resamples)
    return _interval(rows[:, 0].sum() / rows[:, 1].sum(), _ratio(sums[:, 0], sums[:, 1]))


def paired_difference(
    before: Sequence[tuple[float, float]], after: Sequence[tuple[float, float]], resamples: int = RESAMPLES
) -> Interval | None:
    """How much a figure rose from ``before`` to ``after``, the same cases in the same order.

    The same cases are drawn for both sides, so what is hard about a case cancels out.
    """
    rows = np.concatenate([np.asarray(side, np.float64).reshape(-1, 2) for side in (before, after)], axis=1)
    totals = rows.sum(axis=0)
    if not totals[1] or not totals[3]:
        return None
    sums = _resampled(rows, resamples)
    rise = totals[2] / totals[3] - totals[0] / totals[1]
    return _interval(rise, _ratio(sums[:, 2], sums[:, 3]) - _ratio(sums[:, 0], sums[:, 1]))


def _resampled(rows: Floats, resamples: int) -> Floats:
    """Column sums of each resample, ``(resamples, columns)``."""
    distinct, counts = np.unique(rows, axis=0, return_counts=True)
    draws = np.random.default_rng(SEED).multinomial(len(rows), counts / len(rows), size=resamples)
    sums: Floats = draws @ distinct
    return sums


def _ratio(parts: Floats, wholes: Floats) -> Floats:
    return np.divide(parts, wholes, out=np.full_like(parts, np.nan), where=wholes > 0)


def _interval(value: float, resampled: Floats) -> Interval:
    low, high = np.nanpercentile(resampled, _TAILS)
    return Interval(float(value), float(low), float(high))
