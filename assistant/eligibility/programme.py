"""What a stated value leaves to the programme: the Rules do not settle it, so asking again would not either."""

from __future__ import annotations

from assistant.eligibility.questions import base_name

__all__ = ["programme_question"]

_ASK_THE_PROGRAMME: dict[tuple[str, str], str] = {
    ("full_time", "unpaid_leave"): "Does a full-time post count while you are on unpaid leave?",
    ("full_time", "starts_later"): "Does a full-time post count that starts after the application?",
    ("full_time", "two_part_time_posts"): "Do two part-time posts count that add up to full-time?",
    ("one_proposal", "withdrawing"): "Is the other proposal withdrawn before this one is submitted?",
    ("one_proposal", "joint_lead"): "Does being joint lead of another proposal count as a second proposal?",
    ("government_pay", "unclear_body"): "Does the body that pays you belong to the government?",
    ("government_pay", "unclear_pay"): "Does your work for the government body count as paid employment?",
    ("us_restrictions", "other_country"): "Does the list of another country count?",
    ("us_restrictions", "listed_institution"): "Does it matter that your institution is on a US list?",
    ("amazon_relation", "agency_staff"): "Does work at Amazon through another firm count as being its contractor?",
    ("amazon_relation", "acquired_later"): "Does time at a firm count that Amazon bought later?",
    ("amazon_relation", "officer"): "Is an officer of Amazon an employee in the sense of this clause?",
    ("amazon_relation", "intern"): "Is an intern at Amazon an employee in the sense of this clause?",
    (
        "relative.amazon_relation",
        "agency_staff",
    ): "Does work at Amazon through another firm count as being its contractor?",
    ("relative.amazon_relation", "acquired_later"): "Does time at a firm count that Amazon bought later?",
    ("relative.relation", "in_law"): "Does an in-law who lives elsewhere count as immediate family?",
    ("relative.relation", "partner"): "Does a partner who lives elsewhere count as immediate family?",
    ("relative.relation", "other_relative"): "Does this relative count as immediate family?",
    ("relative.same_household", "part_time"): "Does somebody who lives with you some of the time count as household?",
    ("procurement", "unknown_vendor"): "Was AWS or another Amazon company involved in that procurement?",
    ("procurement", "may_not_be_procurement"): "Does that purchase count as a cloud infrastructure procurement?",
}


def programme_question(path: str, value: object) -> str:
    """What remains to be settled where ``value`` is stated and the Rules leave it open; else empty."""
    return _ASK_THE_PROGRAMME.get((base_name(path), value), "") if isinstance(value, str) else ""
