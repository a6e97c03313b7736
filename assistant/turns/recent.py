"""What was found for the last turns, so that a conversation is not searched anew at each of its turns."""

from __future__ import annotations

import hashlib
from collections import OrderedDict
from collections.abc import Callable
from threading import Lock

from index import SearchResult

__all__ = ["Recent"]

_KEPT = 512


class Recent:
    """A search that remembers its last results under a hash of what was searched for: no text is kept."""

    def __init__(self, search: Callable[[str], SearchResult], kept: int = _KEPT) -> None:
        self._search = search
        self._kept = kept
        self._results: OrderedDict[bytes, SearchResult] = OrderedDict()
        self._lock = Lock()

    def __call__(self, text: str) -> SearchResult:
        """What ``search`` finds for ``text``."""
        key = hashlib.blake2b(text.encode(), digest_size=16).digest()
        with self._lock:
            known = self._results.get(key)
            if known is not None:
                self._results.move_to_end(key)
                return known
        found = self._search(text)
        with self._lock:
            self._results[key] = found
            while len(self._results) > self._kept:
                self._results.popitem(last=False)
        return found
