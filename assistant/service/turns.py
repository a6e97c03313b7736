"""How many answers are worked on at the same time, and how many may wait."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from assistant.service.problem import Problem, ProblemError

__all__ = ["AT_ONCE", "BUSY", "WAITING", "Turns"]

AT_ONCE = 4
WAITING = 64
BUSY = Problem(
    503,
    "busy",
    "Too many questions are being answered at the moment. Please try again in a few seconds.",
    retry_after=5,
)


class Turns:
    """A bounded queue: whoever comes when it is full is told so at once."""

    def __init__(self, at_once: int = AT_ONCE, waiting: int = WAITING) -> None:
        self._free = asyncio.Semaphore(at_once)
        self._most = at_once + waiting
        self._inside = 0

    @asynccontextmanager
    async def turn(self) -> AsyncIterator[None]:
        """Wait for a turn and hold it; raises ``ProblemError`` (503) where too many wait."""
        if self._inside >= self._most:
            raise ProblemError(BUSY)
        self._inside += 1
        try:
            async with self._free:
                yield
        finally:
            self._inside -= 1
