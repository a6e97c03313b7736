"""Search result → what kind of answer it supports, and on which clauses."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from index import Near, SearchResult

__all__ = ["Decision", "decide", "says_enough"]

# Set on the dev part of the evals; docs/experiments.md has the figures.
_FAQ_LIKE = 0.62
"""From this cosine a question asks what the FAQ question asks."""
_FAQ_SAME = 0.80
"""From this one it is the FAQ question in other words, however likely a refusal is."""
_PUBLIC_LIKE = 0.72
"""From this one a question asks for public programme information."""
_REFUSE = 0.5
"""From this probability that the Rules do not say, the answer says so."""
_SURE = 0.60
_SURE_OPEN = 0.90
"""A bare question with a clause, or that is unanswerable, as likely as this stands by itself."""
_SECOND = 0.12
"""A second clause is cited where its likelihood is at least this share of the first one's."""


@dataclass(frozen=True, slots=True)
class Decision:
    """What to answer with."""

    kind: Literal["answer", "not_in_rules", "out_of_scope", "clarify"]
    clauses: tuple[str, ...]
    """The clauses to cite, the deciding one first; for ``not_in_rules`` the nearest ones."""
    faq: Near | None = None
    """The FAQ question that this question asks in other words."""
    reason: str = ""
    """Why, for the trace."""


def decide(result: SearchResult) -> Decision:
    """Whether the Rules answer, public programme information does, or neither."""
    faq = _faq(result)
    if faq and faq.record.label == "public":
        return Decision("not_in_rules", faq.record.clauses, faq, "public programme information")
    if faq and faq.similarity >= _FAQ_SAME:
        return Decision("answer", faq.record.clauses, faq, "the question is that of an FAQ entry")
    if result.out_of_scope > max(_REFUSE, result.unanswerable):
        return Decision("out_of_scope", (), reason=f"out of scope with {result.out_of_scope:.2f}")
    nearest = tuple(row.id for row in result.clauses[:2])
    if result.answerable < 1 - _REFUSE:
        return Decision("not_in_rules", nearest, reason=f"answerable with {result.answerable:.2f} only")
    if faq:
        return Decision("answer", faq.record.clauses, faq, "an FAQ entry rests on the best clause")
    return Decision("answer", _cited(result), reason="the best clauses")


def says_enough(result: SearchResult) -> bool:
    """Whether a question, searched for without what stands around it, leaves no doubt what it is about."""
    found = result.clauses[0].head >= _SURE and result.answerable >= _SURE
    return found or result.unanswerable >= _SURE_OPEN


def _faq(result: SearchResult) -> Near | None:
    """The nearest FAQ question that is near enough and agrees with the ranking."""
    best = result.clauses[0].id
    for near in result.faq:
        public = near.record.label == "public"
        if near.similarity >= _PUBLIC_LIKE if public else near.similarity >= _FAQ_LIKE and best in near.record.clauses:
            return near
    return None


def _cited(result: SearchResult) -> tuple[str, ...]:
    best = result.clauses[0]
    second = max(result.clauses[1:], key=lambda row: (row.head, row.id), default=None)
    return (best.id, second.id) if second and second.head >= _SECOND * best.head > 0 else (best.id,)
