"""Cases over processes: results in the order of the cases, memory flat however many there are."""

from __future__ import annotations

import multiprocessing
import os
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from multiprocessing.connection import wait
from typing import TypeVar

from corpus.errors import AraError, EvalError
from evals.cases import Located
from evals.scoring import Answerer, score_case

__all__ = ["Engine", "Opener", "in_order", "score_lines"]

Opener = Callable[[int], Answerer]
"""Opens what is measured, with this many threads of its own; must be picklable for more than one worker."""
Engine = Callable[[Opener, Iterable[Located], int], Iterator[str]]
"""Scores cases with so many workers: lines of results, in the order of the cases."""
Task = TypeVar("Task")

_AT_ONCE = 16
"""Cases a task: enough that passing them costs nothing beside answering them."""
_AHEAD = 4
"""Tasks a worker that may wait; what bounds memory."""


def score_lines(opener: Opener, cases: Iterable[Located], workers: int) -> Iterator[str]:
    """Each case scored, as a line of results; with one worker in this process."""
    if workers == 1:
        answerer = opener(2)
        for located in cases:
            yield score_case(answerer, located).model_dump_json()
        return
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(workers, context, initializer=_open, initargs=(opener,)) as pool:
        try:
            yield from in_order(cases, workers, lambda some: pool.submit(_score, some), Future.result)
        except BrokenProcessPool:
            raise EvalError(
                "A worker process ended. What was scored so far is kept: run the same command again, with fewer --workers."
            ) from None
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


def in_order(
    cases: Iterable[Located],
    workers: int,
    submit: Callable[[list[Located]], Task],
    collect: Callable[[Task], list[str]],
) -> Iterator[str]:
    """The lines of ``cases`` in their order, with a few tasks a worker submitted ahead and no more."""
    waiting: deque[Task] = deque()
    rest = iter(cases)
    while True:
        while len(waiting) < _AHEAD * workers and (some := list(islice(rest, _AT_ONCE))):
            waiting.append(submit(some))
        if not waiting:
            return
        yield from collect(waiting.popleft())


_answerer: Answerer | None = None  # set once in each worker process
_problem = ""
"""Why there is none; told when the first task comes, since a worker has no terminal of its own."""


def _open(opener: Opener) -> None:
    global _answerer, _problem  # noqa: PLW0603 - one for each worker process, opened before its first task
    threading.Thread(target=_end_with_parent, daemon=True).start()
    try:
        _answerer = opener(1)
    except AraError as error:
        _problem = str(error)


def _end_with_parent() -> None:
    """End this worker when the program that started it is gone; a killed one cannot tell it to stop."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)


def _score(cases: list[Located]) -> list[str]:
    if _answerer is None:
        raise EvalError(_problem)
    return [score_case(_answerer, located).model_dump_json() for located in cases]
