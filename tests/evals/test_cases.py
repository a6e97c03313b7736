"""Reading cases."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.errors import EvalError
from evals.cases import Dialogue, EligibilityText, Question, Sentence, case_files, iter_cases, train_cases
from evals.items import asks_of
from tests.evals.helpers import question, write_cases

TURNS = [{"question": "Who pays the taxes?", "kind": "answerable", "gold": [["rules:II.p1"]]}, {"question": "why?"}]


def test_a_line_is_a_question_a_dialogue_a_written_case_or_a_sentence(tmp_path: Path):
    """The keys question, turns, text and says tell the four apart."""
    text = {"id": "e1", "text": "I am a professor.", "today": "2026-11-20", "status": "eligible"}
    sentence = {"id": "s1", "text": "I am a professor.", "today": "2026-11-20", "says": []}
    path = write_cases(tmp_path / "a.jsonl", question(), {"id": "d1", "turns": TURNS}, text, sentence)
    assert [type(row.case) for row in iter_cases([path])] == [Question, Dialogue, EligibilityText, Sentence]


def test_each_turn_is_asked_with_the_turns_before_it(tmp_path: Path):
    """The second turn of d1 is d1/2, asked after the first."""
    (row,) = iter_cases([write_cases(tmp_path / "a.jsonl", {"id": "d1", "turns": TURNS, "tags": {"topic": "taxes"}})])
    first, later = asks_of(row)
    assert (first.id, first.type, first.before) == ("d1/1", "first_turn", ())
    assert (later.id, later.type, later.before) == ("d1/2", "later_turn", ("Who pays the taxes?",))
    assert later.tags == {"topic": "taxes"}


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("{", "is not JSON"),
        ('{"id": "x"}', "question, turns, text or says"),
        ('{"id": "x", "question": "?", "turns": []}', "question, turns, text or says"),
        ('{"id": "x", "question": "q", "kind": "odd"}', "kind"),
        ('{"id": "x", "question": "q", "colour": "red"}', "colour"),
        ('{"id": "x", "text": "t", "today": "soon", "status": "eligible"}', "today"),
        ('{"id": "x", "text": "t", "today": "2026-11-20", "says": [{"fact": "age"}]}', "says.0.about"),
    ],
)
def test_a_broken_line_is_named(tmp_path: Path, line: str, words: str):
    """The message names the file, the line and what is wrong, in one line."""
    path = write_cases(tmp_path / "a.jsonl", question())
    path.write_text(path.read_text() + line + "\n")
    with pytest.raises(EvalError) as caught:
        list(iter_cases([path]))
    assert f"{path}:2" in str(caught.value)
    assert words in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("name", ["empty", "missing"])
def test_a_folder_without_cases_is_an_error(tmp_path: Path, name: str):
    """An empty folder and a missing one are told apart, each in one line."""
    (tmp_path / "empty").mkdir()
    with pytest.raises(EvalError, match="holds no case files" if name == "empty" else "does not exist"):
        case_files(tmp_path / name)


def test_the_train_part_is_the_labelled_examples(small_corpus: Path):
    """An example becomes a question whose gold is its first clause."""
    cases = [row.case for row in train_cases(small_corpus)]
    assert len(cases) == 14
    assert cases[0].gold == (("rules:I.p1",),)
    assert cases[-1].gold == ()
