"""What rests on what: the clauses behind a paragraph of an answer, and all that rests on a clause."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.answer import Citation
from assistant.eligibility import REQUIREMENTS
from assistant.eligibility.award.requirements import AWARD_REQUIREMENTS
from corpus import Corpus

__all__ = ["Resting", "cited_by", "resting_on"]


@dataclass(frozen=True, slots=True)
class Resting:
    """What rests on one clause."""

    conditions: tuple[str, ...]
    """Questions of the eligibility interview."""
    award: tuple[str, ...]
    """Questions of the checklist for accepting an award."""
    questions: tuple[str, ...]
    """The plain wording of each FAQ entry, those first for which the clause decides."""

    @property
    def count(self) -> int:
        """How many there are in all."""
        return len(self.conditions) + len(self.award) + len(self.questions)


def resting_on(corpus: Corpus) -> dict[str, Resting]:
    """For each clause what rests on it."""
    return {clause.id: _resting(clause.id, corpus) for clause in corpus.rules.clauses}


def _resting(clause: str, corpus: Corpus) -> Resting:
    entries = [entry for entry in corpus.faq if any(support.id == clause for support in entry.clauses)]
    entries.sort(key=lambda entry: entry.clauses[0].id != clause)
    return Resting(
        tuple(one.question for one in REQUIREMENTS if one.clause == clause),
        tuple(one.question for one in AWARD_REQUIREMENTS if one.clause == clause),
        tuple(entry.questions[0].ask for entry in entries),
    )


def cited_by(
    paragraphs: Sequence[str], citations: Sequence[Citation], corpus: Corpus
) -> list[tuple[tuple[Citation, ...], ...]]:
    """For each paragraph the citations that it rests on, those of one clause together.

    Words come from FAQ entries and from the clauses' notes, so that their source is found again
    by the words. A citation that no paragraph claims stands with the last one.
    """
    groups: dict[str, list[Citation]] = {}
    for citation in citations:
        groups.setdefault(citation.id, []).append(citation)
    claimed = [{clause for clause in _sources(paragraph, corpus) if clause in groups} for paragraph in paragraphs]
    if claimed:
        claimed[-1] |= groups.keys() - set().union(*claimed)
    return [tuple(tuple(group) for clause, group in groups.items() if clause in clauses) for clauses in claimed]


def _sources(paragraph: str, corpus: Corpus) -> set[str]:
    for entry in corpus.faq:
        if entry.answer.strip() in paragraph:
            return {support.id for support in entry.clauses}
    return {
        note.clause
        for note in corpus.notes
        if note.note.strip() in paragraph or any(point.says in paragraph for point in note.points)
    }
