"""The ways in which one fact can be stated, and the JSON of each.

======================  =====================================================
not stated              the key is absent (``None`` in Python)
a value                 ``true``, ``false``, ``36``, ``"faculty"``, ``"2025-11"``
a case of its own       ``"unpaid_leave"``: stated, and still open under the Rules
not known               ``"unknown"``: the person was asked and does not know
contradicted            ``"contradictory"``: two statements cannot both be true
======================  =====================================================
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, PlainSerializer, StrictBool, StrictInt, StringConstraints, WithJsonSchema

from assistant.eligibility.dates import LAST_YEAR, Period

__all__ = [
    "AGE_LIMIT",
    "CURRENT",
    "Age",
    "Date",
    "Gap",
    "LastDay",
    "Place",
    "YesNo",
    "is_known",
    "last_day_period",
]

AGE_LIMIT = 130
CURRENT = "current"
"""As a last day: the relation still stands."""


class Gap(StrEnum):
    """Stated without a usable value."""

    UNKNOWN = "unknown"
    CONTRADICTORY = "contradictory"


def is_known(value: object) -> bool:
    """Whether a fact was stated with a value; open cases of their own count as values."""
    return value is not None and not isinstance(value, Gap)


def _period(value: Any) -> Any:
    if isinstance(value, str) and value not in {*Gap, CURRENT}:
        return Period.parse(value)
    return value


def _stripped(value: Any) -> Any:
    return value.strip() if isinstance(value, str) else value


_PeriodType = Annotated[
    Period,
    PlainSerializer(str, return_type=str),
    WithJsonSchema(
        {
            "type": "string",
            "pattern": r"^\d{4}(-\d{2}(-\d{2})?)?(/\d{4}(-\d{2}(-\d{2})?)?)?$",
            "examples": ["2025-11-20", "2025-11", "2025", "2025-09/2026-01"],
        }
    ),
]
YesNo = StrictBool | Gap
Age = Annotated[StrictInt, Field(ge=0, le=AGE_LIMIT)] | Gap
# Left to right, or the word "unknown" would become the name of a place.
Place = Annotated[
    Gap | Annotated[str, StringConstraints(min_length=1, max_length=120)],
    Field(union_mode="left_to_right"),
    BeforeValidator(_stripped),
]
Date = Annotated[_PeriodType | Gap, BeforeValidator(_period)]
LastDay = Annotated[_PeriodType | Gap | Literal["current"], BeforeValidator(_period)]


def last_day_period(value: Period | Gap | str | None, today: date) -> Period | None:
    """The days that a stated last day may be; ``None`` where nothing usable was stated."""
    if isinstance(value, Period):
        return value
    return Period(today, date(LAST_YEAR, 12, 31)) if value == CURRENT else None
