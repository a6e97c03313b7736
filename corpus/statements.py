"""Labelled statements: what applicants write about themselves, and what it says of each condition of section I."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Final, Literal, get_args

from pydantic import BaseModel

from corpus.lines import read_lines

__all__ = ["CONDITIONS", "STATEMENTS_FILE", "STATES", "Condition", "Said", "State", "Statement", "read_statements"]

Condition = Literal[
    "position",
    "full_time",
    "accredited",
    "permanent",
    "legal_status",
    "age",
    "one_proposal",
    "government_pay",
    "us_restrictions",
    "amazon",
    "family",
    "procurement",
    "place",
    "none_of_the_exclusions",
    "none_of_a_to_e",
]
"""The parts of section I in its order, and the two summaries that speak for several of them."""
CONDITIONS: Final[tuple[Condition, ...]] = get_args(Condition)
Said = Literal["met", "violated", "open"]
"""``open``: touched on, and vague, unsure, withheld or resting on a term that the Rules leave undefined."""
State = Literal["unsaid", "met", "violated", "open"]
STATES: Final[tuple[State, ...]] = get_args(State)
STATEMENTS_FILE = "statements.jsonl"

_EXAMPLE = '{"text": "…", "today": "2026-11-20", "says": {"full_time": "met"}, "author": "n"}.'


class Statement(BaseModel, frozen=True, extra="forbid"):
    """One text with its label; one JSON object a line in the file."""

    text: str
    today: date
    """The day on which it was written."""
    says: Mapping[Condition, Said]
    """What it says; a condition that is not named is not spoken of."""
    author: str


def read_statements(path: Path) -> tuple[Statement, ...]:
    """Every statement of the file; raises ``CorpusError`` naming file and line."""
    return read_lines(path, Statement, _EXAMPLE)
