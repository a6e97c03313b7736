"""Rules § I ¶ 1 (2): of age where the person lives, on the day of application."""

from __future__ import annotations

from assistant.eligibility.answers import is_known
from assistant.eligibility.kleene import Truth
from assistant.eligibility.places import majority_ages
from assistant.eligibility.requirements.base import Case, Requirement, Ruling, open_about

__all__ = ["AGE", "OF_AGE_EVERYWHERE"]

OF_AGE_EVERYWHERE = 21
"""No jurisdiction of ``corpus/ages.yaml`` asks for more."""


def _judge(case: Case) -> Ruling:
    facts = case.facts
    by_years, reason = _by_years(case)
    stated = Truth.of(facts.of_age)
    if by_years is Truth.OPEN:
        if stated is Truth.YES:
            return Ruling(stated, "The person is of age, as stated.")
        if stated is Truth.NO:
            return Ruling(stated, "The person is not of age, as stated.")
        return _open(case, reason)
    if stated is not Truth.OPEN and stated is not by_years:
        reason = f"{reason} But the opposite is stated too."
        return Ruling(Truth.OPEN, reason, ("of_age", "age", "residence"), conflict=True)
    return Ruling(by_years, reason)


def _by_years(case: Case) -> tuple[Truth, str]:
    """What the age in years comes to under the law of the place of residence."""
    age = case.facts.age
    if not isinstance(age, int):
        return Truth.OPEN, ""
    if age >= OF_AGE_EVERYWHERE:
        return Truth.YES, f"At {age} a person is of age everywhere."
    ages = majority_ages(case.facts.residence, case.tables)
    if not ages:
        return Truth.OPEN, f"Whether {age} is of age depends on the law where the person lives."
    limits = " or ".join(str(limit) for limit in sorted(ages))
    rule = f"The age of majority in the place of residence is {limits}; the person is {age}."
    if age >= max(ages):
        return Truth.YES, rule
    if age < min(ages):
        return Truth.NO, rule
    return Truth.OPEN, f"{rule} It differs within the country, so the state or province decides."


def _open(case: Case, reason: str) -> Ruling:
    facts = case.facts
    if not reason:
        asks = ("of_age", "age") if is_known(facts.residence) else ("of_age", "age", "residence")
        return open_about("the person is of age", facts.age if facts.of_age is None else facts.of_age, *asks)
    return Ruling(Truth.OPEN, reason, ("residence", "of_age"))


AGE: Requirement[Case] = Requirement(
    id="age",
    clause="rules:I.p1",
    quote="at or above the age of majority in their jurisdiction of residence at the time of application",
    question="Has the Principal Investigator reached the age of majority where they live?",
    why="The Rules ask for a legal adult; from 21 on nobody needs to say where they live for this.",
    reads=("age", "of_age", "residence"),
    judge=_judge,
)
