"""Citations, as ALCE defines them (Gao, Yen, Yu and Chen 2023), at clause level.

There a citation recalls where it supports the statement, and is precise where it supports
one; here a clause supports an answer where the case's gold or harmless clauses name it.
Recall counts a refusal as nothing cited, so that refusing more cannot raise it.
"""

from __future__ import annotations

from evals.items import Item
from evals.metrics.figure import Figure, Share, question_of_kind, share_of
from evals.metrics.right import exact, groups_met

__all__ = ["FIGURES"]

_ALCE = "ALCE, Gao et al. 2023"


def _recall(item: Item) -> Share | None:
    turn = question_of_kind(item, "answerable")
    if turn is None:
        return None
    met = groups_met(turn.gold, item.given.cited if item.given.answers else ())
    return Share(sum(met) / len(met))


def _precision(item: Item) -> Share | None:
    turn = question_of_kind(item, "answerable")
    if turn is None or not item.given.answers or not item.given.cited:
        return None
    fitting = {clause for group in turn.gold for clause in group}.union(turn.harmless)
    return Share(sum(clause in fitting for clause in item.given.cited) / len(item.given.cited))


def _exact(item: Item) -> Share | None:
    return share_of(exact(item)) if item.given.citations else None


FIGURES = (
    Figure(
        "citation_recall",
        "citation recall",
        "mean over answerable questions of gold groups with a cited clause ÷ gold groups; a refusal cites nothing",
        _ALCE,
        _recall,
        headline=True,
    ),
    Figure(
        "citation_precision",
        "citation precision",
        "mean over answered answerable questions of cited clauses that are gold or harmless ÷ cited clauses",
        _ALCE,
        _precision,
        headline=True,
    ),
    Figure(
        "quotes_exact",
        "quotations exact",
        "answers of any kind whose every quotation equals the clause's text at its offsets ÷ answers that quote",
        "own; must be 100 %",
        _exact,
    ),
)
