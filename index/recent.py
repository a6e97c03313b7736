"""What was worked out for the last texts, so that a conversation is not worked through anew at each of its turns."""

from __future__ import annotations

import hashlib
from collections import OrderedDict
from collections.abc import Callable
from threading import Lock
from typing import Generic, TypeVar

__all__ = ["Recent"]

_KEPT = 512
Result = TypeVar("Result")


class Recent(Generic[Result]):
    """A function of a text that remembers its last results under a hash of the text: no text is kept."""

    def __init__(self, work_out: Callable[[str], Result], kept: int = _KEPT) -> None:
        self._work_out = work_out
        self._kept = kept
        self._results: OrderedDict[bytes, Result] = OrderedDict()
        self._lock = Lock()

    def __call__(self, text: str) -> Result:
        """What the function gives for ``text``."""
        key = _hashed(text)
        with self._lock:
            if key in self._results:
                self._results.move_to_end(key)
                return self._results[key]
        found = self._work_out(text)
        self._keep(key, found)
        return found

    def note(self, text: str, found: Result) -> None:
        """Remember what the function gives for ``text``, where somebody has worked it out."""
        self._keep(_hashed(text), found)

    def _keep(self, key: bytes, found: Result) -> None:
        with self._lock:
            self._results[key] = found
            self._results.move_to_end(key)
            while len(self._results) > self._kept:
                self._results.popitem(last=False)


def _hashed(text: str) -> bytes:
    return hashlib.blake2b(text.encode(), digest_size=16).digest()
