"""Labels become examples."""

from __future__ import annotations

import stat
from dataclasses import replace
from pathlib import Path

import pytest

from assistant.record import Label, teach
from assistant.record.store import Store
from corpus import load_corpus
from corpus.errors import RecordError
from corpus.examples import read_examples
from corpus.lint import lint_corpus
from tests.assistant.record.samples import ASKED, DAY


def labelled(store: Store, *labels: Label) -> None:
    """Keep a question for each label and label it."""
    for label in labels:
        store.keep(replace(ASKED, question=f"kept as {label.question} {label.kind}"), DAY)
        kept = store.next_question()
        assert kept
        store.label(kept.id, label, DAY)


def test_labels_are_added_once_and_the_corpus_stays_in_order(store: Store, small_corpus: Path):
    """Lines that were there keep their bytes, lint finds nothing, and a second run adds nothing."""
    path = small_corpus / "examples.jsonl"
    before = path.read_bytes()
    labelled(
        store,
        Label("May I row a dinghy?", "answerable", ("rules:I.b",), "no"),
        Label("Who answers the phone?", "unanswerable"),
    )
    taught = teach(store, load_corpus(small_corpus), DAY)
    assert len(taught.added) == 2
    assert path.read_bytes().startswith(before)
    assert [example.question for example in read_examples(path)[-2:]] == [
        "May I row a dinghy?",
        "Who answers the phone?",
    ]
    assert lint_corpus(small_corpus) == []
    after = path.read_bytes()
    assert teach(store, load_corpus(small_corpus), DAY).lines == ()
    assert path.read_bytes() == after
    assert [one.applied for one in store.labels()] == [DAY, DAY]


def test_what_is_known_or_disputed_is_not_added(store: Store, small_corpus: Path):
    """The same label is noted as there; another one for the same words is named with the line, and waits."""
    labelled(
        store,
        Label("must i be an adult", "answerable", ("rules:I.p1",)),
        Label("Can I keep my yacht", "unanswerable"),
        Label("Is this old?", "answerable", ("rules:IX.p9",)),
    )
    taught = teach(store, load_corpus(small_corpus), DAY)
    assert taught.lines == ()
    assert [one.label.question for one in taught.known] == ["must i be an adult"]
    assert [why for _, why in taught.disputed] == [
        "line 5 of the examples has it as rules:I.b",
        "rules:IX.p9 is no clause of the Rules of 2024-06-05",
    ]
    assert len(store.labels(applied=False)) == 2


def test_of_two_labels_for_the_same_words_the_newer_one_counts(store: Store, small_corpus: Path):
    """The older one is named and left out."""
    labelled(store, Label("Is a raft a boat?", "unanswerable"), Label("is a raft a boat", "answerable", ("rules:I.b",)))
    taught = teach(store, load_corpus(small_corpus), DAY)
    assert [one.label.kind for one in taught.added] == ["answerable"]
    assert [why for _, why in taught.disputed] == ["a newer label for the same words says rules:I.b"]


def test_a_folder_that_cannot_be_written_is_told(store: Store, small_corpus: Path, monkeypatch: pytest.MonkeyPatch):
    """The labels wait for the next try."""

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    labelled(store, Label("Is a raft a boat?", "unanswerable"))
    monkeypatch.setattr(Path, "write_text", refuse)
    with pytest.raises(RecordError, match="ARA_CORPUS_DIR"):
        teach(store, load_corpus(small_corpus), DAY)
    assert len(store.labels(applied=False)) == 1


def test_the_file_keeps_its_mode(store: Store, small_corpus: Path):
    """Whoever could read the examples still can."""
    path = small_corpus / "examples.jsonl"
    path.chmod(0o640)
    labelled(store, Label("Is a raft a boat?", "unanswerable"))
    teach(store, load_corpus(small_corpus), DAY)
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
