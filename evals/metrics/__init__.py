"""Every figure, computed without a language model; one family a file."""

from __future__ import annotations

from collections.abc import Mapping

from evals.items import Item
from evals.metrics import (
    abstention,
    citations,
    dialogues,
    hostile,
    reading,
    retrieval,
    right,
    short_answers,
    verdicts,
    wording,
)
from evals.metrics.figure import Figure, Share

__all__ = ["FAMILIES", "FIGURES", "FIGURE_BY_KEY", "Figure", "Share", "figures_table", "scores"]

FAMILIES: Mapping[str, tuple[Figure, ...]] = {
    "Whole answers": right.FIGURES,
    "Retrieval": retrieval.FIGURES,
    "Citations": citations.FIGURES,
    "Abstention": abstention.FIGURES,
    "Wording": wording.FIGURES,
    "Short answers": short_answers.FIGURES,
    "Dialogues": dialogues.FIGURES,
    "Hostile questions": hostile.FIGURES,
    "Verdicts": verdicts.FIGURES,
    "Reading": reading.FIGURES,
}
FIGURES = tuple(figure for family in FAMILIES.values() for figure in family)
FIGURE_BY_KEY = {figure.key: figure for figure in FIGURES}


def scores(item: Item) -> dict[str, Share]:
    """What ``item`` adds to each figure that concerns it."""
    found = {figure.key: figure.score(item) for figure in FIGURES}
    return {key: share for key, share in found.items() if share is not None}


def figures_table() -> str:
    """Every figure as a row of a Markdown table."""
    rows = [
        f"| {family} | {figure.title} | `{figure.key}` | {figure.formula} | {figure.source} |"
        for family, figures in FAMILIES.items()
        for figure in figures
    ]
    return "\n".join(["| family | figure | name | formula | source |", "|---|---|---|---|---|", *rows]) + "\n"
