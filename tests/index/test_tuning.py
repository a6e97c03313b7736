"""Tuning on a handful of questions."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from corpus import load_corpus
from corpus.errors import ModelError
from index.lessons import UNKNOWN, Plan, lessons_of, refreshed
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


def test_what_is_new_is_learnt_beside_as_much_that_is_known():
    """All that is new, and as many of the others, or all of them; the same seed draws the same."""
    lessons = list("abcdefgh")
    drawn = refreshed(lessons, [letter in "gh" for letter in lessons], 1)
    assert drawn[:2] == ["g", "h"]
    assert len(set(drawn)) == 4
    assert drawn == refreshed(lessons, [letter in "gh" for letter in lessons], 1)
    assert sorted(refreshed(lessons, [letter > "a" for letter in lessons], 1)) == lessons


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
    # With rates of nought nothing is learnt further, so that what it began with comes out again.
    still = replace(plan, step_rate=0.0, listener_rate=0.0)
    further = tune(corpus, still, earlier=first)
    assert "earlier" in further.about
    for name, step in first.steps.items():
        np.testing.assert_array_equal(step.change(), further.steps[name].change())
    for name, weights in first.listeners.items():
        np.testing.assert_array_equal(weights, further.listeners[name])
    assert tune(corpus, still, earlier=first, since=len(corpus.examples) - 1).about["lessons"] == "2"
    with pytest.raises(ModelError, match="leave out --further"):
        tune(corpus, plan, earlier=replace(first, clauses=()))
