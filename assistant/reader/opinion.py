"""What the network hears in a text, with the sentence that speaks of each condition."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from assistant.reader.dated import dated
from index.hearing import Heard, Hearing

__all__ = ["Opinion", "listen"]

_ENDS = re.compile(r"[.!?;\n]+(?=\s|$)")


@dataclass(frozen=True, slots=True)
class Opinion:
    """What was heard in one text."""

    text: str
    today: date
    heard: Heard

    def span(self, condition: str) -> tuple[int, int]:
        """Where the sentence stands in which most of the condition was heard."""
        at = self.heard.place(condition)
        start = max((end.end() for end in _ENDS.finditer(self.text, 0, at)), default=0)
        found = _ENDS.search(self.text, at)
        end = found.start() if found else len(self.text)
        while start < end and self.text[start].isspace():
            start += 1
        return start, end

    def words(self, condition: str) -> str:
        """That sentence, as typed."""
        start, end = self.span(condition)
        return self.text[start:end]


def listen(text: str, today: date, hearing: Hearing) -> Opinion:
    """Hear ``text``, its dates counted from ``today``."""
    counted = dated(text, today)
    heard = hearing.hear(counted.text)
    places = tuple(min(counted.origin(place), max(0, len(text) - 1)) for place in heard.places)
    return Opinion(text, today, Heard(heard.likelihoods, places))
