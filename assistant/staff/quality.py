"""The summaries of eval runs → each figure over time. Read from their files, since the evals stand to the right."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from pydantic import BaseModel, ValidationError

__all__ = ["Quality", "Run", "Series", "quality"]

_MOST_RUNS = 200
_MOST_BYTES = 4_000_000


class _Measured(BaseModel, frozen=True):
    value: float
    low: float
    high: float
    cases: int


class _Info(BaseModel, frozen=True):
    part: str
    corpus_hash: str = ""
    rules_version: str = ""


class _Percentile(BaseModel, frozen=True):
    percent: int
    ms: float


class _Summary(BaseModel, frozen=True):
    """Of ``summary.json``, what is shown here."""

    run: _Info
    items: int = 0
    errors: int = 0
    figures: dict[str, _Measured]
    latency: tuple[_Percentile, ...] = ()


@dataclass(frozen=True, slots=True)
class Run:
    """One run of the evals."""

    name: str
    """Its folder's."""
    written: datetime
    part: str
    items: int
    errors: int
    corpus_hash: str
    rules_version: str
    figures: dict[str, _Measured]
    p95: float | None
    """Milliseconds."""


@dataclass(frozen=True, slots=True)
class Series:
    """One figure over the runs of one part."""

    name: str
    """For people."""
    values: tuple[tuple[float, float, float], ...]
    """Value and bounds of the 95 % interval, 0 to 1, oldest run first."""
    cases: int
    """How many the newest value concerns."""

    @property
    def change(self) -> float | None:
        """The newest value less the one before."""
        return self.values[-1][0] - self.values[-2][0] if len(self.values) > 1 else None

    @property
    def floor(self) -> float:
        """Where its plot begins: the tenth below all intervals."""
        return max(math.floor(10 * min(low for _, low, _ in self.values)) / 10, 0.0) if self.values else 0.0


@dataclass(frozen=True, slots=True)
class Quality:
    """What the runs in one folder say."""

    runs: tuple[Run, ...]
    """Newest first."""
    parts: dict[str, tuple[Series, ...]]
    """By the part of the cases that was run."""
    unreadable: tuple[str, ...]
    """Names of folders whose summary cannot be read."""


def quality(folder: Path) -> Quality:
    """Read the summaries below ``folder``, which need not exist."""
    runs, unreadable = [], []
    for path in _newest(folder):
        run = _run(path)
        if run is None:
            unreadable.append(path.parent.name)
        else:
            runs.append(run)
    parts = {part: _series([run for run in runs if run.part == part]) for part in sorted({run.part for run in runs})}
    return Quality(tuple(runs), parts, tuple(unreadable))


def _newest(folder: Path) -> list[Path]:
    try:
        found = [(path.stat().st_mtime, path) for path in folder.glob("*/summary.json")]
    except OSError:
        return []
    return [path for _, path in sorted(found, reverse=True)[:_MOST_RUNS]]


def _run(path: Path) -> Run | None:
    try:
        stat = path.stat()
        if stat.st_size > _MOST_BYTES:
            return None
        summary = _Summary.model_validate_json(path.read_bytes())
    except (OSError, ValidationError):
        return None
    return Run(
        name=path.parent.name,
        written=datetime.fromtimestamp(stat.st_mtime, UTC),
        part=summary.run.part,
        items=summary.items,
        errors=summary.errors,
        corpus_hash=summary.run.corpus_hash,
        rules_version=summary.run.rules_version,
        figures=summary.figures,
        p95=next((row.ms for row in summary.latency if row.percent == 95), None),
    )


def _series(newest_first: Sequence[Run]) -> tuple[Series, ...]:
    """The figures of the newest run, each over all runs that have it."""
    runs = newest_first[::-1]
    return tuple(
        Series(
            _name(key),
            tuple((one.value, one.low, one.high) for run in runs if (one := run.figures.get(key)) is not None),
            measured.cases,
        )
        for key, measured in newest_first[0].figures.items()
    )


def _name(key: str) -> str:
    return key.replace("_", " ").capitalize()
