"""How slow this machine is just now, so that a limit on time tells of the code and not of the hour."""

from __future__ import annotations

import time
from statistics import median

__all__ = ["slowness"]

_QUIET_SECONDS = 0.0011
"""What the count takes on the machine that the limits were set on, in a quiet hour."""
_UP_TO = 20_000


def slowness() -> float:
    """How many times longer a fixed count takes now than it did then; never less than one."""
    return max(1.0, median(_count() for _ in range(15)) / _QUIET_SECONDS)


def _count() -> float:
    began = time.process_time()
    total = 0
    for number in range(_UP_TO):
        total += number * number % 7
    return time.process_time() - began
