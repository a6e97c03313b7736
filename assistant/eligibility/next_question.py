"""Which question settles most: only facts that can still change the result are asked for.

For each such fact, every usual answer is tried. Questions are ranked by how often an
answer would settle the verdict, then by how little it hurts to be asked, then by how
often an answer settles its own requirement, then in the order of the Rules.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from assistant.eligibility.asking import Question
from assistant.eligibility.dates import FIRST_YEAR, LAST_YEAR, Period
from assistant.eligibility.facts import Relative
from assistant.eligibility.kleene import Truth, all_of
from assistant.eligibility.paths import root, value_at, with_value
from assistant.eligibility.programme import programme_question
from assistant.eligibility.questions import question_for
from assistant.eligibility.requirements import REQUIREMENTS, Case, Ruling

__all__ = ["open_question", "open_questions"]

Rulings = Sequence[Ruling]
Tries = tuple[tuple[Any, int], ...]
"""Answers, and how many of 100 applicants would give each."""

_SPOUSE_AT_AMAZON = Relative.model_validate(
    {"relation": "spouse", "amazon_relation": "employee", "amazon_last_day": "current"}
)


def open_questions(case: Case, rulings: Rulings) -> tuple[Question, ...]:
    """Every question that can still change the result, the best first; facts already stated come last."""
    places: dict[str, int] = {}
    for index, ruling in enumerate(rulings):
        for path in ruling.asks:
            places.setdefault(path, index)
    ranked = sorted(places, key=lambda path: _rank(case, rulings, path, places[path]))
    return tuple(_question(case, rulings[places[path]], path, places[path]) for path in ranked)


def open_question(case: Case, ruling: Ruling, index: int) -> Question | None:
    """The question that settles one requirement (the one at ``index``) best, or ``None`` where it is not open."""
    if not ruling.asks:
        return None
    best = min(ruling.asks, key=lambda path: _settles_one(case, path, index))
    return _question(case, ruling, best, index)


def _settles_one(case: Case, path: str, index: int) -> tuple[bool, float]:
    settled = sum(
        often
        for value, often in tries(case, path)
        if REQUIREMENTS[index](_answered(case, path, value)).truth is not Truth.OPEN
    )
    return value_at(case.facts, path) is not None, -settled


def _rank(case: Case, rulings: Rulings, path: str, index: int) -> tuple[bool, float, int, float, int]:
    readers = [at for at, requirement in enumerate(REQUIREMENTS) if root(path) in requirement.reads]
    elsewhere = all_of(ruling.truth for at, ruling in enumerate(rulings) if at not in readers)
    whole = own = total = 0
    for value, often in tries(case, path):
        answered = _answered(case, path, value)
        now = {at: REQUIREMENTS[at](answered).truth for at in readers}
        total += often
        whole += often * ((elsewhere & all_of(now.values())) is not Truth.OPEN)
        own += often * (now[index] is not Truth.OPEN)
    stated = value_at(case.facts, path) is not None
    return stated, -whole / total, question_for(path).sensitivity, -own / total, index


def tries(case: Case, path: str) -> Tries:
    """The usual answers to a question, with how often each is given."""
    question = question_for(path)
    if question.kind == "place":
        return (("Cuba", 3), ("France", 97))
    if question.kind == "number":
        return ((17, 1), (18, 3), (20, 6), (30, 90))
    if question.kind == "people":
        return (((), 96), ((_SPOUSE_AT_AMAZON,), 4))
    if question.kind == "date":
        return _dates(case, path)
    return tuple((choice.value, choice.often) for choice in question.choices if choice.often)


def _dates(case: Case, path: str) -> Tries:
    application = case.application
    if path == "application_date":
        later = min(max(application.last, case.today).year + 2, LAST_YEAR)
        return ((Period.day(case.today), 80), (Period.day(date(later, 12, 31)), 20))
    long_ago = Period.day(date(max(application.first.year - 2, FIRST_YEAR), 1, 1))
    return (("current", 20), (Period.day(application.first), 20), (long_ago, 60))


def _answered(case: Case, path: str, value: Any) -> Case:
    return replace(case, facts=with_value(case.facts, path, value))


def _question(case: Case, ruling: Ruling, path: str, index: int) -> Question:
    fact, requirement = question_for(path), REQUIREMENTS[index]
    text = ruling.question or programme_question(path, value_at(case.facts, path)) or fact.text
    return Question(path, fact.kind, text, fact.why, fact.choices, requirement.id, requirement.clause)
