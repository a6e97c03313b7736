"""What the page keeps of a case with the turn that it was judged in."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from assistant.answer import Answer
from assistant.judging import Case

__all__ = ["MOST_EDITS", "Edit", "Shown"]

MOST_EDITS = 50
"""So many of the last edits are kept for the record; the facts hold all of them."""


@dataclass(frozen=True, slots=True)
class Edit:
    """One change by hand, in English, for the record of the turn."""

    fact: str
    """Its path."""
    name: str
    before: str
    """Empty where the fact was not stated."""
    after: str
    """Empty where it is no longer stated."""
    result_before: str
    result_after: str

    def to_dict(self) -> dict[str, Any]:
        """The edit as plain data."""
        return {
            "fact": self.fact,
            "name": self.name,
            "before": self.before or None,
            "after": self.after or None,
            "result_before": self.result_before,
            "result_after": self.result_after,
        }


@dataclass(frozen=True, slots=True)
class Shown:
    """A judged case as one turn shows it. A step by hand gives another one."""

    case: Case
    answer: Answer
    """The answer as it stands after all edits."""
    follow_ups: tuple[str, ...] = ()
    edits: tuple[Edit, ...] = ()
    changing: str = ""
    """The path of the fact whose form is open."""
    notice: str = ""
    """What the last step brought about, as HTML."""
    problem: str = ""
    """Why the last reply was not taken, as HTML."""
    typed: str = ""
    """The reply that was not taken, so that it is not lost."""
    step: int = 0
    """How many steps were taken; a step that changes nothing is seen to have come back by it."""

    def stepped(self) -> Shown:
        """One step on, without an open form and without what was said of the last step."""
        return replace(self, changing="", notice="", problem="", typed="", step=self.step + 1)

    def with_edit(self, edit: Edit) -> Shown:
        """With one more edit in the record."""
        return replace(self, edits=(*self.edits, edit)[-MOST_EDITS:])

    def edits_as_data(self) -> list[dict[str, Any]]:
        """The edits as plain data, oldest first."""
        return [edit.to_dict() for edit in self.edits]
