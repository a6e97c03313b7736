"""Search result → what kind of answer it supports, and on which clauses."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from corpus import ExampleKind
from index import Near, SearchResult

__all__ = ["OPEN_LIKE", "Decision", "decide", "says_enough"]

# Set on the dev part of the evals; docs/experiments.md has the figures.
_FAQ_LIKE = 0.62
"""From this cosine a question asks what the FAQ question asks."""
_FAQ_SAME = 0.80
"""From this one it is the FAQ question in other words, however likely a refusal is."""
OPEN_LIKE = 0.72
"""From this one a question asks what an FAQ entry says that the Rules do not answer; a question that is refused anyway
does from ``_FAQ_LIKE`` on."""
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
    """Whether the Rules answer, an entry of the FAQ tells what they do not say, or neither."""
    faq = _faq(result)
    if faq and faq.record.asks != "answerable":
        return _unanswered(faq, result, f"the question is that of {faq.record.owner}")
    if faq and faq.similarity >= _FAQ_SAME:
        return Decision("answer", faq.record.clauses, faq, "the question is that of an FAQ entry")
    if result.out_of_scope > max(_REFUSE, result.unanswerable):
        about_me = _of_kind(result, "out_of_scope")
        return Decision("out_of_scope", (), about_me, f"out of scope with {result.out_of_scope:.2f}")
    if result.answerable < 1 - _REFUSE:
        return _unanswered(_of_kind(result, "unanswerable"), result, f"answerable with {result.answerable:.2f} only")
    if faq:
        return Decision("answer", faq.record.clauses, faq, "an FAQ entry rests on the best clause")
    return Decision("answer", _cited(result), reason="the best clauses")


def _unanswered(faq: Near | None, result: SearchResult, reason: str) -> Decision:
    """What the Rules do not answer, with the entry that tells so or else the nearest clauses."""
    if faq and faq.record.asks == "out_of_scope":
        return Decision("out_of_scope", (), faq, reason)
    nearest = faq.record.clauses if faq else tuple(row.id for row in result.clauses[:2])
    return Decision("not_in_rules", nearest, faq, reason)


def says_enough(result: SearchResult) -> bool:
    """Whether a question, searched for without what stands around it, leaves no doubt what it is about."""
    found = result.clauses[0].head >= _SURE and result.answerable >= _SURE
    return found or result.unanswerable >= _SURE_OPEN


def _faq(result: SearchResult) -> Near | None:
    """The nearest FAQ question that is near enough and agrees with the ranking."""
    best = result.clauses[0].id
    for near in result.faq:
        if near.record.asks == "answerable":
            found = near.similarity >= _FAQ_LIKE and best in near.record.clauses
        else:
            found = near.similarity >= OPEN_LIKE
        if found:
            return near
    return None


def _of_kind(result: SearchResult, asks: ExampleKind) -> Near | None:
    """The nearest FAQ question of this kind, if it is near enough to tell what a refusal tells."""
    return next((near for near in result.faq if near.record.asks == asks and near.similarity >= _FAQ_LIKE), None)


def _cited(result: SearchResult) -> tuple[str, ...]:
    best = result.clauses[0]
    second = max(result.clauses[1:], key=lambda row: (row.head, row.id), default=None)
    return (best.id, second.id) if second and second.head >= _SECOND * best.head > 0 else (best.id,)
