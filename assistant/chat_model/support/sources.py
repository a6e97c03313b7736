"""The sentences that a chat model may write from: those of the cited clauses, and the reviewed plain words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from assistant.chat_model.prompts import block
from assistant.chat_model.support.reading import Words, canonical, variants
from assistant.compose import Draft
from assistant.decide import Decision
from corpus import Clause, Corpus
from corpus.clauses import sentence_spans

__all__ = ["Place", "Unit", "Units", "lead_and_rest"]

_LEAD = re.compile(r"^(\*\*(?:Yes|No|It depends)\.\*\* )?(.*)$", re.DOTALL)
_LONGEST = 6_000
"""Characters of sentences that a model is shown."""
_NO_BEGINNING = re.compile(
    r"^(?:it|they|them|this|these|that|those|additionally|further|also|such|he|she|in this case)\b", re.IGNORECASE
)

Place = tuple[int, int]
"""Paragraph and sentence of the deterministic draft, counted from nought."""


@dataclass(frozen=True)
class Unit:
    """One sentence with where it stands."""

    id: str
    """A clause id, or that of the FAQ entry whose answer it is part of."""
    number: int
    """Counted from one within ``id``, as the model is shown it."""
    text: str
    place: Place | None
    """Where it stands in the deterministic draft; none where it is no part of that."""

    @cached_property
    def readings(self) -> frozenset[Words]:
        """Every way in which it may be said."""
        return variants(self.text)


@dataclass(frozen=True)
class Units:
    """What one answer may be written from."""

    units: tuple[Unit, ...]

    @classmethod
    def of(cls, draft: Draft, decision: Decision, corpus: Corpus) -> Units:
        """The draft's own sentences, then the sentences and points of the clauses that it cites; each said once."""
        found: list[Unit] = []
        counts: dict[str, int] = {}
        said: set[Words] = set()
        room = _LONGEST
        for unit_id, text, place in _sentences(draft, decision, corpus):
            words = canonical(text)
            room -= len(text)
            if words in said or room < 0:
                continue
            said.add(words)
            counts[unit_id] = counts.get(unit_id, 0) + 1
            found.append(Unit(unit_id, counts[unit_id], text, place))
        return cls(tuple(found))

    @cached_property
    def by_source(self) -> dict[tuple[str, int], Unit]:
        """Units by id and number."""
        return {(unit.id, unit.number): unit for unit in self.units}

    def shown(self) -> str:
        """The units as the prompt has them, a block a clause."""
        blocks = []
        for unit_id in dict.fromkeys(unit.id for unit in self.units):
            lines = [f"[{unit.number}] {unit.text}" for unit in self.units if unit.id == unit_id]
            blocks.append(block("clause", "\n".join(lines), unit_id))
        return "\n".join(blocks)


def lead_and_rest(paragraph: str) -> tuple[str, str]:
    """The short answer in front of a paragraph, which no model writes, and the rest."""
    found = _LEAD.match(paragraph)
    return (found[1] or "", found[2]) if found else ("", paragraph)


def _sentences(draft: Draft, decision: Decision, corpus: Corpus) -> Iterator[tuple[str, str, Place | None]]:
    owners = (decision.faq.record.owner,) if decision.faq else decision.clauses
    for at, (owner, paragraph) in enumerate(zip(owners, draft.sentences, strict=False)):
        text = lead_and_rest(paragraph)[1]
        for number, span in enumerate(sentence_spans(text) if text else ()):
            yield owner, span.cut(text), (at, number)
    for clause_id in dict.fromkeys(citation.id for citation in draft.citations):
        clause = corpus.clause(clause_id)
        note = corpus.note_by_clause.get(clause_id)
        # A sentence that begins with “they” says nothing by itself.
        texts = [*(point.says for point in note.points), *_whole(clause)] if note else list(_whole(clause))
        yield from ((clause_id, text, None) for text in texts if not _NO_BEGINNING.match(text))


def _whole(clause: Clause) -> Iterator[str]:
    """The sentences of a clause; an item stands with the lead-in that it completes."""
    lead = sentence_spans(clause.lead_in)[-1].cut(clause.lead_in).rstrip(" :") + " " if clause.lead_in else ""
    for at, span in enumerate(clause.sentences):
        yield (lead if at == 0 else "") + span.cut(clause.text).removesuffix("; and").rstrip(";")
