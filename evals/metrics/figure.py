"""A figure: a ratio of sums over items, so that every one is averaged and resampled alike."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, NamedTuple

from evals.cases import Turn
from evals.items import Item

__all__ = ["Figure", "Share", "question_of_kind", "share_of"]


class Share(NamedTuple):
    """What one item adds to a figure: the figure is Σ ``part`` ÷ Σ ``whole``."""

    part: float
    whole: float = 1.0


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure of a run."""

    key: str
    """Short and stable: the name in summaries, gates and baselines."""
    title: str
    """For people, without the word percent."""
    formula: str
    source: str
    score: Callable[[Item], Share | None]
    """What an item adds; none where the figure does not concern it."""
    wants: Literal["high", "low"] = "high"
    headline: bool = False
    """Whether the report shows it first and slices by it."""


def share_of(right: bool) -> Share:
    """One of one, or none of one."""
    return Share(float(right))


def question_of_kind(item: Item, *kinds: str) -> Turn | None:
    """The gold of a question that stands alone and is of one of ``kinds``."""
    turn = item.ask.turn
    return turn if item.ask.type == "question" and turn is not None and turn.kind in kinds else None
