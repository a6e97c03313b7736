"""Ties to Amazon that were heard and not read: the role, the person and the last day, from the words."""

from __future__ import annotations

import re
from datetime import date
from typing import Final, Literal

from assistant.eligibility import Gap, Period, Relative
from assistant.reader.frames.whom import RELATIONS
from assistant.reader.sentences import read_sentences

__all__ = ["heard_person", "heard_role"]

_ROLES: Final = ("intern", "contractor", "director", "officer")


_CURRENT: Final = "current"
_LastDay = Period | Literal["current"]


def heard_role(words: str, today: date) -> tuple[str, _LastDay]:
    """The applicant's role and last day; an employee until today where the words name no other."""
    lower = words.lower()
    role = next((role for role in _ROLES if re.search(rf"\b{role}", lower)), "employee")
    return role, _last_day(words, today)


def heard_person(words: str, at: int, today: date) -> Relative | Gap:
    """The last person whom the words name before the offset ``at``, or the only one; "not known" where there is none."""
    named = [
        (token.start, RELATIONS[token.text])
        for sentence in read_sentences(words, today)
        for token in sentence.tokens
        if token.text in RELATIONS
    ]
    before = [relation for start, relation in named if start <= at]
    if not before and len({relation for _, relation in named}) != 1:
        return Gap.UNKNOWN
    return Relative.model_validate(
        {
            "relation": before[-1] if before else named[0][1],
            "amazon_relation": "employee",
            "amazon_last_day": _last_day(words, today),
        }
    )


def _last_day(words: str, today: date) -> _LastDay:
    """The latest day in the past that the words name; else the tie still stands."""
    days: list[Period] = [
        when.period
        for sentence in read_sentences(words, today)
        for when in sentence.dates
        if when.period is not None and when.period.first <= today
    ]
    if not days:
        return _CURRENT
    latest: Period = max(days, key=lambda period: period.last)
    return latest
