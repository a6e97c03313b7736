"""Documentation that is made from the code is as the code says."""

from __future__ import annotations

import re
import subprocess
import sys

from tests.conftest import ROOT


def test_generated_parts_are_current():
    """The command reference and the settings table are what the program prints."""
    run = subprocess.run(
        [sys.executable, "docs/generate.py", "--check"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stderr


def test_the_readme_names_files_that_exist():
    """Every link and picture of the README that points into the project is there."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    targets = [target for target in re.findall(r"\]\(([^)]+)\)", text) if "://" not in target]
    assert targets
    assert [target for target in targets if not (ROOT / target).exists()] == []


def test_the_first_question_is_answered_as_shown(run_ara):
    """The README's first question gets the words that the README shows."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    shown = text.split('out of the cash?"\n')[1].split("```")[0]
    printed = run_ara("ask", "Can the university take its overhead out of the cash?", env={"COLUMNS": "500"}).stdout
    assert squeeze(shown) == squeeze(printed)


def squeeze(text: str) -> str:
    return " ".join(text.replace("▌", " ").split())
