"""What a question states itself, and a short answer that was borrowed from like questions must not contradict.

“Can I apply if my mother was at Amazon three years ago?” is very like “… three months ago?”, and “Is Peru excluded?” very
like “Is Cuba excluded?”; the short answers are opposite. A time that is told in the question, and a place that the tables know,
are read by rule, and a short answer that they contradict is left out. Rules § I(c), (d) and ¶ 3.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.stance import stance
from corpus import Corpus, Polarity
from corpus.places import Place, Places

__all__ = ["is_contradicted"]

_OF_TIES = frozenset({"rules:I.c", "rules:I.d"})
_OF_PLACES = "rules:I.p3"
_NUMBERS = {
    **{
        word: number
        for number, word in enumerate("one two three four five six seven eight nine ten eleven twelve".split(), 1)
    },
    "a": 1,
    "an": 1,
    "couple of": 2,
    "few": 3,
    "several": 3,
    "many": 3,
    "some": 3,
    "fifteen": 15,
    "twenty": 20,
}
_MONTHS = {"year": 12.0, "yr": 12.0, "month": 1.0, "mo": 1.0, "week": 0.25, "day": 0.04}
_AGO = re.compile(
    rf"\b(?:(?:a )?(?P<word>{'|'.join(_NUMBERS)})|(?P<digits>\d+(?:\.\d+)?)) ?(?P<unit>years?|yrs?|months?|mo|weeks?|days?)"
    r"(?: and a half)? (?:ago|back|before|earlier|since)\b",
    re.IGNORECASE,
)
_LONG_AGO = re.compile(r"\b(?:(?<![\w-] )years ago|long ago|decades ago|ages ago)\b", re.IGNORECASE)
_TWELVE = 12.0
_MOST_WORDS = 4
_SHORT = 4
"""A shorter name counts only in capitals."""
_WORD = re.compile(r"[^\W\d_]+(?:['’.-][^\W\d_]+)*")


def is_contradicted(polarity: Polarity, question: str, clause: str, corpus: Corpus) -> bool:
    """Whether what ``question`` states by itself speaks against this short answer under ``clause``."""
    if clause in _OF_TIES:
        return polarity in _wrong_after(question)
    return clause == _OF_PLACES and polarity != "depends" and _names_none_of_the_listed(question, corpus)


def _wrong_after(question: str) -> frozenset[Polarity]:
    """The short answers that the time told cannot bear: a tie of five years ago excludes nobody, one of last month does."""
    ended = _months_ago(question)
    if ended is None or stance(question).negations:
        return frozenset()
    barred, may = (name in stance(question).modals for name in ("barred", "may"))
    if barred == may:
        return frozenset()
    return frozenset({"yes"} if barred == (ended > _TWELVE) else {"no"})


def _months_ago(question: str) -> float | None:
    """How many months ago something was, if the question says one time; exactly twelve, or several times, say nothing."""
    times = {
        (float(told["digits"]) if told["digits"] else _NUMBERS[told["word"].lower()])
        * _MONTHS[told["unit"].lower().rstrip("s")]
        for told in _AGO.finditer(question)
    }
    if not times and _LONG_AGO.search(question):
        return 10 * _TWELVE
    told = times.pop() if len(times) == 1 else _TWELVE
    return None if told == _TWELVE else told


def _names_none_of_the_listed(question: str, corpus: Corpus) -> bool:
    """Whether places are named, and none that the Rules list."""
    from assistant.eligibility.checker import read_tables

    places = tuple(_named(question, read_tables(corpus.root).places))
    return bool(places) and not any(place.excluded for place in places)


def _named(question: str, places: Places) -> Iterator[Place]:
    """The places whose names stand in the question, in capitals or not; short names in capitals alone."""
    words = _WORD.findall(question)
    for at in range(len(words)):
        for size in range(_MOST_WORDS, 0, -1):
            name = " ".join(words[at : at + size])
            if at + size > len(words) or (len(name) < _SHORT and not name.isupper()):
                continue
            match = places.look_up(name)
            if match is not None:
                yield from match.places
                break
