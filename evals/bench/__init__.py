"""How fast it is: medians and ratios from one run on one machine."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from assistant import Settings
from evals.bench.row import Row
from index import Progress

__all__ = ["Effort", "Row", "run_bench"]


@dataclass(frozen=True, slots=True)
class Effort:
    """How much is measured."""

    questions: int
    """Asked of each size of corpus, once each, interleaved."""
    starts: int
    """Cold starts of each kind, interleaved."""
    sizes: tuple[int, ...]
    """Numbers of clauses."""
    builds: bool
    """Whether the index is built once, from nothing."""


FULL = Effort(questions=60, starts=7, sizes=(1_000, 10_000, 100_000), builds=True)
QUICK = Effort(questions=20, starts=3, sizes=(1_000, 10_000), builds=False)


def run_bench(chosen: Settings, progress: Progress, *, quick: bool = False) -> Iterator[Row]:
    """Each row as it is measured; what cannot be measured here says why.

    Raises ``EvalError`` or ``SearchIndexError`` where there is nothing to measure with.
    """
    from evals.bench.answering import answering
    from evals.bench.building import building
    from evals.bench.cold import cold_start
    from evals.bench.serving import serving
    from evals.bench.verdicts import verdicts

    effort = QUICK if quick else FULL
    progress("cold starts", 0, 5)
    yield from cold_start(chosen, effort.starts)
    progress("serving", 1, 5)
    yield from serving(chosen)
    progress("verdicts", 2, 5)
    yield from verdicts()
    progress("answering", 3, 5)
    yield from answering(chosen, effort.questions, effort.sizes, progress)
    progress("building", 4, 5)
    if effort.builds:
        yield from building(chosen)
    progress("done", 5, 5)
