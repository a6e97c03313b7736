"""The time of a verdict, and of the next question, on typical facts."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from datetime import date

from corpus.errors import AraError
from evals.bench.row import Row, median

__all__ = ["verdicts"]

_REPEATS = 300
_TODAY = date(2026, 11, 20)
_SOME_FACTS = {
    "position": "faculty",
    "full_time": True,
    "institution": "academic",
    "age": 36,
    "amazon_relation": "intern",
}


def verdicts() -> Iterator[Row]:
    """A case with half of its facts stated, judged again and again."""
    try:
        from assistant.eligibility.checker import load_checker
        from assistant.eligibility.facts import Facts

        checker = load_checker()
    except (ImportError, AraError) as error:
        yield Row.skipped("verdict", f"the checker cannot be opened ({type(error).__name__})")
        return
    facts = Facts.model_validate(_SOME_FACTS)
    verdict = checker.check(facts, _TODAY)
    judge = _median_ms(lambda: checker.check(facts, _TODAY))
    yield Row("verdict", f"{judge:.3f} ms", "< 0.2 ms", judge < 0.2, "five facts stated")
    following = _median_ms(lambda: checker.check(facts, _TODAY).next_question)
    told = "none left" if verdict.next_question is None else "one found"
    yield Row("verdict and next question", f"{following:.2f} ms", "< 5 ms", following < 5, told)


def _median_ms(work: Callable[[], object]) -> float:
    times = []
    for _ in range(_REPEATS):
        began = time.perf_counter()
        work()
        times.append((time.perf_counter() - began) * 1000)
    return median(times)
