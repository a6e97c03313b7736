"""A text read by the frames and heard by the network, as one reading."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from assistant.eligibility import Facts, read_tables
from assistant.reader.agreement import HEEDED, agreed, held_open
from assistant.reader.changes import changes
from assistant.reader.disputed import affirmed, cleared, doubtful, unspoken
from assistant.reader.limits import limited
from assistant.reader.opinion import Opinion, listen
from assistant.reader.put_aside import without_marks, without_restated
from assistant.reader.reader import MAX_CHARACTERS, Reading, Words, read_case
from assistant.reader.retracted import retracted
from assistant.reader.standing import FACTS_OF, standing
from assistant.reader.touched import untouched
from corpus import CORPUS_DIR
from index.hearing import Hearing

__all__ = ["understand"]

_TELLING = 20
"""A shorter message of which the frames read nothing, and before which nothing was told, is a question and not heard."""
HEARD = "heard"
"""The name of the frame where words were heard and not read."""


def understand(text: str, today: date, hearing: Hearing, before: Facts | None = None) -> Reading:
    """Read the facts of a case as ``read_case`` does, held against what the network hears.

    Never raises for any text.
    """
    text = without_marks(text)
    reading = read_case(text, today, before)
    shorter = without_restated(text, reading.facts)
    if shorter != text:
        text, reading = shorter, read_case(shorter, today, before)
    if (before is None or before == Facts()) and not reading.words and len(text.split()) < _TELLING:
        return reading
    opinion = listen(text[:MAX_CHARACTERS], today, hearing)
    tables = read_tables(CORPUS_DIR)
    read = {words.fact for words in reading.words}
    out_of_reach = untouched(text)
    supposed = reading.supposed
    facts = reading.facts
    if supposed is None:
        opinion = replace(opinion, affirmed=affirmed(opinion, hearing, HEEDED.met))
        held = standing(facts, today, tables)
        clear = cleared(reading, opinion, held, hearing, HEEDED.against)
        silent = unspoken(reading, opinion, held, hearing, HEEDED.nothing)
        stays = doubtful(reading, opinion, held, hearing)
        facts = agreed(
            facts, opinion, tables, read, cleared=clear, unspoken=silent, doubtful=stays, untouched=out_of_reach
        )
    else:
        # The network hears what is supposed as if it were so: of what is so it may only raise doubts then, and none
        # about what the supposition changes.
        heard_as_supposed = {change.fact for change in changes(facts, supposed)}
        facts = agreed(facts, opinion, tables, read, apart=heard_as_supposed, untouched=out_of_reach)
        supposed = agreed(supposed, opinion, tables, read, untouched=out_of_reach)
    limits = limited(text) | retracted(text, today, hearing)
    facts = held_open(facts, limits, today, tables)
    supposed = supposed and held_open(supposed, limits, today, tables)
    heard = _heard(reading.judged, supposed or facts, opinion)
    changed = {words.fact for words in heard}
    kept = tuple(words for words in reading.words if words.fact not in changed)
    return replace(reading, facts=facts, supposed=supposed, words=(*kept, *heard))


def _heard(before: Facts, after: Facts, opinion: Opinion) -> tuple[Words, ...]:
    """Where each fact that hearing changed is spoken of; a fact that it took away is spoken of nowhere."""
    conditions = {fact: condition for condition, facts in FACTS_OF.items() for fact in facts}
    found = []
    for fact in after.words:
        if getattr(after, fact) == getattr(before, fact):
            continue
        start, end = opinion.quoted(conditions.get(fact, fact))
        found.append(Words(fact, start, end, opinion.text[start:end], HEARD))
    return tuple(found)
