"""Every answer is counted, timed and logged, wherever it was asked for."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from assistant.judging import Case
from assistant.pipeline import Assistant, Trace
from assistant.record import Keeper
from assistant.service.metrics import Metrics

if TYPE_CHECKING:
    from structlog.typing import FilteringBoundLogger

__all__ = ["Watch", "Watched"]


class Watch:
    """Where answers are reported to. A question's words are logged or kept only where that is switched on."""

    def __init__(
        self,
        metrics: Metrics,
        log: FilteringBoundLogger,
        *,
        log_questions: bool = False,
        keeper: Keeper | None = None,
    ) -> None:
        self._metrics = metrics
        self._log = log
        self._log_questions = log_questions
        self._keeper = keeper

    def answer(self, trace: Trace, endpoint: str) -> None:
        """An answer was given."""
        kind, ms, question = trace.answer.kind, trace.answer.ms, trace.question
        if self._keeper is not None:
            self._keeper.notice(trace, endpoint)
        self._metrics.answered(kind, endpoint, ms / 1000)
        words = {"question": question} if self._log_questions else {}
        self._log.info("answer", endpoint=endpoint, kind=kind, ms=round(ms, 1), **words)

    def verdict(self, status: str, endpoint: str, ms: float) -> None:
        """A verdict on stated facts was given."""
        self._metrics.judged(status, endpoint, ms / 1000)
        self._log.info("verdict", endpoint=endpoint, kind=status, ms=round(ms, 1))


class Watched(Assistant):
    """An assistant whose answers are reported under the name of an endpoint."""

    def __init__(self, inner: Assistant, watch: Watch, endpoint: str) -> None:
        super().__init__(inner.corpus, inner.index)
        self._inner = inner
        self._watch = watch
        self._endpoint = endpoint

    def trace(
        self,
        question: str,
        turns: Sequence[str] = (),
        today: date | None = None,
        case: Case | None = None,
    ) -> Trace:
        """As the assistant inside has it."""
        trace = self._inner.trace(question, turns, today, case)
        self._watch.answer(trace, self._endpoint)
        return trace
