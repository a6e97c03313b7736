"""Labelled statements: what applicants write about themselves, and what it says of each condition of section I."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Final, Literal, get_args

from pydantic import BaseModel, ValidationError

from corpus.errors import CorpusError

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
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise CorpusError(str(path), f"cannot be read ({error}).", "It must be a readable UTF-8 file.") from None
    return tuple(_statement(path, number, line) for number, line in enumerate(lines, start=1) if line.strip())


def _statement(path: Path, number: int, line: str) -> Statement:
    try:
        return Statement.model_validate_json(line)
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"]) or "line"
        raise CorpusError(
            f"{path}:{number} {place}",
            f"{first['msg']}.",
            'Example: {"text": "…", "today": "2026-11-20", "says": {"full_time": "met"}, "author": "n"}.',
        ) from None
