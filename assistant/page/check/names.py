"""A few words for each fact, for the list of answers."""

from __future__ import annotations

from typing import Final

from assistant.eligibility.questions import base_name

__all__ = ["short_name"]

_NAMES: Final = {
    "position": "Post",
    "faculty_status": "Counted as faculty",
    "full_time": "Full-time",
    "institution": "Kind of employer",
    "accredited": "Accredited institution",
    "permanent": "Permanent post",
    "legal_status": "Recognised non-profit status",
    "age": "Age",
    "of_age": "Legally an adult",
    "one_proposal": "Only proposal in this call",
    "government_pay": "Paid by a government body",
    "us_restrictions": "Under US export controls or sanctions",
    "amazon_relation": "You at Amazon",
    "amazon_last_day": "Your last day at Amazon",
    "relatives_at_amazon": "Family or household at Amazon",
    "other_relatives_at_amazon": "Anybody else at Amazon",
    "procurement": "Buying cloud infrastructure from AWS",
    "residence": "Where you live",
    "workplace": "Where you work",
    "otherwise_prohibited": "Prohibited by other law",
    "application_date": "Day of application",
    "none_of_the_exclusions": "Exclusions",
    "none_of_a_to_e": "Exclusions (a) to (e)",
    "relative.relation": "who this is",
    "relative.same_household": "in the same home",
    "relative.amazon_relation": "at Amazon",
    "relative.amazon_last_day": "last day at Amazon",
}


def short_name(path: str) -> str:
    """``Full-time``; for a field of a listed person ``Person 1: last day at Amazon``."""
    name = _NAMES[base_name(path)]
    _, _, rest = path.partition(".")
    return f"Person {int(rest.partition('.')[0]) + 1}: {name}" if rest else name
