"""What a question is, as the terminal and the web ask it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

__all__ = ["Choice", "FactQuestion", "Kind", "Question"]

Kind = Literal["yes_no", "choice", "date", "place", "number", "people"]


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer that is offered; ``value`` is what the fact becomes."""

    value: Any
    label: str
    often: int = 0
    """How many of 100 applicants would give it: a rough estimate, used only to order questions."""


@dataclass(frozen=True, slots=True)
class FactQuestion:
    """How one fact is asked for, whatever the case."""

    kind: Kind
    text: str
    why: str
    sensitivity: int
    """0: public. 1: about work. 2: about the person or the family. 3: hard to be asked."""
    choices: tuple[Choice, ...] = ()


@dataclass(frozen=True, slots=True)
class Question:
    """A question in one case."""

    fact: str
    """The fact, or ``relatives_at_amazon.0.relation`` for a field of the first person listed."""
    kind: Kind
    text: str
    why: str
    choices: tuple[Choice, ...]
    requirement: str
    clause: str

    def to_dict(self) -> dict[str, Any]:
        """The question as plain data; ``choices`` holds the offered values with their labels."""
        return {
            "fact": self.fact,
            "kind": self.kind,
            "text": self.text,
            "why": self.why,
            "choices": [{"value": choice.value, "label": choice.label} for choice in self.choices],
            "requirement": self.requirement,
            "clause": self.clause,
        }
