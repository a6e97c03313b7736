"""Runs: streamed, resumed, refused where they do not fit."""

from __future__ import annotations

import errno
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from corpus import Corpus
from corpus.errors import EvalError, SearchIndexError
from evals.fake import FakeAssistant, fake_opener, reply_with
from evals.results import CaseRow, Results, read_results
from evals.run import CaseSet, run_cases
from evals.summary import Summary, read_summary
from tests.evals.helpers import question, write_cases

RIGHT = reply_with("answer", ["rules:II.p1"])
Run = Callable[..., Summary]


def killed(_: Corpus) -> None:
    """A reply during which the run is stopped."""
    raise KeyboardInterrupt


def test_a_run_writes_results_and_a_summary(run_fake: Run, tmp_path: Path):
    """Two cases, one right and one refused, give two lines and a half."""
    run_fake("run", question("q1"), question("q2"), replies=[RIGHT, reply_with()])
    rows = list(read_results(tmp_path / "run" / "results.jsonl"))
    assert [(row.id, row.items[0].right, row.items[0].lost) for row in rows] == [
        ("q1", True, None),
        ("q2", False, "retrieve"),
    ]
    assert read_summary(tmp_path / "run").figures["whole_right"].value == 0.5


def test_a_killed_run_goes_on_where_it_stopped(run_fake: Run, fake: FakeAssistant):
    """After a kill in the third case only the third and fourth are asked again."""
    cases = [question(f"q{at}") for at in range(4)]
    with pytest.raises(KeyboardInterrupt):
        run_fake("run", *cases, replies=[RIGHT, RIGHT, killed])
    asked = len(fake.history)
    summary = run_fake("run", *cases, replies=[RIGHT, RIGHT])
    assert asked == 3
    assert len(fake.history) == asked + 2
    assert (summary.items, summary.right) == (4, 4)


def test_a_line_that_a_kill_cut_short_is_scored_again(run_fake: Run, tmp_path: Path):
    """A last line without an end is dropped; the whole ones are kept."""
    with pytest.raises(KeyboardInterrupt):
        run_fake("run", question("q1"), question("q2"), replies=[RIGHT, killed])
    path = tmp_path / "run" / "results.jsonl"
    path.write_text(path.read_text() + '{"id":"q2","items":[{"id":', encoding="utf-8")
    summary = run_fake("run", question("q1"), question("q2"), replies=[RIGHT])
    assert summary.right == 2
    assert [row.id for row in read_results(path)] == ["q1", "q2"]


def test_a_stopped_run_is_not_mixed_with_another_corpus(run_fake: Run, fake: FakeAssistant, tmp_path: Path):
    """Going on with another corpus is refused, and --fresh keeps the old results beside the new."""
    with pytest.raises(KeyboardInterrupt):
        run_fake("run", question("q1"), question("q2"), replies=[RIGHT, killed])
    fake.corpus = type(fake.corpus)(**{**vars(fake.corpus), "hash": "another"})
    with pytest.raises(EvalError, match="another corpus"):
        run_fake("run", question("q1"), question("q2"))
    assert run_fake("run", question("q1"), question("q2"), fresh=True).items == 2
    assert len(list(read_results(tmp_path / "run.previous" / "results.jsonl"))) == 1


def test_a_stopped_run_is_not_mixed_with_other_cases(run_fake: Run):
    """Going on after the case file was changed is refused."""
    with pytest.raises(KeyboardInterrupt):
        run_fake("run", question("q1"), question("q2"), replies=[RIGHT, killed])
    with pytest.raises(EvalError, match="other cases"):
        run_fake("run", question("q1"), question("q3"))


def test_a_finished_run_is_kept_beside_the_next(run_fake: Run, tmp_path: Path):
    """The run before stands in ….previous."""
    run_fake("run", question(), replies=[RIGHT])
    run_fake("run", question())
    assert [read_summary(tmp_path / name).right for name in ("run.previous", "run")] == [1, 0]


def test_an_exception_is_a_result(run_fake: Run):
    """One question that raises is a failure; the next one is still asked."""
    summary = run_fake("run", question("q1"), question("q2"), replies=[ValueError("broken"), RIGHT])
    assert (summary.errors, summary.right, summary.lost) == (1, 1, {"crash": 1})


def test_a_folder_of_something_else_is_left_alone(run_fake: Run, tmp_path: Path):
    """A folder with other files in it is refused, not emptied."""
    (tmp_path / "run").mkdir()
    (tmp_path / "run" / "thesis.txt").write_text("x")
    with pytest.raises(EvalError, match="no run"):
        run_fake("run", question())
    assert (tmp_path / "run" / "thesis.txt").exists()


def test_a_full_disk_says_so_and_keeps_what_is_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """The message says that the disk is full and how to go on."""
    results = Results(tmp_path / "results.jsonl")
    results.add(CaseRow(id="q1", items=()).model_dump_json())

    class Full:
        def write(self, _: str) -> None:
            raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(results, "_file", Full())
    with pytest.raises(EvalError, match=r"the disk is full.*kept"):
        results.add("{}")
    assert [row.id for row in read_results(tmp_path / "results.jsonl")] == ["q1"]


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        ([], "holds no case"),
        ([question(), question()], r"a\.jsonl:2: the id 'q1' stands twice"),
        ([question(), question("q2", gold=[["rules:XI.p1"]])], r"a\.jsonl:2: there is no clause 'rules:XI\.p1'"),
        ([question(), question("q2", harmless=["rules:XI.p1"])], r"a\.jsonl:2: there is no clause 'rules:XI\.p1'"),
    ],
)
def test_cases_are_checked_before_any_is_asked(tmp_path: Path, small: Corpus, rows: list[dict], words: str):
    """An empty file, a repeated id and gold that is no clause stop the run before it begins."""
    with pytest.raises(EvalError, match=words):
        CaseSet(source=write_cases(tmp_path / "a.jsonl", *rows)).checked_count(small)


def test_a_folder_that_a_full_disk_left_empty_is_used_again(run_fake: Run, tmp_path: Path):
    """A run that could not even say what it is leaves an empty file, which stops nobody."""
    (tmp_path / "run").mkdir()
    (tmp_path / "run" / "results.jsonl").touch()
    assert run_fake("run", question(), replies=[RIGHT]).right == 1


def cannot_open(threads: int) -> FakeAssistant:
    """An opener that any process can call, and that fails."""
    raise SearchIndexError(f"The index is gone ({threads}).")


def test_a_worker_that_cannot_open_the_assistant_says_why(
    tmp_path: Path, real_corpus: Corpus, capfd: pytest.CaptureFixture[str]
):
    """The reason reaches the program as its one line, and nothing is printed by the worker itself."""
    cases = CaseSet(source=write_cases(tmp_path / "a.jsonl", question()))
    with pytest.raises(EvalError, match=r"The index is gone \(1\)\."):
        run_cases(cases, tmp_path / "run", cannot_open, real_corpus, workers=2)
    assert capfd.readouterr().err == ""


def test_two_workers_give_the_same_lines_as_one(tmp_path: Path, real_corpus: Corpus):
    """Results come in the order of the cases whatever the number of processes."""
    cases = CaseSet(source=write_cases(tmp_path / "a.jsonl", *(question(f"q{at}") for at in range(40))))
    for workers in (1, 2):
        run_cases(cases, tmp_path / str(workers), fake_opener, real_corpus, workers=workers)
    one, two = ((tmp_path / str(workers) / "results.jsonl").read_text() for workers in (1, 2))
    assert one == two
    assert [json.loads(line)["id"] for line in one.splitlines()] == [f"q{at}" for at in range(40)]
