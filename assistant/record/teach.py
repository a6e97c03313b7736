"""Labels → ``corpus/examples.jsonl``: what staff have labelled is known from the next build of the index on."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from filelock import FileLock

from assistant.record.values import Applied, Label
from corpus import Corpus, Example
from corpus.errors import RecordError
from corpus.lint import normal

if TYPE_CHECKING:
    from assistant.record.store import Store

__all__ = ["Taught", "add_labels", "teach"]


@dataclass(frozen=True, slots=True)
class Taught:
    """What came of adding labels."""

    lines: tuple[str, ...]
    """The lines to add to the examples, one JSON object each."""
    added: tuple[Applied, ...]
    known: tuple[Applied, ...]
    """The same question stands there with the same label."""
    disputed: tuple[tuple[Applied, str], ...]
    """Those that are not added, each with the reason."""


def add_labels(labels: Sequence[Applied], examples: Sequence[Example], corpus: Corpus) -> Taught:
    """What adding ``labels`` to ``examples`` comes to; of two labels for one question, the newer one counts."""
    there = {normal(example.question): (number, example) for number, example in enumerate(examples, start=1)}
    newest = {normal(one.label.question): one for one in sorted(labels, key=lambda one: one.id)}
    lines, added, known, disputed = [], [], [], []
    for one in labels:
        key = normal(one.label.question)
        problem = _problem(one.label, corpus)
        if problem:
            disputed.append((one, problem))
        elif newest[key] is not one:
            disputed.append((one, f"a newer label for the same words says {_said(newest[key].label)}"))
        elif key not in there:
            lines.append(json.dumps(one.label.to_dict(), ensure_ascii=False))
            added.append(one)
        elif _same(one.label, there[key][1]):
            known.append(one)
        else:
            number, example = there[key]
            disputed.append((one, f"line {number} of the examples has it as {_said(example)}"))
    return Taught(tuple(lines), tuple(added), tuple(known), tuple(disputed))


def teach(store: Store, corpus: Corpus, today: date) -> Taught:
    """Add the labels that the corpus does not have to its examples, and note that it has them.

    Raises ``RecordError`` where the file cannot be written.
    """
    path = corpus.root / "examples.jsonl"
    try:
        with FileLock(path.with_name(f".{path.name}.lock"), timeout=10):
            taught = _taught(store, corpus, path)
            if taught.lines:
                _append(path, taught.lines)
    except OSError as error:
        raise RecordError(
            f"{path} cannot be written ({error.strerror or type(error).__name__}). "
            "Run this where the corpus lies, or set ARA_CORPUS_DIR to a folder that can be written."
        ) from None
    store.applied([one.id for one in (*taught.added, *taught.known)], today)
    return taught


def _taught(store: Store, corpus: Corpus, path: Path) -> Taught:
    from corpus.examples import read_examples

    # As they are now: another review may have added some since the corpus was loaded.
    return add_labels(store.labels(applied=False)[::-1], read_examples(path), corpus)


def _append(path: Path, lines: Sequence[str]) -> None:
    """The whole file anew beside its place, then put there: a reader sees all lines or none."""
    old = path.read_text(encoding="utf-8")
    if old and not old.endswith("\n"):
        old += "\n"
    beside = path.with_name(f".{path.name}.new")
    beside.write_text(old + "".join(f"{line}\n" for line in lines), encoding="utf-8")
    beside.chmod(path.stat().st_mode)
    beside.replace(path)


def _problem(label: Label, corpus: Corpus) -> str:
    if not normal(label.question):
        return "it has no words"
    gone = [clause for clause in label.clauses if clause not in corpus.rules.by_id]
    return f"{gone[0]} is no clause of the Rules of {corpus.rules.version}" if gone else ""


def _same(label: Label, example: Example) -> bool:
    return (label.kind, label.clauses) == (example.kind, example.clauses)


def _said(label: Label | Example) -> str:
    return ", ".join(label.clauses) if label.kind == "answerable" else label.kind.replace("_", " ")
