"""Verdicts on cases that applicants write in their own words.

Accuracy over eligible, not eligible and undetermined; the decisive clauses as sets, exact
or not; and the error that must never happen, "eligible" said to somebody who is not
certainly so. An answer without a verdict is a wrong verdict.
"""

from __future__ import annotations

from collections.abc import Callable

from evals.cases import EligibilityText
from evals.items import Item
from evals.metrics.figure import Figure, Share, share_of
from evals.metrics.right import right

__all__ = ["FIGURES"]


def _gold(item: Item) -> EligibilityText | None:
    return item.ask.gold if isinstance(item.ask.gold, EligibilityText) else None


def _accuracy(item: Item) -> Share | None:
    return None if _gold(item) is None else share_of(right(item) is True)


def _false_eligible(item: Item) -> Share | None:
    gold, verdict = _gold(item), item.given.verdict
    if gold is None or gold.status == "eligible":
        return None
    return share_of(verdict is not None and verdict.status == "eligible")


def _decisive(status: str) -> Callable[[Item], Share | None]:
    def score(item: Item) -> Share | None:
        gold, verdict = _gold(item), item.given.verdict
        if gold is None or gold.status != status:
            return None
        same = verdict is not None and verdict.status == status and set(verdict.decisive) == set(gold.decisive)
        return share_of(same)

    return score


FIGURES = (
    Figure(
        "verdict_accuracy",
        "verdict accuracy",
        "written cases with the right verdict ÷ written cases",
        "accuracy",
        _accuracy,
        headline=True,
    ),
    Figure(
        "false_eligible",
        "false “eligible”",
        "cases called eligible that are not ÷ cases that are not eligible or undetermined; must be 0",
        "false positive rate",
        _false_eligible,
        wants="low",
        headline=True,
    ),
    Figure(
        "decisive_not_eligible",
        "decisive clauses exact, not eligible",
        "cases with the verdict and the set of decisive clauses right ÷ cases that are not eligible",
        "exact match of sets",
        _decisive("not_eligible"),
        headline=True,
    ),
    Figure(
        "decisive_undetermined",
        "open clauses exact, undetermined",
        "cases with the verdict and the set of open clauses right ÷ undetermined cases",
        "exact match of sets",
        _decisive("undetermined"),
    ),
)
