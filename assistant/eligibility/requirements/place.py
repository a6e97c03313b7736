"""Rules § I ¶ 3: where the person lives and works, and where other law prohibits it."""

from __future__ import annotations

from assistant.eligibility.answers import Gap
from assistant.eligibility.kleene import Truth, all_of
from assistant.eligibility.places import whereabouts
from assistant.eligibility.requirements.base import Case, Requirement, Ruling, open_about
from assistant.eligibility.requirements.summary import denied_in_summary

__all__ = ["PLACE", "PLACE_FACTS"]

PLACE_FACTS = ("residence", "workplace")


def _judge(case: Case) -> Ruling:
    rulings = [_judge_place(case, fact) for fact in PLACE_FACTS if getattr(case.facts, fact) is not None]
    if not rulings:
        rulings.append(_no_place(case))
    if case.facts.otherwise_prohibited is not None:
        rulings.append(_judge_other_law(case))
    truth = all_of(ruling.truth for ruling in rulings)
    telling = [ruling for ruling in rulings if ruling.truth is truth]
    return Ruling(
        truth,
        " ".join(dict.fromkeys(ruling.reason for ruling in telling)),
        tuple(ask for ruling in telling for ask in ruling.asks),
        next((ruling.question for ruling in telling if ruling.question), ""),
        any(ruling.conflict for ruling in telling),
    )


def _judge_place(case: Case, fact: str) -> Ruling:
    """One stated place. A summary covers a name that the table does not know, but not one with two meanings."""
    value = getattr(case.facts, fact)
    if isinstance(value, Gap):
        return open_about(f"the {fact} is in an excluded place", value, fact)
    found = whereabouts(value, case.tables.places)
    if found.excluded is Truth.OPEN and not found.named and (summary := denied_in_summary(case.facts, places=True)):
        return Ruling(Truth.YES, summary)
    if found.excluded is Truth.OPEN:
        return Ruling(Truth.OPEN, found.reason, (fact,), found.question)
    return Ruling(~found.excluded, found.reason)


def _no_place(case: Case) -> Ruling:
    if summary := denied_in_summary(case.facts, places=True):
        return Ruling(Truth.YES, summary)
    return open_about("the person lives and works in an excluded place", None, "residence")


def _judge_other_law(case: Case) -> Ruling:
    """Other law, where it is raised: nobody needs to deny it."""
    value = case.facts.otherwise_prohibited
    if value is False:
        return Ruling(Truth.YES, "No other law prohibits the person from taking part, as stated.")
    if value is True:
        return Ruling(Truth.NO, "Other law prohibits the person from taking part, as stated.")
    return open_about("other law prohibits the person from taking part", value, "otherwise_prohibited")


PLACE: Requirement[Case] = Requirement(
    id="place",
    clause="rules:I.p3",
    quote="The ARA Program is void in Cuba, Iran, Syria, North Korea, Sudan, the region of Crimea, and where otherwise "
    "prohibited by law.",
    question="Where does the Principal Investigator live and work?",
    why="The Program is void in some places. Where you live and work counts, not your passport or birthplace.",
    reads=(*PLACE_FACTS, "otherwise_prohibited", "none_of_the_exclusions"),
    judge=_judge,
)
