"""How near records are to a question, worked out only for those that may be among the nearest.

A record's vector and a question's have a cosine of at most the product of their leading parts plus the product of
the lengths of what these leave out (Cauchy–Schwarz). That bound is one product of short vectors, and reads a third
of the memory. Whichever record the bound rules out need not be looked at; all others are scored exactly, so that what is found is
what scoring every record finds.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Self

import numpy as np

from index.encoder import Vectors

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Places = NDArray[np.intp]
    """Row numbers of records, ascending."""

__all__ = ["BOUNDS_FILE", "DIRECTIONS_FILE", "Bounds", "Similarities", "top"]

BOUNDS_FILE = "bounds.npy"
DIRECTIONS_FILE = "directions.npy"
_LEADING = 127
"""With the length of what they leave out 128 numbers a record; 96 let three times as many records through."""
_ROUNDING = 1e-5
"""More than products of single precision are ever off."""


@dataclass(frozen=True)
class Bounds:
    """For each record and for a question a short vector each, whose product is at least their cosine."""

    directions: Vectors
    """``(dimension, leading)``, orthonormal: those in which the records' vectors are longest."""
    records: Vectors
    """``(n, leading + 1)``: each record's leading part, and the length of the rest."""

    @classmethod
    def of(cls, vectors: Vectors) -> Self:
        """The bounds of ``(n, dimension)`` unit vectors."""
        _, directions = np.linalg.eigh(vectors.T @ vectors)
        leading = np.ascontiguousarray(directions[:, ::-1][:, :_LEADING], np.float32)
        return cls(leading, _shortened(vectors, leading))

    def save(self, folder: Path) -> None:
        """Write both files into ``folder``."""
        np.save(folder / DIRECTIONS_FILE, self.directions)
        np.save(folder / BOUNDS_FILE, self.records)

    @classmethod
    def load(cls, folder: Path) -> Self:
        """Read what ``save`` wrote; the records' part is mapped, not copied."""
        return cls(np.load(folder / DIRECTIONS_FILE), np.asarray(np.load(folder / BOUNDS_FILE, mmap_mode="r")))

    def over(self, vector: Vectors) -> Vectors:
        """The bound of each record's cosine with ``vector``, ``(dimension,)``: ``(n,)``."""
        bounds: Vectors = self.records @ _shortened(vector[None, :], self.directions)[0]
        bounds += np.float32(_ROUNDING)
        return bounds


def _shortened(vectors: Vectors, directions: Vectors) -> Vectors:
    leading = vectors @ directions
    # From what is left of the vector, not from one less its leading part: the difference of two near numbers has few digits.
    rest = np.linalg.norm(vectors - leading @ directions.T, axis=1)
    return np.column_stack([leading, rest]).astype(np.float32)


class Similarities:
    """The cosines of records with one question, rounded to six digits."""

    def __init__(self, vectors: Vectors, vector: Vectors, bounds: Bounds | None) -> None:
        """``vectors`` are the records', ``(n, dimension)``, ``vector`` the question's; without ``bounds`` all are scored."""
        self._vectors = vectors
        self._vector = vector
        self._over = None if bounds is None else bounds.over(vector)
        self._known = np.full(len(vectors), np.nan, np.float32)

    def of(self, rows: Places) -> Vectors:
        """The cosine of each of ``rows``."""
        unknown = rows[np.isnan(self._known[rows])]
        if len(unknown):
            # Each row by itself: in a product of all of them the last digit hangs on which others there are.
            exact = np.einsum("ij,j->i", self._vectors[unknown], self._vector)
            self._known[unknown] = np.round(exact, 6)
        return self._known[rows]

    def nearest(self, rows: Places, n: int) -> tuple[Places, Vectors]:
        """The ``n`` nearest of ``rows``, best first, equal ones in their order, and their cosines."""
        if self._over is not None and len(rows) > n:
            over = self._over[rows]
            promising = rows[np.argpartition(over, len(rows) - n)[-n:]]
            rows = rows[over >= self.of(promising).min()]
        similarities = self.of(rows)
        best = top(similarities, n)
        return rows[best], similarities[best]


def top(scores: Vectors, n: int) -> list[int]:
    """The places of the ``n`` highest scores, best first; equal ones in their order."""
    if len(scores) > 4 * n:
        # argpartition alone would cut equal scores at random.
        limit = -np.partition(-scores, n - 1)[n - 1]
        some = np.flatnonzero(scores >= limit)
        return [int(some[at]) for at in np.argsort(-scores[some], kind="stable")[:n]]
    return [int(at) for at in np.argsort(-scores, kind="stable")[:n]]
