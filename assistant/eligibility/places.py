"""Where a stated place lies: among the places of Rules § I ¶ 3, and under which age of majority."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.eligibility.answers import Gap
from assistant.eligibility.kleene import Truth
from corpus.ages import Ages
from corpus.places import Place, Places

__all__ = ["Tables", "Whereabouts", "majority_ages", "whereabouts"]


@dataclass(frozen=True)
class Tables:
    """The dated tables that requirements look things up in."""

    places: Places
    ages: Ages


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """Whether a stated place is excluded, and why."""

    excluded: Truth
    reason: str
    question: str = ""
    """What would tell the meanings of the name apart."""
    named: bool = True
    """Whether the table knows the name."""


def whereabouts(name: str, places: Places) -> Whereabouts:
    """Look the name up. It is open where the table does not know it, or where only some of its meanings are excluded.

    A city that means one place only counts as that place.
    """
    match = places.look_up(name)
    if match is None:
        question = f"In which country is {name}? Please give the name of the country, state or region."
        return Whereabouts(Truth.OPEN, f"The table of places does not know “{name}”.", question, named=False)
    names = " or ".join(dict.fromkeys(_name(place, places) for place in match.places))
    excluded = {place.excluded is not None for place in match.places}
    if excluded == {False}:
        return Whereabouts(Truth.NO, f"{names} is not one of the places that the Rules exclude.")
    if excluded == {True}:
        return Whereabouts(Truth.YES, f"{names} is one of the places that the Rules exclude.")
    return Whereabouts(Truth.OPEN, f"“{name}” can mean {names}.", match.ask or f"Which do you mean: {names}?")


def _name(place: Place, places: Places) -> str:
    """The name with what it lies in, unless it is a country or an excluded place itself."""
    around = places.surroundings(place)
    return f"{place.name} in {around}" if around else place.name


def majority_ages(residence: str | Gap | None, tables: Tables) -> frozenset[int]:
    """Every age of majority that may hold where the person lives; empty where that is not known for sure."""
    match = tables.places.look_up(residence) if residence is not None and not isinstance(residence, Gap) else None
    if match is None:
        return frozenset()
    ages = [tables.ages.possible(place.code) for place in match.places]
    return frozenset().union(*ages) if all(ages) else frozenset()
