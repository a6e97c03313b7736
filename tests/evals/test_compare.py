"""Two runs beside one another."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from corpus.errors import EvalError
from evals.compare import compare_runs, mcnemar
from evals.fake import reply_with
from evals.summary import Summary
from tests.evals.helpers import question

RIGHT, WRONG = reply_with("answer", ["rules:II.p1"]), reply_with()
Run = Callable[..., Summary]


def test_mcnemar_is_the_binomial_test_on_the_changed():
    """Nothing changed: 1. Six to none: 2/64. Five to five: 1."""
    assert mcnemar(0, 0) == 1.0
    assert mcnemar(6, 0) == pytest.approx(2 / 64)
    assert mcnemar(5, 5) == 1.0


def test_what_got_better_and_worse_is_named(run_fake: Run, tmp_path: Path):
    """A case that turned right and one that turned wrong are listed with both answers."""
    cases = [question(f"q{at}") for at in range(3)]
    run_fake("a", *cases, replies=[RIGHT, WRONG, RIGHT])
    run_fake("b", *cases, replies=[WRONG, RIGHT, RIGHT])
    found = compare_runs(tmp_path / "a", tmp_path / "b")
    assert [(row.id, row.before, row.after, row.lost) for row in found.worse] == [
        ("q0", "answer II.p1", "not_in_rules", "retrieve")
    ]
    assert [row.id for row in found.better] == ["q1"]
    assert (found.items, found.p) == (3, 1.0)


def test_a_clear_fall_is_told_from_chance(run_fake: Run, tmp_path: Path):
    """Twenty cases that all turn wrong are worse; one of twenty is unclear."""
    cases = [question(f"q{at}") for at in range(20)]
    run_fake("a", *cases, replies=[RIGHT] * 20)
    run_fake("b", *cases, replies=[RIGHT] * 19)
    run_fake("c", *cases)
    directions = [
        {shift.figure: shift.direction for shift in compare_runs(tmp_path / "a", tmp_path / after).shifts}
        for after in ("b", "c")
    ]
    assert [row["whole_right"] for row in directions] == ["unclear", "worse"]
    assert directions[1]["wrong_refusals"] == "worse"


def test_runs_of_other_cases_cannot_be_compared(run_fake: Run, tmp_path: Path):
    """Two runs without a common case are an error."""
    run_fake("a", question("q1"))
    run_fake("b", question("q2"))
    with pytest.raises(EvalError, match="share no case"):
        compare_runs(tmp_path / "a", tmp_path / "b")
