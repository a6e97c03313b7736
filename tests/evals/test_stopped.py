"""The real program, stopped in the middle: killed, interrupted, out of room. Nothing computed is lost."""

from __future__ import annotations

import json
import os
import resource
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from corpus import Corpus
from tests.evals.helpers import write_cases

pytestmark = pytest.mark.slow
CASES = 1500
ENOUGH = 100_000
"""Bytes of results after which a run is stopped: some cases are done, most are not."""


@pytest.fixture
def cases(tmp_path: Path, real_corpus: Corpus) -> Path:
    """Logged questions."""
    rows = [{"id": f"q{at}", "question": real_corpus.examples[at].question} for at in range(CASES)]
    return write_cases(tmp_path / "logged.jsonl", *rows)


def start(cases: Path, *options: str, before: Callable[[], None] | None = None) -> subprocess.Popen[str]:
    """Start a run in a process group of its own, as a terminal does."""
    command = [sys.executable, "-m", "evals", "run", "--cases", str(cases), "--out", str(cases.parent / "run")]
    return subprocess.Popen(
        [*command, *options],
        cwd=cases.parent,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=lambda: _begin(before),  # noqa: PLW1509 - sets signals and a limit, and nothing else
        start_new_session=True,
    )


def _begin(before: Callable[[], None] | None) -> None:
    # What is started in the background of a script ignores Control-C, and hands that on.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    if before:
        before()


def wait_for_results(run: subprocess.Popen[str], results: Path) -> None:
    """Return as soon as some results are written."""
    while not (results.exists() and results.stat().st_size > ENOUGH):
        try:
            run.wait(0.01)
        except subprocess.TimeoutExpired:
            continue
        pytest.fail(f"the run ended by itself: {run.communicate()[1]}", pytrace=False)


def ids(results: Path) -> list[str]:
    """The ids of the whole lines."""
    return [json.loads(line)["id"] for line in results.read_text().splitlines(keepends=True) if line.endswith("\n")]


def finish(cases: Path, kept: list[str]) -> None:
    """The same command again ends well, asks only what is missing, and has every case once."""
    results = cases.parent / "run" / "results.jsonl"
    before = results.read_text().splitlines()[: len(kept)]
    again = start(cases)
    _, told = again.communicate(timeout=120)
    assert again.returncode == 0, told
    assert results.read_text().splitlines()[: len(kept)] == before
    assert ids(results) == [f"q{at}" for at in range(CASES)]
    assert (cases.parent / "run" / "report.html").exists()


def test_a_run_killed_in_the_middle_goes_on(cases: Path):
    """After SIGKILL the results stand, the worker processes end by themselves, and the run is resumed."""
    results = cases.parent / "run" / "results.jsonl"
    run = start(cases, "--workers", "2")
    wait_for_results(run, results)
    run.kill()
    run.communicate(timeout=60)  # returns when the last worker has ended: they hold the other ends of these pipes
    kept = ids(results)
    assert 0 < len(kept) < CASES
    finish(cases, kept)


def test_an_interrupted_run_says_how_to_go_on(cases: Path):
    """Control-C ends a run of two workers with one line and no traceback."""
    results = cases.parent / "run" / "results.jsonl"
    run = start(cases, "--workers", "2")
    wait_for_results(run, results)
    os.killpg(run.pid, signal.SIGINT)
    _, told = run.communicate(timeout=60)
    assert run.returncode == 130
    assert told.strip() == "evals: stopped. Run the same command again to go on."
    assert 0 < len(ids(results)) < CASES


def test_a_run_without_room_says_so_and_keeps_its_results(cases: Path):
    """A file that may not grow any further is told in one line; what was written before is kept."""
    results = cases.parent / "run" / "results.jsonl"
    run = start(cases, before=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (ENOUGH, ENOUGH)))
    _, told = run.communicate(timeout=120)
    assert run.returncode == 2
    assert told.strip().startswith("evals: ")
    assert "results.jsonl: cannot be written" in told
    assert "What was scored so far is kept" in told
    assert told.strip().count("\n") == 0
    assert 0 < len(ids(results)) < CASES
