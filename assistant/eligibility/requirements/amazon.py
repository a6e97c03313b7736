"""Rules § I(c): no tie to Amazon within the 12 months before the application."""

from __future__ import annotations

from assistant.eligibility.requirements.base import Case, Requirement, Ruling
from assistant.eligibility.requirements.summary import UnlessDenied
from assistant.eligibility.requirements.ties import ineligible

__all__ = ["AMAZON", "AMAZON_FACTS"]

AMAZON_FACTS = ("amazon_relation", "amazon_last_day")
_FACT = {"relation": "amazon_relation", "last_day": "amazon_last_day", "application_date": "application_date"}


def _judge(case: Case) -> Ruling:
    facts = case.facts
    tie = ineligible(facts.amazon_relation, facts.amazon_last_day, case.application, case.today)
    return Ruling(
        ~tie.truth,
        tie.reason,
        tuple(_FACT[ask] for ask in tie.asks),
        tie.question,
        tie.conflict,
        tie.clear_from,
    )


AMAZON: Requirement[Case] = Requirement(
    id="amazon",
    clause="rules:I.c",
    quote="has not been a director, officer, employee, intern or contractor of Amazon or its affiliates within the 12 "
    "months preceding application to the ARA Program",
    question="Has the Principal Investigator been a director, officer, employee, intern or contractor of Amazon or an "
    "affiliate (such as AWS) within the 12 months before the application?",
    why="The Rules ask for 12 months between the last day at Amazon and the application.",
    reads=(*AMAZON_FACTS, "application_date", "none_of_the_exclusions", "none_of_a_to_e"),
    judge=UnlessDenied(_judge, AMAZON_FACTS),
)
