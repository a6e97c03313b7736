"""What is scored: one question, turn or written case with the answer that it got."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from evals.cases import Dialogue, EligibilityText, Located, Question, Sentence, Turn
from evals.given import Given
from evals.reading import Reading

__all__ = ["Ask", "Item", "ItemType", "asks_of"]

ItemType = Literal["question", "first_turn", "later_turn", "text", "sentence"]


@dataclass(frozen=True, slots=True)
class Ask:
    """One thing to put to the assistant."""

    id: str
    """The case's id; for a turn ``id/2``, counted from one."""
    type: ItemType
    gold: Turn | EligibilityText | Sentence
    before: tuple[str, ...] = ()
    """What the same person asked before, oldest first."""
    tags: Mapping[str, str] | None = None
    author: str = ""

    @property
    def question(self) -> str:
        """What is typed."""
        return self.gold.question if isinstance(self.gold, Turn) else self.gold.text

    @property
    def turn(self) -> Turn | None:
        """The gold of a question; none for a written case or a sentence."""
        return self.gold if isinstance(self.gold, Turn) else None


@dataclass(frozen=True, slots=True)
class Item:
    """An ask with the answer that it got."""

    ask: Ask
    given: Given
    clauses: Mapping[str, str]
    """The text of every clause by id, which quotes are held against."""
    reading: Reading | None = None
    """What was read of a written case or a sentence."""
    faq: str = ""
    """The FAQ entry whose reviewed words the answer gives; empty where its words are others."""


def asks_of(located: Located) -> tuple[Ask, ...]:
    """What a case puts to the assistant, in order."""
    case = located.case
    if isinstance(case, Question):
        return (Ask(case.id, "question", case, tags=case.tags, author=case.author),)
    if isinstance(case, Dialogue):
        questions = tuple(turn.question for turn in case.turns)
        return tuple(
            Ask(
                f"{case.id}/{at + 1}",
                "later_turn" if at else "first_turn",
                turn,
                questions[:at],
                {**case.tags, **turn.tags},
                case.author,
            )
            for at, turn in enumerate(case.turns)
        )
    if isinstance(case, Sentence):
        return (Ask(case.id, "sentence", case, tags={**_tags(case), **case.tags}, author=case.author),)
    return (Ask(case.id, "text", case, tags=case.tags, author=case.author),)


def _tags(sentence: Sentence) -> dict[str, str]:
    """Whom a sentence speaks of, and how: what sentences are sliced by."""
    return {
        "about": _only({said.about for said in sentence.says}),
        "says": _only({said.value if said.value in _SHORT else "a value" for said in sentence.says}),
    }


_SHORT = {"yes", "no", "unsure"}


def _only(values: set[str]) -> str:
    return "several" if len(values) > 1 else next(iter(values), "nothing")
