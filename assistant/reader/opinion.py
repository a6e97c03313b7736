"""What the network hears in a text, with the sentence that speaks of each condition."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from assistant.reader.dated import dated
from index.hearing import Heard, Hearing

__all__ = ["Opinion", "listen"]

_ANSWER = re.compile(
    r"\W*(?:yes|yep|yeah|no|nope|nah|none|never|nobody|not|nothing|nein|non|sure|of course|certainly|correct|right|zero|n/a|i|he|she|we|they|just|only|one)\b",
    re.IGNORECASE,
)
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

    def asks(self, condition: str) -> bool:
        """Whether that sentence is a question that is not answered at once."""
        _, end = self.span(condition)
        return self.text[end : end + 1] == "?" and not _ANSWER.match(self.text, end + 1)

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
