"""Statements that the next sentence takes back without telling them anew: "… no government pay. Well. Delete that"."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from assistant.reader.opinion import listen, sentence_span
from index.hearing import Hearing

__all__ = ["retracted"]

_RETRACTION: Final = re.compile(
    r"\b(?:delete|erase|cross out|strike|scrap|scratch|remove|withdraw) (?:that|this|it)\b(?! (?:proposal|idea|one))|"
    r"\bleave (?:that|this|the|it)(?: (?:point|one|item|line|question|answer|part))? (?:blank|open|empty|out)\b",
    re.IGNORECASE,
)
_FILLER: Final = re.compile(r"^\W*(?:well|hm+|no|oh|sorry|wait|er+m?|uh+m?)?\W*$", re.IGNORECASE)
_SPOKEN: Final = 0.5
_AGAIN: Final = 0.9


def retracted(text: str, today: date, hearing: Hearing) -> frozenset[str]:
    """The conditions that the sentence before a retraction speaks of, but for those that are met by what comes after."""
    found: set[str] = set()
    for match in _RETRACTION.finditer(text):
        before = _sentence_before(text, match.start())
        if not before:
            continue
        taken_back = listen(before, today, hearing).heard.spoken_of(_SPOKEN)
        after = listen(text[match.end() :], today, hearing).heard
        found |= {condition for condition in taken_back if after.likelihood(condition, "met") < _AGAIN}
    return frozenset(found)


def _sentence_before(text: str, at: int) -> str:
    """The last sentence before the one at ``at`` that says anything; what stands before it in the same one, where it does."""
    start, _ = sentence_span(text, at, at)
    said = text[start:at]
    while _FILLER.match(said) and (end := len(text[:start].rstrip().rstrip(".!?;…"))):
        start, _ = sentence_span(text, end - 1, end - 1)
        said = text[start:end]
    return "" if _FILLER.match(said) else said
