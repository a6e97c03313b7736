"""Wording: whether an answer gives words that a person reviewed as the answer to such a question.

The labelled examples find the clause by themselves, so an FAQ that is lost, stale or out
of reach costs few right clauses. What it costs is its words: answers then say what the
clause says in general and no longer what was asked. This share falls when that happens.
"""

from __future__ import annotations

from evals.items import Item
from evals.metrics.figure import Figure, Share, question_of_kind, share_of

__all__ = ["FIGURES"]


def _reviewed(item: Item) -> Share | None:
    turn = question_of_kind(item, "answerable")
    return None if turn is None or not item.given.answers else share_of(bool(item.faq))


FIGURES = (
    Figure(
        "reviewed_words",
        "answered in the words of the FAQ",
        "answered answerable questions whose words are those of a reviewed FAQ entry ÷ answered answerable questions",
        "own",
        _reviewed,
    ),
)
