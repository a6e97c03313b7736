"""Plain-language notes: what each clause, and each point in it, says in everyday words."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from pydantic import BaseModel, Field

from corpus.yamlfile import Entry, read_list

__all__ = ["Note", "Point", "read_notes"]


class Point(BaseModel, frozen=True, extra="forbid"):
    """One thing that a clause says."""

    id: str
    quote: str
    """The exact words of the clause that say it."""
    says: str
    """The same in plain words, one sentence."""
    force: Literal["permits", "forbids", "requires", "states"]
    who: Literal["you", "amazon", "both", "institution", "pi"]
    """Whom it permits, forbids or requires, or about whom it states."""


class Note(Entry, frozen=True):
    """The plain words for one clause."""

    clause: str
    sha256: str
    """``text_hash`` of the clause's text when the note was reviewed."""
    note: str
    points: tuple[Point, ...] = Field(min_length=1)


def read_notes(path: Path) -> tuple[Note, ...]:
    """Every note of the file; raises ``CorpusError`` naming file, line and field."""
    return read_list(path, "notes", Note)
