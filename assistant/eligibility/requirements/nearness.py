"""Who is "immediate family or household" in the sense of Rules § I(d).

Spouse, parents, children and siblings are immediate family wherever they live. The
household is whoever lives in the same home. In-laws and partners who live elsewhere
are left open, for the Rules do not define the term.
"""

from __future__ import annotations

from assistant.eligibility.facts import Relative
from assistant.eligibility.kleene import Truth

__all__ = ["NAMES", "is_near", "nearness_asks"]

IMMEDIATE = frozenset({"spouse", "parent", "child", "sibling"})
UNDEFINED = frozenset({"in_law", "partner", "other_relative"})
NAMES = {
    "spouse": "The spouse",
    "parent": "A parent",
    "child": "A child",
    "sibling": "A brother or sister",
    "in_law": "An in-law",
    "partner": "The partner",
    "other_relative": "A relative",
    "distant_relative": "A distant relative",
    "housemate": "A housemate",
    "unrelated": "An acquaintance",
}


def is_near(person: Relative) -> Truth:
    """Whether the person belongs to the immediate family or the household.

    Open too where ``unrelated`` and the same home are both stated.
    """
    if person.relation in IMMEDIATE or person.relation == "housemate":
        return Truth.YES
    if person.relation == "unrelated":
        return Truth.OPEN if person.same_household is True else Truth.NO
    home = Truth.of(person.same_household)
    if person.relation == "distant_relative" or home is Truth.YES:
        return home
    return Truth.OPEN


def nearness_asks(person: Relative) -> tuple[str, ...]:
    """The fields of the person that could settle whether they are near, where that is open."""
    if person.relation == "distant_relative":
        return ("same_household",)
    if person.relation in UNDEFINED:
        return ("relation",) if person.same_household is False else ("same_household",)
    return ("relation", "same_household")
