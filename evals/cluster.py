"""Cases over a Ray cluster: the same lines in the same order as on one machine.

Ray is an optional extra (``pip install ray``). The program must be installed on every
node; a node that has no index builds its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from importlib import import_module
from itertools import cycle
from typing import Any

from corpus.errors import EvalError
from evals.cases import Located
from evals.scoring import score_case
from evals.workers import Engine, Opener, in_order

__all__ = ["ray_engine"]


def ray_engine(address: str | None = None) -> Engine:
    """Scores on the cluster at ``address``, or on one of its own on this machine where none is named.

    Raises ``EvalError`` where Ray is not installed or the cluster cannot be reached.
    """

    def score(opener: Opener, cases: Iterable[Located], workers: int) -> Iterator[str]:
        ray = _connected(address, workers)
        actor = ray.remote(num_cpus=1)(_Worker).options(scheduling_strategy="SPREAD")
        actors = cycle([actor.remote(opener) for _ in range(workers)])

        def submit(some: list[Located]) -> Any:
            return next(actors).score.remote(some)

        try:
            yield from in_order(cases, workers, submit, ray.get)
        except ray.exceptions.RayError as error:
            raise EvalError(
                f"A worker of the cluster was lost ({type(error).__name__}). What was scored so far is kept: run the "
                "same command again."
            ) from None
        finally:
            ray.shutdown()

    return score


class _Worker:
    """Holds an open assistant in a process of the cluster."""

    def __init__(self, opener: Opener) -> None:
        self._answerer = opener(1)

    def score(self, cases: list[Located]) -> list[str]:
        """A line of results for each case."""
        return [score_case(self._answerer, located).model_dump_json() for located in cases]


def _connected(address: str | None, workers: int) -> Any:
    try:
        ray = import_module("ray")
    except ImportError:
        raise EvalError("--engine ray needs Ray. Install it with: pip install ray") from None
    cores = None if address else workers
    try:
        ray.init(address=address, num_cpus=cores, include_dashboard=False, log_to_driver=False, configure_logging=False)
    except (ConnectionError, ValueError, RuntimeError) as error:
        where = f"at {address}" if address else "on this machine"
        raise EvalError(f"The Ray cluster {where} cannot be used ({str(error).splitlines()[0]}).") from None
    return ray
