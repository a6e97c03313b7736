"""A follow-up → a question that stands alone, from the turns before it."""

from __future__ import annotations

import re

__all__ = ["stand_alone"]

_OPENERS = re.compile(
    r"^(?:and|but|or|so|then|what about|how about|what if|why|which clause|where does it say|says who|even|also|"
    r"same for|for \w+ too|really|are you sure)\b",
    re.IGNORECASE,
)
_POINTERS = re.compile(r"\b(?:it|that|this|they|them|those|these|he|she|there|then|one|so)\b", re.IGNORECASE)
_LONG = 12


def stand_alone(question: str, turns: list[str]) -> str | None:
    """``question`` joined to the turn that it leans on, or ``None`` where it stands alone.

    A question leans where it opens like a follow-up, or is short and points back.
    """
    if not turns:
        return None
    length = len(question.split())
    leans = bool(_OPENERS.match(question)) or length <= 3 or (length <= _LONG and bool(_POINTERS.search(question)))
    return f"{turns[-1]} {question}" if leans else None
