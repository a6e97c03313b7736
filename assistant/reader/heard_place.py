"""A place that was heard to lie outside the Rules' list, and not read: its name, from the words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from assistant.eligibility import Facts
from assistant.eligibility.places import Tables
from assistant.reader.claims import Discourse
from assistant.reader.place_names import looked_up, place_name
from assistant.reader.reader import discourse_of
from assistant.reader.sentences import Sentence
from assistant.reader.standing import standing

__all__ = ["heard_place"]

_LEADS = re.compile(r"^(?:in|from|at|live|lives|living|based|near|of|to|outside|here|home|residence|place|city)$")
"""Words after which a town may stand without a capital."""


def heard_place(words: str, at: int, today: date, tables: Tables) -> str | None:
    """The place in ``words`` nearest to the offset ``at``.

    ``None`` where they name none that the tables know, or one that the Rules list or that is unclear: then the
    checker has to ask.
    """
    discourse = discourse_of(words, today, tables.places)
    found = {name: start for sentence in discourse.sentences for name, start in _names(discourse, sentence)}
    if not found or any(standing(Facts(residence=name), today, tables)["place"] != "met" for name in found):
        return None
    return min(found, key=lambda name: abs(found[name] - at))


def _names(discourse: Discourse, sentence: Sentence) -> Iterator[tuple[str, int]]:
    tokens = sentence.tokens
    at = 0
    while at < len(tokens):
        led = at > 0 and bool(_LEADS.match(tokens[at - 1].text))
        found = place_name(discourse, tokens, at, lower=led)
        if found is None:
            at += 1
            continue
        name, end = found
        yield looked_up(discourse, name), tokens[at].start
        at = end
