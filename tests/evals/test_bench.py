"""The bench's table and its repeated clauses; what it times is not repeated here."""

from __future__ import annotations

from corpus import Corpus
from evals.bench.row import Row, table
from evals.bench.scale import repeated_rules


def test_a_row_says_whether_it_met_its_target():
    """A ratio above its limit is marked, and what was not measured says why."""
    text = table([Row.ratio("a", 1.2, 1.6, "x"), Row.ratio("b", 2.0, 1.6, "y"), Row.skipped("c", "no such command")])
    assert "| a | 1.20 × | ≤ 1.6 × (met) | x |" in text
    assert "≤ 1.6 × (**missed**)" in text
    assert "| c | – |  | not measured: no such command |" in text


def test_clauses_are_repeated_with_small_edits(small: Corpus):
    """The originals stay, every copy has an id of its own and words of its own."""
    rules = repeated_rules(small.rules, 100)
    assert len(rules.clauses) == len({clause.id for clause in rules.clauses}) == 100
    assert len({clause.text for clause in rules.clauses}) == 100
    assert set(small.rules.by_id) < set(rules.by_id)
