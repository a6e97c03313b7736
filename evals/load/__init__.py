"""How the page bears many users at once: the real server, the real queue, beside a bare echo chat."""

from __future__ import annotations

from collections.abc import Iterator

from assistant import Settings
from evals.bench.row import Row
from index import Progress

__all__ = ["run_load"]


def run_load(chosen: Settings, progress: Progress, *, users: int, questions: int) -> Iterator[Row]:
    """Each row once it is measured; raises ``EvalError`` where a server cannot be started."""
    from evals.load.measure import measure

    yield from measure(chosen, progress, users=users, questions=questions)
