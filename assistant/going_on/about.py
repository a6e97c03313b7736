"""Whether a message is about section I, which a case turns on, by what a search found for it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from index import SearchResult

__all__ = ["is_of_a_case", "may_be_of_a_case", "names_a_case", "near_clauses"]

_ELIGIBILITY = "rules:I."
"""How the ids of the clauses begin that a case turns on."""
_AS_NEAR = 0.6
"""A clause with this share of the best one's score is what a message may be about as well."""
_NEAR = 3


def is_of_a_case(result: SearchResult) -> bool:
    """Whether a message is most likely about section I."""
    return result.clauses[0].id.startswith(_ELIGIBILITY)


def near_clauses(result: SearchResult) -> list[str]:
    """The best clause, and those that are nearly as likely."""
    found = result.clauses[:_NEAR]
    return [row.id for row in found if row.score >= _AS_NEAR * found[0].score]


def names_a_case(clauses: Sequence[str]) -> bool:
    """Whether one of these clauses is of section I."""
    return any(clause.startswith(_ELIGIBILITY) for clause in clauses)


def may_be_of_a_case(result: SearchResult) -> bool:
    """Whether section I is among the likely ones."""
    return any(row.id.startswith(_ELIGIBILITY) for row in result.clauses[:_NEAR])
