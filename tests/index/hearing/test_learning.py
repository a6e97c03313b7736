"""Training the network that hears on a handful of statements."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import numpy as np
import pytest

from corpus.errors import ModelError
from corpus.statements import Statement
from index.hearing import Hearing, Learnt, learnt_sha256
from index.hearing.export import export_hearing
from index.hearing.learning import learn
from index.hearing.lessons import Plan, lesson_of
from index.transformer import find_model

SAID = {
    "I teach full time.": {"full_time": "met"},
    "I teach half time.": {"full_time": "violated"},
    "My wife is at AWS.": {"family": "violated"},
    "It rains.": {},
}


@pytest.mark.slow
def test_what_was_learnt_is_saved_read_and_exported(tmp_path: Path):
    """Two runs give the same weights; the files give them back, to learn further or to hear with."""
    lessons = [
        lesson_of(
            Statement.model_validate({"text": text, "today": date(2026, 11, 20), "says": says, "author": "n"}), text
        )
        for text, says in SAID.items()
    ]
    told: list[str] = []
    plan = Plan(passes=1, rank=2)
    first, second = learn(lessons, plan, told.append), learn(lessons, plan)
    assert told[0].startswith("pass 1 of 1: loss ")
    for name, weights in first.listeners.items():
        np.testing.assert_array_equal(weights, second.listeners[name])
    first.save(tmp_path)
    assert len(learnt_sha256(tmp_path)) == 64
    read = Learnt.load(tmp_path)
    assert read.listeners.keys() == first.listeners.keys()
    assert read.adapter.steps.keys() == first.adapter.steps.keys()
    # With rates of nought nothing is learnt further, so that what it began with comes out again.
    further = learn(lessons, Plan(passes=1, rank=2, step_rate=0, head_rate=0), before=read)
    assert "before" in further.adapter.about
    for name, weights in read.listeners.items():
        np.testing.assert_array_equal(weights, further.listeners[name])
    for name, step in read.adapter.steps.items():
        np.testing.assert_array_equal(step.change(), further.adapter.steps[name].change())
    export_hearing(find_model(), read, tmp_path)
    assert Hearing(tmp_path).hear("I teach.").likelihoods.shape == first.listeners["bias"].shape


def test_without_the_files_the_error_says_how_to_make_them(tmp_path: Path):
    """A folder without the files has no checksum, and loading says which command makes them."""
    assert learnt_sha256(tmp_path) == ""
    with pytest.raises(ModelError, match="ara index tune --hearing"):
        Learnt.load(tmp_path)
