"""Labelled statements → what the network is trained on: each by itself, and several in one text."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.statements import CONDITIONS, STATES, Statement
from index.noise import misspelt

__all__ = ["DEFAULT_PLAN", "FURTHER_PLAN", "UNKNOWN", "Lesson", "Plan", "lesson_of", "lessons_for_a_pass"]

UNKNOWN = -100
"""The label of a condition that two joined texts speak of differently."""
_UNSAID = STATES.index("unsaid")
_SEPARATORS = (" ", " ", " ", "\n", "\n- ", "; ", " and ", ". ")


@dataclass(frozen=True, slots=True)
class Plan:
    """How to train."""

    passes: int = 8
    tokens: int = 1600
    """About so many in a batch."""
    rank: int = 32
    step_rate: float = 1.5e-3
    head_rate: float = 1e-2
    joined: float = 0.7
    """So many joined texts for each statement, made anew in each pass."""
    misspelt: float = 0.12
    """The share of texts that are read with a slip of the keyboard."""
    longest: int = 256
    """Tokens; what is longer is cut in training."""
    seed: int = 3


DEFAULT_PLAN = Plan()
"""From the published encoder."""
FURTHER_PLAN = Plan(passes=2, step_rate=8e-4, head_rate=3e-3, seed=4)
"""From a network that had learnt other statements before. The one in the repository learnt 6,329 by 8 passes of the
default plan, and the first 10,589 by this one; it is the mean of that and of a further training on the last 1,198
(docs/experiments.md)."""


@dataclass(frozen=True, slots=True)
class Lesson:
    """One text with the state of each condition."""

    text: str
    states: tuple[int, ...]
    """Positions in ``STATES``, one a condition, or ``UNKNOWN``."""


def lesson_of(statement: Statement, text: str) -> Lesson:
    """The lesson of a statement; ``text`` is what the network reads of it, its dates counted."""
    return Lesson(text, tuple(STATES.index(statement.says.get(name, "unsaid")) for name in CONDITIONS))


def lessons_for_a_pass(lessons: Sequence[Lesson], plan: Plan, chance: random.Random) -> Iterator[Lesson]:
    """Each lesson once, and joined ones; some with slips."""
    joined = (
        _joined(chance.sample(lessons, min(len(lessons), chance.choice((2, 2, 3, 4, 5)))), chance)
        for _ in range(_more(lessons, plan))
    )
    for lesson in (*lessons, *joined):
        slips = chance.random() < plan.misspelt
        yield Lesson(misspelt(lesson.text, chance), lesson.states) if slips else lesson


def _more(lessons: Sequence[Lesson], plan: Plan) -> int:
    return int(plan.joined * len(lessons))


def _joined(lessons: Sequence[Lesson], chance: random.Random) -> Lesson:
    """Several texts as one: what only one of them speaks of, or all alike, is known."""
    states = []
    for said in zip(*(lesson.states for lesson in lessons), strict=True):
        spoken = {state for state in said if state != _UNSAID}
        states.append(spoken.pop() if len(spoken) == 1 else UNKNOWN if spoken else _UNSAID)
    return Lesson(chance.choice(_SEPARATORS).join(lesson.text.strip() for lesson in lessons), tuple(states))
