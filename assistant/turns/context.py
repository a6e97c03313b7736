"""What a conversation is about when its next turn comes."""

from __future__ import annotations

from dataclasses import dataclass, replace

from index import SearchResult

__all__ = ["Context", "about"]


@dataclass(frozen=True, slots=True)
class Context:
    """What a follow-up leans on."""

    stood: str
    """The last turn that could be read by itself."""
    since: str
    """The last turn that leaned on it; empty where none did."""
    clause: str
    """The clause that the last turn was about."""
    result: SearchResult
    """What was found for the last turn as it was understood."""
    understood: str
    """The last turn as it was understood."""

    @classmethod
    def opened_by(cls, turn: str, result: SearchResult) -> Context:
        """The context after a turn that stands alone."""
        return cls(turn, "", result.clauses[0].id, result, turn)

    def followed_by(self, turn: str, understood: str, result: SearchResult) -> Context:
        """The context after ``turn``, which leaned on this one."""
        return replace(self, since=turn, clause=result.clauses[0].id, result=result, understood=understood)

    @property
    def subject(self) -> str:
        """The words that a follow-up may be about."""
        return f"{self.stood} {self.since}".strip()


def about(turn: str, context: Context) -> str:
    """``turn`` written so that it can be read without the others: “and for credits (about: …)?”."""
    return f"{_bare(turn)} (about: {_bare(context.subject)})?"


def _bare(text: str) -> str:
    return text.rstrip(" ?.!…")
