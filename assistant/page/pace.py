"""How an answer is written out: sentence by sentence while there is time, in one piece while many wait."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from threading import Lock

from assistant.page.chat import View

__all__ = ["Pace"]


class Pace:
    """Knows how many answers are under way; each view that is sent costs the server as much as the answer itself."""

    def __init__(self, at_once: int) -> None:
        self._at_once = at_once
        self._under_way = 0
        self._lock = Lock()

    def of(self, views: Iterator[View]) -> Iterator[View]:
        """The views of one answer, or the last alone where all turns are taken once it is ready."""
        self._count(1)
        try:
            first = next(views)
            rest = chain([first], views)
            if self._under_way < self._at_once:
                yield from rest
            else:
                *_, last = rest
                yield last
        finally:
            self._count(-1)

    def _count(self, change: int) -> None:
        with self._lock:
            self._under_way += change
