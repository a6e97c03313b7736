"""The clause: one unlettered paragraph or one lettered item of the Rules."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, field
from functools import cached_property

__all__ = ["Clause", "Rules", "Section", "Span", "text_hash"]

PREAMBLE = "P"


def text_hash(text: str) -> str:
    """The first 16 hex digits of the SHA-256 of ``text`` in UTF-8.

    FAQ entries and notes store it for each clause they rest on, so that a
    reworded clause makes them stale.
    """
    return hashlib.sha256(text.encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Span:
    """A half-open range of characters, ``start`` included, ``end`` not."""

    start: int
    end: int

    def cut(self, text: str) -> str:
        """The characters of ``text`` in this range."""
        return text[self.start : self.end]


@dataclass(frozen=True)
class Clause:
    """One paragraph or lettered item.

    ``span`` counts characters in the normalised text of the Rules and covers
    ``text`` alone; an item's marker, such as ``(c) ``, stands before it.
    """

    id: str
    """``rules:I.c``, ``rules:III.p3``, ``rules:P.p1``"""
    section: str
    """The Roman numeral, or ``P`` for the preamble."""
    section_title: str
    text: str
    span: Span
    lead_in: str = ""
    """For an item, the paragraph that it completes; else empty."""

    @property
    def part(self) -> str:
        """What follows the section in the id: ``c`` or ``p3``."""
        return self.id.rsplit(".", 1)[1]

    @property
    def is_item(self) -> bool:
        """Whether this is a lettered item."""
        return len(self.part) == 1

    @property
    def marker(self) -> str:
        """``(c)`` for a lettered item, else empty."""
        return f"({self.part})" if self.is_item else ""

    @property
    def label(self) -> str:
        """The name for people: ``Rules § I(c)``, ``Rules § III ¶ 3``."""
        if self.section == PREAMBLE:
            return f"Rules, preamble ¶ {self.part[1:]}"
        if self.is_item:
            return f"Rules § {self.section}({self.part})"
        return f"Rules § {self.section} ¶ {self.part[1:]}"

    @cached_property
    def hash(self) -> str:
        """``text_hash`` of the clause's text."""
        return text_hash(self.text)

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """The sentences of ``text`` as spans, in order; never empty."""
        return sentence_spans(self.text)


@dataclass(frozen=True, slots=True)
class Section:
    """A section with its heading; the preamble has an empty numeral line."""

    numeral: str
    title: str
    clauses: tuple[Clause, ...]


@dataclass(frozen=True)
class Rules:
    """One version of the Rules, word for word."""

    version: str
    """The date under the title, ``YYYY-MM-DD``."""
    title: str
    dateline: str
    text: str
    """The normalised text that every span counts in."""
    sections: tuple[Section, ...]
    sha256: str = field(repr=False)
    """SHA-256 of ``text`` in UTF-8, in full."""

    @cached_property
    def clauses(self) -> tuple[Clause, ...]:
        """Every clause, in the order of the text."""
        return tuple(clause for section in self.sections for clause in section.clauses)

    @cached_property
    def by_id(self) -> dict[str, Clause]:
        """Clauses by id."""
        return {clause.id: clause for clause in self.clauses}

    def clause(self, clause_id: str) -> Clause:
        """The clause with this id; raises ``KeyError`` where there is none."""
        return self.by_id[clause_id]


# A full stop that ends no sentence: "Inc.", "i.e.", "Ave.", a numeral's or an initial's.
_ABBREVIATION = re.compile(r"(?:\b(?:Inc|Ltd|Corp|Co|No|Ave|St|vs|etc|approx|cf)|\b[A-Za-z]\.[A-Za-z]|\b[A-Z])$")
_BOUNDARY = re.compile(r"[.!?][”’\"')]*\s+(?=[“‘\"'(]?[A-Z0-9])")


def sentence_spans(text: str) -> tuple[Span, ...]:
    """Split running text into sentences; the spans cover all but the gaps between."""
    spans: list[Span] = []
    start = 0
    for match in _BOUNDARY.finditer(text):
        if _ABBREVIATION.search(text[start : match.start()]):
            continue
        end = match.start() + len(match.group().rstrip())
        spans.append(Span(start, end))
        start = match.end()
    if start < len(text) or not spans:
        spans.append(Span(start, len(text)))
    return tuple(spans)
