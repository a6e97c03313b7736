"""What was read about Amazon, put together: the applicant's own tie, and one entry for each person."""

from __future__ import annotations

from datetime import date
from typing import Any

from assistant.eligibility import CURRENT, Facts, Gap, Period, Relative
from assistant.eligibility.dates import FIRST_YEAR
from assistant.reader.claims import Claim

__all__ = ["is_dated", "merged_people", "merged_tie"]

_DENIED = frozenset({"never", "not_in_last_12_months"})
PEOPLE, OTHERS = "relatives_at_amazon", "other_relatives_at_amazon"
_MOST = 20
"""As many people as the facts can hold."""
Grounds = dict[str, tuple[Claim, ...]]


def is_dated(value: object) -> bool:
    """Whether it is a period that a date bounds; the vague past begins with the first year that is known."""
    return isinstance(value, Period) and value.first.year > FIRST_YEAR


def merged_tie(by_fact: dict[str, list[Claim]], values: dict[str, Any], grounds: Grounds, before: Facts | None) -> None:
    """The applicant's own tie: a tie that is told beats a denial in general, and the latest last day counts."""
    roles = by_fact.get("amazon_relation", [])
    days = by_fact.get("amazon_last_day", [])
    if not roles:
        strong_days = [one for one in days if not one.weak]
        if strong_days and before is not None and before.amazon_relation is not None:
            _put_day(strong_days, values, grounds)
        return
    strong = [one for one in roles if not one.weak] or roles
    ties = [one for one in strong if one.value not in _DENIED and not isinstance(one.value, Gap)]
    denials = [one for one in strong if one.value in _DENIED]
    open_ones = [one for one in strong if isinstance(one.value, Gap)]
    days = [one for one in days if not one.weak] or days
    if ties:
        told = _main(ties)
        values["amazon_relation"], grounds["amazon_relation"] = told.value, (told,)
        _put_day(days, values, grounds)
    elif denials and not [one for one in open_ones if not _is_present_only(one, days)]:
        never = [one for one in denials if one.value == "never"] or denials
        values["amazon_relation"], grounds["amazon_relation"] = never[-1].value, (never[-1],)
    elif open_ones:
        dated = [one for one in days if is_dated(one.value)]
        role: object = "employee" if dated and any(_is_present_only(one, days) for one in open_ones) else Gap.UNKNOWN
        values["amazon_relation"], grounds["amazon_relation"] = role, (open_ones[-1],)
        _put_day(days, values, grounds)


def _main(ties: list[Claim]) -> Claim:
    """The undefined roles first: where a firm or an agency stands between, the tie is not certain."""
    undefined = [one for one in ties if one.value in {"agency_staff", "acquired_later"}]
    named = [one for one in ties if one.value != "employee"]
    return (undefined or named or ties)[-1]


def _is_present_only(claim: Claim, days: list[Claim]) -> bool:
    return any(day.sentence == claim.sentence and isinstance(day.value, Period) for day in days)


def _put_day(days: list[Claim], values: dict[str, Any], grounds: Grounds) -> None:
    if days:
        last = max(days, key=lambda one: _rank(one.value))
        values["amazon_last_day"], grounds["amazon_last_day"] = last.value, (last,)


def _rank(value: Any) -> tuple[int, date]:
    """The vague past says least, then what is not known, then the later day; still there says most."""
    if value == CURRENT:
        return 3, date.max
    if isinstance(value, Period):
        return (2 if is_dated(value) else 0), value.last
    return 1, date.min


def merged_people(
    by_fact: dict[str, list[Claim]], values: dict[str, Any], grounds: Grounds, before: Facts | None
) -> None:
    """One entry a person; a list without entries where nobody is meant, open where somebody may be."""
    claims = by_fact.get(PEOPLE, [])
    people, used = _entries(claims, by_fact.get("relative_last_day", []), before)
    denied = [one for one in claims if one.value == ()]
    opening = [one for one in claims if isinstance(one.value, Gap) and not one.weak]
    others = by_fact.get(OTHERS, []) or denied
    if people and (used or before is not None):
        values[PEOPLE], grounds[PEOPLE] = tuple(people.values())[:_MOST], tuple(used)
        if opening:
            values[OTHERS], grounds[OTHERS] = Gap.UNKNOWN, tuple(opening)
        elif others:
            values[OTHERS], grounds[OTHERS] = False, tuple(others)
    elif opening or (claims and not denied):
        values[PEOPLE], grounds[PEOPLE] = Gap.UNKNOWN, tuple(opening or claims)
    elif denied:
        values[PEOPLE], grounds[PEOPLE] = (), (denied[-1],)


def _entries(claims: list[Claim], days: list[Claim], before: Facts | None) -> tuple[dict[str, Relative], list[Claim]]:
    """The people told of, by key, after those of earlier messages, and the claims that were used."""
    people: dict[str, Relative] = {}
    if before is not None and isinstance(before.relatives_at_amazon, tuple):
        people = {f"{one.relation}:{at}": one for at, one in enumerate(before.relatives_at_amazon)}
    earlier = set(people)
    used: list[Claim] = []
    for claim in claims:
        if isinstance(claim.value, Relative):
            key = _key(people, earlier, claim.person, str(claim.value.relation))
            people[key] = _together(people.get(key), claim.value, again=key in earlier)
            earlier.discard(key)
            used.append(claim)
    for claim in days:
        relation, day = claim.value
        key = _key(people, earlier, claim.person, relation)
        if key not in people:
            continue
        known = people[key]
        role = "employee" if isinstance(known.amazon_relation, Gap) else known.amazon_relation
        people[key] = known.model_copy(update={"amazon_last_day": day, "amazon_relation": role})
        used.append(claim)
    return people, used


def _key(people: dict[str, Relative], earlier: set[str], person: str, relation: str) -> str:
    """The entry meant: the same person's, or the only one of that relation in earlier messages."""
    if person in people:
        return person
    same = [key for key in earlier if str(people[key].relation) == relation]
    return same[0] if len(same) == 1 else person


def _together(known: Relative | None, told: Relative, *, again: bool) -> Relative:
    """The same person told of twice: in one message the tie that lasts longer stands, a later message replaces."""
    if known is None:
        return told
    update: dict[str, Any] = {}
    if told.same_household is not None:
        update["same_household"] = told.same_household
    longer = _rank(told.amazon_last_day) >= _rank(known.amazon_last_day)
    if told.amazon_last_day is not None and (again or known.amazon_last_day is None or longer):
        update["amazon_last_day"] = told.amazon_last_day
    if told.amazon_relation is not None and (again or told.amazon_relation not in _DENIED):
        update["amazon_relation"] = told.amazon_relation
    return known.model_copy(update=update)
