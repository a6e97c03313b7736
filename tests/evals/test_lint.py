"""What lint finds."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus import Corpus
from evals import lint
from evals.cases import iter_cases
from evals.lint import lint_cases, lint_parts, near_keys
from tests.evals.helpers import question, write_cases


def faults(small: Corpus, tmp_path: Path, *rows: dict) -> list[str]:
    """What lint says about ``rows``."""
    return lint_cases(iter_cases([write_cases(tmp_path / "a.jsonl", *rows)]), small)


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"gold": [["rules:IX.z"]]}, "no clause 'rules:IX.z'"),
        ({"harmless": ["rules:IX.z"]}, "no clause 'rules:IX.z'"),
        ({"gold": []}, "names no gold"),
        ({"gold": [[]]}, "gold group is empty"),
        ({"kind": "unanswerable"}, "is unanswerable but"),
        ({"harmless": ["rules:II.p1"]}, "as gold and as harmless"),
        ({"must_mention": ["(taxes"]}, "no regular expression"),
        ({"must_not": ["*"]}, "no regular expression"),
        ({"author": ""}, "has no author"),
        ({"kind": "unlabelled", "gold": [], "polarity": None}, "has no kind"),
    ],
)
def test_a_fault_is_named_with_its_line(small: Corpus, tmp_path: Path, fields: dict, words: str):
    """Each fault gives one line that begins with file and line."""
    found = faults(small, tmp_path, question("q0", question="Something else?"), question(**fields))
    assert len(found) == 1
    assert found[0].startswith(f"{tmp_path / 'a.jsonl'}:2")
    assert words in found[0]


def test_good_cases_have_no_faults(small: Corpus, tmp_path: Path):
    """Two different questions pass."""
    assert faults(small, tmp_path, question("q1"), question("q2", question="Is it paid in shares?")) == []


def test_an_id_stands_once(small: Corpus, tmp_path: Path):
    """The second case with an id names where the first stands."""
    (fault,) = faults(small, tmp_path, question(), question(question="Is it paid in shares?"))
    assert "a.jsonl:1 already" in fault


@pytest.mark.parametrize(
    ("one", "other", "near"),
    [
        ("Who pays the taxes?", "who pays the TAXES", True),
        ("Don’t I pay the taxes?", "Dont I pay the taxes", True),
        ("Do I have to pay the local taxes?", "Do I have to pay the taxes?", True),
        ("Do I have to pay local taxes?", "Do I need to pay local taxes?", True),
        ("Who pays taxes?", "Who pays fees?", False),
        ("Do I have to pay local taxes?", "Must I pay the local taxes myself?", False),
    ],
)
def test_near_duplicates_differ_in_one_word_of_a_longer_text(one: str, other: str, near: bool):
    """Case, punctuation and accents never count; one word counts in a short text only."""
    assert bool(near_keys(one) & near_keys(other)) is near


def test_a_case_must_not_stand_in_the_training_examples(small: Corpus, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """A dev question that is an example in other punctuation fails."""
    monkeypatch.setattr(lint, "CASES_DIR", tmp_path)
    write_cases(tmp_path / "dev" / "a.jsonl", question(question="how is the money paid"))
    (fault,) = lint_parts(small, ["dev"])
    assert "examples.jsonl:7" in fault


def test_turns_may_repeat_what_others_ask(small: Corpus, tmp_path: Path):
    """A dialogue may open with a question that stands alone elsewhere."""
    turn = {"question": "Who pays?", "kind": "answerable", "gold": [["rules:II.p1"]]}
    rows = [{"id": f"d{at}", "turns": [turn, turn], "author": "x"} for at in (1, 2)]
    assert faults(small, tmp_path, *rows) == []


def test_verdicts_are_decided_by_section_one(small: Corpus, tmp_path: Path):
    """A decisive clause outside section I, and one for “eligible”, are faults."""
    text = {"text": "I am 12.", "today": "2026-11-20", "author": "x"}
    found = faults(
        small,
        tmp_path,
        {**text, "id": "e1", "status": "not_eligible", "decisive": ["rules:II.p1"]},
        {**text, "id": "e2", "text": "I am 40.", "status": "eligible", "decisive": ["rules:I.a"]},
    )
    assert ["cannot decide" in found[0], "every verdict but" in found[1]] == [True, True]
