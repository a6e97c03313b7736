"""Two readings of one text put together: what the frames read, and what the network heard.

Each sees what the other misses. The frames are exact where a pattern fits; the network
understands wordings that nobody foresaw, and errs now and then. So a condition counts as
met only where neither of them doubts it, and what the network alone heard is taken over
only where it is sure. What they disagree on becomes "not known", which no summary covers: a
question too many is a nuisance, a wrong "eligible" is the worst that this program can do.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from assistant.eligibility import Facts, Gap
from assistant.eligibility.facts import MAX_RELATIVES
from assistant.eligibility.places import Tables
from assistant.reader.frames.summaries import letters_by_themselves
from assistant.reader.heard_place import heard_listed_place, heard_place, lives_elsewhere, names_listed_places_alone
from assistant.reader.heard_ties import heard_person, heard_role
from assistant.reader.opinion import Opinion
from assistant.reader.standing import FACTS_OF, standing
from corpus.statements import State

__all__ = ["HEEDED", "Heeded", "agreed", "held_open"]


@dataclass(frozen=True, slots=True)
class Heeded:
    """From which likelihood on what was heard counts; chosen on the dev part (docs/experiments.md)."""

    doubt: float = 0.1
    """Of an obstacle or a doubt: a condition that was read as met, or not read, is asked about."""
    met: float = 0.97
    """Of being met: a condition that was not read is taken to be met."""
    violated: float = 0.8
    """Of an obstacle: one that was not read is taken over."""
    outright: float = 0.95
    """Of an obstacle: one where the condition was read as met is taken over."""
    against: float = 0.97
    """Of being met: what was read as open, or is a cleared obstacle, is taken to be met after all."""
    nothing: float = 0.97
    """Of no obstacle and no doubt: one that was read becomes open."""
    otherwise: float = 0.9
    """Of being met or open: an obstacle that was read becomes open."""
    summary: float = 0.8
    """Of a summary: below it none was given."""


HEEDED: Final = Heeded()


_SUMMARIES: Final = ("none_of_the_exclusions", "none_of_a_to_e")
_MET: Final[Mapping[str, Any]] = {
    "full_time": True,
    "accredited": True,
    "permanent": True,
    "legal_status": True,
    "age": True,
    "one_proposal": True,
    "government_pay": False,
    "us_restrictions": False,
    "amazon": "not_in_last_12_months",
    "family": (),
    "procurement": False,
}
"""The value of a condition's first fact where it is met; a place has none."""
_LETTERS: Final = {"government_pay": "a", "us_restrictions": "b", "amazon": "c", "family": "d", "procurement": "e"}
_HEDGES: Final = re.compile(
    r"\b(?:maybe|perhaps|probably|hopefully|i think|partly|not all|(?<!no )one (?:is|does)|some (?:are|do)|but (?:the|one|not)|except maybe|question mark|from \w+ on)\b|"
    r"\bto my (?:department |our )?(?:head|boss|chair|dean|colleague|wife|husband)\b",
    re.IGNORECASE,
)
"""Words beside a summary that take part of it back, or say it of another day or person."""
_YOUNG: Final = 21
"""Up to this age the network doubts any number; from which age on somebody is of age in a place, the tables know."""
_POSTS_BY_NAME: Final = frozenset({"emeritus"})
_POST_AGAIN: Final = re.compile(
    r"\bemerit\w+\b(?![^;!?\n]*\b(?:until|till|was|were)\b[^;!?\n]*full[- ]?time)[^;!?\n]*?\b(?:but|and|since|now)\b[^;!?\n]*?\b(?:since|now|again)\b[^;!?\n]*?"
    r"\bfull[- ]?time (?:chair|(?:\w+ )?(?:professor|lecturer|reader|instructor))\b(?![^;!?\n]*\b(?:until|till)\b)",
    re.IGNORECASE,
)
"""An emeritus who holds a full-time post again; the network hears the title alone."""
_OF_RESEARCHERS: Final = ("permanent", "legal_status")
"""Conditions of a researcher's post: whoever speaks of them holds one, and others need not."""


def agreed(
    facts: Facts,
    opinion: Opinion,
    tables: Tables,
    read: Collection[str] | None = None,
    *,
    apart: Collection[str] | None = None,
    cleared: Collection[str] = (),
    unspoken: Collection[str] = (),
    doubtful: Collection[str] = (),
    untouched: Collection[str] = (),
    heeded: Heeded = HEEDED,
) -> Facts:
    """``facts``, as the frames read them, put together with what was heard in the same text.

    ``read`` names the facts that were read in this very text, where others come from earlier
    ones: what earlier texts say is not taken back because this one is silent. ``apart``
    names the facts that the text supposes otherwise, where it supposes something: they stay, and of the
    others nothing is taken to be met that was not read. ``cleared`` names conditions whose obstacle the
    network does not hear, ``unspoken`` those of which it hears nothing, and ``doubtful`` those whose doubt stays
    whatever the whole text sounds like (``disputed.py``). ``untouched`` are those of which the text has no word.
    """
    changed: dict[str, Any] = {}
    words = dict(facts.words)
    doubts_alone = apart is not None
    for condition, state in standing(facts, opinion.today, tables).items():
        named = FACTS_OF[condition]
        if apart and any(fact in apart for fact in named):
            continue
        if state == "violated" and read is not None and not any(fact in read for fact in named):
            continue
        if condition in unspoken:
            changed |= dict.fromkeys(named)
            continue
        is_out_of_reach = condition in untouched and not _is_sure_obstacle(condition, opinion, heeded)
        if is_out_of_reach or condition in doubtful or _is_exact(condition, state, facts, opinion, tables):
            continue
        as_read: State = "open" if condition in cleared and not doubts_alone else state
        update = _update(condition, as_read, facts, opinion, tables, heeded, doubts_alone=doubts_alone)
        if state == "violated" and as_read == "open" and not update:
            update = _unknown(condition)
        if _misses(condition, facts, update, opinion, tables) or _is_apart(condition, state, update, opinion):
            update = _unknown(condition)
        changed |= update
        words |= dict.fromkeys(update, opinion.quote(condition))
    for summary in _SUMMARIES:
        given = _summary(summary, facts, opinion, read, heeded, doubts_alone=doubts_alone)
        if given is not getattr(facts, summary):
            changed[summary] = given
            words[summary] = opinion.quote(summary)
    after = facts.model_copy(update=changed)
    kept = {fact: quoted for fact, quoted in words.items() if getattr(after, fact) is not None}
    return after.model_copy(update={"words": kept})


def held_open(facts: Facts, limits: Collection[str], today: date, tables: Tables) -> Facts:
    """``facts`` with what a text limits (``limits.py``) left open, were it met or summed up; an obstacle stays one."""
    changed: dict[str, Any] = {summary: None for summary in _SUMMARIES if summary in limits and getattr(facts, summary)}
    for condition, state in standing(facts, today, tables).items():
        if condition in limits and (state == "met" or (state == "unsaid" and condition in _LETTERS)):
            changed |= _unknown(condition)
    return facts.model_copy(update=changed) if changed else facts


def _update(
    condition: str,
    state: State,
    facts: Facts,
    opinion: Opinion,
    tables: Tables,
    heeded: Heeded,
    *,
    doubts_alone: bool,
) -> dict[str, Any]:
    """The facts of one condition that change."""
    heard = opinion.heard
    obstacle, met = heard.likelihood(condition, "violated"), heard.likelihood(condition, "met")
    doubt = obstacle + heard.likelihood(condition, "open")
    if state == "violated":
        no_obstacle = 1 - doubt > heeded.nothing or met + doubt - obstacle > heeded.otherwise
        return _unknown(condition) if no_obstacle else {}
    if obstacle > (heeded.outright if state == "met" else heeded.violated):
        return _violated(condition, facts, opinion, tables)
    if state != "open" and doubt > heeded.doubt:
        return {} if condition in _OF_RESEARCHERS and state == "unsaid" else _unknown(condition)
    enough = (state == "unsaid" and met > heeded.met) or (state == "open" and met > heeded.against)
    return _met(condition, opinion, tables) if enough and not doubts_alone and opinion.states(condition) else {}


def _misses(condition: str, facts: Facts, update: dict[str, Any], opinion: Opinion, tables: Tables) -> bool:
    """Whether an obstacle would come out as none, because its words name another day or another place."""
    if condition == "place" and _is_elsewhere(facts, update, opinion, tables):
        return True
    if not update or update[FACTS_OF[condition][0]] is Gap.UNKNOWN:
        return False
    heard = opinion.heard
    obstacle = heard.likelihood(condition, "violated") > heard.likelihood(condition, "met")
    return obstacle and standing(facts.model_copy(update=update), opinion.today, tables)[condition] != "violated"


def _is_apart(condition: str, state: State, update: Mapping[str, Any], opinion: Opinion) -> bool:
    """Whether nothing was read of a lettered item that is named by itself, or others are and it is heard in the same breath."""
    letter = _LETTERS.get(condition)
    named = letters_by_themselves(opinion.text) if letter and state == "unsaid" else frozenset()
    if letter in named:
        return not update
    return bool(named and update and letters_by_themselves(opinion.words(condition)))


def _is_elsewhere(facts: Facts, update: dict[str, Any], opinion: Opinion, tables: Tables) -> bool:
    """Whether the place would be met though the text has somebody live in one that the Rules list."""
    is_met = standing(facts.model_copy(update=update), opinion.today, tables)["place"] == "met"
    return is_met and lives_elsewhere(opinion.text, opinion.today, tables)


def _is_sure_obstacle(condition: str, opinion: Opinion, heeded: Heeded) -> bool:
    return opinion.heard.likelihood(condition, "violated") >= heeded.violated


def _is_exact(condition: str, state: State, facts: Facts, opinion: Opinion, tables: Tables) -> bool:
    """Whether what was read stands whatever was heard: the tables know ages and places, and the frames emeriti, better.

    A place counts so only where the text names none beside it that is not listed.
    """
    if condition == "age":
        return isinstance(facts.age, int) and facts.age <= _YOUNG and state != "open"
    if condition == "position" and state == "met":
        return bool(_POST_AGAIN.search(opinion.text))
    if state != "violated":
        return False
    if condition == "position":
        return facts.position in _POSTS_BY_NAME
    return condition == "place" and names_listed_places_alone(opinion.text, opinion.today, tables)


def _summary(
    summary: str, facts: Facts, opinion: Opinion, read: Collection[str] | None, heeded: Heeded, *, doubts_alone: bool
) -> bool | None:
    """Whether the summary stands: heard as given, and not read as denied."""
    stated: bool | None = getattr(facts, summary)
    if (read is None or summary in read or stated is None) and _HEDGES.search(opinion.words(summary)):
        return None
    heard = opinion.heard.likelihood(summary, "met") > heeded.summary
    if stated is True and not heard and (read is None or summary in read):
        return None
    if (
        stated is None
        and heard
        and not doubts_alone
        and opinion.states(summary)
        and not letters_by_themselves(opinion.text)
    ):
        return True
    return stated


def _met(condition: str, opinion: Opinion, tables: Tables) -> dict[str, Any]:
    """The facts of a condition that is met; none for a place whose name is not among its words."""
    first, *others = FACTS_OF[condition]
    if condition == "place":
        value: Any = _heard_place(opinion, tables)
    elif condition == "position":
        of_researcher = any(opinion.heard.likelihood(one, "unsaid") < 0.5 for one in _OF_RESEARCHERS)
        value = "researcher" if of_researcher else "faculty"
    else:
        value = _MET[condition]
    return {} if value is None else {first: value, **dict.fromkeys(others)}


def _heard_place(opinion: Opinion, tables: Tables) -> str | None:
    """The place of the sentence; where it names none, one of the text, if none that the text names may be listed."""
    words, at = opinion.words("place"), opinion.within("place")
    return heard_place(words, at, opinion.today, tables) or heard_place(
        opinion.text, opinion.span("place")[0], opinion.today, tables
    )


def _violated(condition: str, facts: Facts, opinion: Opinion, tables: Tables) -> dict[str, Any]:
    words, at, today = opinion.words(condition), opinion.within(condition), opinion.today
    met = _MET.get(condition)
    found: dict[str, Any] = {}
    if condition == "amazon":
        role, last_day = heard_role(words, today)
        found = {"amazon_relation": role, "amazon_last_day": last_day}
    elif condition == "family":
        person = heard_person(words, at, today)
        before = facts.relatives_at_amazon if isinstance(facts.relatives_at_amazon, tuple) else ()
        people = (*before, person)[-MAX_RELATIVES:]
        found = {"relatives_at_amazon": person if isinstance(person, Gap) else people}
    elif condition == "position":
        found = {"position": "other", "faculty_status": False}
    elif condition == "place":
        listed = heard_listed_place(words, at, today, tables)
        found = {} if listed is None else {"residence": listed, "workplace": None}
    elif isinstance(met, bool):
        found = {**_unknown(condition), FACTS_OF[condition][0]: not met}
    return found or _unknown(condition)


def _unknown(condition: str) -> dict[str, Any]:
    """The first fact "not known", and nothing else said of the condition."""
    first, *others = FACTS_OF[condition]
    return {first: Gap.UNKNOWN, **dict.fromkeys(others)}
