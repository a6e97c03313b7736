"""Labelled statements."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from corpus import CORPUS_DIR
from corpus.errors import CorpusError
from corpus.statements import CONDITIONS, STATEMENTS_FILE, Statement, read_statements

LINE = '{"text": "I teach full time.", "today": "2026-11-20", "says": {"full_time": "met"}, "author": "n"}'


def test_a_line_is_one_statement(tmp_path: Path):
    """Text, day, label and author are read from one line; empty lines say nothing."""
    path = tmp_path / STATEMENTS_FILE
    path.write_text(f"{LINE}\n\n", encoding="utf-8")
    assert read_statements(path) == (
        Statement(text="I teach full time.", today=date(2026, 11, 20), says={"full_time": "met"}, author="n"),
    )


@pytest.mark.parametrize(
    ("line", "place"),
    [
        (LINE.replace("full_time", "hours"), "says.hours"),
        (LINE.replace('"met"', '"yes"'), "says.full_time"),
        (LINE.replace("2026-11-20", "last week"), "today"),
        ("{", "line"),
    ],
)
def test_a_bad_line_is_named_with_what_is_accepted(tmp_path: Path, line: str, place: str):
    """A condition or state that there is not, a day that is none, or no JSON: the error names file, line and field."""
    path = tmp_path / STATEMENTS_FILE
    path.write_text(f"{LINE}\n{line}\n", encoding="utf-8")
    with pytest.raises(CorpusError, match=f"{STATEMENTS_FILE}:2 {place}.*Example") as raised:
        read_statements(path)
    assert "Example" in str(raised.value)


def test_every_condition_is_spoken_of_in_each_way():
    """The statements of the corpus meet, violate and leave open each condition at least twenty times; a summary is only given."""
    statements = read_statements(CORPUS_DIR / STATEMENTS_FILE)
    said = Counter(pair for one in statements for pair in one.says.items())
    summaries = {name for name in CONDITIONS if name.startswith("none_of")}
    for condition in CONDITIONS:
        for state in ("met",) if condition in summaries else ("met", "violated", "open"):
            assert said[condition, state] >= 20, (condition, state)
    assert len({one.author for one in statements}) >= 5
