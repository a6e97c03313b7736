"""What programs may ask for, whichever protocol they speak: an answer, a verdict, a clause."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from starlette.concurrency import run_in_threadpool

from assistant.eligibility import Facts
from assistant.pipeline import Assistant
from assistant.service.problem import Problem, ProblemError
from assistant.service.turns import Turns
from assistant.service.watch import Watch, Watched
from corpus.entry import entry_row
from corpus.errors import CorpusError, FactsError

__all__ = ["Desk"]


class Desk:
    """Answers for programs, a few at a time; counted under the name of ``endpoint``.

    Every method raises ``ProblemError`` where it cannot do what it was asked.
    """

    def __init__(
        self,
        assistant: Assistant,
        watch: Watch,
        endpoint: str,
        turns: Turns,
        clock: Callable[[], date] = date.today,
    ) -> None:
        self._assistant = Watched(assistant, watch, endpoint)
        self._checker = assistant.checker
        self._watch = watch
        self._endpoint = endpoint
        self._turns = turns
        self._clock = clock

    async def ask(self, question: str, turns: Sequence[str] = (), today: date | None = None) -> dict[str, Any]:
        """The answer as the contract has it."""
        async with self._turns.turn():
            answer = await run_in_threadpool(self._assistant.ask, question, turns, today)
        return answer.to_dict()

    async def check(self, facts: Facts, day: date | None = None) -> dict[str, Any]:
        """The verdict as the contract has it."""
        async with self._turns.turn():
            began = time.perf_counter()
            try:
                verdict = await run_in_threadpool(lambda: self._checker.check(facts, day or self._clock()).to_dict())
            except FactsError as error:
                raise ProblemError(Problem(422, "unusable", str(error), field="date")) from None
            self._watch.verdict(verdict["status"], self._endpoint, (time.perf_counter() - began) * 1000)
        return verdict

    def clause(self, key: str) -> dict[str, Any]:
        """The clause or FAQ entry, as ``ara corpus show --json`` has it."""
        try:
            return dict(entry_row(self._assistant.corpus, key))
        except CorpusError as error:
            problem = error.problem[0].upper() + error.problem[1:]
            raise ProblemError(Problem(404, "no_such_clause", f"{problem} {error.accepted}", field="id")) from None

    def clauses(self) -> list[dict[str, str]]:
        """The id and label of every clause, in the order of the Rules."""
        return [{"id": clause.id, "label": clause.label} for clause in self._assistant.corpus.rules.clauses]
