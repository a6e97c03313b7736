"""What an answer is: the contract that the command line, the web app and the evals share."""

from __future__ import annotations

import json
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Literal

from corpus import Clause, Polarity, Span

if TYPE_CHECKING:
    from assistant.eligibility import Verdict

__all__ = ["Answer", "AnswerKind", "Citation", "Hit"]

AnswerKind = Literal["answer", "verdict", "not_in_rules", "out_of_scope", "clarify", "refused", "invalid"]


@dataclass(frozen=True, slots=True)
class Citation:
    """Words of a clause, cut out of it by offsets; made by ``cite`` alone."""

    id: str
    label: str
    quote: str
    start: int
    """Characters into the clause's text."""
    end: int
    version: str
    """The date of the Rules."""

    @classmethod
    def cite(cls, clause: Clause, version: str, span: Span | None = None) -> Citation:
        """Cite the whole clause, or the range ``span`` of its text."""
        span = span or Span(0, len(clause.text))
        return cls(clause.id, clause.label, span.cut(clause.text), span.start, span.end, version)


@dataclass(frozen=True, slots=True)
class Hit:
    """A ranked clause."""

    id: str
    score: float


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer, complete with what it rests on."""

    kind: AnswerKind
    polarity: Polarity | None
    """The short answer to the question as worded."""
    text: str
    """What the user reads, Markdown."""
    rules_version: str
    corpus_hash: str
    citations: tuple[Citation, ...] = ()
    hits: tuple[Hit, ...] = ()
    """The ten best clauses, best first."""
    verdict: Verdict | None = None
    rewritten: str | None = None
    """The question as it was understood, where it differs from what was typed."""
    ms: float = field(default=0.0, compare=False)
    """Milliseconds from question to answer; the only field that differs between two runs."""

    def timed(self, ms: float) -> Answer:
        """The same answer with the time that it took."""
        return replace(self, ms=round(ms, 2))

    def to_dict(self) -> dict[str, Any]:
        """The answer as the contract has it."""
        return {
            "kind": self.kind,
            "polarity": self.polarity,
            "text": self.text,
            "citations": [
                {
                    "id": citation.id,
                    "label": citation.label,
                    "quote": citation.quote,
                    "start": citation.start,
                    "end": citation.end,
                    "version": citation.version,
                }
                for citation in self.citations
            ],
            "hits": [{"id": hit.id, "score": hit.score} for hit in self.hits],
            "verdict": None if self.verdict is None else self.verdict.to_dict(),
            "rewritten": self.rewritten,
            "rules_version": self.rules_version,
            "corpus_hash": self.corpus_hash,
            "ms": self.ms,
        }

    def to_json(self) -> str:
        """One line of JSON."""
        return json.dumps(self.to_dict(), ensure_ascii=False)
