"""What of the evals and the checker hangs on a clause, for the comparison of two versions of the Rules."""

from __future__ import annotations

from collections.abc import Callable

from corpus import Corpus
from evals.coverage import coverage_of

__all__ = ["hanging_on"]


def hanging_on(corpus: Corpus) -> Callable[[str], str]:
    """Tells, for a clause of ``corpus``'s Rules, its eval cases and its requirements."""
    rows = {row.clause.id: row for row in coverage_of(corpus)}

    def hanging(clause_id: str) -> str:
        row = rows.get(clause_id)
        if row is None:
            return "no eval case; no requirement"
        named = f"requirement {', '.join(row.requirements)}" if row.requirements else "no requirement"
        return f"{row.dev} dev and {row.test} test cases; {named}"

    return hanging
