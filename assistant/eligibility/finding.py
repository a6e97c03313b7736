"""What one requirement comes to in one case, with the words of the Rules it rests on."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from assistant.eligibility.kleene import Truth
from assistant.eligibility.requirements.base import Requirement, Ruling

__all__ = ["Finding", "State"]


class State(StrEnum):
    """What one requirement comes to."""

    MET = "met"
    VIOLATED = "violated"
    OPEN = "open"


STATES = {Truth.YES: State.MET, Truth.NO: State.VIOLATED, Truth.OPEN: State.OPEN}


@dataclass(frozen=True, slots=True)
class Finding:
    """What one requirement comes to, with the words of the Rules it rests on."""

    requirement: str
    clause: str
    label: str
    """``Rules § I(c)``"""
    state: State
    quote: str
    reason: str
    facts: tuple[str, ...]
    """The stated facts that it rests on."""
    conflict: bool
    """Whether it is open because statements contradict each other."""

    @classmethod
    def of(cls, requirement: Requirement[Any], ruling: Ruling, facts: object, label: str) -> Finding:
        """The finding for a ruling; ``facts`` is the model whose attributes the requirement reads."""
        return cls(
            requirement=requirement.id,
            clause=requirement.clause,
            label=label,
            state=STATES[ruling.truth],
            quote=requirement.quote,
            reason=ruling.reason,
            facts=tuple(name for name in requirement.reads if getattr(facts, name) is not None),
            conflict=ruling.conflict,
        )

    def to_dict(self, question: str | None) -> dict[str, Any]:
        """The finding as plain data; ``question`` is what would settle it, where it is open."""
        return {
            "requirement": self.requirement,
            "clause": self.clause,
            "state": self.state.value,
            "quote": self.quote,
            "reason": self.reason,
            "facts": list(self.facts),
            "label": self.label,
            "question": question,
            "conflict": self.conflict,
        }
