"""One message after a verdict → the case after it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Literal

from assistant.eligibility import Checker, Facts, read_tables
from assistant.going_on.about import names_a_case
from assistant.going_on.doubt import doubted, spoken_of, unknown
from assistant.going_on.moods import (
    asks_as_it_is,
    asks_for_the_verdict,
    drops_the_supposition,
    supposes,
    tells,
    tells_or_supposes,
)
from assistant.going_on.replies import of_the_relative, put_right, replied
from assistant.going_on.withdrawing import held_to
from assistant.reader import Conversation
from assistant.reader.standing import FACTS_OF, standing
from corpus import CORPUS_DIR
from corpus.statements import State

if TYPE_CHECKING:
    from index.hearing import Hearing

__all__ = ["GoingOn", "Kind"]

_OF_ONESELF = re.compile(r"\b(?:i|me|my|we)\b", re.IGNORECASE)
Kind = Literal["reply", "change"]
"""A short reply, a correction or a question for the verdict; or what was read of it, which may be beside the point."""


def _standings(one: Facts, other: Facts, today: date) -> tuple[dict[str, State], dict[str, State]]:
    """How each condition stands in both."""
    tables = read_tables(CORPUS_DIR)
    return standing(one, today, tables), standing(other, today, tables)


def _as_told(before: Conversation, read: Conversation, message: str, today: date) -> Conversation:
    """The case where nothing is supposed after all: of "if it helps, my wife works at AWS" the condition is open."""
    if read.supposed is None or supposes(message):
        return read
    was, now = _standings(before.facts, read.supposed, today)
    worse = [one for one in FACTS_OF if now[one] != was[one] and now[one] != "met"]
    return replace(read, facts=unknown(read.facts, worse), supposed=None)


def _is_worse(before: Conversation, read: Conversation, today: date) -> bool:
    """Whether something stands against the case now that did not: then the verdict is due, whatever is asked beside it."""
    was, now = _standings(before.facts, read.facts, today)
    return any(now[one] == "violated" != was[one] for one in FACTS_OF)


def _supposed_otherwise(before: Conversation, today: date) -> list[str]:
    """The conditions that the last message supposed otherwise than they are: "what if I were half-time?"; "well, I am"."""
    if before.supposed is None:
        return []
    own, supposed = _standings(before.facts, before.supposed, today)
    return [one for one in FACTS_OF if own[one] != supposed[one]]


@dataclass(frozen=True, slots=True)
class GoingOn:
    """What it takes to go on with a case."""

    hearing: Hearing | None = None
    """The network that a reading is held against."""
    checker: Callable[[], Checker] | None = None
    """Tells what was asked with the last verdict, which a short message may reply to."""
    near: Callable[[str], Sequence[str]] | None = None
    """The ids of the clauses that a text is most likely about."""

    def said(
        self, before: Conversation, message: str, read: Conversation, today: date
    ) -> tuple[Conversation, Kind | None]:
        """The case after a message, and how the message goes on with it; ``None`` where it does not, or nothing was read of it.

        ``read`` is the case as the frames have it after the message.
        """
        if asks_for_the_verdict(message) and not (before.third_person and _OF_ONESELF.search(message)):
            return (replace(before, supposed=None) if asks_as_it_is(message) else before), "reply"
        placed = of_the_relative(before, message, today, self.hearing) or put_right(
            before, message, today, self.hearing
        )
        if placed:
            return placed, "reply"
        is_read = read.facts != before.facts or (read.hypothetical and read.supposed != before.supposed)
        if is_read and (
            tells_or_supposes(message, today) or (tells(message, today) and _is_worse(before, read, today))
        ):
            held = held_to(before, _as_told(before, read, message, today), message, today)
            waits = held.hypothetical and held.judged.application_date != before.judged.application_date
            return held, "reply" if waits else "change"
        if before.supposed is not None and read.facts == before.facts and drops_the_supposition(message):
            return replace(before, supposed=None), "reply"
        reply = replied(before, message, self.checker(), today) if self.checker and not read.hypothetical else None
        return (reply, "reply") if reply else (read, None)

    def unread(self, before: Conversation, message: str, today: date, clauses: Sequence[str] = ()) -> Conversation:
        """The case with what the message is about not known; ``clauses`` are those that a search found for it."""
        found = clauses or (self.near(message) if self.near else ())
        conditions = dict.fromkeys(spoken_of(message, today, self.hearing, found))
        if not supposes(message):
            conditions |= dict.fromkeys(_supposed_otherwise(before, today))
        return doubted(before, message, tuple(conditions), today)

    def after(self, before: Conversation, turn: str, read: Conversation, today: date) -> Conversation:
        """The case after an earlier turn; of what was told in it and not read, the conditions stay open."""
        after, kind = self.said(before, turn, read, today)
        if kind or after.facts != before.facts or after.hypothetical or not tells(turn, today):
            return after
        clauses = self.near(turn) if self.near else ()
        may_be_of_it = not clauses or names_a_case(clauses) or bool(_supposed_otherwise(before, today))
        return self.unread(before, turn, today, clauses) if may_be_of_it else after
