"""Latency: milliseconds from question to answer, at the 50th, 95th and 99th percentile.

The p-th percentile of n times is the smallest time that at least p % of them do not
exceed. Its interval runs between two order statistics and assumes nothing about the
distribution (Conover 1999, § 3.2). Latency depends on the machine and is never gated.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from pydantic import BaseModel
from scipy.stats import binom

__all__ = ["PERCENTILES", "Percentile", "percentiles"]

PERCENTILES = (50, 95, 99)
_TAIL = 0.025


class Percentile(BaseModel, frozen=True):
    """One percentile with its 95 % interval, in milliseconds."""

    percent: int
    ms: float
    low: float
    high: float


def percentiles(times: Sequence[float]) -> tuple[Percentile, ...]:
    """The percentiles of ``times``, milliseconds in any order; none of no times."""
    ordered = np.sort(np.asarray(times, np.float64))
    count = len(ordered)
    if not count:
        return ()

    def at(rank: float) -> float:
        return round(float(ordered[min(max(int(rank), 1), count) - 1]), 2)

    return tuple(
        Percentile(
            percent=percent,
            ms=at(math.ceil(percent / 100 * count)),
            low=at(binom.ppf(_TAIL, count, percent / 100)),
            high=at(binom.ppf(1 - _TAIL, count, percent / 100) + 1),
        )
        for percent in PERCENTILES
    )
