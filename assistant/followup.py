"""A follow-up → a question that stands alone, from the turns before it."""

from __future__ import annotations

import re
from collections.abc import Sequence

__all__ = ["asks_again", "leans", "points_back", "stand_alone"]

_OPENERS = re.compile(
    r"^(?:and|but|or|so|then|what about|how about|what if|also|same for|for \w+ too|even if|ok(?:ay)?,? (?:and|but|so))\b",
    re.IGNORECASE,
)
_AGAIN = re.compile(
    r"^(?:(?:and|but|ok(?:ay)?|hm+|sorry)[, ]+)?(?:why(?: (?:not|is that|so))?|which (?:clause|section|rule|paragraph)"
    r"(?: (?:is|was|says) (?:that|this|it|so))?|where (?:does it|is that|is this) (?:say|said|written|stand)\w*(?: that| so)?|"
    r"says who|are you sure|really|how come|how so|source|quote it|show me(?: the clause)?)\W*$",
    re.IGNORECASE,
)
_POINTERS = re.compile(
    r"\b(?:it|that|this|they|them|those|these|he|she|him|her|his|their|there|then|the same|the other|the two|either|"
    r"neither|both|such)\b",
    re.IGNORECASE,
)
_LONG = 14
_SHORT = 4


def leans(question: str) -> bool:
    """Whether ``question`` cannot be read without the one before it."""
    return bool(_OPENERS.match(question)) or len(question.split()) <= _SHORT or points_back(question)


def points_back(question: str) -> bool:
    """Whether a short question holds a word, such as “it” or “they”, that another turn must fill."""
    return len(question.split()) <= _LONG and bool(_POINTERS.search(question))


def asks_again(question: str) -> bool:
    """Whether ``question`` is no more than “why?” or “which clause?”."""
    return bool(_AGAIN.match(question))


def stand_alone(question: str, turns: Sequence[str]) -> str | None:
    """``question`` with what it leans on from ``turns``, oldest first; ``None`` where it stands alone.

    “Why?” and “Which clause?” ask the same thing again; anything else that leans is read
    after the last turn that stood alone.
    """
    if not turns or not leans(question):
        return None
    back = next((turn for turn in reversed(turns) if not leans(turn)), turns[0])
    if not _AGAIN.match(question):
        return f"{back} {question}"
    asked = next((turn for turn in reversed(turns) if not _AGAIN.match(turn)), back)
    return asked if asked == back else f"{back} {asked}"
