"""What may be kept for staff: questions, ratings, labels, counts. No identity, no address, no session, no hour."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any, Literal, get_args

from corpus import ExampleKind, Polarity

__all__ = [
    "LABEL_KINDS",
    "REASONS",
    "Applied",
    "Asked",
    "DayCount",
    "Kept",
    "Label",
    "LabelKind",
    "Rated",
    "Rating",
    "Reason",
    "Totals",
    "tidy",
]

Reason = Literal["thumbs_down", "unanswered", "low_confidence"]
REASONS: tuple[Reason, ...] = ("thumbs_down", "unanswered", "low_confidence")
"""Why a question is kept, the most pressing first."""
LabelKind = ExampleKind
LABEL_KINDS: tuple[LabelKind, ...] = get_args(LabelKind)
MAX_WORDS = 4_000
MAX_ANSWER = 20_000
MAX_REASON = 500


@dataclass(frozen=True, slots=True)
class Asked:
    """A question and its answer, worth a look by staff."""

    question: str
    """As it was understood: a follow-up stands with the question before it."""
    reason: Reason
    kind: str
    """The kind of answer that was given."""
    confidence: float
    """0 to 1; see ``worth``."""
    answer: str
    """Markdown, as it was shown."""
    cited: tuple[str, ...]
    """Clause ids."""
    rules_version: str
    corpus_hash: str


@dataclass(frozen=True, slots=True)
class Kept:
    """A question in the store."""

    id: int
    asked: Asked
    first_day: date
    last_day: date
    times: int
    """How often it was asked in these words."""
    labelled: bool


@dataclass(frozen=True, slots=True)
class Rating:
    """A thumb up or down, with what the form shows and nothing else."""

    up: bool
    reason: str
    """In the reader's own words; may be empty."""
    question: str
    kind: str
    answer: str
    cited: tuple[str, ...]
    rules_version: str
    corpus_hash: str


@dataclass(frozen=True, slots=True)
class Rated:
    """A rating in the store."""

    id: int
    day: date
    rating: Rating


@dataclass(frozen=True, slots=True)
class Label:
    """What a question is about, as staff say: an example question in the making."""

    question: str
    """In the words that go into the corpus; staff may have changed them."""
    kind: LabelKind
    clauses: tuple[str, ...] = ()
    """Clause ids, the main one first; empty unless ``kind`` is ``answerable``."""
    polarity: Polarity | None = None

    def to_dict(self) -> dict[str, Any]:
        """The label as ``corpus/examples.jsonl`` has it."""
        return {
            "question": self.question,
            "kind": self.kind,
            "clauses": list(self.clauses),
            "polarity": self.polarity,
        }


@dataclass(frozen=True, slots=True)
class Applied:
    """A label in the store, and whether the corpus has it."""

    id: int
    day: date
    label: Label
    applied: date | None
    """The day on which it went into the corpus."""


@dataclass(frozen=True, slots=True)
class DayCount:
    """How many answers of one kind, from one endpoint, took at most ``ms`` and more than the bound before it."""

    day: date
    endpoint: str
    kind: str
    ms: int
    answers: int


@dataclass(frozen=True, slots=True)
class Totals:
    """How much the store holds."""

    open: dict[Reason, int]
    """Questions to review, by reason."""
    up: int
    down: int
    labels: int
    unapplied: int
    """Labels that the corpus does not have."""


def tidy(text: str, most: int) -> str:
    """``text`` on one line or several, without control or unpaired characters, at most ``most`` of them."""
    kept = "".join(mark for mark in text if mark == "\n" or (mark.isprintable() and not "\ud800" <= mark <= "\udfff"))
    return kept.strip()[:most]
