"""Obstacles that the frames read and the network does not hear.

A pattern sees a few words, and may miss what turns them round: "AWS purchases? somebody else, always". The
network is therefore asked a second time, about each sentence that an obstacle was read from, by itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from assistant.eligibility import Facts, Period
from assistant.eligibility.places import Tables
from assistant.reader.opinion import Opinion, listen, sentence_span
from assistant.reader.reader import Reading
from assistant.reader.standing import FACTS_OF, standing
from index.hearing import Hearing

__all__ = ["cleared"]

_MET = 0.9
"""Each sentence by itself must be heard as met with this likelihood."""


def cleared(
    reading: Reading, opinion: Opinion, today: date, tables: Tables, hearing: Hearing, sure: float
) -> frozenset[str]:
    """The conditions that were read as violated and are heard as met: in the text, and in each sentence read.

    ``sure`` is the likelihood that the whole text needs. A tie whose last day was read stays: the
    frames count days better than the network.
    """
    facts = reading.judged
    return frozenset(
        condition
        for condition, state in standing(facts, today, tables).items()
        if state == "violated"
        and opinion.heard.likelihood(condition, "met") > sure
        and not _is_dated(condition, facts)
        and all(_is_met(condition, sentence, today, hearing) for sentence in _sentences(condition, reading, opinion))
    )


def _is_dated(condition: str, facts: Facts) -> bool:
    if condition == "amazon":
        return isinstance(facts.amazon_last_day, Period)
    people = facts.relatives_at_amazon
    return (
        condition == "family"
        and isinstance(people, tuple)
        and any(isinstance(person.amazon_last_day, Period) for person in people)
    )


def _sentences(condition: str, reading: Reading, opinion: Opinion) -> Iterator[str]:
    """The sentences that facts of the condition were read from, as typed."""
    text = opinion.text
    for words in reading.words:
        if words.fact in FACTS_OF[condition]:
            start, end = sentence_span(text, words.start, words.end)
            # With its mark: what is only asked is heard otherwise.
            yield text[start : end + 1].strip()


def _is_met(condition: str, sentence: str, today: date, hearing: Hearing) -> bool:
    return listen(sentence, today, hearing).heard.likelihood(condition, "met") > _MET
