"""What was told after a verdict and not read leaves the conditions that it speaks of open."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from assistant.eligibility import Facts, Gap, read_tables
from assistant.going_on.moods import supposes
from assistant.reader import Conversation, Reading, Words
from assistant.reader.opinion import listen
from assistant.reader.standing import FACTS_OF, standing
from corpus import CORPUS_DIR

if TYPE_CHECKING:
    from index.hearing import Hearing

__all__ = ["doubted", "spoken_of", "unknown"]

_UNREAD = "unread"
"""The name of the frame where words were neither read nor heard."""
_SPOKEN_OF = 0.5
"""From which likelihood on a condition is heard to be spoken of."""
_GENERAL = frozenset({"rules:I.p1", "rules:I.p2"})
_CONDITIONS: Mapping[str, tuple[str, ...]] = {
    "rules:I.a": ("government_pay",),
    "rules:I.b": ("us_restrictions",),
    "rules:I.c": ("amazon",),
    "rules:I.d": ("family",),
    "rules:I.e": ("procurement",),
    "rules:I.p3": ("place",),
    "rules:I.p4": ("amazon",),
}
_IN_FIRST = (
    (re.compile(r"\b(?:age|aged|born|birthday|adult|minor|years? old|yo|turns?|\d\d)\b", re.IGNORECASE), ("age",)),
    (re.compile(r"\b(?:proposals?|submi\w+|hand in|co-?pi|lead)\b", re.IGNORECASE), ("one_proposal",)),
    (re.compile(r"\baccredit\w*", re.IGNORECASE), ("accredited",)),
    (re.compile(r"\b(?:permanent|fixed|contract|renew\w*)\b", re.IGNORECASE), ("permanent", "full_time")),
    (re.compile(r"\b(?:ngo|non.?profit|charit\w*|501\w*|legal|registered|foundation|company)\b", re.IGNORECASE), ("legal_status",)),
)  # fmt: skip


def doubted(before: Conversation, message: str, conditions: Sequence[str], today: date) -> Conversation:
    """The case with these conditions not known, and the message as what was not understood.

    One that an obstacle stands against stays so: what was not understood takes nothing back.
    """
    held = standing(before.judged if supposes(message) else before.facts, today, read_tables(CORPUS_DIR))
    conditions = [one for one in conditions if held[one] != "violated"]
    unread = (Words(FACTS_OF[conditions[0]][0] if conditions else "", 0, len(message), message, _UNREAD),)
    supposed = unknown(before.judged, conditions) if supposes(message) else None
    facts = before.facts if supposed else unknown(before.facts, conditions)
    reading = Reading(facts, supposed, (), unread, before.third_person)
    return replace(before, facts=facts, supposed=supposed, reading=reading, route="case")


def spoken_of(message: str, today: date, hearing: Hearing | None, clauses: Sequence[str]) -> tuple[str, ...]:
    """The conditions that the message is about: as it is heard, or else by the ``clauses`` that a search found for it."""
    if hearing is not None:
        heard = listen(message, today, hearing).heard
        found = tuple(one for one in FACTS_OF if heard.likelihood(one, "unsaid") < _SPOKEN_OF)
        if found:
            return found
    return _of_clauses(clauses, message)


def _of_clauses(clauses: Sequence[str], message: str) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for clause in clauses:
        named: tuple[str, ...] = _CONDITIONS.get(clause, ())
        if clause in _GENERAL:
            named = next((these for pattern, these in _IN_FIRST if pattern.search(message)), ("position", "full_time"))
        found |= dict.fromkeys(named)
    return tuple(found)


def unknown(facts: Facts, conditions: Sequence[str]) -> Facts:
    """The facts with these conditions not known; what they were read from is forgotten."""
    first = {FACTS_OF[one][0]: Gap.UNKNOWN for one in conditions}
    others = {fact: None for one in conditions for fact in FACTS_OF[one][1:]}
    words = {fact: words for fact, words in facts.words.items() if fact not in first and fact not in others}
    return facts.model_copy(update={**others, **first, "words": words})
