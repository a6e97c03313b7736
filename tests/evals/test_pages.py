"""Generated parts of pages."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.errors import EvalError
from evals.metrics import figures_table
from evals.pages import between, put_between
from tests.conftest import ROOT


def test_only_what_stands_between_the_markers_changes(tmp_path: Path):
    """What is before and after stays, and what was put there can be read back."""
    path = tmp_path / "page.md"
    path.write_text("# A\n<!-- bench -->\nold\n<!-- /bench -->\nend\n")
    put_between(path, "bench", "new \\1\n")
    assert path.read_text() == "# A\n<!-- bench -->\nnew \\1\n<!-- /bench -->\nend\n"
    assert between(path, "bench") == "new \\1\n"


def test_a_page_without_markers_is_refused(tmp_path: Path):
    """The message says which lines to add."""
    path = tmp_path / "page.md"
    path.write_text("# A\n")
    with pytest.raises(EvalError, match="Add the lines <!-- bench -->"):
        put_between(path, "bench", "new")


def test_the_page_on_evals_lists_every_figure():
    """docs/evals.md holds the table that `python -m evals figures` prints."""
    assert between(ROOT / "docs" / "evals.md", "figures") == figures_table()
