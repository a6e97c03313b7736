"""How an answer is written out: sentence by sentence while there is time, in one piece while many wait."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from threading import Lock
from typing import Protocol

from assistant.page.chat import View

__all__ = ["Pace"]


class Views(Protocol):
    """Makes the views of one answer."""

    def __call__(self, *, in_a_hurry: Callable[[], bool]) -> Iterator[View]:
        """The views; ``in_a_hurry`` says whether all turns are taken, so that one has to do."""


class Pace:
    """Knows how many answers are under way; each view that is made and sent costs the server as much as the answer itself."""

    def __init__(self, at_once: int) -> None:
        self._at_once = at_once
        self._under_way = 0
        self._lock = Lock()

    def of(self, views: Views) -> Iterator[View]:
        """The views of one answer, which are told of the others that are under way."""
        self._count(1)
        try:
            yield from views(in_a_hurry=lambda: self._under_way >= self._at_once)
        finally:
            self._count(-1)

    def _count(self, change: int) -> None:
        with self._lock:
            self._under_way += change
