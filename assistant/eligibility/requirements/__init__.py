"""The requirements of section I, in the order of the Rules."""

from assistant.eligibility.requirements.age import AGE
from assistant.eligibility.requirements.amazon import AMAZON
from assistant.eligibility.requirements.base import Case, Requirement, Ruling, Tables
from assistant.eligibility.requirements.employment import EMPLOYMENT
from assistant.eligibility.requirements.family import FAMILY
from assistant.eligibility.requirements.government import GOVERNMENT
from assistant.eligibility.requirements.one_proposal import ONE_PROPOSAL
from assistant.eligibility.requirements.place import PLACE
from assistant.eligibility.requirements.position import POSITION
from assistant.eligibility.requirements.procurement import PROCUREMENT
from assistant.eligibility.requirements.sanctions import SANCTIONS

__all__ = ["REQUIREMENTS", "Case", "Requirement", "Ruling", "Tables"]

REQUIREMENTS: tuple[Requirement[Case], ...] = (
    POSITION,
    AGE,
    ONE_PROPOSAL,
    GOVERNMENT,
    SANCTIONS,
    AMAZON,
    FAMILY,
    PROCUREMENT,
    PLACE,
    EMPLOYMENT,
)
