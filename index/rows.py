"""Records in memory, and what the nearest of them say of a question."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from index.bounds import Bounds, Similarities, top
from index.encoder import Vectors
from index.records import ANSWER_KINDS, SHORT_ANSWERS, Record

__all__ = ["Near", "Rows"]

_SHOWN = 8
_CLAUSES_BY_TEXT = 100


@dataclass(frozen=True, slots=True)
class Near:
    """A record near to the question."""

    record: Record
    similarity: float
    """Cosine, rounded to six digits."""


@dataclass(frozen=True)
class Rows:
    """Records with their vectors, and what scoring needs of them worked out once."""

    records: tuple[Record, ...]
    vectors: Vectors
    bounds: Bounds | None
    kinds: dict[str, NDArray[np.intp]]
    """Row numbers by kind of record."""
    columns: tuple[tuple[int, ...], ...]
    """For each row, the columns of the clauses it counts for."""
    text: tuple[NDArray[np.intp], NDArray[np.intp]]
    """Rows that are a clause's own text, and the column of each."""
    voters: NDArray[np.intp]
    """Rows of questions that clauses answer: the FAQ's and the answerable examples."""
    voters_about: dict[int, NDArray[np.intp]]
    """The voters by the column of their main clause."""
    asked: NDArray[np.intp]
    """Rows of all questions, answered or not."""
    asks: NDArray[np.intp]
    """For each row, its place in ``ANSWER_KINDS``; -1 for what is no question."""
    shorts: NDArray[np.intp]
    """For each row, its place in ``SHORT_ANSWERS``."""

    @classmethod
    def of(
        cls, records: tuple[Record, ...], vectors: Vectors, column: dict[str, int], bounds: Bounds | None = None
    ) -> Rows:
        """``column`` is the place of each clause; without ``bounds`` every record is scored."""
        kinds = np.array([record.kind for record in records])
        columns = tuple(tuple(column[clause] for clause in record.clauses if clause in column) for record in records)
        text = [at for at, kind in enumerate(kinds) if kind in {"clause", "point"} and columns[at]]
        answered = [at for at, record in enumerate(records) if record.asks == "answerable" and columns[at]]
        voters = np.array(answered, np.intp)
        about = np.array([columns[at][0] for at in voters], np.intp)
        asks = np.array([ANSWER_KINDS.index(record.asks) if record.asks else -1 for record in records], np.intp)
        return cls(
            records,
            vectors,
            bounds,
            {kind: np.flatnonzero(kinds == kind) for kind in ("faq", "example", "point")},
            columns,
            (np.array(text, np.intp), np.array([columns[at][0] for at in text], np.intp)),
            voters,
            {int(clause): voters[about == clause] for clause in np.unique(about)},
            np.flatnonzero(asks >= 0),
            asks,
            np.array([SHORT_ANSWERS.index(record.polarity) for record in records], np.intp),
        )

    def similarities(self, vector: Vectors) -> Similarities:
        """How near each record is to the question with this vector, ``(dimension,)``."""
        return Similarities(self.vectors, vector, self.bounds)

    def nearest(self, kind: str, similarities: Similarities) -> tuple[Near, ...]:
        """The nearest records of one kind, best first."""
        rows, near = similarities.nearest(self.kinds[kind], _SHOWN)
        return tuple(Near(self.records[at], float(one)) for at, one in zip(rows, near, strict=True))

    def votes(self, similarities: Similarities, neighbours: int = 20) -> dict[int, float]:
        """What the nearest answered questions vote for, by clause column; sums to one."""
        votes: dict[int, float] = {}
        for at, near in zip(*similarities.nearest(self.voters, neighbours), strict=True):
            weight = float(np.exp(8.0 * (near - 1.0)))
            for place, clause in enumerate(self.columns[at]):
                votes[clause] = votes.get(clause, 0.0) + weight / (place + 1)
        total = sum(votes.values()) or 1.0
        return {clause: vote / total for clause, vote in votes.items()}

    def kind_votes(self, similarities: Similarities, neighbours: int = 15) -> NDArray[np.float64]:
        """What the nearest questions vote for, by place in ``ANSWER_KINDS``; sums to one."""
        rows, near = similarities.nearest(self.asked, neighbours)
        if not len(rows):
            return np.full(len(ANSWER_KINDS), 1 / len(ANSWER_KINDS))
        return _shares(self.asks[rows], np.exp(12.0 * (near - 1.0)), len(ANSWER_KINDS))

    def short_votes(self, similarities: Similarities, clause: int, neighbours: int = 12) -> NDArray[np.float64]:
        """What the nearest questions about one clause vote for, by place in ``SHORT_ANSWERS``; sums to one, or is nought."""
        rows, near = similarities.nearest(self.voters_about.get(clause, self.voters[:0]), neighbours)
        return _shares(self.shorts[rows], np.exp(10.0 * (near - 1.0)), len(SHORT_ANSWERS))

    def best_text(self, similarities: Similarities, clauses: int) -> dict[int, float]:
        """The best similarity to each clause's document or points, for the nearest of ``clauses`` clauses."""
        rows, columns = self.text
        best = np.full(clauses, -1.0, np.float32)
        np.maximum.at(best, columns, similarities.of(rows))
        return {at: float(best[at]) for at in top(best, _CLAUSES_BY_TEXT) if best[at] > -1.0}


def _shares(places: NDArray[np.intp], weights: Vectors, size: int) -> NDArray[np.float64]:
    """What weighs on each of ``size`` places; sums to one, or is nought where there are no weights."""
    votes: NDArray[np.float64] = np.bincount(places, weights, size).astype(np.float64)
    total = votes.sum()
    return votes / total if total else votes
