"""Retrieval: where the right clauses stand among the hits.

Over answerable questions that stand alone. With the hits h₁ … h₁₀ and the gold groups G:
recall@k is the share of questions with some hᵢ (i ≤ k) in some group; MRR the mean of
1 ÷ the smallest such i, 0 where there is none among ten; "all needed" the share with every
group met by the first five. (Voorhees, TREC-8 question answering track, 1999; Manning,
Raghavan and Schütze, Introduction to Information Retrieval, 2008, ch. 8.)
"""

from __future__ import annotations

from collections.abc import Callable

from evals.cases import Turn
from evals.given import Given
from evals.items import Item
from evals.metrics.figure import Figure, Share, question_of_kind, share_of
from evals.metrics.right import groups_met

__all__ = ["FIGURES", "first_rank", "group_ranks"]

_FIVE = 5
_IR = "Manning, Raghavan and Schütze 2008, ch. 8"


def group_ranks(turn: Turn, given: Given) -> list[int | None]:
    """For each gold group the rank, from one, of its best clause among the hits."""
    ranks = {clause: at for at, clause in enumerate(given.ranked, start=1)}
    return [min((ranks[clause] for clause in group if clause in ranks), default=None) for group in turn.gold]


def first_rank(turn: Turn, given: Given) -> int | None:
    """The rank, from one, of the first hit that is in any gold group."""
    return min((rank for rank in group_ranks(turn, given) if rank is not None), default=None)


def recall_at(k: int) -> Callable[[Item], Share | None]:
    """The score of recall@``k``."""

    def score(item: Item) -> Share | None:
        turn = question_of_kind(item, "answerable")
        if turn is None:
            return None
        rank = first_rank(turn, item.given)
        return share_of(rank is not None and rank <= k)

    return score


def _reciprocal_rank(item: Item) -> Share | None:
    turn = question_of_kind(item, "answerable")
    if turn is None:
        return None
    rank = first_rank(turn, item.given)
    return Share(1 / rank if rank else 0.0)


def _all_needed(item: Item) -> Share | None:
    turn = question_of_kind(item, "answerable")
    return None if turn is None else share_of(all(groups_met(turn.gold, item.given.ranked[:_FIVE])))


FIGURES = (
    *(
        Figure(
            f"recall@{k}",
            "right clause first" if k == 1 else f"right clause among {k}",
            f"answerable questions with a gold clause among the first {k} hits ÷ answerable questions",
            _IR,
            recall_at(k),
            headline=k == 1,
        )
        for k in (1, 3, _FIVE)
    ),
    Figure(
        "mrr",
        "mean reciprocal rank",
        "mean over answerable questions of 1 ÷ rank of the first gold clause (0 beyond ten)",
        "Voorhees 1999",
        _reciprocal_rank,
    ),
    Figure(
        "all_needed@5",
        "all needed among 5",
        "answerable questions with every gold group met by the first 5 hits ÷ answerable questions",
        _IR,
        _all_needed,
        headline=True,
    ),
)
