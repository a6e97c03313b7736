"""Rules § I ¶ 1, second sentence: one proposal for each Principal Investigator and call."""

from __future__ import annotations

from assistant.eligibility.kleene import Truth
from assistant.eligibility.requirements.base import Case, Requirement, Ruling, open_about

__all__ = ["ONE_PROPOSAL"]

OPEN_CASES = {
    "withdrawing": "Another proposal in this call is being withdrawn; until it is, there are two.",
    "joint_lead": "The Rules do not say whether being joint lead of another proposal counts.",
}


def _judge(case: Case) -> Ruling:
    value = case.facts.one_proposal
    if value is True:
        return Ruling(Truth.YES, "This is the only proposal by this Principal Investigator in the call.")
    if value is False:
        return Ruling(Truth.NO, "There is more than one proposal by this Principal Investigator in the call.")
    if value in OPEN_CASES:
        return Ruling(Truth.OPEN, OPEN_CASES[value], ("one_proposal",))
    return open_about("this is the only proposal in the call", value, "one_proposal")


ONE_PROPOSAL: Requirement[Case] = Requirement(
    id="one_proposal",
    clause="rules:I.p1",
    quote="Each Principal Investigator is permitted to submit only one proposal to the ARA Program per call for proposal "
    "period.",
    question="Is this the only proposal by this Principal Investigator in this call?",
    why="The Rules allow one proposal in each call. One each in two calls is fine.",
    reads=("one_proposal",),
    judge=_judge,
)
