"""How each condition of section I stands in a set of facts."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final

from assistant.eligibility import Facts
from assistant.eligibility.kleene import Truth
from assistant.eligibility.places import Tables
from assistant.eligibility.requirements import REQUIREMENTS, Case
from corpus.statements import State

__all__ = ["FACTS_OF", "standing"]

FACTS_OF: Final[Mapping[str, tuple[str, ...]]] = {
    "position": ("position", "faculty_status"),
    "full_time": ("full_time",),
    "accredited": ("accredited",),
    "permanent": ("permanent",),
    "legal_status": ("legal_status",),
    "age": ("of_age", "age"),
    "one_proposal": ("one_proposal",),
    "government_pay": ("government_pay",),
    "us_restrictions": ("us_restrictions",),
    "amazon": ("amazon_relation", "amazon_last_day"),
    "family": ("relatives_at_amazon", "other_relatives_at_amazon"),
    "procurement": ("procurement",),
    "place": ("residence", "workplace"),
}
"""The facts that state a condition, the one that is put first."""
_JUDGED: Final[Mapping[str, str]] = {
    "age": "age",
    "one_proposal": "one_proposal",
    "government_pay": "government",
    "us_restrictions": "sanctions",
    "amazon": "amazon",
    "family": "family",
    "procurement": "procurement",
    "place": "place",
}
"""The requirement that judges a condition; the others are parts of one, and are read off their fact."""
_REQUIREMENTS: Final = {requirement.id: requirement for requirement in REQUIREMENTS}
_POSTS: Final[Mapping[str, State]] = {
    "faculty": "met",
    "researcher": "met",
    "postdoc": "violated",
    "doctoral_student": "violated",
    "emeritus": "violated",
}
_STATES: Final[Mapping[Truth, State]] = {Truth.YES: "met", Truth.NO: "violated", Truth.OPEN: "open"}


def standing(facts: Facts, today: date, tables: Tables) -> dict[str, State]:
    """The state of each condition; what only a summary covers is ``unsaid``."""
    case = Case(facts, today, tables)
    return {condition: _state(condition, facts, case) for condition in FACTS_OF}


def _state(condition: str, facts: Facts, case: Case) -> State:
    values = [getattr(facts, fact) for fact in FACTS_OF[condition]]
    if all(value is None for value in values):
        return "unsaid"
    if condition in _JUDGED:
        return _STATES[_REQUIREMENTS[_JUDGED[condition]](case).truth]
    if condition == "position":
        no_faculty = values[0] == "other" and values[1] is False
        return "violated" if no_faculty else _POSTS.get(str(values[0]), "open")
    return _STATES[Truth.of(values[0])]
