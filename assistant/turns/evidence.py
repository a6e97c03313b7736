"""A turn by itself and the turn about what came before → one ranking, and how likely the Rules answer it.

The turn before drowns the words of a follow-up when both are searched as one text, and a
follow-up by itself says too little. So both are searched, and weighed together with which
clause the turn before was about. The weights come from labelled dialogues
(``python -m evals turns``).
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Self

import numpy as np
from numpy.typing import NDArray

from index import Near, SearchResult

__all__ = ["ANSWER_SIGNS", "CLAUSE_SIGNS", "WEIGHTS_FILE", "Weights", "answer_signs", "clause_signs", "fuse_readings"]

WEIGHTS_FILE = Path(__file__).parent / "weights.json"
CLAUSE_SIGNS = ("alone", "about", "alone_head", "about_head", "clause_before", "section_before")
ANSWER_SIGNS = ("bias", "alone", "alone_near", "about", "about_near", "asks_for_a_fact")
_ASKS_FOR_A_FACT = re.compile(r"\b(?:when|how (?:much|many|long|often|far)|where|who|which|what)\b", re.IGNORECASE)
_LEAST = 1e-4
"""A clause that a head finds less likely than this, or that a reading does not name, counts as this likely."""
_FAR = 0.2
_MIDDLE = 0.5
"""A question this near to a known one is neither near nor far."""

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Weights:
    """How much each sign counts."""

    clause: tuple[float, ...]
    """One for each of ``CLAUSE_SIGNS``."""
    answer: tuple[float, ...]
    """One for each of ``ANSWER_SIGNS``."""

    @classmethod
    @cache
    def load(cls) -> Self:
        """The weights as they were last learned."""
        saved = json.loads(WEIGHTS_FILE.read_text(encoding="utf-8"))
        return cls(
            tuple(saved["clause"][name] for name in CLAUSE_SIGNS), tuple(saved["answer"][name] for name in ANSWER_SIGNS)
        )


def clause_signs(alone: SearchResult, joined: SearchResult, before: str) -> tuple[tuple[str, ...], Floats]:
    """The clauses that either reading names, and ``(clauses, len(CLAUSE_SIGNS))`` signs for each.

    The score of a clause and the logarithm of its head in each reading, and whether the turn before was about it
    or about its section.
    """
    first = {row.id: row for row in alone.clauses}
    second = {row.id: row for row in joined.clauses}
    clauses = tuple(dict.fromkeys((*second, *first)))
    signs = [
        (
            *(rows[id_].score if id_ in rows else 0.0 for rows in (first, second)),
            *(math.log(max(rows[id_].head if id_ in rows else 0.0, _LEAST)) for rows in (first, second)),
            float(id_ == before),
            float(_section(id_) == _section(before)),
        )
        for id_ in clauses
    ]
    return clauses, np.array(signs)


def answer_signs(turn: str, alone: SearchResult, joined: SearchResult) -> Floats:
    """The signs that the Rules answer the turn, ``(len(ANSWER_SIGNS),)``.

    What a reading says counts more the nearer it is to a question that is known.
    """
    signs = [1.0]
    for result in (alone, joined):
        odds = _log_odds(result.answerable)
        signs += [odds, odds * 4.0 * (_nearest(result) - _MIDDLE)]
    return np.array([*signs, float(bool(_ASKS_FOR_A_FACT.search(turn)))])


def fuse_readings(turn: str, alone: SearchResult, joined: SearchResult, before: str, weights: Weights) -> SearchResult:
    """What both readings of ``turn`` say together; ``before`` is the clause of the turn before.

    The best clause's score is the mean of both readings', so that what decides on a question can
    decide on this; the others lie below it by what the signs say. ``head`` is each clause's probability by
    all signs. The evidence beside the ranking is that of the turn about its context.
    """
    clauses, signs = clause_signs(alone, joined, before)
    both = np.array(weights.clause[:2])
    told = signs @ np.array(weights.clause)
    powers = np.exp(told - told.max())
    shares = powers / powers.sum()
    scores = (signs[told.argmax(), :2] @ both + told - told.max()) / both.sum()
    rows = {row.id: row for row in (*alone.clauses, *joined.clauses)}
    ranked = [
        replace(rows[id_], score=round(float(score), 6), head=round(float(share), 6))
        for id_, score, share in zip(clauses, scores, shares, strict=True)
    ]
    answerable = 1.0 / (1.0 + math.exp(-float(answer_signs(turn, alone, joined) @ np.array(weights.answer))))
    outside = joined.out_of_scope / ((joined.unanswerable + joined.out_of_scope) or 1.0)
    return replace(
        joined,
        points=_mixed(alone.points, joined.points, weights),
        faq=_mixed(alone.faq, joined.faq, weights),
        short=_short(alone, joined),
        clauses=tuple(sorted(ranked, key=lambda row: (-row.score, row.id))),
        answerable=round(answerable, 6),
        unanswerable=round((1.0 - answerable) * (1.0 - outside), 6),
        out_of_scope=round((1.0 - answerable) * outside, 6),
    )


def _mixed(alone: Sequence[Near], joined: Sequence[Near], weights: Weights) -> tuple[Near, ...]:
    """What is near to either reading, by its mean similarity; what a reading does not show counts as its last."""
    share = weights.clause[0] / (weights.clause[0] + weights.clause[1])
    first = {near.record.id: near.similarity for near in alone}
    second = {near.record.id: near.similarity for near in joined}
    lowest = min(first.values(), default=0.0), min(second.values(), default=0.0)
    records = {near.record.id: near.record for near in (*joined, *alone)}
    mixed = [
        Near(record, round(share * first.get(id_, lowest[0]) + (1.0 - share) * second.get(id_, lowest[1]), 6))
        for id_, record in records.items()
    ]
    return tuple(sorted(mixed, key=lambda near: (-near.similarity, near.record.id)))


def _short(alone: SearchResult, joined: SearchResult) -> dict[str, dict[str, float]]:
    """The short answers of the clauses that both readings name, each as likely as the less sure reading finds it.

    A context lends its own yes or no to a turn that leans the other way.
    """
    found = {}
    for clause in joined.short.keys() & alone.short.keys():
        one, other = alone.short[clause], joined.short[clause]
        given = {answer: min(share, other.get(answer, 0.0)) for answer, share in one.items() if answer}
        found[clause] = {"": 1.0 - sum(given.values()), **given}
    return found


def _nearest(result: SearchResult) -> float:
    """The cosine of the nearest question whose kind is known."""
    return max((near.similarity for near in (*result.examples[:1], *result.faq[:1])), default=_FAR)


def _log_odds(probability: float) -> float:
    bounded = min(max(probability, 0.001), 0.999)
    return math.log(bounded / (1.0 - bounded))


def _section(clause: str) -> str:
    """``rules:III.c`` → ``rules:III``."""
    return clause.rpartition(".")[0]
