"""The FAQ: reviewed answers in the project's own words, each with what it rests on."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from pydantic import BaseModel, Field

from corpus.yamlfile import Entry, read_list

__all__ = ["FaqEntry", "FaqQuestion", "FaqSource", "Polarity", "Support", "read_faq"]

Polarity = Literal["yes", "no", "depends"]
"""The short answer to a question as it is worded."""
FaqSource = Literal["rules", "public-faq", "silent", "assistant"]
"""What an answer rests on: clauses; public programme information, which is no clause of the Rules; that the Rules are silent,
with what they say nearby and where the matter is decided; or what this assistant is."""


class Support(BaseModel, frozen=True, extra="forbid"):
    """A clause that an answer rests on, as it read when the answer was reviewed."""

    id: str
    sha256: str
    """``text_hash`` of the clause's text; another hash makes the entry stale."""
    quote: str | None = None
    """The exact words that decide; ``None`` stands for the whole clause."""


class FaqQuestion(BaseModel, frozen=True, extra="forbid"):
    """One way to ask, and the short answer to that wording; ``None`` where it takes no yes or no."""

    ask: str = Field(min_length=3)
    polarity: Polarity | None


class FaqEntry(Entry, frozen=True):
    """One entry; ``faq:overhead`` in answers and hits."""

    id: str = Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")
    title: str
    source: FaqSource
    questions: tuple[FaqQuestion, ...] = Field(min_length=1)
    """Ways to ask it, the plain one first."""
    answer: str
    """One to three sentences that read well with or without a yes or no before them."""
    clauses: tuple[Support, ...]
    """The deciding clause first; of a ``silent`` entry those that come near."""

    @property
    def key(self) -> str:
        """The id with its prefix, ``faq:overhead``."""
        return f"faq:{self.id}"

    @property
    def label(self) -> str:
        """The name for people, ``FAQ: Overhead``."""
        return f"FAQ: {self.title}"


def read_faq(path: Path) -> tuple[FaqEntry, ...]:
    """Every entry of the file; raises ``CorpusError`` naming file, line and field."""
    return read_list(path, "entries", FaqEntry)
