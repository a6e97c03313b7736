"""Short answers: the yes, no or "depends" before the words.

A missing one costs little, a wrong one much, so there are two figures: how often one is
given where the question takes one, and how often it is right where one is given at all
(selective prediction: coverage and accuracy at that coverage, El-Yaniv and Wiener 2010).
One given to a question that takes none is wrong.
"""

from __future__ import annotations

from evals.items import Item
from evals.metrics.figure import Figure, Share, question_of_kind, share_of

__all__ = ["FIGURES", "NO_SHORT_ANSWER", "confusion"]

NO_SHORT_ANSWER = "none"
_SELECTIVE = "El-Yaniv and Wiener 2010"


def _given(item: Item) -> Share | None:
    turn = question_of_kind(item, "answerable")
    return None if turn is None or turn.polarity is None else share_of(item.given.polarity is not None)


def _right(item: Item) -> Share | None:
    turn = question_of_kind(item, "answerable")
    if turn is None or item.given.polarity is None:
        return None
    return share_of(item.given.polarity == turn.polarity)


def confusion(item: Item) -> tuple[str, str] | None:
    """The right short answer and the one given, for the table; none where it does not concern the item."""
    turn = question_of_kind(item, "answerable")
    if turn is None:
        return None
    return turn.polarity or NO_SHORT_ANSWER, item.given.polarity or NO_SHORT_ANSWER


FIGURES = (
    Figure(
        "short_given",
        "short answer given",
        "answerable yes/no questions with a short answer ÷ answerable yes/no questions",
        f"{_SELECTIVE}: coverage",
        _given,
        headline=True,
    ),
    Figure(
        "short_right",
        "short answer right when given",
        "right short answers ÷ short answers given to answerable questions; one given where none fits is wrong",
        f"{_SELECTIVE}: selective accuracy",
        _right,
        headline=True,
    ),
)
