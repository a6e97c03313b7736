"""The checklist for accepting an award: sections II, III and X of the Rules.

It uses the machinery of the eligibility checker and nothing of its verdict: what stands
here never makes anybody eligible or not.
"""

from assistant.eligibility.award.checklist import AwardStatus, Checklist, check_award
from assistant.eligibility.award.facts import AwardFacts, parse_award_facts
from assistant.eligibility.award.requirements import AWARD_REQUIREMENTS
from assistant.eligibility.award.text import award_text

__all__ = [
    "AWARD_REQUIREMENTS",
    "AwardFacts",
    "AwardStatus",
    "Checklist",
    "award_text",
    "check_award",
    "parse_award_facts",
]
