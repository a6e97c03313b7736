"""What is scored: one question, turn or written case with the answer that it got."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from evals.cases import Dialogue, EligibilityText, Located, Question, Turn
from evals.given import Given

__all__ = ["Ask", "Item", "ItemType", "asks_of"]

ItemType = Literal["question", "first_turn", "later_turn", "text"]


@dataclass(frozen=True, slots=True)
class Ask:
    """One thing to put to the assistant."""

    id: str
    """The case's id; for a turn ``id/2``, counted from one."""
    type: ItemType
    gold: Turn | EligibilityText
    before: tuple[str, ...] = ()
    """What the same person asked before, oldest first."""
    tags: Mapping[str, str] | None = None
    author: str = ""

    @property
    def question(self) -> str:
        """What is typed."""
        return self.gold.text if isinstance(self.gold, EligibilityText) else self.gold.question

    @property
    def turn(self) -> Turn | None:
        """The gold of a question; none for a written case."""
        return None if isinstance(self.gold, EligibilityText) else self.gold


@dataclass(frozen=True, slots=True)
class Item:
    """An ask with the answer that it got."""

    ask: Ask
    given: Given
    clauses: Mapping[str, str]
    """The text of every clause by id, which quotes are held against."""


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
    return (Ask(case.id, "text", case, tags=case.tags, author=case.author),)
