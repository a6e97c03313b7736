"""A place that was heard, outside the Rules' list or on it, and not read: its name, from the words."""

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
from corpus.statements import State

__all__ = ["heard_listed_place", "heard_place", "lives_elsewhere", "names_listed_places_alone"]

_LEADS = re.compile(r"^(?:in|from|at|live|lives|living|based|near|of|to|outside|here|home|residence|place|city)$")
"""Words after which a town may stand without a capital."""
_BEFORE_A_BIRTHPLACE = re.compile(
    r"\b(?:born|raised|gr[eo]wn? up|childhood|native) (?:and raised )?(?:in|of|near) $", re.IGNORECASE
)

_AT_PRESENT = re.compile(
    r"\b(?:(?:he|she|who|is|and|now|still|also|currently) (?:both )?(?:lives|works|teaches|resides|sits|stays)(?: (?:and|&|\+) \w+)?(?: \w+)? (?:in|at|near) (?:[\w ]{1,30}, ?)?|"
    r"(?:university|institute|college|academy|school)(?: in|,| of) |"
    r"\b(?:i|we|he|she) (?:now |currently |also |still )*(?:live|teach|work|reside|stay|spend)s?(?: [\w%]+){0,5} in |"
    r"\b(?:campus|fieldwork|field work|sabbatical|secondment|leave)(?: \w+){0,3} in |\b(?:am|is)(?: now| currently| at present| physically)* in )$",
    re.IGNORECASE,
)
_SANCTIONING = frozenset({"us", "usa", "u.s.", "america", "united states", "eu", "washington"})
"""Named for their sanctions."""
_A_FEW_WORDS = 5
"""“Lyon and Tehran” says nothing but where."""


def heard_place(words: str, at: int, today: date, tables: Tables) -> str | None:
    """The place in ``words`` nearest to the offset ``at``, which the Rules do not list.

    ``None`` where they name none that the tables know, or one that the Rules list or that is unclear, unless
    somebody was born there: then the checker has to ask.
    """
    found = _standing(words, today, tables)
    others = {name: held for name, held in found.items() if held[1] != "met"}
    if not all(_BEFORE_A_BIRTHPLACE.search(words[:start]) for start, _ in others.values()):
        return None
    return _nearest({name: held for name, held in found.items() if name not in others}, at)


def heard_listed_place(words: str, at: int, today: date, tables: Tables) -> str | None:
    """The place in ``words`` nearest to the offset ``at`` that the Rules list; ``None`` where they name none."""
    found = _standing(words, today, tables)
    return _nearest({name: held for name, held in found.items() if held[1] == "violated"}, at)


def lives_elsewhere(text: str, today: date, tables: Tables) -> bool:
    """Whether a text says of somebody, in the present, that he or she lives or works in a place that the Rules list, or that may be one.

    "I write from Valencia for Dr. L., who lives in Yalta": whose place is which then has to be asked.
    """
    found = _standing(text, today, tables)
    met = [name for name, (_, state) in found.items() if state == "met"]
    found = {name: held for name, held in found.items() if not any(name.partition(",")[0] in other for other in met)}
    others = [start for start, state in found.values() if state != "met"]
    if len(text.split()) <= _A_FEW_WORDS:
        return bool(others)
    return any(_AT_PRESENT.search(text[:start]) for start in others)


def names_listed_places_alone(text: str, today: date, tables: Tables) -> bool:
    """Whether a text names a place that the Rules list, which the network may not know, and none that they do not."""
    states = {
        state for name, (_, state) in _standing(text, today, tables).items() if name.casefold() not in _SANCTIONING
    }
    return "violated" in states and "met" not in states


_Standing = dict[str, tuple[int, State]]
"""Where each name stands, and how the condition stands for who lives there."""


def _standing(words: str, today: date, tables: Tables) -> _Standing:
    discourse = discourse_of(words, today, tables.places)
    found = {name: start for sentence in discourse.sentences for name, start in _names(discourse, sentence)}
    return {name: (start, standing(Facts(residence=name), today, tables)["place"]) for name, start in found.items()}


def _nearest(found: _Standing, at: int) -> str | None:
    return min(found, key=lambda name: abs(found[name][0] - at), default=None)


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
