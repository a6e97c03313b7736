"""Abstention: whether "the Rules do not say" is said where it is true, and only there.

An answer of the kinds ``answer`` and ``verdict`` answers; every other kind abstains. Over
the questions that stand alone and are no attacks, with abstaining as the positive class
and "unanswerable or out of scope" as the truth:

    precision = TP ÷ (TP + FP)    recall = TP ÷ (TP + FN)    F1 = 2 TP ÷ (2 TP + FP + FN)

(van Rijsbergen 1979; as for the unanswerable questions of SQuAD 2.0, Rajpurkar, Jia and
Liang 2018.)
"""

from __future__ import annotations

from collections.abc import Callable

from evals.items import Item
from evals.metrics.figure import Figure, Share, question_of_kind, share_of

__all__ = ["FIGURES"]

_WITHOUT = ("unanswerable", "out_of_scope")
_F1 = "van Rijsbergen 1979"


def _answered(item: Item) -> Share | None:
    turn = question_of_kind(item, "answerable", *_WITHOUT)
    return None if turn is None else share_of(item.given.answers)


def _wrong_refusal(item: Item) -> Share | None:
    turn = question_of_kind(item, "answerable")
    return None if turn is None else share_of(not item.given.answers)


def _precision(item: Item) -> Share | None:
    turn = question_of_kind(item, "answerable", *_WITHOUT)
    if turn is None or item.given.answers:
        return None
    return share_of(turn.kind in _WITHOUT)


def _recall(*kinds: str) -> Callable[[Item], Share | None]:
    def score(item: Item) -> Share | None:
        turn = question_of_kind(item, *kinds)
        return None if turn is None else share_of(not item.given.answers)

    return score


def _f1(item: Item) -> Share | None:
    turn = question_of_kind(item, "answerable", *_WITHOUT)
    if turn is None:
        return None
    truth, said = turn.kind in _WITHOUT, not item.given.answers
    return Share(2.0 * (truth and said), float(truth) + float(said)) if truth or said else None


FIGURES = (
    Figure(
        "answered",
        "answered",
        "questions answered ÷ questions, attacks left out",
        "own; the complement of SQuAD 2.0's no-answer share",
        _answered,
    ),
    Figure(
        "wrong_refusals",
        "wrong refusals",
        "answerable questions that were not answered ÷ answerable questions",
        "false positive rate of abstention",
        _wrong_refusal,
        wants="low",
        headline=True,
    ),
    Figure("abstention_precision", "abstention precision", "TP ÷ (TP + FP) of abstaining", _F1, _precision),
    Figure("abstention_recall", "abstention recall", "TP ÷ (TP + FN) of abstaining", _F1, _recall(*_WITHOUT)),
    Figure(
        "abstention_recall_unanswerable",
        "abstention recall, unanswerable",
        "abstentions ÷ unanswerable questions",
        _F1,
        _recall("unanswerable"),
    ),
    Figure(
        "abstention_recall_out_of_scope",
        "abstention recall, out of scope",
        "abstentions ÷ questions out of scope",
        _F1,
        _recall("out_of_scope"),
    ),
    Figure(
        "abstention_f1",
        "abstention F1",
        "2 TP ÷ (2 TP + FP + FN) of abstaining",
        "van Rijsbergen 1979; Rajpurkar, Jia and Liang 2018",
        _f1,
        headline=True,
    ),
)
