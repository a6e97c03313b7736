"""Labelled conversations: how people go on asking, and what each turn means after those before it."""

from __future__ import annotations

from pathlib import Path
from typing import Self

from pydantic import BaseModel, model_validator

from corpus.examples import ExampleKind
from corpus.faq import Polarity
from corpus.lines import read_lines

__all__ = ["DIALOGUES_FILE", "ExampleDialogue", "ExampleTurn", "read_dialogues"]

DIALOGUES_FILE = "dialogues.jsonl"

_EXAMPLE = (
    '{"turns": [{"question": "May the grant be spent over two years?", "kind": "answerable", "clauses": ["rules:III.p1"], '
    '"polarity": "no"}, {"question": "and the credits?", "alone": "May the credits be used over two years?", …}]}.'
)


class ExampleTurn(BaseModel, frozen=True, extra="forbid"):
    """One turn with its label, as it is meant after the turns before it."""

    question: str
    alone: str = ""
    """The full question that a turn means which leans on those before it; empty for one that stands alone."""
    kind: ExampleKind
    clauses: tuple[str, ...]
    """Clause ids, the main one first; empty unless ``kind`` is ``answerable``."""
    polarity: Polarity | None = None


class ExampleDialogue(BaseModel, frozen=True, extra="forbid"):
    """One person's turns; one JSON object a line in the file."""

    turns: tuple[ExampleTurn, ...]

    @model_validator(mode="after")
    def _opened(self) -> Self:
        if not self.turns or self.turns[0].alone:
            raise ValueError("a conversation opens with a turn that leans on none")
        return self


def read_dialogues(path: Path) -> tuple[ExampleDialogue, ...]:
    """Every conversation of the file, none where there is no file; raises ``CorpusError`` naming file and line."""
    return read_lines(path, ExampleDialogue, _EXAMPLE) if path.exists() else ()
