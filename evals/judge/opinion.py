"""A model's reply → an opinion that can be counted."""

from __future__ import annotations

import json

from pydantic import BaseModel, Field, ValidationError

__all__ = ["Opinion", "Statement", "parse_opinion"]

_LONGEST = 2_000


class Statement(BaseModel, frozen=True):
    """One statement of an answer."""

    text: str = Field(max_length=_LONGEST)
    supported: bool
    """Whether the quoted clauses support it."""


class Opinion(BaseModel, frozen=True):
    """What a model thinks of one answer."""

    statements: tuple[Statement, ...] = Field(default=(), max_length=100)
    helpfulness: int = Field(ge=1, le=5)
    reason: str = Field(default="", max_length=_LONGEST)

    @property
    def faithfulness(self) -> float | None:
        """Supported statements ÷ statements; none where the answer states nothing of its own."""
        return sum(row.supported for row in self.statements) / len(self.statements) if self.statements else None


def parse_opinion(reply: str) -> Opinion | None:
    """The opinion in ``reply``, whatever stands around its JSON; none where there is no usable one."""
    start, end = reply.find("{"), reply.rfind("}")
    try:
        return Opinion.model_validate(json.loads(reply[start : end + 1])) if 0 <= start < end else None
    except (ValueError, RecursionError, ValidationError):
        return None
