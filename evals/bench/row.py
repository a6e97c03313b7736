"""One row of the bench, and the Markdown table of all."""

from __future__ import annotations

import os
import platform
import statistics
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

__all__ = ["Row", "median", "table"]


@dataclass(frozen=True, slots=True)
class Row:
    """One thing measured."""

    what: str
    value: str
    """With its unit, or ``–``."""
    target: str = ""
    met: bool | None = None
    note: str = ""
    """How it was measured, or why it was not."""

    @classmethod
    def skipped(cls, what: str, why: str) -> Row:
        """A row that could not be measured."""
        return cls(what, "–", note=f"not measured: {why}")

    @classmethod
    def ratio(cls, what: str, value: float, most: float, note: str) -> Row:
        """A ratio that must not exceed ``most``."""
        return cls(what, f"{value:.2f} ×", f"≤ {most:g} ×", value <= most, note)


def median(values: Sequence[float]) -> float:
    """The median."""
    return statistics.median(values)


def table(rows: Iterable[Row]) -> str:
    """The rows as a Markdown table, with the machine below it."""
    lines = ["| what | measured | target | |", "|---|---:|---:|---|"]
    for row in rows:
        verdict = {True: " (met)", False: " (**missed**)", None: ""}[row.met]
        lines.append(f"| {row.what} | {row.value} | {row.target}{verdict} | {row.note} |")
    machine = f"{os.cpu_count()} cores, {platform.machine()}, Python {platform.python_version()}"
    return "\n".join(lines) + f"\n\nOne run on one machine ({machine}); times are medians where nothing else is said.\n"
