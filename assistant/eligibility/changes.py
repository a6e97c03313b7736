"""The changes in a person's situation that could mend a violated requirement.

Each is something that would have to become true, never another way to state what is
true now. ``time``: waiting or ageing does it. ``decision``: somebody can decide it.
``fixed``: nothing that the person can do changes it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from assistant.eligibility.answers import CURRENT, is_known
from assistant.eligibility.dates import FIRST_YEAR, Period
from assistant.eligibility.facts import Facts, Relative
from assistant.eligibility.requirements import Case

__all__ = ["Change", "ChangeKind", "candidate_changes"]

ChangeKind = Literal["time", "decision", "fixed"]


@dataclass(frozen=True)
class Change:
    """Something that would have to become true."""

    fact: str
    kind: ChangeKind
    text: str
    values: tuple[tuple[str, Any], ...]
    """The facts as they would then stand."""

    def to_dict(self) -> dict[str, str]:
        """The change as plain data."""
        return {"fact": self.fact, "kind": self.kind, "text": self.text}

    def applied(self, facts: Facts) -> Facts:
        """``facts`` as they would stand after the change."""
        return facts.model_copy(update=dict(self.values))


def _change(fact: str, kind: ChangeKind, text: str, value: Any) -> Change:
    return Change(fact, kind, text, ((fact, value),))


_FIXED_LIST = (
    _change("position", "decision", "a post as professor, lecturer, instructor or reader", "faculty"),
    _change("position", "decision", "a post as researcher", "researcher"),
    _change("faculty_status", "decision", "a post that the institution counts as faculty", True),
    _change("full_time", "decision", "a full-time post", True),
    _change("institution", "decision", "work at an academic institution", "academic"),
    _change("institution", "decision", "work at a non-governmental organisation", "ngo"),
    _change("accredited", "decision", "an institution that is accredited", True),
    _change("permanent", "decision", "a permanent post", True),
    _change("legal_status", "decision", "an organisation with recognised legal status, like 501(c)(3)", True),
    Change("age", "time", "reaching the age of majority where you live", (("age", 21), ("of_age", True))),
    _change("one_proposal", "decision", "only one proposal in this call", True),
    _change("government_pay", "decision", "no paid employment with a government body when you apply", False),
    _change(
        "us_restrictions", "fixed", "the end of the US export controls or sanctions, which you cannot decide", False
    ),
    _change(
        "procurement", "fixed", "no part in such a procurement; the Rules set no time limit, so the past stays", False
    ),
    _change("otherwise_prohibited", "fixed", "the end of the other law's prohibition, which you cannot decide", False),
)


def candidate_changes(case: Case, clear_from: date | None) -> tuple[Change, ...]:
    """Every change worth trying in this case; ``clear_from`` is when all time-bound obstacles end, where known."""
    found = list(_FIXED_LIST)
    if clear_from is not None:
        text = f"an application on or after {clear_from.isoformat()}"
        found.append(_change("application_date", "time", text, Period.day(clear_from)))
    if case.facts.amazon_last_day == CURRENT:
        found.append(_left_long_ago(case))
    people = case.facts.relatives_at_amazon
    if isinstance(people, tuple) and any(person.amazon_last_day == CURRENT for person in people):
        text = "more than 12 months since the last day at Amazon of everybody in the family and household"
        found.append(_change("relatives_at_amazon", "time", text, tuple(_person_left(case, one) for one in people)))
    found.append(_moved(case))
    return tuple(found)


def _long_ago(case: Case) -> Period:
    return Period.day(date(max(case.application.first.year - 2, FIRST_YEAR), 1, 1))


def _left_long_ago(case: Case) -> Change:
    text = "more than 12 months since your last day at Amazon"
    return _change("amazon_last_day", "time", text, _long_ago(case))


def _person_left(case: Case, person: Relative) -> Relative:
    if person.amazon_last_day is None:
        return person
    return person.model_copy(update={"amazon_last_day": _long_ago(case)})


def _moved(case: Case) -> Change:
    """Living and working in a place that the Rules do not exclude; France stands for any."""
    stated = [fact for fact in ("residence", "workplace") if is_known(getattr(case.facts, fact))]
    values = tuple((fact, "France") for fact in stated or ["residence"])
    return Change("residence", "decision", "living and working in a place that the Rules do not exclude", values)
