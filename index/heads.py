"""Three small trained heads on question vectors.

``ClauseHead`` says which clause a question is about; ``AnswerHead`` whether the Rules
answer it at all; ``ShortHead`` which short answer it takes. All are trained in seconds when the index is built, are deterministic,
and are applied with numpy alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from index.encoder import Vectors
from index.records import ANSWER_KINDS, SHORT_ANSWERS, Record
from index.wording import COLUMNS, columns

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = [
    "HEADS_FILE",
    "AnswerHead",
    "ClauseHead",
    "Heads",
    "ShortHead",
    "train_heads",
]

HEADS_FILE = "heads.npz"
_CLAUSE_C = 3.0
_ANSWER_C = 10.0
_GAMMA = 0.7
_SCOPE_C = 10.0
_SHORT_C = 30.0
_KERNEL_MB = 700
"""The similarities of the questions near the border to all questions fit in so many megabytes; in fewer they are computed
again and again."""
_SLOPE = 2.5
"""Turns the distance from the border into a likelihood."""

Floats = NDArray[np.float64]


def softmax(scores: Floats) -> Floats:
    """Rows of scores → rows that sum to one."""
    powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
    shares: Floats = powers / powers.sum(axis=-1, keepdims=True)
    return shares


@dataclass(frozen=True)
class ClauseHead:
    """Multinomial logistic regression over the clauses that have examples."""

    clauses: tuple[str, ...]
    weights: Floats
    """``(clauses, dimension)``"""
    bias: Floats

    def shares(self, vectors: Vectors) -> Floats:
        """The probability of each clause, ``(n, clauses)``."""
        return softmax(vectors @ self.weights.T + self.bias)


@dataclass(frozen=True)
class AnswerHead:
    """Whether the Rules answer a question: a support vector machine; and if not, whether it is out of scope.

    Near misses lie close to the questions that a clause answers, which takes a border that
    bends (radial basis functions, Cortes and Vapnik 1995); the rest is a straight cut.
    """

    support: Vectors
    """``(n, dimension)``, the examples that the border rests on."""
    duals: Floats
    """``(n,)``, how much each counts; above nought for unanswerable."""
    intercept: float
    scope_weights: Floats
    """``(dimension,)``"""
    scope_bias: float

    def shares(self, vector: Vectors) -> Floats:
        """How likely the question with this vector, ``(dimension,)``, is each of ``ANSWER_KINDS``; they sum to one."""
        nearness = np.exp(2.0 * _GAMMA * (self.support @ vector - 1.0))
        refused = _logistic(_SLOPE * (float(nearness @ self.duals) + self.intercept))
        outside = _logistic(float(vector @ self.scope_weights) + self.scope_bias)
        return np.array([1.0 - refused, refused * (1.0 - outside), refused * outside])


@dataclass(frozen=True)
class ShortHead:
    """Multinomial logistic regression over ``SHORT_ANSWERS`` on the wording of a question and its clause."""

    weights: NDArray[np.float16]
    """``(COLUMNS, 4)``"""
    bias: Floats

    def shares(self, question: str, clause: str) -> Floats:
        """How likely each short answer is, should the question be about ``clause``; they sum to one."""
        rows = columns(question, clause)
        return softmax(self.weights[rows].astype(np.float64).sum(axis=0) / np.sqrt(len(rows)) + self.bias)


def _logistic(score: float) -> float:
    return float(1.0 / (1.0 + np.exp(-score)))


@dataclass(frozen=True)
class Heads:
    """The heads, as saved in the index."""

    clause: ClauseHead
    answer: AnswerHead
    short: ShortHead

    def save(self, folder: Path) -> None:
        """Write ``heads.npz`` into ``folder``."""
        np.savez(
            folder / HEADS_FILE,
            clauses=np.array(self.clause.clauses),
            clause_weights=self.clause.weights,
            clause_bias=self.clause.bias,
            support=self.answer.support,
            duals=self.answer.duals,
            intercept=self.answer.intercept,
            scope_weights=self.answer.scope_weights,
            scope_bias=self.answer.scope_bias,
            short_weights=self.short.weights,
            short_bias=self.short.bias,
        )

    @classmethod
    def load(cls, folder: Path) -> Heads:
        """Read what ``save`` wrote."""
        with np.load(folder / HEADS_FILE, allow_pickle=False) as saved:
            clause = ClauseHead(tuple(saved["clauses"].tolist()), saved["clause_weights"], saved["clause_bias"])
            answer = AnswerHead(
                saved["support"],
                saved["duals"],
                float(saved["intercept"]),
                saved["scope_weights"],
                float(saved["scope_bias"]),
            )
            short = ShortHead(saved["short_weights"], saved["short_bias"])
        return cls(clause, answer, short)


def train_heads(records: Sequence[Record], vectors: Vectors) -> Heads:
    """Train the heads on the records, ``vectors`` being ``(len(records), dimension)``."""
    rows = [at for at, record in enumerate(records) if record.clauses and record.asks in {"", "answerable"}]
    clause = _train_clause_head(vectors[rows], np.array([records[at].clauses[0] for at in rows]))
    kinds = np.array([record.asks for record in records])
    asked = np.isin(kinds, ANSWER_KINDS)
    answered = [record for record, kind in zip(records, kinds, strict=True) if kind == "answerable" and record.clauses]
    return Heads(clause, _train_answer_head(vectors[asked], kinds[asked]), _train_short_head(answered))


def _train_clause_head(vectors: Vectors, targets: NDArray[np.str_]) -> ClauseHead:
    from sklearn.linear_model import LogisticRegression

    model = LogisticRegression(C=_CLAUSE_C, max_iter=2000).fit(vectors, targets)
    return ClauseHead(
        tuple(model.classes_.tolist()), model.coef_.astype(np.float64), model.intercept_.astype(np.float64)
    )


def _train_answer_head(vectors: Vectors, kinds: NDArray[np.str_]) -> AnswerHead:
    from sklearn.linear_model import LogisticRegression
    from sklearn.svm import SVC

    answered, outside = kinds == "answerable", kinds == "out_of_scope"
    border = SVC(C=_ANSWER_C, gamma=_GAMMA, cache_size=_KERNEL_MB).fit(vectors, ~answered)
    scope = LogisticRegression(C=_SCOPE_C, max_iter=2000).fit(vectors[~answered], outside[~answered])
    return AnswerHead(
        support=border.support_vectors_.astype(np.float32),
        duals=border.dual_coef_[0].astype(np.float64),
        intercept=float(border.intercept_[0]),
        scope_weights=scope.coef_[0].astype(np.float64),
        scope_bias=float(scope.intercept_[0]),
    )


def _train_short_head(answered: Sequence[Record]) -> ShortHead:
    from scipy.sparse import csr_matrix
    from sklearn.linear_model import LogisticRegression

    rows = [columns(record.text, record.clauses[0]) for record in answered]
    # Every question has the same length, however many words it has.
    values = np.concatenate([np.full(len(row), 1 / np.sqrt(len(row))) for row in rows])
    starts = np.cumsum([0, *(len(row) for row in rows)])
    wordings = csr_matrix((values, np.concatenate(rows), starts), shape=(len(rows), COLUMNS))
    shorts = np.array([SHORT_ANSWERS.index(record.polarity) for record in answered])
    weights, bias = np.zeros((COLUMNS, len(SHORT_ANSWERS)), np.float16), np.full(len(SHORT_ANSWERS), -np.inf)
    known = np.unique(shorts)
    if len(known) == 1:
        bias[known] = 0.0
        return ShortHead(weights, bias)
    model = LogisticRegression(C=_SHORT_C, max_iter=300).fit(wordings, shorts)
    # Of two classes the library keeps one row, which speaks for the second.
    pair = len(known) == 2
    weights[:, known] = (np.vstack([0 * model.coef_, model.coef_]) if pair else model.coef_).T
    bias[known] = [0.0, *model.intercept_] if pair else model.intercept_
    return ShortHead(weights, bias)
