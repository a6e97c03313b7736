"""Two readings and the clause before, weighed together."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.turns.evidence import ANSWER_SIGNS, CLAUSE_SIGNS, Weights, fuse_readings
from index import Near, Ranking, Record, SearchResult

EVEN = Weights((1.0, 1.0, 0.0, 0.0, 0.5, 0.1), (0.0, 1.0, 0.0, 1.0, 0.0, 0.0))


def result(
    scores: dict[str, float],
    answerable: float = 0.8,
    points: dict[str, float] | None = None,
    short: dict[str, dict[str, float]] | None = None,
) -> SearchResult:
    """A result with these scores and points."""
    rows = tuple(Ranking(clause, score, score / 2, 0.0, 0.0, 0.0) for clause, score in scores.items())
    near = tuple(Near(Record(id_, "point", id_, ("rules:I.c",)), like) for id_, like in (points or {}).items())
    return SearchResult(rows, (), (), near, answerable, 1.0 - answerable, 0.0, short or {})


def test_the_clause_before_decides_between_equals():
    """Where both readings leave two clauses equal, the one of the turn before is first, then its section."""
    scores = {"rules:VI.p1": 0.5, "rules:III.c": 0.5, "rules:III.a": 0.5}
    fused = fuse_readings("and credits?", result(scores), result(scores), "rules:III.a", EVEN)
    assert [row.id for row in fused.clauses] == ["rules:III.a", "rules:III.c", "rules:VI.p1"]


def test_scores_stay_on_the_scale_of_one_reading():
    """Two readings that agree give their own score to the best clause, so that one threshold serves both."""
    one = result({"rules:VI.p2": 1.6, "rules:VI.p1": 0.6})
    fused = fuse_readings("and the logo?", one, one, "rules:III.c", EVEN)
    assert [row.score for row in fused.clauses] == pytest.approx([1.6, 0.6])


def test_a_clause_that_the_head_rules_out_is_behind():
    """What the trained head finds unlikely in both readings comes after what it finds likely, at the same score."""
    heads = Weights((1.0, 1.0, 0.5, 0.5, 0.0, 0.0), EVEN.answer)
    rows = (Ranking("rules:I.a", 1.0, 0.01, 0.0, 0.0, 0.0), Ranking("rules:I.b", 1.0, 0.9, 0.0, 0.0, 0.0))
    one = replace(result({}), clauses=rows)
    assert [row.id for row in fuse_readings("and?", one, one, "rules:I.c", heads).clauses] == ["rules:I.b", "rules:I.a"]


def test_a_clause_of_one_reading_alone_is_unlikely():
    """The probabilities of the clauses sum to one, and the clause that both readings name has the most."""
    alone = result({"rules:VI.p2": 3.0, "rules:III.c": 0.2})
    joined = result({"rules:VI.p2": 2.0, "rules:III.c": 1.0})
    first, second = fuse_readings("and the logo?", alone, joined, "rules:III.c", EVEN).clauses
    assert (first.id, second.id) == ("rules:VI.p2", "rules:III.c")
    assert first.head + second.head == pytest.approx(1.0, abs=1e-5)
    assert second.head < 0.12 * first.head


def test_both_readings_say_whether_the_rules_answer():
    """One that is sure outweighs one that wavers, and the three kinds sum to one."""
    scores = {"rules:III.c": 1.0}
    fused = fuse_readings("and then", result(scores, 0.02), result(scores, 0.6), "rules:III.c", EVEN)
    assert fused.answerable < 0.1
    assert fused.answerable + fused.unanswerable + fused.out_of_scope == pytest.approx(1.0)


def test_a_point_near_to_the_turn_itself_comes_first():
    """The points that are told are near to the turn, not to its context alone."""
    scores = {"rules:I.c": 1.0}
    alone = result(scores, points={"taxes": 0.6, "other": 0.1})
    joined = result(scores, points={"overhead": 0.7, "taxes": 0.4})
    fused = fuse_readings("and taxes?", alone, joined, "rules:I.c", EVEN)
    assert [near.record.id for near in fused.points] == ["taxes", "overhead", "other"]


def test_the_learned_weights_fit_the_signs():
    """The file of weights holds one number for each sign, and the readings count for something."""
    weights = Weights.load()
    assert (len(weights.clause), len(weights.answer)) == (len(CLAUSE_SIGNS), len(ANSWER_SIGNS))
    assert min(weights.clause) > 0


def test_a_context_lends_no_short_answer():
    """A yes or no is as likely as the less sure of both readings finds it, and the rest is silence."""
    scores = {"rules:I.c": 1.0}
    alone = result(scores, short={"rules:I.c": {"": 0.5, "yes": 0.4, "no": 0.1}})
    joined = result(scores, short={"rules:I.c": {"": 0.0, "yes": 0.1, "no": 0.9}, "rules:I.d": {"": 0.0, "yes": 1.0}})
    fused = fuse_readings("and she?", alone, joined, "rules:I.c", EVEN)
    assert fused.short == {"rules:I.c": {"": pytest.approx(0.8), "yes": 0.1, "no": 0.1}}
