"""Rules § I(b): not under US export controls or sanctions.

This is the person's own statement. It is never inferred from nationality or birthplace.
"""

from __future__ import annotations

from assistant.eligibility.requirements.base import Case, Requirement
from assistant.eligibility.requirements.denial import Denial
from assistant.eligibility.requirements.summary import UnlessDenied

__all__ = ["SANCTIONS"]

_judge = Denial(
    fact="us_restrictions",
    denied="The person is not under US export controls or sanctions, as stated.",
    admitted="The person is under US export controls or sanctions, as stated.",
    whether="the person is under US export controls or sanctions",
    open_cases={
        "other_country": "The person is on the list of another country; the Rules speak of the United States.",
        "listed_institution": "The institution is on a US list; the Rules speak of the Principal Investigator.",
    },
)

SANCTIONS: Requirement[Case] = Requirement(
    id="sanctions",
    clause="rules:I.b",
    quote="is not under US export controls or sanctions",
    question="Is the Principal Investigator personally under US export controls or sanctions?",
    why="The Rules exclude people who are on a US list, for instance that of OFAC or the Denied Persons List. "
    "Nationality and birthplace do not matter.",
    reads=("us_restrictions", "none_of_the_exclusions", "none_of_a_to_e"),
    judge=UnlessDenied(_judge, ("us_restrictions",)),
)
