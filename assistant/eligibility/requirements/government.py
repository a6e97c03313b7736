"""Rules § I(a): not a paid employee of a government entity."""

from __future__ import annotations

from assistant.eligibility.requirements.base import Case, Requirement
from assistant.eligibility.requirements.denial import Denial
from assistant.eligibility.requirements.summary import UnlessDenied

__all__ = ["GOVERNMENT"]

_judge = Denial(
    fact="government_pay",
    denied="The person is not a paid employee of a government entity, other than an accredited academic institution.",
    admitted="The person is a paid employee of a government entity that is not an accredited academic institution.",
    whether="the person is a paid employee of a government entity",
    open_cases={
        "unclear_body": "It is not clear whether the body that pays belongs to the government.",
        "unclear_pay": "It is not clear whether the work for the government body is paid employment.",
    },
)

GOVERNMENT: Requirement[Case] = Requirement(
    id="government",
    clause="rules:I.a",
    quote="is not a paid employee of a government entity (other than an accredited academic institution)",
    question="Is the Principal Investigator a paid employee of a government body, other than an accredited university or "
    "college?",
    why="Pay from a government body excludes; pay from an accredited academic institution does not, even from a state one.",
    reads=("government_pay", "none_of_the_exclusions", "none_of_a_to_e"),
    judge=UnlessDenied(_judge, ("government_pay",)),
)
