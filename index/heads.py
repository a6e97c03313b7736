"""Two small trained heads on frozen question vectors.

``ClauseHead`` says which clause a question is about; ``AnswerHead`` whether the Rules
answer it at all. Both are logistic regressions, trained in seconds when the index is
built, deterministic, and applied with numpy alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from index.encoder import Vectors
from index.records import Record

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["ANSWER_KINDS", "HEADS_FILE", "AnswerHead", "ClauseHead", "Heads", "Neighbours", "train_heads"]

HEADS_FILE = "heads.npz"
ANSWER_KINDS = ("answerable", "unanswerable", "out_of_scope")
_NEAR = 5
_FOLDS = 5
_CLAUSE_C = 10.0
_ANSWER_C = 0.1

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
class Neighbours:
    """Which records stand for which kind of question, as masks over the records."""

    kinds: tuple[NDArray[np.bool_], ...]
    """One mask for each of ``ANSWER_KINDS``."""

    @classmethod
    def of(cls, records: Sequence[Record]) -> Neighbours:
        """Examples by their label; FAQ questions count as answerable."""
        labels = np.array([_kind(record) for record in records])
        return cls(tuple(labels == kind for kind in ANSWER_KINDS))

    def features(self, similarities: NDArray[np.float32]) -> Floats:
        """For each kind the best and the mean of the five best similarities, ``(n, 6)``.

        ``similarities`` is ``(n, records)``.
        """
        columns = []
        for mask in self.kinds:
            near = similarities[:, mask]
            if near.shape[1] <= _NEAR:
                near = np.pad(near, ((0, 0), (0, _NEAR + 1 - near.shape[1])), constant_values=-1.0)
            best = -np.partition(-near, _NEAR - 1, axis=1)[:, :_NEAR]
            columns += [best.max(axis=1), best.mean(axis=1)]
        return np.stack(columns, axis=1).astype(np.float64)


def _kind(record: Record) -> str:
    if record.kind == "faq":
        return "" if record.label == "public" else "answerable"
    return record.label


@dataclass(frozen=True)
class AnswerHead:
    """Multinomial logistic regression over ``ANSWER_KINDS``."""

    mean: Floats
    scale: Floats
    weights: Floats
    bias: Floats

    def shares(self, features: Floats) -> Floats:
        """The probability of each of ``ANSWER_KINDS``, ``(n, 3)``."""
        return softmax((features - self.mean) / self.scale @ self.weights.T + self.bias)


def answer_features(vectors: Vectors, neighbours: Floats, clause_shares: Floats) -> Floats:
    """What the answer head sees: the vector, the neighbours, how sure the clause head is."""
    sure = clause_shares.max(axis=1, keepdims=True)
    spread = -(clause_shares * np.log(clause_shares + 1e-9)).sum(axis=1, keepdims=True)
    return np.concatenate([vectors.astype(np.float64) * 4.0, neighbours, sure, spread], axis=1)


@dataclass(frozen=True)
class Heads:
    """Both heads, as saved in the index."""

    clause: ClauseHead
    answer: AnswerHead

    def save(self, folder: Path) -> None:
        """Write ``heads.npz`` into ``folder``."""
        np.savez(
            folder / HEADS_FILE,
            clauses=np.array(self.clause.clauses),
            clause_weights=self.clause.weights,
            clause_bias=self.clause.bias,
            mean=self.answer.mean,
            scale=self.answer.scale,
            answer_weights=self.answer.weights,
            answer_bias=self.answer.bias,
        )

    @classmethod
    def load(cls, folder: Path) -> Heads:
        """Read what ``save`` wrote."""
        with np.load(folder / HEADS_FILE, allow_pickle=False) as saved:
            clause = ClauseHead(tuple(saved["clauses"].tolist()), saved["clause_weights"], saved["clause_bias"])
            answer = AnswerHead(saved["mean"], saved["scale"], saved["answer_weights"], saved["answer_bias"])
        return cls(clause, answer)


def train_heads(records: Sequence[Record], vectors: Vectors) -> Heads:
    """Train both heads on the records, ``vectors`` being ``(len(records), dimension)``.

    What the answer head sees of a training question comes from heads and neighbours that
    have not seen that question (folds for the clause head, itself left out as a neighbour),
    since a question asked later is never among the examples.
    """
    rows = [at for at, record in enumerate(records) if record.clauses and record.label != "public"]
    targets = np.array([records[at].clauses[0] for at in rows])
    clause = _train_clause_head(vectors[rows], targets)
    shares = clause.shares(vectors)
    shares[rows] = _unseen_shares(clause.clauses, vectors[rows], targets)

    similarities = vectors @ vectors.T
    np.fill_diagonal(similarities, -1.0)
    near = Neighbours.of(records).features(similarities)
    # Not the FAQ's wordings: each has its own entry's others beside it, as no new question has.
    labelled = [at for at, record in enumerate(records) if record.kind == "example"]
    features = answer_features(vectors, near, shares)[labelled]
    answer = _train_answer_head(features, np.array([ANSWER_KINDS.index(_kind(records[at])) for at in labelled]))
    return Heads(clause, answer)


def _train_clause_head(vectors: Vectors, targets: NDArray[np.str_]) -> ClauseHead:
    from sklearn.linear_model import LogisticRegression

    model = LogisticRegression(C=_CLAUSE_C, max_iter=2000).fit(vectors, targets)
    return ClauseHead(
        tuple(model.classes_.tolist()), model.coef_.astype(np.float64), model.intercept_.astype(np.float64)
    )


def _unseen_shares(clauses: tuple[str, ...], vectors: Vectors, targets: NDArray[np.str_]) -> Floats:
    shares = np.full((len(targets), len(clauses)), 1e-6)
    column = {clause: at for at, clause in enumerate(clauses)}
    for fold in range(_FOLDS):
        held = np.arange(len(targets)) % _FOLDS == fold
        head = _train_clause_head(vectors[~held], targets[~held])
        shares[np.ix_(held, [column[clause] for clause in head.clauses])] = head.shares(vectors[held])
    return shares


def _train_answer_head(features: Floats, targets: NDArray[np.int_]) -> AnswerHead:
    from sklearn.linear_model import LogisticRegression

    mean, scale = features.mean(axis=0), features.std(axis=0) + 1e-6
    model = LogisticRegression(C=_ANSWER_C, max_iter=5000).fit((features - mean) / scale, targets)
    return AnswerHead(mean, scale, model.coef_.astype(np.float64), model.intercept_.astype(np.float64))
