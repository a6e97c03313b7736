"""How long a verdict and a question take."""

from __future__ import annotations

from statistics import median
from time import perf_counter

import pytest

from assistant.eligibility import parse_facts
from tests.assistant.eligibility.conftest import MET, TODAY
from tests.speed import slowness

RICH = MET | {
    "amazon_relation": "employee",
    "amazon_last_day": "2025-11",
    "relatives_at_amazon": [{"relation": "in_law", "amazon_relation": "employee", "amazon_last_day": "2026-04"}],
}


def median_ms(work, times):
    """The median time of ``work`` in milliseconds."""
    taken = []
    for _ in range(times):
        start = perf_counter()
        work()
        taken.append((perf_counter() - start) * 1000)
    return median(taken)


@pytest.mark.parametrize("case", [{}, MET, RICH], ids=["nothing stated", "eligible", "open"])
def test_verdict_and_question_are_quick(checker, case):
    """A verdict takes under 0.2 ms and the next question under 5 ms, as medians in a quiet hour."""
    facts, slower = parse_facts(case), slowness()
    assert median_ms(lambda: checker.check(facts, TODAY), 300) < 0.2 * slower
    assert median_ms(lambda: checker.check(facts, TODAY).next_question, 30) < 5 * slower
