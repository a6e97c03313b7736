"""The commands, as a person calls them."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner

from evals.fake import reply_with
from evals.main import app
from evals.summary import Summary
from tests.evals.helpers import question, write_cases

COMMANDS = (
    *(
        "run",
        "compare",
        "gate",
        "report",
        "judge",
        "explain",
        "lint",
        "coverage",
        "impact",
        "figures",
        "bench",
        "turns",
    ),
)
RIGHT = reply_with("answer", ["rules:II.p1"])
Run = Callable[..., Summary]


def call(*arguments: str):
    """Call a command."""
    return CliRunner().invoke(app, list(arguments), env={"COLUMNS": "200"})


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_with_an_example(command: str):
    """--help says what a command does and shows a call."""
    result = call(command, "--help")
    assert result.exit_code == 0
    assert f"Example: python -m evals {command}" in result.output


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["run", "--part", "prod"], "no part 'prod'"),
        (["run", "--cases", "nowhere"], "nowhere: does not exist"),
        (["compare", "nowhere", "nowhere"], "there are no results"),
        (["report", "nowhere"], "there is no such file"),
        (["gate", "--run", "nowhere"], "there is no such file"),
        (["impact", "1999-01-01", "2021-03-12"], "no Rules of '1999-01-01'"),
    ],
)
def test_bad_input_is_one_line_and_exit_2(arguments: list[str], words: str):
    """Nothing that a person can get wrong ends in a traceback."""
    result = call(*arguments)
    assert result.exit_code == 2
    assert result.stderr.startswith("evals: ")
    assert words in result.stderr
    assert result.stderr.count("\n") == 1


def test_a_gate_that_fails_names_what_fell_and_exits_1(run_fake: Run, tmp_path: Path):
    """A run of refusals fails on several figures, each on a line of its own."""
    run_fake("run", *(question(f"q{at}") for at in range(5)))
    result = call("gate", "--run", str(tmp_path / "run"))
    assert result.exit_code == 1
    assert "fell: right clause first (recall@1) is 0.0 %" in result.stderr
    assert result.stdout.endswith("gate: failed\n")


def test_compare_shows_the_changes(run_fake: Run, tmp_path: Path):
    """The case that turned right is shown with its question."""
    run_fake("a", question("q1"))
    run_fake("b", question("q1"), replies=[RIGHT])
    result = call("compare", str(tmp_path / "a"), str(tmp_path / "b"))
    assert "1 better, 0 worse" in result.output
    assert "better q1  Is it me who pays the taxes" in result.output


def test_lint_names_a_broken_case(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """A wrong clause id in the dev part is shown with its line, and the exit status is 1."""
    monkeypatch.setattr("evals.lint.CASES_DIR", tmp_path)
    write_cases(tmp_path / "dev" / "a.jsonl", question(gold=[["rules:XI.p1"]]))
    result = call("lint", "--part", "dev")
    assert result.exit_code == 1
    assert "a.jsonl:1: there is no clause 'rules:XI.p1'" in result.stderr


def test_the_package_runs_as_a_module():
    """Python -m evals lists its commands."""
    done = subprocess.run([sys.executable, "-m", "evals", "--help"], capture_output=True, text=True, check=True)
    assert all(command in done.stdout for command in COMMANDS)
