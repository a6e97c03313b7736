"""Tuning on a handful of questions."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from corpus import load_corpus
from index.lessons import UNKNOWN, Plan, lessons_of
from index.records import SHORT_ANSWERS
from index.tuning import tune


def test_lessons_know_what_the_records_know(small_corpus: Path):
    """An unanswerable question teaches its kind alone; a point teaches its clause and itself."""
    lessons = {lesson.text: lesson for lesson in lessons_of(load_corpus(small_corpus))}
    deadline = lessons["When is the deadline?"]
    assert (deadline.clauses, deadline.kind, deadline.short, deadline.topic) == ((), 1, UNKNOWN, UNKNOWN)
    asked = lessons["Do I pay the taxes?"]
    assert (asked.kind, asked.short) == (0, 1)
    assert asked.topic == lessons["Who pays the taxes?"].topic != UNKNOWN


@pytest.mark.slow
def test_tuning_changes_every_layer_and_repeats_itself(small_corpus: Path):
    """Two runs of one plan give the same steps, one for each linear layer of the encoder; each pass is told."""
    told: list[str] = []
    corpus = load_corpus(small_corpus)
    plan = Plan(passes=1, batch=8, rank=2)
    first, second = tune(corpus, plan, told.append), tune(corpus, plan)
    assert len(first.steps) == 6 * 6
    assert told[0].startswith("pass 1 of 1: loss ")
    for name, step in first.steps.items():
        assert np.abs(step.change()).max() > 0
        np.testing.assert_array_equal(step.change(), second.steps[name].change())
    assert first.clauses == tuple(clause.id for clause in corpus.rules.clauses)
    assert first.listeners["weight"].shape[:2] == (len(first.clauses), len(SHORT_ANSWERS))
    for name, weights in first.listeners.items():
        np.testing.assert_array_equal(weights, second.listeners[name])
