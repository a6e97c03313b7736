"""The check of one sentence."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.chat_model.replies import Source
from assistant.chat_model.support.reading import KINDS, Words, canonical, kind_of
from assistant.chat_model.support.refusals import refusal
from assistant.chat_model.support.sources import Unit, Units

__all__ = ["Checked", "Dropped", "check_sentence"]

_NAME = re.compile(r"(?<=[a-z,] )[A-Z][\w’'-]*")
_LONGEST = 200
"""Characters of a dropped sentence that a trace keeps."""


@dataclass(frozen=True, slots=True)
class Checked:
    """A sentence that may be shown."""

    text: str
    unit: Unit
    """The sentence that it says."""


@dataclass(frozen=True, slots=True)
class Dropped:
    """A sentence that may not."""

    text: str
    why: str
    """The first thing that is wrong with it: what it is, or which kind of word differs from what it rests on."""


def check_sentence(text: str, rests_on: Sequence[Source], units: Units) -> Checked | Dropped:
    """Whether ``text`` may be shown, as a sentence that rests on ``rests_on``."""
    text = " ".join(text.split())
    short = text[:_LONGEST]
    if why := refusal(text):
        return Dropped(short, why)
    sources = [units.by_source.get((source.clause, source.sentence)) for source in rests_on]
    known = [unit for unit in sources if unit is not None]
    if not known or len(known) < len(sources):
        return Dropped(short, "a source that was not given" if sources else "no source")
    said = canonical(text)
    for unit in known:
        if said in unit.readings:
            return Checked(_capital(text.rstrip(" .;,:") + "."), unit)
    return Dropped(short, min((_difference(text, said, unit) for unit in known), key=_PLACES.index))


_PLACES = (*KINDS, "another order")


def _difference(text: str, said: Words, unit: Unit) -> str:
    """The gravest kind of word in which ``said`` and what ``unit`` says differ, from its nearest reading."""
    names = frozenset(word for name in _NAME.findall(f"{text} {unit.text}") for word in canonical(name))
    nearest = min(unit.readings, key=lambda words: (sum(_unlike(said, words).values()), words))
    kinds = {kind_of(word, names) for word in _unlike(said, nearest)}
    return min(kinds, key=_PLACES.index, default="another order")


def _unlike(one: Words, other: Words) -> Counter[str]:
    first, second = Counter(one), Counter(other)
    return (first - second) + (second - first)


def _capital(text: str) -> str:
    return text[0].upper() + text[1:]
