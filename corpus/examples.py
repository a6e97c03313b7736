"""Labelled example questions: what the index learns to rank and to refuse from."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from pydantic import BaseModel

from corpus.faq import Polarity
from corpus.lines import read_lines

__all__ = ["Example", "ExampleKind", "read_examples"]

ExampleKind = Literal["answerable", "unanswerable", "out_of_scope"]

_EXAMPLE = '{"question": "…", "kind": "answerable", "clauses": ["rules:I.c"], "polarity": "no"}.'


class Example(BaseModel, frozen=True, extra="forbid"):
    """One question with its label; one JSON object a line in the file."""

    question: str
    kind: ExampleKind
    clauses: tuple[str, ...]
    """Clause ids, the main one first; empty unless ``kind`` is ``answerable``."""
    polarity: Polarity | None = None


def read_examples(path: Path) -> tuple[Example, ...]:
    """Every example of the file; raises ``CorpusError`` naming file and line."""
    return read_lines(path, Example, _EXAMPLE)
