"""Four opinions about each clause → one ranking."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

__all__ = ["Ranking", "fuse"]

# Chosen on the dev part of the evals; docs/experiments.md has the figures.
HEAD, EXAMPLES, TEXT, LEXICAL = 1.0, 1.0, 0.4, 0.1
_LEXICAL_CANDIDATES = 100


@dataclass(frozen=True, slots=True)
class Ranking:
    """One clause in a ranking, with the four opinions that its score sums."""

    id: str
    score: float
    """Weighted sum, rounded to six digits."""
    head: float
    """Probability by the trained head, 0 to 1."""
    examples: float
    """Share of the nearest answered questions' votes, 0 to 1."""
    text: float
    """Cosine with the clause's document or the nearest of its points."""
    lexical: float
    """BM25 over the best BM25, 0 to 1."""


def fuse(
    clauses: Sequence[str],
    *,
    head: Mapping[int, float],
    examples: Mapping[int, float],
    text: Mapping[int, float],
    lexical: NDArray[np.float32],
) -> tuple[Ranking, ...]:
    """Rank the clauses that any opinion names; mappings are by position in ``clauses``."""
    best = float(lexical.max(initial=0.0))
    words = lexical / best if best > 0 else lexical
    named = {*head, *examples, *text, *_best_rows(words)}
    ranked = []
    for at in named:
        # numpy's own numbers are rounded far more slowly than Python's.
        parts = [float(part) for part in (head.get(at, 0.0), examples.get(at, 0.0), text.get(at, 0.0), words[at])]
        score = HEAD * parts[0] + EXAMPLES * parts[1] + TEXT * parts[2] + LEXICAL * parts[3]
        ranked.append(Ranking(clauses[at], round(score, 6), *(round(part, 6) for part in parts)))
    return tuple(sorted(ranked, key=lambda row: (-row.score, row.id)))


def _best_rows(scores: NDArray[np.float32]) -> list[int]:
    found = np.flatnonzero(scores > 0)
    if len(found) > _LEXICAL_CANDIDATES:
        limit = -np.partition(-scores[found], _LEXICAL_CANDIDATES - 1)[_LEXICAL_CANDIDATES - 1]
        found = found[scores[found] >= limit][: 2 * _LEXICAL_CANDIDATES]
    return [int(at) for at in found]
