"""What lets a change through, and what does not."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from corpus.errors import EvalError
from evals.fake import FakeAssistant, reply_with
from evals.gate import Gates, judge, read_gates, save_baseline
from evals.summary import Summary
from tests.evals.helpers import question

RIGHT = reply_with("answer", ["rules:II.p1"])
CASES = [question(f"q{at}") for at in range(12)]
Run = Callable[..., Summary]


def test_the_gates_name_known_figures():
    """The committed gates can be read, and every figure in them exists."""
    gates = read_gates()
    assert gates.floors["quotes_exact"] == 1.0
    assert gates.ceilings["false_eligible"] <= 0.003


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("floors: {accuracy: 0.9}", "no figure 'accuracy'"),
        ("floors: {mrr: high}", "floors.mrr"),
        ("roof: {}", "roof"),
        ("- 1", "expected a mapping"),
        ("floors: {", "is not YAML"),
    ],
)
def test_bad_gates_are_named(tmp_path: Path, text: str, words: str):
    """A gate file that cannot be used gives one line with the file and the fault."""
    path = tmp_path / "gates.yaml"
    path.write_text(text)
    with pytest.raises(EvalError) as caught:
        read_gates(path)
    assert str(path) in str(caught.value)
    assert words in str(caught.value)


def test_a_figure_below_its_floor_is_named(run_fake: Run, tmp_path: Path):
    """The message has the figure, its value and its floor; a ceiling works the other way."""
    run_fake("run", *CASES, replies=[RIGHT] * 6)
    gates = Gates(floors={"whole_right": 0.9, "quotes_exact": 1.0}, ceilings={"wrong_refusals": 0.1})
    failures = judge(tmp_path / "run", gates, tmp_path / "none.json").failures
    assert len(failures) == 2
    assert "whole answer right (whole_right) is 50.0 %, below its floor of 90.0 %" in failures[0]
    assert "wrong refusals (wrong_refusals) is 50.0 %, above its ceiling of 10.0 %" in failures[1]


def test_an_equal_run_passes_against_its_own_baseline(run_fake: Run, tmp_path: Path):
    """Nothing fell where nothing changed."""
    run_fake("run", *CASES, replies=[RIGHT] * 12)
    save_baseline(tmp_path / "run", tmp_path / "dev.json")
    report = judge(tmp_path / "run", Gates(), tmp_path / "dev.json")
    assert (report.failures, report.notes) == ((), ())


def test_a_significant_fall_from_the_baseline_is_named(run_fake: Run, tmp_path: Path):
    """Without floors, half of the answers lost still fails, and says which figures fell."""
    run_fake("before", *CASES, replies=[RIGHT] * 12)
    save_baseline(tmp_path / "before", tmp_path / "dev.json")
    run_fake("after", *CASES, replies=[RIGHT] * 6)
    failures = judge(tmp_path / "after", Gates(), tmp_path / "dev.json").failures
    assert any("right clause first (recall@1) went from 100.0 % to 50.0 %" in failure for failure in failures)


def test_a_baseline_from_another_corpus_is_said_so(run_fake: Run, fake: FakeAssistant, tmp_path: Path):
    """The note names both corpora, and the comparison is made all the same."""
    run_fake("before", *CASES, replies=[RIGHT] * 12)
    save_baseline(tmp_path / "before", tmp_path / "dev.json")
    fake.corpus = type(fake.corpus)(**{**vars(fake.corpus), "hash": "another"})
    run_fake("after", *CASES)
    report = judge(tmp_path / "after", Gates(), tmp_path / "dev.json")
    assert "this run from another" in report.notes[0]
    assert report.failures


def test_a_broken_baseline_is_named(run_fake: Run, tmp_path: Path):
    """A baseline that is no baseline gives one line with its name."""
    run_fake("run", *CASES)
    (tmp_path / "dev.json").write_text("{}")
    with pytest.raises(EvalError, match=r"dev\.json: is no baseline"):
        judge(tmp_path / "run", Gates(), tmp_path / "dev.json")
