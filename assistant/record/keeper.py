"""What the server keeps, written by a thread of its own: no answer waits for the store or fails with it."""

from __future__ import annotations

import logging
import queue
import threading
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from assistant.record.worth import worth_keeping
from corpus.errors import RecordError

if TYPE_CHECKING:
    from assistant.pipeline import Trace
    from assistant.record.store import Store
    from assistant.record.values import Asked, Rating

__all__ = ["BOUNDS", "Keeper"]

BOUNDS = (5, 10, 20, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000, 1_000_000)
"""Milliseconds; an answer counts for the first bound that it does not exceed."""
_WAITING = 1_000
"""Answers that may wait to be written; what comes when so many wait is not kept."""
_HOUR = 3600.0
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Seen:
    trace: Trace
    endpoint: str


class Keeper:
    """Keeps what is worth it, counts the rest, and deletes what is older than the limit, once a day."""

    def __init__(self, store: Store, days: int, clock: Callable[[], date] = date.today) -> None:
        self.store = store
        self.days = days
        """How long anything is kept."""
        self._clock = clock
        self._waiting: queue.Queue[_Seen | None] = queue.Queue(_WAITING)
        self._swept: date | None = None
        self._failing = False
        self._thread: threading.Thread | None = None

    def start(self) -> None:
        """Delete what is too old, then write whatever comes."""
        self._thread = threading.Thread(target=self._work, name="keeper", daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Write what waits, then stop."""
        if self._thread is not None and self._thread.is_alive():
            self._waiting.put(None)
            self._thread.join(10)
        self.store.close()

    def flush(self) -> None:
        """Wait until all that was noticed is written."""
        self._waiting.join()

    def notice(self, trace: Trace, endpoint: str) -> None:
        """An answer was given at ``endpoint``."""
        try:
            self._waiting.put_nowait(_Seen(trace, endpoint))
        except queue.Full:
            self._warn("Answers come faster than the record takes them; some are not kept")

    def rate(self, rating: Rating, asked: Asked | None) -> bool:
        """Keep a rating now, since its sender is told; ``asked`` is the question to review, for a thumb down."""
        try:
            return self.store.rate(rating, asked, self._clock())
        except RecordError as error:
            self._warn(str(error))
            return False

    def _work(self) -> None:
        while True:
            self._sweep()
            try:
                seen = [self._waiting.get(timeout=_HOUR)]
            except queue.Empty:
                continue
            while not self._waiting.empty():
                seen.append(self._waiting.get_nowait())
            self._write([one for one in seen if one is not None])
            for _ in seen:
                self._waiting.task_done()
            if None in seen:
                return

    def _write(self, seen: list[_Seen]) -> None:
        today = self._clock()
        counts = Counter[tuple[date, str, str, int]](
            (today, one.endpoint, one.trace.answer.kind, _bound(one.trace.answer.ms)) for one in seen
        )
        try:
            for one in seen:
                asked = worth_keeping(one.trace)
                if asked is not None and not self.store.keep(asked, today):
                    self._warn("The record is full; questions are kept again once some are labelled or dropped")
            self.store.count(counts)
        except Exception as error:  # noqa: BLE001 - the thread must live on; no message holds words of people
            self._warn(str(error) if isinstance(error, RecordError) else type(error).__name__)
        else:
            self._failing = False

    def _sweep(self) -> None:
        """Delete what is too old, once a day."""
        today = self._clock()
        if self._swept == today:
            return
        try:
            self.store.forget(today, self.days)
        except RecordError as error:
            self._warn(str(error))
        else:
            self._swept = today

    def _warn(self, what: str) -> None:
        """Once, until something works again."""
        if not self._failing:
            self._failing = True
            _log.warning("%s", what)


def _bound(ms: float) -> int:
    return next((bound for bound in BOUNDS if ms <= bound), BOUNDS[-1])
