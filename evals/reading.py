"""Text → what was read of it: each fact with its words, the verdict on it, and the time that both took."""

from __future__ import annotations

import time
from collections.abc import Iterable
from datetime import date

from pydantic import BaseModel

from evals.cases import Sentence
from evals.said import Stated, asked_for, found, says, stated_facts
from index.hearing import Hearing

__all__ = ["ReadFact", "Reading", "read_text"]


class ReadFact(BaseModel, frozen=True):
    """One fact that was read."""

    fact: str
    value: str
    words: str
    """The words of the text that it was read from; several places are joined by "…"."""
    right: bool | None = None
    """Whether the sentence says it; none where no label speaks of such facts."""
    open: bool = False
    """Whether it was left open ("not known")."""


class Reading(BaseModel, frozen=True):
    """What was read of a text."""

    facts: tuple[ReadFact, ...] = ()
    supposed: bool = False
    """Whether the verdict rests on what the text only supposes."""
    unplaced: tuple[str, ...] = ()
    """Words that were recognised and not understood."""
    status: str = ""
    """The verdict on the facts."""
    said: tuple[bool | None, ...] = ()
    """For each label of a sentence whether it was read; none where the facts cannot state it."""
    placed: tuple[bool, ...] = ()
    """For each right fact of a sentence whether its words and the label's overlap."""
    ms: float = 0.0
    """Milliseconds of reading and judging together."""


def read_text(text: str, today: date, sentence: Sentence | None = None, hearing: Hearing | None = None) -> Reading:
    """Read ``text`` and judge it, held against what ``hearing`` hears; for a ``sentence`` each fact is held against its labels."""
    from assistant.eligibility import load_checker
    from assistant.reader import read_case, understand

    checker = load_checker()
    began = time.perf_counter()
    reading = read_case(text, today) if hearing is None else understand(text, today, hearing)
    verdict = checker.check(reading.judged, today)
    ms = (time.perf_counter() - began) * 1000
    # A label never speaks of what is only supposed.
    facts = stated_facts(reading.judged if sentence is None else reading.facts)
    places: dict[str, list[tuple[int, int]]] = {}
    for word in reading.words:
        places.setdefault(word.fact, []).append((word.start, word.end))
    return Reading(
        facts=tuple(
            ReadFact(
                fact=one.fact,
                value=one.shown,
                words=" … ".join(dict.fromkeys(text[start:end] for start, end in places.get(one.field, ()))),
                right=_right(one, sentence),
                open=one.is_open,
            )
            for one in facts
        ),
        supposed=reading.hypothetical,
        unplaced=tuple(dict.fromkeys(word.text for word in reading.unplaced)),
        status=verdict.status.value,
        said=tuple(found(said, facts, today) if asked_for(said, sentence.says) else None for said in sentence.says)
        if sentence
        else (),
        placed=tuple(_placed(sentence, facts, places)) if sentence else (),
        ms=round(ms, 4),
    )


def _right(stated: Stated, sentence: Sentence | None) -> bool | None:
    if sentence is None or not stated.labelled:
        return None
    return any(says(said, stated, sentence.today) for said in sentence.says)


def _placed(sentence: Sentence, facts: Iterable[Stated], places: dict[str, list[tuple[int, int]]]) -> Iterable[bool]:
    for stated in facts:
        labels = [said for said in sentence.says if says(said, stated, sentence.today)]
        if labels and stated.labelled:
            spans = [(at, at + len(said.words)) for said in labels if (at := sentence.text.find(said.words)) >= 0]
            read = places.get(stated.field, [])
            yield any(start < last and first < end for start, end in read for first, last in spans)
