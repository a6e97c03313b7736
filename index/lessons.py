"""What the encoder is tuned on, and how."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from corpus import Corpus
from index.records import ANSWER_KINDS, SHORT_ANSWERS, Record, make_records

__all__ = ["DEFAULT_PLAN", "FURTHER_PLAN", "UNKNOWN", "Lesson", "Plan", "lessons_of", "refreshed", "split"]

UNKNOWN = -100
"""The label of what a text says nothing about."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Plan:
    """How to train."""

    passes: int = 6
    batch: int = 32
    rank: int = 32
    step_rate: float = 1.5e-3
    """For the steps; the heads, which are thrown away, learn at ``head_rate``."""
    head_rate: float = 3e-3
    listener_rate: float = 1e-2
    short: float = 1.0
    """The weight of the short answer read off the vector, which lends it to its neighbours."""
    heard: float = 2.0
    """The weight of the short answer heard in the tokens, which is the hardest to learn."""
    keep: float = 1.0
    """The weight of leaving the similarities between texts as they were."""
    misspelt: float = 0.12
    """The share of questions that are read with a slip of the keyboard."""
    second: float = 0.3
    """How much of the label goes to the second clause, where there is one."""
    longest: int = 96
    """Tokens; what is longer is cut in training."""
    seed: int = 11
    hold_out: float = 0.05
    """The share of the examples that is kept back and measured after each pass."""


DEFAULT_PLAN = Plan()
"""From the published encoder."""
FURTHER_PLAN = Plan(passes=2, step_rate=6e-4, head_rate=2e-3, listener_rate=4e-3, seed=12, hold_out=0.0)
"""From an adapter that had learnt other examples before. The one in the repository learnt 23,191 by the default plan, and
those after them, beside as many of the first, by this one."""


@dataclass(frozen=True, slots=True)
class Lesson:
    """One text with what is known about it."""

    text: str
    clauses: tuple[int, ...]
    kind: int
    short: int
    topic: int
    """The FAQ entry or point that it belongs to, which keeps apart what one clause says."""


def lessons_of(corpus: Corpus) -> Iterator[Lesson]:
    """A lesson for each record of the corpus."""
    column = {clause.id: at for at, clause in enumerate(corpus.rules.clauses)}
    topics: dict[str, int] = {}
    for record in make_records(corpus):
        clauses = tuple(column[clause] for clause in record.clauses if clause in column)
        topic = {"faq": record.owner, "point": record.id}.get(record.kind)
        yield Lesson(
            record.text,
            clauses if record.asks in {"", "answerable"} else (),
            _kind(record),
            _short(record),
            topics.setdefault(topic, len(topics)) if topic else UNKNOWN,
        )


def refreshed(lessons: Sequence[T], new: Sequence[bool], seed: int) -> list[T]:
    """The new lessons, and as many of the others, drawn by chance, so that these are not unlearnt."""
    chance = random.Random(seed)  # noqa: S311 - reproducible, and no secret
    others = [one for one, is_new in zip(lessons, new, strict=True) if not is_new]
    kept = [one for one, is_new in zip(lessons, new, strict=True) if is_new]
    return [*kept, *chance.sample(others, min(len(kept), len(others)))]


def _kind(record: Record) -> int:
    return ANSWER_KINDS.index(record.asks) if record.asks else UNKNOWN


def _short(record: Record) -> int:
    return SHORT_ANSWERS.index(record.polarity) if record.asks == "answerable" else UNKNOWN


def split(lessons: list[Lesson], share: float, chance: random.Random) -> tuple[list[Lesson], list[Lesson]]:
    """The lessons to learn, and a share of the questions among them that is kept back."""
    asked = [one for one in lessons if one.kind != UNKNOWN]
    kept = chance.sample(asked, round(share * len(asked)))
    out = {id(one) for one in kept}
    return [one for one in lessons if id(one) not in out], kept
