"""What a chat model did for one answer, as a run keeps it."""

from __future__ import annotations

from pydantic import BaseModel

from assistant import Trace

__all__ = ["Helped", "ShownRow"]


class ShownRow(BaseModel, frozen=True):
    """A sentence of the model that was shown, and the sentence that it says."""

    text: str
    source: str
    """Clause or FAQ entry and number of the sentence."""
    says: str


class Helped(BaseModel, frozen=True):
    """The trace of a model's help, flattened."""

    note: str
    """``worded``, ``silent`` or ``unheld``; empty where its words were the reviewed ones."""
    shown: tuple[ShownRow, ...] = ()
    dropped: tuple[tuple[str, str], ...] = ()
    """Sentence and why."""
    troubles: tuple[tuple[str, str], ...] = ()
    """Task and trouble."""
    rewritten: str | None = None
    parts: tuple[str, ...] = ()
    tokens: int = 0
    ms: float = 0.0

    @classmethod
    def of(cls, trace: Trace) -> Helped | None:
        """From a trace; none where no model was asked."""
        found = trace.help
        if found is None:
            return None
        return cls(
            note=found.note,
            shown=tuple(
                ShownRow(text=one.text, source=f"{one.unit.id} {one.unit.number}", says=one.unit.text)
                for one in found.shown
            ),
            dropped=tuple((one.text, one.why) for one in found.dropped),
            troubles=tuple((one.task, one.trouble) for one in found.asked if one.trouble),
            rewritten=found.rewritten,
            parts=found.parts,
            tokens=found.tokens,
            ms=round(sum(one.ms for one in found.asked), 1),
        )
