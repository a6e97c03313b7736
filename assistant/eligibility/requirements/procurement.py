"""Rules § I(e): no part in cloud infrastructure procurements involving AWS, at any time."""

from __future__ import annotations

from assistant.eligibility.requirements.base import Case, Requirement
from assistant.eligibility.requirements.denial import Denial
from assistant.eligibility.requirements.summary import UnlessDenied

__all__ = ["PROCUREMENT"]

_judge = Denial(
    fact="procurement",
    denied="The person had no part in, and no authority over, a procurement of cloud infrastructure involving AWS.",
    admitted="The person had a part in, or authority over, a procurement of cloud infrastructure involving AWS. "
    "The Rules set no time limit.",
    whether="the person had a part in a procurement of cloud infrastructure involving AWS or an affiliate",
    open_cases={
        "unknown_vendor": "Cloud infrastructure was procured, but it is not known whether AWS or an affiliate was involved.",
        "may_not_be_procurement": "The Rules do not say whether a purchase of this kind is a procurement.",
    },
)

PROCUREMENT: Requirement[Case] = Requirement(
    id="procurement",
    clause="rules:I.e",
    quote="has not participated in or had decision-making authority over any cloud infrastructure procurements involving "
    "AWS or its affiliates",
    question="Has the Principal Investigator ever taken part in, or decided on, buying cloud infrastructure from AWS for "
    "an organisation?",
    why="The Rules exclude people who had a part in such a procurement, at any time and without a vote too.",
    reads=("procurement", "none_of_the_exclusions", "none_of_a_to_e"),
    judge=UnlessDenied(_judge, ("procurement",)),
)
