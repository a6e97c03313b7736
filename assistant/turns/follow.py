"""A turn in its conversation → how it is understood, and what was found for it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from assistant.turns.again import Again, asks_again
from assistant.turns.context import Context, about
from assistant.turns.evidence import Weights, fuse_readings
from assistant.turns.leaning import leans
from index import SearchResult
from index.recent import Recent

__all__ = ["Search", "Turns", "Understood"]

_BACK = 6
"""Turns before the present one that are read; what lies further back is another subject."""
_SURE = 0.5
_SURE_OPEN = 0.9
"""A turn that the Rules leave open with this probability stands by itself."""
_SURE_ALONE = 0.9
"""A turn that the Rules answer, and whose clause is known, with these probabilities stands by itself too."""
_DOUBT = 0.3
"""Below this probability of its best clause a turn is asked about."""

Search = Callable[[str], SearchResult]


@dataclass(frozen=True, slots=True)
class Understood:
    """One turn as it is read."""

    asked: str
    """The turn so that it can be read without the others."""
    result: SearchResult
    stands: bool = True
    """Whether ``asked`` was typed so, and is no turn about its context."""
    again: Again | None = None
    """What it wants to know of the answer before it, and nothing else, as “why?” and “which clause?” do."""
    doubtful: bool = False
    """Whether it must be asked what it refers to."""
    typed: str = ""
    """The turn as it was typed; for “why?” the one before it."""
    subject: str = ""
    """What came before that it may be about."""


class Turns:
    """Reads turns in their conversation; keeps no words of any."""

    def __init__(self, search: Search, weights: Weights | None = None) -> None:
        self._search = search
        self._recent = Recent(search)
        self._weights = weights or Weights.load()

    def understood(self, turn: str, before: Sequence[str]) -> Understood:
        """How ``turn`` is read after the turns ``before``, oldest first."""
        context = self.context(before)
        if context is None:
            result = self._search(turn)
            # The next turn asks what this one was about.
            self._recent.note(turn, result)
            return Understood(turn, result, typed=turn)
        return self._read(turn, context)

    def context(self, before: Sequence[str]) -> Context | None:
        """What the conversation is about after ``before``; ``None`` before its first turn.

        A turn that only asks again changes nothing in that.
        """
        context: Context | None = None
        for turn in [turn for turn in before if not asks_again(turn)][-_BACK:]:
            context = self._after(turn, context)
        return context

    def _after(self, turn: str, context: Context | None) -> Context:
        if context is None:
            return Context.opened_by(turn, self._recent(turn))
        read = self._read(turn, context)
        if read.stands:
            return Context.opened_by(turn, read.result)
        return context.followed_by(turn, read.asked, read.result)

    def _read(self, turn: str, context: Context) -> Understood:
        if again := asks_again(turn):
            typed = context.since or context.stood
            return Understood(context.understood, context.result, stands=not context.since, again=again, typed=typed)
        alone = self._recent(turn)
        if not leans(turn) and _says_all(alone):
            return Understood(turn, alone, typed=turn)
        asked = about(turn, context)
        joined = self._recent(asked)
        fused = fuse_readings(turn, alone, joined, context.clause, self._weights)
        if not leans(turn) and alone.clauses[0].id == fused.clauses[0].id and alone.answerable > _SURE:
            return Understood(turn, alone, typed=turn)
        doubtful = fused.answerable > _SURE and fused.clauses[0].head < _DOUBT
        return Understood(asked, fused, stands=False, doubtful=doubtful, typed=turn, subject=context.subject)


def _says_all(alone: SearchResult) -> bool:
    """Whether a turn leaves no doubt by itself what it is about, or asks for what no clause holds: a second search is spared."""
    sure = alone.answerable > _SURE_ALONE and alone.clauses[0].head > _SURE_ALONE
    return sure or alone.answerable < 1.0 - _SURE_OPEN
