"""What sections II, III and X ask of somebody who is to accept an award, in the order of the Rules."""

from __future__ import annotations

from assistant.eligibility.award.facts import AwardFacts
from assistant.eligibility.kleene import Truth
from assistant.eligibility.requirements.base import Requirement, Ruling, gap_words

__all__ = ["AWARD_REQUIREMENTS"]


def _item(fact: str, clause: str, quote: str, question: str, why: str, *, good: bool) -> Requirement[AwardFacts]:
    """A requirement that one fact decides: met where it equals ``good``."""

    def judge(facts: AwardFacts) -> Ruling:
        value = getattr(facts, fact)
        if isinstance(value, bool):
            met = value is good
            return Ruling(Truth.of(met), "Stated as the Rules ask." if met else "Stated otherwise than the Rules ask.")
        return Ruling(Truth.OPEN, f"Open: {gap_words(value)}.", (fact,))

    return Requirement(fact, clause, quote, question, why, (fact,), judge)


AWARD_REQUIREMENTS: tuple[Requirement[AwardFacts], ...] = (
    _item(
        "confidential_content",
        "rules:II.p1",
        "No proposal to the ARA Program may contain any confidential information",
        "Does the proposal contain confidential information?",
        "Amazon takes on no duty to keep a proposal secret.",
        good=False,
    ),
    _item(
        "marked_confidential",
        "rules:II.p1",
        "no part may be marked as ‘confidential.’",
        "Is any part of the proposal marked as confidential?",
        "The Rules forbid the mark itself.",
        good=False,
    ),
    _item(
        "original_work",
        "rules:II.a",
        "is either your original work or an update to original work",
        "Is the proposal your original work, or an update to original work?",
        "You warrant it by submitting.",
        good=True,
    ),
    _item(
        "known_patent_infringement",
        "rules:II.b",
        "does not, to your knowledge, infringe any third party patent rights",
        "Do you know of a patent of others that the proposal infringes?",
        "You warrant what you know; a patent search is not asked for here.",
        good=False,
    ),
    _item(
        "other_infringement",
        "rules:II.c",
        "does not infringe, misappropriate or otherwise violate any other third party intellectual property rights",
        "Does the proposal infringe other rights of others, such as copyrights, licences or privacy?",
        "This warranty does not stop at what you know.",
        good=False,
    ),
    _item(
        "gift_accepted",
        "rules:III.a",
        "will be structured as a one-year unrestricted gift to your Principal Investigator’s academic institution or "
        "organization",
        "Can your institution accept cash as a one-year unrestricted gift?",
        "Cash goes to the institution in this form and no other.",
        good=True,
    ),
    _item(
        "general_overhead",
        "rules:III.c",
        "may not be used for indirect expenses which are not incurred solely for your Principal Investigator’s research",
        "Would cash be used for overhead that is not solely for this research?",
        "The institution bears general overhead itself.",
        good=False,
    ),
    _item(
        "paperwork_possible",
        "rules:III.p3",
        "You will be required to complete administrative requirements to process any cash Award",
        "Can your institution complete the paperwork in time (for instance a W-9 form, a tax questionnaire, and "
        "registration in Amazon's Payee Central)?",
        "AWS may take the Award back where this is not done in time.",
        good=True,
    ),
    _item(
        "receipt_prohibited",
        "rules:X.a",
        "your receipt of any Award is neither prohibited nor inconsistent with any applicable laws, regulations, or binding "
        "orders, including applicable ethics rules or internal institutional rules",
        "Does any law, order, ethics rule or internal rule stand against your receiving the Award?",
        "You warrant it.",
        good=False,
    ),
    _item(
        "requirements_completed",
        "rules:X.b",
        "you have completed or will complete all legal and ethical requirements necessary to accept the Award",
        "Have you completed, or will you complete, everything that law and ethics ask before you accept?",
        "You warrant it.",
        good=True,
    ),
    _item(
        "conflict_of_interest",
        "rules:X.c",
        "your receipt of the Award will not create a conflict of interest for AWS or its affiliates",
        "Would the Award create a conflict of interest for AWS or another Amazon company?",
        "You warrant that it does not.",
        good=False,
    ),
    _item(
        "buying_for_organisation",
        "rules:X.d",
        "you are not participating in, nor have any decision-making authority over, any procurements or purchasing decisions "
        "involving AWS or its affiliates on behalf of your organization",
        "Do you take part in, or decide on, purchases from AWS or another Amazon company for your organisation?",
        "This is wider than section I(e): it covers every purchase, not cloud infrastructure alone.",
        good=False,
    ),
    _item(
        "booked_properly",
        "rules:X.e",
        "you will properly book and record the Award in your accounting documents in accordance with applicable laws and "
        "regulations",
        "Will the Award be booked and recorded as the law asks?",
        "You warrant it.",
        good=True,
    ),
)
