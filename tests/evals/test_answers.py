"""The real answers to the dev part, against the gates and the committed baseline."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT


def run_evals(*arguments: str, folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "evals", *arguments], cwd=folder, capture_output=True, text=True, check=False
    )


@pytest.mark.slow
def test_the_answers_pass_the_gate(tmp_path: Path):
    """No figure on the dev part is below its floor or significantly below the baseline."""
    run = run_evals("gate", "--part", "dev", folder=tmp_path)
    assert run.returncode == 0, run.stdout + run.stderr


def test_the_cases_are_in_order():
    """No case names an unknown clause, stands twice, or stands among the examples."""
    run = run_evals("lint", folder=ROOT)
    assert run.returncode == 0, run.stdout + run.stderr


def test_the_coverage_page_is_current():
    """Every clause is covered, and docs/coverage.md says how."""
    run = run_evals("coverage", "--check", folder=ROOT)
    assert run.returncode == 0, run.stdout + run.stderr
