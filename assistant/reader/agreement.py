"""Two readings of one text put together: what the frames read, and what the network heard.

Each sees what the other misses. The frames are exact where a pattern fits; the network
understands wordings that nobody foresaw, and errs now and then. So a condition counts as
met only where neither of them doubts it, and what the network alone heard is taken over
only where it is sure. What they disagree on becomes "not known", which no summary covers: a
question too many is a nuisance, a wrong "eligible" is the worst that this program can do.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any, Final

from assistant.eligibility import Facts, Gap
from assistant.eligibility.places import Tables
from assistant.reader.heard_ties import heard_person, heard_role
from assistant.reader.opinion import Opinion
from assistant.reader.standing import FACTS_OF, standing
from corpus.statements import State
from index.hearing import Heard

__all__ = ["HEEDED", "Heeded", "agreed"]


@dataclass(frozen=True, slots=True)
class Heeded:
    """From which likelihood on what was heard counts; chosen on the dev part (docs/experiments.md)."""

    doubt: float = 0.1
    """Of an obstacle or a doubt: a condition that was read as met, or not read, is asked about."""
    met: float = 0.8
    """Of being met: a condition that was not read is taken to be met."""
    violated: float = 0.8
    """Of an obstacle: one that was not read is taken over."""
    against: float = 0.97
    """Of being met: what was read as open is taken to be met after all; an obstacle becomes open."""
    nothing: float = 0.9
    """Of no obstacle: one that was read becomes open."""
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
_OF_RESEARCHERS: Final = ("permanent", "legal_status")
"""Conditions of a researcher's post: whoever speaks of them holds one, and others need not."""


def agreed(
    facts: Facts, opinion: Opinion, tables: Tables, read: Collection[str] | None = None, heeded: Heeded = HEEDED
) -> Facts:
    """``facts``, as the frames read them, put together with what was heard in the same text.

    ``read`` names the facts that were read in this very text, where others come from earlier
    ones: only these are taken back because nothing of the kind was heard.
    """
    changed: dict[str, Any] = {}
    words = dict(facts.words)
    for condition, state in standing(facts, opinion.today, tables).items():
        here = read is None or any(fact in read for fact in FACTS_OF[condition])
        update = _update(condition, state if here or state != "violated" else "met", facts, opinion, heeded)
        changed |= update
        words |= dict.fromkeys(update, opinion.words(condition))
    for summary in _SUMMARIES:
        given = opinion.heard.likelihood(summary, "met") > heeded.summary
        if given or (getattr(facts, summary) is True and (read is None or summary in read)):
            changed[summary] = given or None
            words[summary] = opinion.words(summary)
    after = facts.model_copy(update=changed)
    kept = {fact: quoted for fact, quoted in words.items() if getattr(after, fact) is not None}
    return after.model_copy(update={"words": kept})


def _update(condition: str, state: State, facts: Facts, opinion: Opinion, heeded: Heeded) -> dict[str, Any]:
    """The facts of one condition that change."""
    heard = opinion.heard
    obstacle, met = heard.likelihood(condition, "violated"), heard.likelihood(condition, "met")
    if state in {"unsaid", "open"} and obstacle > heeded.violated:
        return _violated(condition, opinion)
    if state in {"met", "unsaid"} and obstacle + heard.likelihood(condition, "open") > heeded.doubt:
        return {} if condition in _OF_RESEARCHERS and state == "unsaid" else _unknown(condition)
    if state == "unsaid" and met > heeded.met:
        return _met(condition, heard)
    if state == "open" and met > heeded.against and getattr(facts, FACTS_OF[condition][0]) is Gap.UNKNOWN:
        return _met(condition, heard)
    if state == "violated" and 1 - obstacle - heard.likelihood(condition, "open") > heeded.nothing:
        return _unknown(condition)
    return {}


def _met(condition: str, heard: Heard) -> dict[str, Any]:
    if condition == "position":
        of_researcher = any(heard.likelihood(one, "unsaid") < 0.5 for one in _OF_RESEARCHERS)
        return {"position": "researcher" if of_researcher else "faculty"}
    return {FACTS_OF[condition][0]: _MET[condition]} if condition in _MET else {}


def _violated(condition: str, opinion: Opinion) -> dict[str, Any]:
    words = opinion.words(condition)
    if condition == "amazon":
        role, last_day = heard_role(words, opinion.today)
        return {"amazon_relation": role, "amazon_last_day": last_day}
    if condition == "family":
        person = heard_person(words, opinion.today)
        return {"relatives_at_amazon": person if isinstance(person, Gap) else (person,)}
    met = _MET.get(condition)
    if not isinstance(met, bool):
        return _unknown(condition)
    return {**_unknown(condition), FACTS_OF[condition][0]: not met}


def _unknown(condition: str) -> dict[str, Any]:
    """The first fact "not known", and nothing else said of the condition."""
    first, *others = FACTS_OF[condition]
    return {first: Gap.UNKNOWN, **dict.fromkeys(others)}
