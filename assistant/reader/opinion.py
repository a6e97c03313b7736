"""What the network hears in a text, with the sentence that speaks of each condition."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from assistant.reader.dated import dated
from assistant.reader.touched import NEAR_ONES
from index.hearing import Heard, Hearing

__all__ = ["Opinion", "listen", "sentence_span", "statement_span"]

_ANSWER = re.compile(
    r"\W*(?:yes|yep|yeah|no|nope|nah|none|never|nobody|not|nothing|nein|non|sure|of course|certainly|correct|right|zero|n/a|i|he|she|we|they|just|only|one)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"\S+")
_SHOWN = 5
"""So many words on either side of the one that was heard most are shown."""
_ENDS = re.compile(r"[.!?;]+(?=\s|$)|\n+")
_REPLY = re.compile(r"\?[^\w?]*(?=\w)")
_WITHHELD = re.compile(
    r"\b(?:none of your business|(?:rather|prefer|would like|like) not|won['’]?t (?:say|tell)|not (?:say|tell)ing|confidential|"
    r"keep (?:it|that|this) (?:private|to myself)|skip)\b",
    re.IGNORECASE,
)
_SOMEBODY_NEAR = (
    r"(?:(?:any(?:one|body)?(?: else)?|some(?:one|body)|(?:a )?members?) (?:of|in|from|at) )?(?:(?:my|our|her|his|their|the|any|own|immediate) )*"
    rf"(?:{NEAR_ONES}|relations?|lodgers?|tenants?|au pair|nanny|maid)\b"
)
# "No one in my family works for Amazon" says nothing of the writer.
_OF_OTHERS_ALONE = re.compile(
    rf"^(?!.*\b(?:i|me|myself|self|applicant|she|he|him|(?:her|neither|nor)(?! {_SOMEBODY_NEAR}))\b).*\b(?:famil\w+|household|relatives?|kin|wife|husband|spouse)\b",
    re.IGNORECASE | re.DOTALL,
)
_OF_NOBODY = re.compile(r"\W*(?:and |but )?(?:no ?body|no one|none|neither|not one)\b", re.IGNORECASE)
_OF_OTHER_THINGS = re.compile(
    r"^(?!.*\b(?:amazon|amzn|aws|amz)\b).*\b(?:procur\w+|tender|government|sanctions?|export)\b",
    re.IGNORECASE | re.DOTALL,
)
# A full professor is a rank, and may be on half time.
_HOURS = re.compile(
    r"full(?!\W*prof)|\btime\b|100|1[.,]0|\bfte\b|hours|\bdays\b|whole|entire|complet|voll|plein|ganz|heltid|integral",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Opinion:
    """What was heard in one text."""

    text: str
    today: date
    heard: Heard
    affirmed: Collection[str] = frozenset()
    """Conditions that a question states together with its answer (``disputed.py``)."""

    def _at(self, condition: str) -> int:
        """The offset that was listened to most; where a mark or a space is there, the word before it."""
        at = self.heard.place(condition)
        while at > 0 and not self.text[at].isalnum():
            at -= 1
        return at

    def span(self, condition: str) -> tuple[int, int]:
        """Where the sentence stands in which most of the condition was heard; a question with what answers it."""
        at = self._at(condition)
        return statement_span(self.text, at, at)

    def is_asked(self, condition: str) -> bool:
        """Whether that sentence is a question that no plain "no" or "yes" answers."""
        at = self._at(condition)
        _, end = sentence_span(self.text, at, at)
        return self.text[end : end + 1] == "?" and not _ANSWER.match(self.text, end + 1)

    def states(self, condition: str) -> bool:
        """Whether its words can state that the condition is met: they are no open question, no blank, no refusal to say."""
        words = self.words(condition)
        if self.is_asked(condition) and condition not in self.affirmed:
            return False
        hours = condition != "full_time" or _HOURS.search(words)
        part = self._part(condition)
        if condition == "amazon" and (
            _OF_OTHERS_ALONE.search(part)
            or (_OF_NOBODY.match(words) and _OF_OTHERS_ALONE.search(words))
            or _OF_OTHER_THINGS.search(part)
        ):
            return False
        return bool(hours) and not words.endswith(":") and not _WITHHELD.search(words)

    def words(self, condition: str) -> str:
        """That sentence, as typed."""
        start, end = self.span(condition)
        return self.text[start:end]

    def within(self, condition: str) -> int:
        """The offset in that sentence that was listened to most."""
        return self._at(condition) - self.span(condition)[0]

    def quoted(self, condition: str) -> tuple[int, int]:
        """Where the few words stand that are shown for the condition: a part between two commas, or less of a long one."""
        at = self._at(condition)
        start, end = self.span(condition)
        words = list(_WORD.finditer(self.text, start, end))
        if not words:
            return start, end
        nearest = next((number for number, word in enumerate(words) if word.end() > at), len(words) - 1)
        first, last = max(0, nearest - _SHOWN), min(len(words), nearest + _SHOWN + 1)
        for number in range(nearest, first, -1):
            if words[number - 1].group().endswith(","):
                first = number
                break
        for number in range(nearest, last):
            if words[number].group().endswith(","):
                last = number + 1
                break
        return words[first].start(), words[last - 1].end() - words[last - 1].group().endswith(",")

    def quote(self, condition: str) -> str:
        """These words, as typed."""
        start, end = self.quoted(condition)
        return self.text[start:end]

    def _part(self, condition: str) -> str:
        """The part of the sentence, between two commas, in which most was heard."""
        at = self._at(condition)
        start, end = self.span(condition)
        before, after = self.text[start:at], self.text[at:end]
        return before[before.rfind(",") + 1 :] + after.partition(",")[0]


def sentence_span(text: str, first: int, last: int) -> tuple[int, int]:
    """Where the sentence, or the sentences, around the offsets ``first`` to ``last`` stand, without the mark at the end."""
    start = max((end.end() for end in _ENDS.finditer(text, 0, first)), default=0)
    found = _ENDS.search(text, last)
    end = found.start() if found else len(text)
    while start < end and text[start].isspace():
        start += 1
    return start, end


def statement_span(text: str, first: int, last: int) -> tuple[int, int]:
    """``sentence_span``; for a question with the sentence that follows it, unless that is a question too."""
    start, end = sentence_span(text, first, last)
    reply = _REPLY.match(text, end)
    if reply is None:
        return start, end
    _, replied = sentence_span(text, reply.end(), reply.end())
    return (start, end) if text[replied : replied + 1] == "?" else (start, replied)


def listen(text: str, today: date, hearing: Hearing) -> Opinion:
    """Hear ``text``, its dates counted from ``today``."""
    counted = dated(text, today)
    heard = hearing.hear(counted.text)
    places = tuple(min(counted.origin(place), max(0, len(text) - 1)) for place in heard.places)
    return Opinion(text, today, Heard(heard.likelihoods, places))
