"""Rules § I(d): nobody in the immediate family or household is Ineligible Personnel."""

from __future__ import annotations

from datetime import date

from assistant.eligibility.facts import Relative
from assistant.eligibility.kleene import Truth, all_of
from assistant.eligibility.requirements.base import Case, Requirement, Ruling, open_about
from assistant.eligibility.requirements.nearness import NAMES, is_near, nearness_asks
from assistant.eligibility.requirements.summary import UnlessDenied, denied_in_summary
from assistant.eligibility.requirements.ties import ineligible

__all__ = ["FAMILY", "FAMILY_FACTS"]

FAMILY_FACTS = ("relatives_at_amazon", "other_relatives_at_amazon")
PEOPLE, OTHERS = FAMILY_FACTS
WHO_IS_OPEN = "It is open whether this is immediate family or household."


def _judge(case: Case) -> Ruling:
    people, others = case.facts.relatives_at_amazon, case.facts.other_relatives_at_amazon
    if not isinstance(people, tuple):
        if others is True:
            return Ruling(Truth.OPEN, "Somebody in the family or household is at Amazon; who is not stated.", (PEOPLE,))
        return open_about("somebody in the family or household is or was at Amazon", people, PEOPLE)
    rulings = [_judge_person(case, index, person) for index, person in enumerate(people)]
    rulings.append(_judge_others(case, listed=bool(people)))
    truth = all_of(ruling.truth for ruling in rulings)
    telling = [ruling for ruling in rulings if ruling.truth is truth]
    return Ruling(
        truth,
        " ".join(dict.fromkeys(ruling.reason for ruling in telling)),
        tuple(ask for ruling in telling for ask in ruling.asks),
        next((ruling.question for ruling in telling if ruling.question), ""),
        any(ruling.conflict for ruling in telling),
        _latest([ruling.clear_from for ruling in rulings if ruling.truth is not Truth.YES]),
    )


def _judge_person(case: Case, index: int, person: Relative) -> Ruling:
    """Violated where the person is near and Ineligible Personnel, met where either is certainly not so."""
    near = is_near(person)
    tie = ineligible(person.amazon_relation, person.amazon_last_day, case.application, case.today)
    truth = ~all_of((near, tie.truth))
    name = NAMES.get(str(person.relation), "A person")
    if near is Truth.NO:
        return Ruling(truth, f"{name} is neither immediate family nor household.")
    if truth is not Truth.OPEN:
        return Ruling(truth, f"{name}: {tie.reason}", clear_from=tie.clear_from)
    where = f"{PEOPLE}.{index}"
    about_nearness = nearness_asks(person) if near is Truth.OPEN else ()
    asks = (*(f"{where}.{ask}" for ask in about_nearness), *(_fact(where, ask) for ask in tie.asks))
    reasons = [WHO_IS_OPEN] if near is Truth.OPEN else []
    reasons += [tie.reason] if tie.truth is Truth.OPEN else []
    conflict = tie.conflict or (near is Truth.OPEN and person.relation == "unrelated")
    return Ruling(truth, f"{name}: {' '.join(reasons)}", asks, tie.question, conflict, tie.clear_from)


def _fact(where: str, ask: str) -> str:
    return ask if ask == "application_date" else f"{where}.amazon_{ask}"


def _judge_others(case: Case, *, listed: bool) -> Ruling:
    """What is said of people beside those in the list; an empty list says that there is nobody."""
    others = case.facts.other_relatives_at_amazon
    if others is True:
        reason = "Somebody else in the family or household is or was at Amazon, and is not described."
        return Ruling(Truth.OPEN, reason, (PEOPLE,), conflict=not listed)
    summary = denied_in_summary(case.facts)
    if others is False or not listed or (others is None and summary):
        return Ruling(Truth.YES, "Nobody in the immediate family or household is Ineligible Personnel, as stated.")
    return open_about("anybody else in the family or household is or was at Amazon", others, OTHERS)


def _latest(days: list[date | None]) -> date | None:
    """The latest day, or ``None`` where one is unknown or there is none."""
    known = [day for day in days if day is not None]
    return max(known) if known and len(known) == len(days) else None


FAMILY: Requirement[Case] = Requirement(
    id="family",
    clause="rules:I.d",
    quote="is not a member of the immediate family or household of Ineligible Personnel",
    question="Is anybody in the immediate family or household now at Amazon or an affiliate, or were they within the 12 "
    "months before the application?",
    why="The Rules exclude close family and household of people who are or just were at Amazon.",
    reads=(*FAMILY_FACTS, "application_date", "none_of_the_exclusions", "none_of_a_to_e"),
    judge=UnlessDenied(_judge, FAMILY_FACTS),
)
