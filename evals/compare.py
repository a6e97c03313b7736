"""Two runs of the same cases: what got better, what got worse, and whether that is chance.

Right and wrong answers are compared with McNemar's exact test (1947; a two-sided binomial
test on the cases that changed sides), figures with the paired bootstrap.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Literal

from pydantic import BaseModel
from scipy.stats import binomtest

from corpus.errors import EvalError
from evals.bootstrap import Interval, paired_difference
from evals.metrics import FIGURES, Figure
from evals.results import RESULTS_FILE, CaseRow, ItemRow, read_results

__all__ = ["Change", "Comparison", "Shift", "compare_runs", "compare_shares", "mcnemar", "shares_of"]

CaseShares = Mapping[str, Mapping[str, tuple[float, float]]]
"""Part and whole by figure and case."""


class Change(BaseModel, frozen=True):
    """An answer that changed sides."""

    id: str
    question: str
    before: str
    """Kind and cited clauses."""
    after: str
    lost: str
    """The stage that loses it, in the run where it is wrong."""


class Shift(BaseModel, frozen=True):
    """How a figure moved over the cases that both runs hold."""

    figure: str
    before: float
    after: float
    low: float
    high: float
    """95 % interval of the difference."""
    cases: int

    @property
    def direction(self) -> Literal["better", "worse", "unclear"]:
        """Which way it moved, where the interval of the difference leaves 0 out."""
        if self.low <= 0 <= self.high:
            return "unclear"
        rose = self.low > 0
        return "better" if rose == (_FIGURE[self.figure].wants == "high") else "worse"


class Comparison(BaseModel, frozen=True):
    """Before and after."""

    items: int
    """How many questions both runs hold."""
    only_before: int
    only_after: int
    better: tuple[Change, ...]
    worse: tuple[Change, ...]
    p: float
    """McNemar's exact test on ``better`` against ``worse``."""
    shifts: tuple[Shift, ...]


_FIGURE: Mapping[str, Figure] = {figure.key: figure for figure in FIGURES}


def mcnemar(better: int, worse: int) -> float:
    """The chance of a split at least as uneven, were both sides as likely; 1 where nothing changed."""
    changed = better + worse
    return float(binomtest(better, changed, 0.5).pvalue) if changed else 1.0


def compare_runs(before: Path, after: Path) -> Comparison:
    """Compare the runs in two folders; raises ``EvalError`` where they share no case."""
    old, new = _cases(before), _cases(after)
    shared = [case for case in old if case in new]
    if not shared:
        raise EvalError(f"{before} and {after} share no case. Compare two runs of the same part.")
    pairs = [
        pair
        for case in shared
        for pair in zip(old[case].items, new[case].items, strict=False)
        if pair[0].id == pair[1].id
    ]
    better = tuple(_change(a, b, a) for a, b in pairs if a.right is False and b.right)
    worse = tuple(_change(a, b, b) for a, b in pairs if a.right and b.right is False)
    return Comparison(
        items=len(pairs),
        only_before=len(old) - len(shared),
        only_after=len(new) - len(shared),
        better=better,
        worse=worse,
        p=mcnemar(len(better), len(worse)),
        shifts=compare_shares(shares_of(old.values()), shares_of(new.values())),
    )


def shares_of(rows: Iterable[CaseRow]) -> dict[str, dict[str, tuple[float, float]]]:
    """Part and whole of each case by figure."""
    found: dict[str, dict[str, tuple[float, float]]] = {}
    for case in rows:
        for item in case.items:
            for figure, share in item.scores.items():
                cases = found.setdefault(figure, {})
                part, whole = cases.get(case.id, (0.0, 0.0))
                cases[case.id] = part + share.part, whole + share.whole
    return found


def compare_shares(before: CaseShares, after: CaseShares) -> tuple[Shift, ...]:
    """How each figure moved, over the cases that both sides know; a case outside a figure adds nothing."""
    shared = _ids(before) & _ids(after)
    shifts = []
    for figure in FIGURES:
        old, new = before.get(figure.key, {}), after.get(figure.key, {})
        cases = sorted(shared & (old.keys() | new.keys()))
        rows = [old.get(case, (0.0, 0.0)) for case in cases], [new.get(case, (0.0, 0.0)) for case in cases]
        difference = paired_difference(*rows) if cases else None
        if difference:
            shifts.append(_shift(figure, rows, difference))
    return tuple(shifts)


def _ids(shares: CaseShares) -> set[str]:
    return {case for cases in shares.values() for case in cases}


def _shift(figure: Figure, rows: tuple[list[tuple[float, float]], ...], difference: Interval) -> Shift:
    before, after = (sum(part for part, _ in side) / sum(whole for _, whole in side) for side in rows)
    return Shift(
        figure=figure.key,
        before=before,
        after=after,
        low=difference.low,
        high=difference.high,
        cases=len(rows[0]),
    )


def _cases(folder: Path) -> dict[str, CaseRow]:
    return {case.id: case for case in read_results(folder / RESULTS_FILE)}


def _change(before: ItemRow, after: ItemRow, wrong: ItemRow) -> Change:
    return Change(
        id=before.id, question=before.question, before=_told(before), after=_told(after), lost=wrong.lost or ""
    )


def _told(row: ItemRow) -> str:
    if not row.answer:
        facts = row.reading.facts if row.reading else ()
        return "; ".join(f"{fact.fact} {fact.value}" for fact in facts) or "no fact"
    cited = " ".join(dict.fromkeys(citation["id"].removeprefix("rules:") for citation in row.answer["citations"]))
    return " ".join(part for part in (row.answer["kind"], row.answer["polarity"] or "", cited) if part)
