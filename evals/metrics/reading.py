"""Reading: sentences of applicants → facts.

Precision and recall of facts, as slots are scored in information extraction (Chinchor and
Sundheim 1993): a fact that was read is right where the sentence says it with that value,
and a fact that is said was found where it was read so. A fact left open ("not known") is
right where the sentence is unsure. Facts that no label speaks of do not count. A fact wrongly
left open costs a question, one with a wrong value may cost a verdict: the latter have a
precision of their own.
"""

from __future__ import annotations

from evals.cases import Sentence
from evals.items import Item
from evals.metrics.figure import Figure, Share, share_of
from evals.metrics.right import right
from evals.reading import Reading

__all__ = ["FIGURES"]

_MUC = "Chinchor and Sundheim 1993 (MUC-5)"


def _read(item: Item) -> Reading | None:
    return item.reading if isinstance(item.ask.gold, Sentence) else None


def _precision(item: Item) -> Share | None:
    reading = _read(item)
    judged = [fact.right for fact in reading.facts if fact.right is not None] if reading else []
    return Share(sum(judged), len(judged)) if judged else None


def _value_precision(item: Item) -> Share | None:
    reading = _read(item)
    judged = [fact.right for fact in reading.facts if fact.right is not None and not fact.open] if reading else []
    return Share(sum(judged), len(judged)) if judged else None


def _recall(item: Item) -> Share | None:
    reading = _read(item)
    asked = [found for found in reading.said if found is not None] if reading else []
    return Share(sum(asked), len(asked)) if asked else None


def _whole(item: Item) -> Share | None:
    return None if _read(item) is None else share_of(right(item) is True)


def _silence(item: Item) -> Share | None:
    reading = _read(item)
    if reading is None or reading.said:
        return None
    return share_of(right(item) is True)


def _placed(item: Item) -> Share | None:
    reading = _read(item)
    return Share(sum(reading.placed), len(reading.placed)) if reading and reading.placed else None


FIGURES = (
    Figure(
        "fact_precision",
        "precision of facts",
        "facts read that the sentence says ÷ facts read",
        _MUC,
        _precision,
        headline=True,
    ),
    Figure(
        "value_precision",
        "precision of facts with a value",
        "facts read with a value that the sentence says ÷ facts read with a value; those left open do not count",
        _MUC,
        _value_precision,
    ),
    Figure(
        "fact_recall",
        "recall of facts",
        "facts said that were read ÷ facts said",
        _MUC,
        _recall,
        headline=True,
    ),
    Figure(
        "sentence_right",
        "sentences read right",
        "sentences of which every fact was read and nothing else ÷ sentences",
        "own",
        _whole,
    ),
    Figure(
        "silence_kept",
        "nothing read where nothing is said",
        "sentences without a fact of which no fact was read ÷ sentences without a fact",
        "own; specificity",
        _silence,
    ),
    Figure(
        "words_right",
        "read from the right words",
        "right facts whose words overlap those that the label names ÷ right facts",
        "own; the overlap of SemEval's partial match",
        _placed,
    ),
)
