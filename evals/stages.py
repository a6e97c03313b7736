"""The trace of a question, flattened so that it can be kept, shown and blamed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple

from pydantic import BaseModel

from assistant import Trace
from evals.cases import EligibilityText, Sentence, Turn
from evals.given import Given
from evals.items import Item
from evals.metrics.right import clean, groups_met, right
from index import Near, Ranking

__all__ = ["MEANINGS", "STAGES", "Example", "Ranked", "Stage", "Stages", "lost_at"]

Stage = Literal["route", "read", "retrieve", "decide", "compose", "crash"]
STAGES: tuple[Stage, ...] = ("route", "read", "retrieve", "decide", "compose", "crash")


class Meaning(NamedTuple):
    """What a lost answer means, and what usually mends it."""

    what: str
    remedy: str


MEANINGS: Mapping[Stage, Meaning] = {
    "route": Meaning("it went where it does not belong.", "examples of its kind."),
    "read": Meaning(
        "facts were missed, or read that are not stated.", "a pattern in the frame of its topic, with examples."
    ),
    "retrieve": Meaning("a clause that is needed is not among the first five.", "examples that ask it in such words."),
    "decide": Meaning(
        "the clause was found and not cited, or the Rules do not say and an answer was given.",
        "an FAQ entry, or a near miss among the unanswerable examples.",
    ),
    "compose": Meaning(
        "the right clauses are cited, and the words or the short answer are wrong.",
        "the FAQ answer or the clause's note.",
    ),
    "crash": Meaning("the program raised an error.", "a bug report with the error."),
}
_SHOWN = 5
_FIVE = 5


class Ranked(BaseModel, frozen=True):
    """A candidate clause with the opinions that its score sums."""

    id: str
    score: float
    head: float
    examples: float
    text: float
    lexical: float


class Example(BaseModel, frozen=True):
    """A known question near to the one asked."""

    id: str
    text: str
    label: str
    """Its kind, or whether it is public information; empty for an FAQ entry on the Rules."""
    clauses: tuple[str, ...]
    similarity: float


class Stages(BaseModel, frozen=True):
    """What each stage made of a question; empty where it was not reached."""

    cleaned: str | None = None
    rewritten: str | None = None
    ranked: tuple[Ranked, ...] = ()
    faq: tuple[Example, ...] = ()
    examples: tuple[Example, ...] = ()
    answerable: float | None = None
    unanswerable: float | None = None
    out_of_scope: float | None = None
    faq_entry: str = ""
    """The FAQ entry whose words the answer gives."""
    decision: str = ""
    reason: str = ""
    faults: tuple[str, ...] = ()

    @classmethod
    def of(cls, trace: Trace) -> Stages:
        """Flatten a trace; only the best few of each list are kept."""
        result, decision = trace.result, trace.decision
        return cls(
            cleaned=trace.cleaned,
            rewritten=trace.rewritten,
            ranked=tuple(map(_ranked, result.clauses[:_SHOWN])) if result else (),
            faq=tuple(map(_example, result.faq[:_SHOWN])) if result else (),
            examples=tuple(map(_example, result.examples[:_SHOWN])) if result else (),
            answerable=result.answerable if result else None,
            unanswerable=result.unanswerable if result else None,
            out_of_scope=result.out_of_scope if result else None,
            faq_entry=decision.faq.record.owner if decision and decision.faq else "",
            decision=decision.kind if decision else trace.answer.kind,
            reason=decision.reason if decision else "",
            faults=trace.faults,
        )


def _ranked(row: Ranking) -> Ranked:
    return Ranked(id=row.id, score=row.score, head=row.head, examples=row.examples, text=row.text, lexical=row.lexical)


def _example(near: Near) -> Example:
    record = near.record
    return Example(
        id=record.id, text=record.text, label=record.asks, clauses=record.clauses, similarity=near.similarity
    )


def lost_at(item: Item) -> Stage | None:
    """The first stage after which the answer could no longer be right; none where it is right or not judged.

    Route: the question went where it does not belong. Read: a typed case got a verdict from
    facts that it does not state, or a sentence was misread. Retrieve: a gold group is not among
    the first five. Decide: it is, and was not cited, or something was answered that the
    Rules do not say. Compose: the right clauses are cited, and the words or the short answer
    are wrong.
    """
    if right(item) is not False:
        return None
    gold, given = item.ask.gold, item.given
    if isinstance(gold, EligibilityText):
        return "route" if given.verdict is None else "read"
    if isinstance(gold, Sentence):
        return "read"
    if gold.kind == "hostile" and not clean(item, gold):
        return "compose"
    if not gold.gold:
        return _wrongly_answered(given)
    return _short_of_gold(gold, given)


def _wrongly_answered(given: Given) -> Stage:
    if given.kind == "verdict":
        return "route"
    return "decide" if given.answers else "compose"


def _short_of_gold(gold: Turn, given: Given) -> Stage:
    if given.kind in {"invalid", "refused", "out_of_scope", "verdict"}:
        return "route"
    if not all(groups_met(gold.gold, given.ranked[:_FIVE])):
        return "retrieve"
    if not given.answers or not all(groups_met(gold.gold, given.cited)):
        return "decide"
    return "compose"
