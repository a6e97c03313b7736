"""Rules § I ¶ 1 (1): one of two ways in, a faculty post or a researcher's post at an NGO.

Each way is met where all of its parts are. The requirement is met where either way
is, and violated only where neither can be.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from assistant.eligibility.facts import Facts
from assistant.eligibility.kleene import Truth, all_of, any_of
from assistant.eligibility.requirements.base import Case, Requirement, Ruling

__all__ = ["POSITION"]

FACULTY = frozenset({"faculty", "adjunct"})
NOT_FACULTY = frozenset({"researcher", "postdoc", "doctoral_student", "emeritus"})
RESEARCHERS = frozenset({"researcher", "research_fellow", "visitor"})
NOT_ACADEMIC = frozenset({"ngo", "company", "government"})
NOT_NGO = frozenset({"company", "government"})
NAMES = {
    "faculty": "a faculty member",
    "adjunct": "adjunct faculty",
    "visitor": "a visitor",
    "research_fellow": "a research fellow",
    "researcher": "a researcher",
    "postdoc": "a postdoc",
    "doctoral_student": "a doctoral student",
    "emeritus": "an emeritus",
    "other": "a post of another kind",
}
HOURS = {
    "unpaid_leave": "The Rules do not say whether a full-time post counts during unpaid leave.",
    "starts_later": "The post begins only after the application.",
    "two_part_time_posts": "The Rules do not say whether two part-time posts add up to a full-time one.",
}


@dataclass(frozen=True, slots=True)
class Part:
    """What one condition of a way in comes to."""

    truth: Truth
    asks: tuple[str, ...] = ()
    note: str | None = None
    """A sentence on why a stated value violates it or leaves it open; not shown where it is met."""
    conflict: bool = False


def _is_faculty(facts: Facts) -> Part:
    position = facts.position
    if position in FACULTY:
        return Part(Truth.YES)
    if position in NOT_FACULTY:
        return Part(Truth.NO, note=f"{NAMES[str(position)].capitalize()} is not faculty.")
    if position not in NAMES:
        return Part(Truth.OPEN, ("position",))
    status = Truth.of(facts.faculty_status)
    if status is Truth.NO:
        return Part(status, note="The institution does not count the post as faculty.")
    return Part(status, ("faculty_status",), f"It is not clear that {NAMES[str(position)]} is faculty.")


def _is_full_time(facts: Facts) -> Part:
    if facts.full_time is False:
        return Part(Truth.NO, note="The post is not full-time.")
    return Part(Truth.of(facts.full_time), ("full_time",), HOURS.get(str(facts.full_time)))


def _is_accredited(facts: Facts) -> Part:
    accredited = Truth.of(facts.accredited)
    if facts.institution in NOT_ACADEMIC and accredited is Truth.YES:
        note = "The employer is described as accredited academic, and as something else."
        return Part(Truth.OPEN, ("accredited", "institution"), note, conflict=True)
    if facts.institution in NOT_ACADEMIC:
        return Part(Truth.NO, note="The employer is not an academic institution.")
    if accredited is Truth.NO:
        return Part(accredited, note="The institution is not accredited.")
    return Part(accredited, ("accredited",))


def _is_researcher(facts: Facts) -> Part:
    if facts.position in RESEARCHERS:
        return Part(Truth.YES)
    if facts.position in NAMES:
        return Part(Truth.NO)
    return Part(Truth.OPEN, ("position",))


def _is_permanent(facts: Facts) -> Part:
    if facts.permanent is False:
        return Part(Truth.NO, note="The post is not permanent.")
    return Part(Truth.of(facts.permanent), ("permanent",))


def _is_ngo(facts: Facts) -> Part:
    status = Truth.of(facts.legal_status)
    if facts.institution in NOT_NGO and status is Truth.YES:
        note = "The employer is described as a non-governmental organisation, and as something else."
        return Part(Truth.OPEN, ("legal_status", "institution"), note, conflict=True)
    if facts.institution in NOT_NGO:
        return Part(Truth.NO, note=f"A {facts.institution} employer is not a non-governmental organisation.")
    if status is Truth.NO:
        return Part(status, note="The organisation has no such legal status.")
    return Part(status, ("legal_status",))


FACULTY_WAY = {
    "a faculty post": _is_faculty,
    "full-time hours": _is_full_time,
    "an accredited academic institution": _is_accredited,
}
NGO_WAY = {
    "a researcher's post": _is_researcher,
    "a permanent post": _is_permanent,
    "a non-governmental organisation with recognised legal status": _is_ngo,
}


def _judge(case: Case) -> Ruling:
    ways = [{means: part(case.facts) for means, part in way.items()} for way in (FACULTY_WAY, NGO_WAY)]
    worth = [all_of(part.truth for part in way.values()) for way in ways]
    truth = any_of(worth)
    if truth is Truth.YES:
        return Ruling(truth, f"This is stated: {', '.join(ways[worth.index(truth)])}.")
    if truth is Truth.NO:
        parts = [part for way in ways for part in way.values()]
        return Ruling(truth, f"{_notes(parts)}Neither of the two ways that the Rules accept is open.")
    possible = [way for way, value in zip(ways, worth, strict=True) if value is Truth.OPEN]
    missing = [{means: part for means, part in way.items() if part.truth is Truth.OPEN} for way in possible]
    parts = [part for way in missing for part in way.values()]
    return Ruling(
        truth,
        f"{_notes(parts)}Still to be settled: {' or '.join(', '.join(way) for way in missing)}.",
        tuple(dict.fromkeys(fact for part in parts for fact in part.asks)),
        conflict=any(part.conflict for part in parts),
    )


def _notes(parts: Iterable[Part]) -> str:
    notes = dict.fromkeys(part.note for part in parts if part.note and part.truth is not Truth.YES)
    return "".join(f"{note} " for note in notes)


POSITION: Requirement[Case] = Requirement(
    id="position",
    clause="rules:I.p1",
    quote="either a full-time faculty member at an accredited academic institution or a permanent researcher at a "
    "non-governmental organization with recognized legal status in their respective country (equivalent to 501(c)(3) "
    "status under the United States Internal Revenue Code)",
    question="Is the Principal Investigator full-time faculty at an accredited academic institution, or a permanent "
    "researcher at a recognised non-governmental organisation?",
    why="The Rules accept these two kinds of post and no other.",
    reads=("position", "faculty_status", "full_time", "institution", "accredited", "permanent", "legal_status"),
    judge=_judge,
)
