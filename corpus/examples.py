"""Labelled example questions: what the index learns to rank and to refuse from."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ValidationError

from corpus.errors import CorpusError
from corpus.faq import Polarity

__all__ = ["Example", "ExampleKind", "read_examples"]

ExampleKind = Literal["answerable", "unanswerable", "out_of_scope"]


class Example(BaseModel, frozen=True, extra="forbid"):
    """One question with its label; one JSON object a line in the file."""

    question: str
    kind: ExampleKind
    clauses: tuple[str, ...]
    """Clause ids, the main one first; empty unless ``kind`` is ``answerable``."""
    polarity: Polarity | None = None


def read_examples(path: Path) -> tuple[Example, ...]:
    """Every example of the file; raises ``CorpusError`` naming file and line."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise CorpusError(str(path), f"cannot be read ({error}).", "It must be a readable UTF-8 file.") from None
    return tuple(_example(path, number, line) for number, line in enumerate(lines, start=1) if line.strip())


def _example(path: Path, number: int, line: str) -> Example:
    try:
        return Example.model_validate_json(line)
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"]) or "line"
        raise CorpusError(
            f"{path}:{number} {place}",
            f"{first['msg']}.",
            'Example: {"question": "…", "kind": "answerable", "clauses": ["rules:I.c"], "polarity": "no"}.',
        ) from None
