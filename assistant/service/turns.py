"""How many answers are worked on at the same time, and how many may wait."""

from __future__ import annotations

import asyncio
import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from assistant.service.problem import Problem, ProblemError

if TYPE_CHECKING:
    from assistant.settings import Settings

__all__ = ["BUSY", "WAITING", "Turns", "answers_at_once"]

_FEWEST = 2
_WITH_A_MODEL = 8
WAITING = 64
BUSY = Problem(
    503,
    "busy",
    "Too many questions are being answered at the moment. Please try again in a few seconds.",
    retry_after=5,
)


def answers_at_once(settings: Settings) -> int:
    """How many answers are worked on at the same time.

    As many as there are processors: one more makes all of them wait for one another. An answer that a chat model
    helps with mostly waits for the model, and leaves the processors to others.
    """
    return _WITH_A_MODEL if settings.chat_model else max(_FEWEST, os.cpu_count() or 0)


class Turns:
    """A bounded queue: whoever comes when it is full is told so at once."""

    def __init__(self, at_once: int, waiting: int = WAITING) -> None:
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
