"""What is measured, and against what."""

from __future__ import annotations

import asyncio
import itertools
import random
import statistics
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant import Settings
from corpus import load_corpus
from evals.bench.row import Row
from evals.load.server import Server, echo_chat, page
from evals.load.users import Asked, ask_all
from index import Progress

__all__ = ["Round", "measure", "rows"]

P95_SECONDS = 1.5
SHARE = 0.7
"""Of the echo chat's throughput."""
GROWTH_MIB = 20
"""Between the first fifth of the questions, in which caches fill, and the last."""
_ROUNDS = 5
_WARM_UP = 500
"""Questions before the first round, which are not counted: what is opened and worked out once is there then."""
_SEED = 7


@dataclass(frozen=True, slots=True)
class Round:
    """Questions asked of one server in a row."""

    asked: tuple[Asked, ...]
    seconds: float

    @property
    def per_second(self) -> float:
        """Answers a second."""
        return len(self.asked) / self.seconds


def measure(chosen: Settings, progress: Progress, *, users: int, questions: int) -> Iterator[Row]:
    """The page and the echo chat in turns, so that whatever else the machine does befalls both."""
    corpus = load_corpus(chosen.corpus_dir, chosen.rules_version)
    texts = itertools.cycle(_mixed([example.question for example in corpus.examples]))
    each = questions // _ROUNDS
    ours: list[Round] = []
    echoes: list[Round] = []
    memory: list[float] = []
    with page(chosen) as served, echo_chat(chosen) as bare:
        progress("warming up", 0, 1)
        for server in (served, bare):
            _round(server, users, list(itertools.islice(texts, _WARM_UP)))
        for at in range(_ROUNDS):
            progress("asking", 2 * at, 2 * _ROUNDS)
            ours.append(_round(served, users, list(itertools.islice(texts, each))))
            memory.append(served.memory_mib())
            progress("asking the echo chat", 2 * at + 1, 2 * _ROUNDS)
            echoes.append(_round(bare, users, list(itertools.islice(texts, each))))
    progress("done", 1, 1)
    yield from rows(ours, echoes, memory, users)


def _mixed(questions: list[str]) -> list[str]:
    """In an order of chance, always the same, so that each round has questions of every kind."""
    random.Random(_SEED).shuffle(questions)  # noqa: S311 - no secret
    return questions


def _round(server: Server, users: int, questions: Sequence[str]) -> Round:
    began = time.perf_counter()
    asked = asyncio.run(ask_all(server.address, users, questions))
    return Round(tuple(asked), time.perf_counter() - began)


def rows(ours: Sequence[Round], echoes: Sequence[Round], memory: Sequence[float], users: int) -> Iterator[Row]:
    """The figures as rows; ``memory`` in MiB, after each round of ours."""
    asked = [one for each in ours for one in each.asked]
    errors = [one.error for one in asked if one.error]
    slow = statistics.quantiles((one.seconds for one in asked), n=20)[-1]
    yield Row(
        f"{users} users at once, p95",
        f"{slow:.2f} s",
        f"< {P95_SECONDS:g} s",
        slow < P95_SECONDS,
        f"{len(asked):,} questions over the page's queue, without a pause, after {_WARM_UP} to warm up; median "
        f"{statistics.median(one.seconds for one in asked):.2f} s",
    )
    yield Row(f"{users} users at once, errors", str(len(errors)), "0", not errors, errors[0] if errors else "")
    share = statistics.median(mine.per_second / bare.per_second for mine, bare in zip(ours, echoes, strict=True))
    yield Row(
        "throughput ÷ bare echo chat",
        f"{share:.2f} ×",
        f"≥ {SHARE:g} ×",
        share >= SHARE,
        f"{statistics.median(one.per_second for one in ours):.0f} against "
        f"{statistics.median(one.per_second for one in echoes):.0f} answers a second, in turns, {len(ours)} times",
    )
    growth = memory[-1] - memory[0]
    yield Row(
        f"memory over {len(asked):,} questions",
        f"{growth:+.0f} MB",
        f"≤ +{GROWTH_MIB} MB",
        growth <= GROWTH_MIB,
        f"{', '.join(f'{one:.0f}' for one in memory)} MB after each {len(ours[0].asked):,}, mapped files apart",
    )
