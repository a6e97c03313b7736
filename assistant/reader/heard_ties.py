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


_CHILD: Final = re.compile(r"\b(?:my|our) (?:eldest|oldest|youngest|first-?born|boys?|girls?)\b", re.IGNORECASE)
_AT_HOME: Final = re.compile(
    r"(?<!not )(?<!n't )(?<!never )(?<!longer )\b(?:(?:has|have|who|he|she|they) moved in\b(?! (?:19|20)\d)|(?:lives?|living|lived|stays?) (?:here )?with (?:us|me)\b|"
    r"in (?:my|our|the same) (?:house|home|flat|apartment)\b|(?:attic|spare|guest) room\b|"
    r"shar(?:e|es|ing) (?:a|the|my|our) (?:\w+ )?(?:flat|house|home|apartment)\b|rent(?:s|ing)? a (?:flat|house)\b|"
    r"under (?:my|our|one|the same) roof\b)",
    re.IGNORECASE,
)
_BEGAN: Final = re.compile(
    r"\b(?:since|from|as of|began|begun|started?|joined|hired|moved in|got (?:a|the|his|her|their) job)(?: \w+){0,3}\W*$",
    re.IGNORECASE,
)
_CURRENT: Final = "current"
_LastDay = Period | Literal["current"]


def heard_role(words: str, today: date) -> tuple[str, _LastDay]:
    """The applicant's role and last day; an employee until today where the words name no other."""
    lower = words.lower()
    role = next((role for role in _ROLES if re.search(rf"\b{role}", lower)), "employee")
    return role, _last_day(words, today)


def heard_person(words: str, at: int, today: date) -> Relative | Gap:
    """The last person whom the words name before the offset ``at``, or the only one; "not known" where there is none.

    Where they name none, it may be a child by another word ("our eldest"), or somebody at home.
    """
    named = [
        (token.start, RELATIONS[token.text])
        for sentence in read_sentences(words, today)
        for token in sentence.tokens
        if token.text in RELATIONS
    ]
    before = [relation for start, relation in named if start <= at]
    at_home = bool(_AT_HOME.search(words))
    if before or len({relation for _, relation in named}) == 1:
        relation = before[-1] if before else named[0][1]
    elif not named and _CHILD.search(words):
        relation = "child"
    elif not named and at_home:
        relation = "housemate"
    else:
        return Gap.UNKNOWN
    return Relative.model_validate(
        {
            "relation": relation,
            "same_household": True if at_home else None,
            "amazon_relation": "employee",
            "amazon_last_day": _last_day(words, today),
        }
    )


def _last_day(words: str, today: date) -> _LastDay:
    """The latest day in the past that the words name, those apart on which a tie began; else the tie still stands."""
    days: list[Period] = [
        when.period
        for sentence in read_sentences(words, today)
        for when in sentence.dates
        if when.period is not None and when.period.first <= today and not _BEGAN.search(words[: when.start])
    ]
    if not days:
        return _CURRENT
    latest: Period = max(days, key=lambda period: period.last)
    return latest
