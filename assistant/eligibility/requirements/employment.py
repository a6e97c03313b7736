"""Rules § I ¶ 4: Amazon employees cannot receive an Award.

Narrower than § I(c) in its roles, so it is judged by itself: somebody who has left is
no employee, and whether officers and interns are "employees" here the Rules do not say.
"""

from __future__ import annotations

from assistant.eligibility.answers import last_day_period
from assistant.eligibility.kleene import Truth
from assistant.eligibility.requirements.amazon import AMAZON_FACTS
from assistant.eligibility.requirements.base import Case, Requirement, Ruling
from assistant.eligibility.requirements.summary import UnlessDenied
from assistant.eligibility.requirements.ties import DENIED, ROLES

__all__ = ["EMPLOYMENT"]

NO_EMPLOYEES = frozenset({"director", "contractor"})


def _judge(case: Case) -> Ruling:
    role = case.facts.amazon_relation
    still = _still_there(case)
    if role in DENIED and still is Truth.YES:
        reason = "No tie to Amazon is stated, and one that still stands."
        return Ruling(Truth.OPEN, reason, AMAZON_FACTS, conflict=True)
    if role in DENIED:
        return Ruling(Truth.YES, "The person is not at Amazon, as stated.")
    return _by_role(role, still)


def _by_role(role: str | None, still: Truth) -> Ruling:
    """What a stated or unstated role comes to, where no tie is not what is stated."""
    if role in NO_EMPLOYEES:
        return Ruling(Truth.YES, f"A {role} is not an employee; § I(c) looks at other roles.")
    if still is Truth.NO:
        return Ruling(Truth.YES, "The person is no longer at Amazon on the day of application.")
    if still is Truth.OPEN:
        asks = ("amazon_last_day",) if role in ROLES else ("amazon_relation", "amazon_last_day")
        return Ruling(Truth.OPEN, "It is open whether the person is an Amazon employee at the application.", asks)
    if role == "employee":
        return Ruling(Truth.NO, "The person is an Amazon employee on the day of application.")
    reason = "The Rules do not say whether the person's role at Amazon makes them an employee."
    return Ruling(Truth.OPEN, reason, ("amazon_relation",))


def _still_there(case: Case) -> Truth:
    """Whether the role lasts to the day of application."""
    last_day, application = last_day_period(case.facts.amazon_last_day, case.today), case.application
    if last_day is None:
        return Truth.OPEN
    if last_day.last < application.first:
        return Truth.NO
    return Truth.YES if last_day.first >= application.last else Truth.OPEN


EMPLOYMENT: Requirement[Case] = Requirement(
    id="employment",
    clause="rules:I.p4",
    quote="Amazon employees are not eligible to receive an Award.",
    question="Is the Principal Investigator an Amazon employee?",
    why="Amazon employees cannot receive an Award.",
    reads=(*AMAZON_FACTS, "application_date", "none_of_the_exclusions", "none_of_a_to_e"),
    judge=UnlessDenied(_judge, AMAZON_FACTS),
)
