"""A kept question as a reviewer sees it: what was answered, and what is near to it now."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.record.values import Kept, Label, LabelKind
from corpus import Corpus, Polarity
from corpus.errors import RecordError

if TYPE_CHECKING:
    from assistant.pipeline import Assistant

__all__ = ["CHOICES", "Card", "Choice", "Neighbour", "checked", "make_card"]

CHOICES = 9
"""Clauses that are offered: one a digit."""
_NEIGHBOURS = 5


@dataclass(frozen=True, slots=True)
class Choice:
    """A clause that the question may be about."""

    id: str
    label: str
    plain: str
    """Its note; empty where it has none."""
    cited: bool
    """Whether the answer cited it."""


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A labelled example near to the question."""

    question: str
    said: str
    """Its label, for people: clauses, or why there are none."""
    similarity: float


@dataclass(frozen=True, slots=True)
class Card:
    """All that a reviewer needs for one question."""

    kept: Kept
    choices: tuple[Choice, ...]
    """The nearest clauses, best first."""
    neighbours: tuple[Neighbour, ...]
    """The nearest labelled examples, best first."""


def make_card(kept: Kept, assistant: Assistant) -> Card:
    """The card of a question, from the index as it is now."""
    found = assistant.index.search(kept.asked.question)
    corpus = assistant.corpus
    choices = [_choice(corpus, row.id, kept.asked.cited) for row in found.clauses[:CHOICES]]
    neighbours = [
        Neighbour(near.record.text, _said(corpus, near.record.asks, near.record.clauses), near.similarity)
        for near in found.examples[:_NEIGHBOURS]
    ]
    return Card(kept, tuple(choices), tuple(neighbours))


def checked(
    corpus: Corpus, question: str, kind: LabelKind, clause: str | None = None, polarity: Polarity | None = None
) -> Label:
    """A label that the corpus can take; raises ``RecordError`` saying what is accepted."""
    words = " ".join(question.split())
    if not words:
        raise RecordError("The question has no words left. Write what was asked, without what tells of a person.")
    if kind != "answerable":
        return Label(words, kind)
    if clause not in corpus.rules.by_id:
        raise RecordError(f"There is no clause {str(clause)[:80]!r}. Accepted: {', '.join(corpus.rules.by_id)}.")
    return Label(words, kind, (clause,), polarity)


def _choice(corpus: Corpus, clause: str, cited: tuple[str, ...]) -> Choice:
    note = corpus.note_by_clause.get(clause)
    return Choice(clause, corpus.label(clause), note.note.strip() if note else "", clause in cited)


def _said(corpus: Corpus, kind: str, clauses: tuple[str, ...]) -> str:
    if kind != "answerable":
        return {"out_of_scope": "out of scope"}.get(kind, kind)
    return ", ".join(corpus.label(clause) if clause in corpus.rules.by_id else clause for clause in clauses)
