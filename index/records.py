"""Corpus → records: the texts that are embedded, and the clauses that a hit on each counts for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from corpus import Clause, Corpus, ExampleKind, FaqSource

__all__ = ["ANSWER_KINDS", "SHORT_ANSWERS", "Record", "RecordKind", "clause_document", "make_records"]

ANSWER_KINDS: tuple[ExampleKind, ...] = get_args(ExampleKind)
SHORT_ANSWERS = ("", "yes", "no", "depends")
"""Empty for a question that takes none."""

_ASKS: dict[FaqSource, ExampleKind] = {
    "rules": "answerable",
    "public-faq": "unanswerable",
    "silent": "unanswerable",
    "assistant": "out_of_scope",
}
"""What is asked by the questions of an FAQ entry; what only public programme information answers, the Rules do not."""

RecordKind = Literal["clause", "point", "faq", "example"]


@dataclass(frozen=True, slots=True)
class Record:
    """One embedded text."""

    id: str
    """Unique: ``rules:I.c``, ``rules:I.c#twelve-months``, ``faq:overhead#2``, ``example:17``."""
    kind: RecordKind
    text: str
    clauses: tuple[str, ...]
    """The clauses that a hit counts for, the main one first; empty for an unanswerable example."""
    asks: ExampleKind | Literal[""] = ""
    """Which of ``ANSWER_KINDS`` a question is; empty for what is no question."""
    polarity: str = ""
    """The short answer to the text as a question; empty where there is none."""

    @property
    def owner(self) -> str:
        """The id without what follows ``#``."""
        return self.id.partition("#")[0]


def make_records(corpus: Corpus) -> tuple[Record, ...]:
    """Every record of the corpus, in a fixed order: clauses, points, FAQ, examples."""
    return (*_clauses(corpus), *_points(corpus), *_faq(corpus), *_examples(corpus))


def clause_document(corpus: Corpus, clause: Clause) -> str:
    """What is searched for a clause: its section, lead-in, own words and plain words."""
    note = corpus.note_by_clause.get(clause.id)
    parts = [clause.section_title, clause.lead_in, clause.text, note.note if note else ""]
    return " ".join(part for part in parts if part)


def _clauses(corpus: Corpus) -> list[Record]:
    return [
        Record(clause.id, "clause", clause_document(corpus, clause), (clause.id,)) for clause in corpus.rules.clauses
    ]


def _points(corpus: Corpus) -> list[Record]:
    return [
        Record(f"{note.clause}#{point.id}", "point", point.says, (note.clause,))
        for note in corpus.notes
        for point in note.points
    ]


def _faq(corpus: Corpus) -> list[Record]:
    return [
        Record(
            f"{entry.key}#{number}",
            "faq",
            question.ask,
            tuple(support.id for support in entry.clauses),
            asks=_ASKS[entry.source],
            polarity=question.polarity or "",
        )
        for entry in corpus.faq
        for number, question in enumerate(entry.questions)
    ]


def _examples(corpus: Corpus) -> list[Record]:
    return [
        Record(
            f"example:{number}",
            "example",
            example.question,
            example.clauses,
            asks=example.kind,
            polarity=example.polarity or "",
        )
        for number, example in enumerate(corpus.examples)
    ]
