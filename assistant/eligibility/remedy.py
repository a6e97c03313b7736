"""The smallest sets of changes after which nothing violated would remain.

For each violated requirement, sets of changes are tried, smaller ones first, and those
that meet it are kept; one for each requirement together make a remedy. So every remedy
is a set of changes that the checker itself accepts, and none has a change to spare.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import combinations, product
from typing import Any

from assistant.eligibility.changes import Change, candidate_changes
from assistant.eligibility.kleene import Truth
from assistant.eligibility.requirements import REQUIREMENTS, Case, Requirement, Ruling
from assistant.eligibility.waiting import clear_day

__all__ = ["Remedies", "remedies"]

ChangeSet = tuple[Change, ...]
MAX_CHANGES = 4
"""For one requirement; a new post takes at most four."""
MAX_SHOWN = 6

COLLEAGUE = "A colleague who meets every condition of section I can apply as Principal Investigator with a proposal of their own."
ONE_NOW = "Choose one proposal for this call. One in a later call does not count against it."
ASK = "If you think that a fact was misunderstood, correct it in the list of facts and look at the result again."


@dataclass(frozen=True, slots=True)
class Remedies:
    """What would have to change, and what can be done."""

    can_change: tuple[ChangeSet, ...] = ()
    """Sets that time or a decision can bring about, the smallest first."""
    cannot_change: tuple[ChangeSet, ...] = ()
    """Sets that hold something which nothing the person does can change."""
    what_you_can_do: tuple[str, ...] = ()
    provided: tuple[str, ...] = ()
    """The clauses that are open beside the violated ones, and would still have to be settled."""

    def to_dict(self) -> dict[str, Any]:
        """The remedies as plain data."""
        return {
            "can_change": [[change.to_dict() for change in one] for one in self.can_change],
            "cannot_change": [[change.to_dict() for change in one] for one in self.cannot_change],
            "what_you_can_do": list(self.what_you_can_do),
            "provided": list(self.provided),
        }


def remedies(case: Case, rulings: Sequence[Ruling], earliest: date | None) -> Remedies:
    """The remedies of a case; empty where no requirement is violated."""
    violated = [REQUIREMENTS[at] for at, ruling in enumerate(rulings) if ruling.truth is Truth.NO]
    if not violated:
        return Remedies()
    changes = candidate_changes(case, clear_day(rulings))
    choices = [tuple(_ways_to_meet(case, requirement, changes)) for requirement in violated]
    sets = sorted(_smallest(_union(chosen) for chosen in product(*choices)), key=len)
    fixed = [one for one in sets if any(change.kind == "fixed" for change in one)]
    free = [one for one in sets if one not in fixed]
    return Remedies(
        can_change=tuple(free[:MAX_SHOWN]),
        cannot_change=tuple(fixed[:MAX_SHOWN]),
        what_you_can_do=_steps(violated, earliest),
        provided=tuple(
            dict.fromkeys(REQUIREMENTS[at].clause for at, ruling in enumerate(rulings) if ruling.truth is Truth.OPEN)
        ),
    )


def _ways_to_meet(case: Case, requirement: Requirement[Case], changes: Sequence[Change]) -> Iterator[ChangeSet]:
    """Minimal sets of changes after which the requirement is met."""
    own = [change for change in changes if change.fact in requirement.reads]
    found: list[set[Change]] = []
    for size in range(1, MAX_CHANGES + 1):
        for chosen in combinations(own, size):
            if len({change.fact for change in chosen}) < size or any(less <= set(chosen) for less in found):
                continue
            if requirement(_changed(case, chosen)).truth is Truth.YES:
                found.append(set(chosen))
                yield chosen


def _changed(case: Case, chosen: ChangeSet) -> Case:
    facts = case.facts
    for change in chosen:
        facts = change.applied(facts)
    return replace(case, facts=facts)


def _union(chosen: tuple[ChangeSet, ...]) -> ChangeSet:
    return tuple(dict.fromkeys(change for one in chosen for change in one))


def _smallest(sets: Iterator[ChangeSet]) -> list[ChangeSet]:
    """Those of which no other is a part."""
    every = list({frozenset(one): one for one in sets}.values())
    return [one for one in every if not any(set(other) < set(one) for other in every)]


def _steps(violated: Sequence[Requirement[Case]], earliest: date | None) -> tuple[str, ...]:
    steps = []
    if earliest is not None:
        steps.append(f"Apply on or after {earliest.isoformat()}, in a call that is then open.")
    if any(requirement.id == "one_proposal" for requirement in violated):
        steps.append(ONE_NOW)
    if any(requirement.id != "one_proposal" for requirement in violated):
        steps.append(COLLEAGUE)
    return (*steps, ASK)
