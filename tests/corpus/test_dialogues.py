"""Labelled conversations."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus import ExampleTurn
from corpus.dialogues import DIALOGUES_FILE, read_dialogues
from corpus.errors import CorpusError
from corpus.lint import lint_corpus

FIRST = '{"question": "May I keep it?", "kind": "answerable", "clauses": ["rules:II.p1"], "polarity": "no"}'
LATER = (
    '{"question": "and after?", "alone": "May I keep it after a year?", "kind": "unanswerable", "clauses": [], '
    '"polarity": null}'
)


def test_a_line_is_one_conversation(tmp_path: Path):
    """Each turn has its label, and one that leans on those before it the full question that it means."""
    path = tmp_path / DIALOGUES_FILE
    path.write_text(f'{{"turns": [{FIRST}, {LATER}]}}\n\n', encoding="utf-8")
    (dialogue,) = read_dialogues(path)
    assert dialogue.turns == (
        ExampleTurn(question="May I keep it?", kind="answerable", clauses=("rules:II.p1",), polarity="no"),
        ExampleTurn(question="and after?", alone="May I keep it after a year?", kind="unanswerable", clauses=()),
    )


@pytest.mark.parametrize(
    ("line", "place"),
    [
        (f'{{"turns": [{LATER}]}}', "opens with a turn that leans on none"),
        ('{"turns": []}', "opens with a turn that leans on none"),
        (f'{{"turns": [{FIRST.replace("answerable", "silly")}]}}', "turns.0.kind"),
        ("{", "line"),
    ],
)
def test_a_bad_line_is_named_with_what_is_accepted(tmp_path: Path, line: str, place: str):
    """The error names file, line and field, and shows a line that is right."""
    path = tmp_path / DIALOGUES_FILE
    path.write_text(f"{line}\n", encoding="utf-8")
    with pytest.raises(CorpusError, match=place) as raised:
        read_dialogues(path)
    assert f"{DIALOGUES_FILE}:1" in str(raised.value)
    assert "Example" in str(raised.value)


def test_a_turn_about_no_clause_is_found(small_corpus: Path):
    """A clause that the Rules do not have, or a label without one, is a finding that names the turn."""
    later = LATER.replace('"unanswerable"', '"answerable"')
    path = small_corpus / DIALOGUES_FILE
    path.write_text(f'{{"turns": [{FIRST.replace("II.p1", "IX.z")}, {later}]}}\n', encoding="utf-8")
    found = [str(finding) for finding in lint_corpus(small_corpus)]
    assert [row for row in found if f"{path}:1 turn 1" in row and "no clause of these Rules" in row]
    assert [row for row in found if f"{path}:1 turn 2" in row and "names its clauses" in row]
