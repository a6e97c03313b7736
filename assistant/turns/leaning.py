"""Whether a turn can be read without the one before it, by its words alone."""

from __future__ import annotations

import re

__all__ = ["leans", "points_back"]

_OPENERS = re.compile(
    r"^(?:and|but|or|so|then|what about|how about|what if|also|same for|for \w+ too|even if|ok(?:ay)?,? (?:and|but|so))\b",
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
