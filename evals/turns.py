"""Learning from labelled dialogues how much each sign counts when a follow-up is read.

Two small regressions, one over the clauses and one over whether the Rules answer, as
``assistant/turns/evidence.py`` applies them. What a turn's signs are depends on how the
turns before it were read, so both are fitted a few times over, each time with the last
weights. The dialogues are not among those that are measured with.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from assistant.turns import Turns, asks_again
from assistant.turns.context import about
from assistant.turns.evidence import ANSWER_SIGNS, CLAUSE_SIGNS, WEIGHTS_FILE, Weights, answer_signs, clause_signs
from assistant.turns.follow import Search
from evals.cases import CASES_DIR, Dialogue, case_files, iter_cases

__all__ = ["DIALOGUES", "TurnSigns", "learn_weights", "read_dialogues", "save_weights", "signs_of"]

DIALOGUES = CASES_DIR / "turns"
_FIRST = Weights((2.0, 2.0, 0.2, 0.2, 1.0, 1.0), (0.5, 0.3, 0.3, 0.3, 0.3, 0.0))
_ROUNDS = 3
_CLAUSE_PENALTY = 0.5
_ANSWER_PENALTY = 3.0
"""Both keep the weights small."""
_OPEN = 0.2
"""The share of later turns that the Rules do not answer, among those that people ask; some authors were told to write more."""

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class TurnSigns:
    """What is known about one later turn."""

    clause: Floats
    """``(clauses, len(CLAUSE_SIGNS))``"""
    gold: tuple[int, ...]
    """The rows of the clauses that answer it; empty where none does."""
    answer: Floats
    """``(len(ANSWER_SIGNS),)``"""
    answerable: bool


def read_dialogues(path: Path = DIALOGUES) -> list[Dialogue]:
    """The dialogues of a file of cases or of a folder of them; raises ``EvalError`` naming file and line."""
    return [located.case for located in iter_cases(case_files(path)) if isinstance(located.case, Dialogue)]


def signs_of(dialogues: Iterable[Dialogue], search: Search, weights: Weights) -> list[TurnSigns]:
    """The signs of every later turn that is no “why?”, each read after the turns before it."""
    turns = Turns(search, weights)
    found = []
    for dialogue in dialogues:
        questions = [turn.question for turn in dialogue.turns]
        for at, turn in enumerate(dialogue.turns[1:], start=1):
            context = turns.context(questions[:at])
            if context is None or asks_again(turn.question):
                continue
            alone, joined = search(turn.question), search(about(turn.question, context))
            clauses, signs = clause_signs(alone, joined, context.clause)
            gold = {clause for group in turn.gold for clause in group}
            rows = tuple(row for row, clause in enumerate(clauses) if clause in gold)
            answer = answer_signs(turn.question, alone, joined)
            found.append(TurnSigns(signs, rows, answer, turn.kind == "answerable"))
    return found


def learn_weights(dialogues: Sequence[Dialogue], search: Search) -> Weights:
    """The weights that tell the labels of ``dialogues`` best; the same for the same index."""
    remembered = lru_cache(maxsize=None)(search)
    weights = _FIRST
    for _ in range(_ROUNDS):
        signs = signs_of(dialogues, remembered, weights)
        weights = Weights(_fit_clause(signs), _fit_answer(signs))
    return weights


def save_weights(weights: Weights, path: Path = WEIGHTS_FILE) -> None:
    """Write what ``Weights.load`` reads."""
    rows = {
        "clause": dict(zip(CLAUSE_SIGNS, weights.clause, strict=True)),
        "answer": dict(zip(ANSWER_SIGNS, weights.answer, strict=True)),
    }
    path.write_text(json.dumps(rows, indent=2) + "\n", encoding="utf-8")


def _fit_clause(turns: Sequence[TurnSigns]) -> tuple[float, ...]:
    """A conditional logit over the clauses of each turn (McFadden 1974); any gold clause will do."""
    told = [turn for turn in turns if turn.answerable and turn.gold]

    def loss(weights: Floats) -> tuple[float, Floats]:
        value, slope = _CLAUSE_PENALTY * float(weights @ weights), 2.0 * _CLAUSE_PENALTY * weights
        for turn in told:
            scores = turn.clause @ weights
            shares = np.exp(scores - scores.max())
            shares /= shares.sum()
            right = np.zeros_like(shares)
            right[list(turn.gold)] = shares[list(turn.gold)]
            value -= float(np.log(right.sum() + 1e-12))
            slope = slope + turn.clause.T @ (shares - right / (right.sum() + 1e-12))
        return value, slope

    return _minimum(loss, len(CLAUSE_SIGNS))


def _fit_answer(turns: Sequence[TurnSigns]) -> tuple[float, ...]:
    """A logistic regression on whether the Rules answer, were ``_OPEN`` of the turns unanswered; the bias is not held back."""
    signs = np.array([turn.answer for turn in turns])
    answered = np.array([turn.answerable for turn in turns], float)
    counts = np.where(answered == 1.0, (1.0 - _OPEN) / answered.mean(), _OPEN / (1.0 - answered.mean()))
    held = np.array([0.0, *[1.0] * (len(ANSWER_SIGNS) - 1)])

    def loss(weights: Floats) -> tuple[float, Floats]:
        shares = 1.0 / (1.0 + np.exp(-(signs @ weights)))
        likely = np.where(answered == 1.0, shares, 1.0 - shares)
        value = -float((counts * np.log(likely + 1e-12)).sum()) + _ANSWER_PENALTY * float(held @ weights**2)
        return value, signs.T @ (counts * (shares - answered)) + 2.0 * _ANSWER_PENALTY * held * weights

    return _minimum(loss, len(ANSWER_SIGNS))


def _minimum(loss: object, signs: int) -> tuple[float, ...]:
    from scipy.optimize import minimize

    return tuple(round(float(weight), 3) for weight in minimize(loss, np.zeros(signs), jac=True, method="L-BFGS-B").x)
