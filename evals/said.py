"""What a sentence says, held against the facts that were read from it.

A label names a fact in plain words (``amazon_past``, ``family_amazon``, ``summary``); the
checker's facts divide the same ground otherwise. This module says which stated fact is
what a label says. The facts hold one post, so another post beside a faculty post, or a
post denied, cannot be stated and is accepted without being asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from assistant.eligibility import CURRENT, Facts, Gap, Period, Relative, read_tables
from corpus import CORPUS_DIR
from corpus.places import normalise_name
from evals.cases import Said

__all__ = ["SAID_FACTS", "Stated", "asked_for", "found", "says", "stated_facts"]

_APPLICANT = frozenset({"applicant"})
_NEAR = frozenset({"relative", "household"})
_NEVER = {"never", "not_in_last_12_months"}
_NOT_CLEAR = {"agency_staff", "acquired_later"}
_NOT_LABELLED = {
    "institution",
    "faculty_status",
    "application_date",
    "otherwise_prohibited",
    "other_relatives_at_amazon",
    "words",
}
"""Facts that no label speaks of: they are neither right nor wrong here."""
_POSTS_NOT_LABELLED = {"research_fellow", "visitor"}
_SAME = {
    "full_time": "full_time",
    "accredited": "accredited",
    "permanent": "permanent",
    "of_age": "of_age",
    "procurement": "procurement",
    "one_proposal": "one_proposal",
    "government_pay": "government_pay",
    "ngo_status": "legal_status",
    "sanctioned": "us_restrictions",
}
"""Labels that a fact of the checker answers with yes, no, or something that is neither."""
_POSTS = {
    "faculty": {"faculty", "adjunct"},
    "researcher": {"researcher"},
    "postdoc_or_student": {"postdoc", "doctoral_student"},
}
_PLACES = {"lives_in": "residence", "works_in": "workplace"}
SAID_FACTS = (*_SAME, *_POSTS, *_PLACES, "age", "amazon_now", "amazon_past", "family_amazon", "summary")
"""The facts that a label may name."""


@dataclass(frozen=True, slots=True)
class Stated:
    """One fact as the reader states it: a field of the facts, or one person."""

    fact: str
    """``full_time``, ``amazon``, ``people``"""
    value: Any
    about: frozenset[str]
    """Whom it may be said of."""
    field: str
    """The field of the facts that holds it, for the words that it was read from."""
    labelled: bool = True

    @property
    def is_open(self) -> bool:
        """Whether it is left open ("not known"), which costs the applicant a question and no more."""
        return isinstance(self.value[0] if isinstance(self.value, tuple) and self.value else self.value, Gap)

    @property
    def shown(self) -> str:
        """The value for people."""
        if isinstance(self.value, tuple):
            return ", ".join(str(part) for part in self.value if part is not None) or "nobody"
        return ("yes" if self.value else "no") if isinstance(self.value, bool) else str(self.value)


def stated_facts(facts: Facts) -> tuple[Stated, ...]:
    """Every fact that is stated, a role at Amazon with its last day as one, each person as one."""
    found: list[Stated] = []
    for name in Facts.model_fields:
        value = getattr(facts, name)
        if value is None or name in {"words", "amazon_last_day"}:
            continue
        if name == "relatives_at_amazon":
            found += _people(value)
        elif name == "amazon_relation":
            found.append(Stated("amazon", (value, facts.amazon_last_day), _APPLICANT, name))
        else:
            labelled = name not in _NOT_LABELLED and not (name == "position" and value in _POSTS_NOT_LABELLED)
            found.append(Stated(name, value, _APPLICANT, name, labelled))
    if facts.amazon_last_day is not None and facts.amazon_relation is None:
        found.append(Stated("amazon", (None, facts.amazon_last_day), _APPLICANT, "amazon_last_day"))
    return tuple(found)


def _people(value: tuple[Relative, ...] | Gap) -> list[Stated]:
    if isinstance(value, Gap) or not value:
        return [Stated("people", value, _NEAR, "relatives_at_amazon")]
    return [
        Stated("amazon", (one.amazon_relation, one.amazon_last_day), _near(one), "relatives_at_amazon") for one in value
    ]


def _near(person: Relative) -> frozenset[str]:
    at_home = person.relation == "housemate" or person.same_household in {True, "part_time"}
    family = person.relation not in {"housemate", "unrelated"}
    return frozenset({"household"} if at_home else ()) | frozenset({"relative"} if family else ())


def asked_for(said: Said, beside: Iterable[Said]) -> bool:
    """Whether the facts can state what is said, so that a reader is asked for it."""
    if said.fact in _POSTS and said.fact != "faculty":
        faculty = any(other.fact == "faculty" and other.value == "yes" for other in beside)
        return said.value == "yes" and not faculty
    return True


def found(said: Said, stated: Iterable[Stated], today: date) -> bool:
    """Whether the stated facts hold what is said."""
    kept = tuple(stated)
    letters = _letters(said.value) if said.fact == "summary" else ""
    if letters and not any(one.fact == "none_of_a_to_e" and says(said, one, today) for one in kept):
        return all(any(_clears(letter, one) for one in kept) for letter in letters)
    return any(says(said, one, today) for one in kept)


def says(said: Said, stated: Stated, today: date) -> bool:
    """Whether a label says what is stated."""
    if said.fact == "summary":
        return _summed_up(said.value, stated)
    return said.fact in _SAYS and said.about in stated.about and _SAYS[said.fact](said, stated, today)


def _a_short_one(said: Said, stated: Stated, today: date) -> bool:
    del today
    return stated.fact == _SAME[said.fact] and _short(said.value, stated.value)


def _a_post(said: Said, stated: Stated, today: date) -> bool:
    del today
    return stated.fact == "position" and _post(said, stated.value)


def _a_place(said: Said, stated: Stated, today: date) -> bool:
    del today
    return stated.fact == _PLACES[said.fact] and _same_place(said.value, str(stated.value))


def _an_age(said: Said, stated: Stated, today: date) -> bool:
    del today
    return stated.fact == "age" and str(stated.value) == said.value


def _amazon(said: Said, stated: Stated, today: date) -> bool:
    if stated.fact == "people":
        return said.fact == "family_amazon" and said.value == ("unsure" if isinstance(stated.value, Gap) else "no")
    if stated.fact != "amazon":
        return False
    role, last_day = stated.value
    return _AMAZON[said.fact](said.value, role, last_day, today)


_SAYS: Mapping[str, Callable[[Said, Stated, date], bool]] = {
    **dict.fromkeys(_SAME, _a_short_one),
    **dict.fromkeys(_POSTS, _a_post),
    **dict.fromkeys(_PLACES, _a_place),
    **dict.fromkeys(("amazon_now", "amazon_past", "family_amazon"), _amazon),
    "age": _an_age,
}


def _short(said: str, value: object) -> bool:
    """A fact that is neither yes nor no, such as one not known, is what an unsure label says."""
    if not isinstance(value, bool):
        return said == "unsure"
    return said == ("yes" if value else "no")


def _post(said: Said, value: str) -> bool:
    if said.value == "yes":
        return value in _POSTS[said.fact]
    if said.value == "no":
        return value not in _POSTS[said.fact] and not isinstance(value, Gap)
    return isinstance(value, Gap) or value in _POSTS_NOT_LABELLED


def _same_place(one: str, other: str) -> bool:
    """Whether two names mean one place; two names in one excluded place are the same to the Rules."""
    places = read_tables(CORPUS_DIR).places
    first, second = places.look_up(one), places.look_up(other)
    if first and second:
        excluded = {at.excluded for at in (*first.places, *second.places)}
        one_excluded = len(excluded) == 1 and None not in excluded
        return one_excluded or bool({at.name for at in first.places} & {at.name for at in second.places})
    return normalise_name(one.partition(",")[0]) == normalise_name(other.partition(",")[0])


def _now(said: str, role: Any, last_day: Any, today: date) -> bool:
    if said == "yes":
        return role not in _NEVER and last_day == CURRENT
    if said == "no":
        return role in _NEVER or (isinstance(last_day, Period) and last_day.last < today)
    return isinstance(role, Gap) or isinstance(last_day, Gap)


def _past(said: str, role: Any, last_day: Any, today: date) -> bool:
    del today
    if said == "no":
        return role in _NEVER
    if role in _NEVER or last_day == CURRENT:
        return False
    if said == "unsure":
        # A day, a month or a year is a date that was given; any other stretch is what was left open.
        return role in _NOT_CLEAR or not isinstance(last_day, Period) or isinstance(role, Gap) or "/" in str(last_day)
    return isinstance(last_day, Period) and str(last_day) == said


def _family(said: str, role: Any, last_day: Any, today: date) -> bool:
    del last_day, today
    if said == "unsure":
        return isinstance(role, Gap)
    return (role in _NEVER) == (said == "no") and not isinstance(role, Gap)


_AMAZON: Mapping[str, Callable[[str, Any, Any, date], bool]] = {
    "amazon_now": _now,
    "amazon_past": _past,
    "family_amazon": _family,
}


def _letters(summary: str) -> str:
    """``(a)-(d)`` as ``abcd``; empty for a summary in other words."""
    first, dash, last = (part.strip("()") for part in summary.partition("-"))
    inside = dash and len(first) == len(last) == 1 and "a" <= first <= last <= "e"
    return "abcde"["abcde".index(first) : "abcde".index(last) + 1] if inside else ""


def _clears(letter: str, stated: Stated) -> bool:
    """Whether what is stated is what (a), (b), … asks, by its letter in section I of the Rules."""
    return {
        "a": stated.fact == "government_pay" and stated.value is False,
        "b": stated.fact == "us_restrictions" and stated.value is False,
        "c": stated.fact == "amazon" and stated.about == _APPLICANT and stated.value[0] in _NEVER,
        "d": stated.fact == "people" and stated.value == (),
        "e": stated.fact == "procurement" and stated.value is False,
    }[letter]


def _summed_up(summary: str, stated: Stated) -> bool:
    if summary in {"section I", "unsure"}:
        # "One of them does apply" denies the summary without saying which.
        return stated.fact == "none_of_the_exclusions" and stated.value is (summary == "section I")
    if summary == "no other":
        # The fact just told is stated too, and beats the summary.
        return stated.fact in {"none_of_the_exclusions", "none_of_a_to_e"} and stated.value is True
    letters = _letters(summary)
    if letters == "abcde" and stated.fact == "none_of_a_to_e":
        return stated.value is True
    return any(_clears(letter, stated) for letter in letters)
