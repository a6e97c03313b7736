"""Dialogues: whether turns that lean on those before them are answered right.

A turn is judged as a question is (``right.py``), with the gold that it has in its place.
The turns of one dialogue are resampled together, since they are not independent.
"""

from __future__ import annotations

from evals.items import Item
from evals.metrics.figure import Figure, Share, share_of
from evals.metrics.right import right

__all__ = ["FIGURES"]


def _first(item: Item) -> Share | None:
    judged = right(item) if item.ask.type == "first_turn" else None
    return None if judged is None else share_of(judged)


def _later(item: Item) -> Share | None:
    judged = right(item) if item.ask.type == "later_turn" else None
    return None if judged is None else share_of(judged)


FIGURES = (
    Figure("first_turns_right", "first turns right", "first turns right ÷ first turns of dialogues", "own", _first),
    Figure(
        "later_turns_right",
        "later turns right",
        "second and further turns right ÷ second and further turns of dialogues",
        "own; as the follow-ups of CoQA are judged in their context, Reddy, Chen and Manning 2019",
        _later,
        headline=True,
    ),
)
