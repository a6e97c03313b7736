"""Whether a run may go out: no figure below its floor, and none significantly below the baseline."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from corpus.errors import CorpusError, EvalError
from corpus.yamlfile import read_yaml
from evals.compare import compare_shares, shares_of
from evals.metrics import FIGURE_BY_KEY
from evals.results import RESULTS_FILE, read_results
from evals.summary import Summary, read_summary
from evals.terminal import percent

__all__ = ["BASELINE_DIR", "GATES_FILE", "Baseline", "GateReport", "Gates", "judge", "read_gates", "save_baseline"]

_HERE = Path(__file__).parent
GATES_FILE = _HERE / "gates.yaml"
BASELINE_DIR = _HERE / "baseline"


class Gates(BaseModel, frozen=True, extra="forbid"):
    """What ``gates.yaml`` holds."""

    floors: dict[str, float] = Field(default_factory=dict)
    """The least that a figure may be."""
    ceilings: dict[str, float] = Field(default_factory=dict)
    """The most that a figure may be."""


class Baseline(BaseModel):
    """What a part's cases scored when the baseline was last accepted."""

    model_config = ConfigDict(frozen=True)

    part: str
    corpus_hash: str
    rules_version: str
    shares: dict[str, dict[str, tuple[float, float]]]
    """Part and whole by figure and case."""


@dataclass(frozen=True, slots=True)
class GateReport:
    """What the gate found."""

    failures: tuple[str, ...]
    """Each names a figure and how far it fell."""
    notes: tuple[str, ...]


def read_gates(path: Path = GATES_FILE) -> Gates:
    """The gates; raises ``EvalError`` naming the file and what is wrong with it."""
    try:
        rows = read_yaml(path)
    except CorpusError as error:
        raise EvalError(str(error)) from None
    rows = {key: _plain(value) for key, value in rows.items() if not key.startswith("__")}
    try:
        gates = Gates.model_validate(rows)
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"])
        raise EvalError(f"{path} {place}: {first['msg']}. Example: “floors:” and below it “recall@1: 0.9”.") from None
    for key in (*gates.floors, *gates.ceilings):
        if key not in FIGURE_BY_KEY:
            raise EvalError(f"{path}: there is no figure {key!r}. Expected one of {', '.join(FIGURE_BY_KEY)}.")
    return gates


def _plain(value: object) -> object:
    if isinstance(value, dict):
        return {key: inner for key, inner in value.items() if not str(key).startswith("__")}
    return value


def judge(folder: Path, gates: Gates, baseline: Path) -> GateReport:
    """Hold the run in ``folder`` against the gates and the baseline file."""
    summary = read_summary(folder)
    failures = _beyond(summary, gates)
    if not baseline.exists():
        return GateReport(failures, (f"{baseline}: there is no baseline yet; “--update” makes one.",))
    known = _read_baseline(baseline)
    notes = _elsewhere(known, summary, baseline)
    fallen = _fallen(known, folder)
    return GateReport((*failures, *fallen), notes)


def save_baseline(folder: Path, baseline: Path) -> None:
    """Accept the run in ``folder`` as what later runs are held against; raises ``EvalError``."""
    summary = read_summary(folder)
    accepted = Baseline(
        part=summary.run.part,
        corpus_hash=summary.run.corpus_hash,
        rules_version=summary.run.rules_version,
        shares=shares_of(read_results(folder / RESULTS_FILE)),
    )
    lines = [
        f"  {json.dumps(figure)}: {json.dumps(accepted.shares[figure], separators=(',', ':'), sort_keys=True)}"
        for figure in sorted(accepted.shares)
    ]
    head = json.dumps(accepted.model_dump(exclude={"shares"}), indent=1)[:-2]
    try:
        baseline.parent.mkdir(parents=True, exist_ok=True)
        baseline.write_text(f'{head},\n "shares": {{\n' + ",\n".join(lines) + "\n }\n}\n", encoding="utf-8")
    except OSError as error:
        raise EvalError(f"{baseline}: cannot be written ({error.strerror}).") from None


def _read_baseline(path: Path) -> Baseline:
    try:
        return Baseline.model_validate_json(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise EvalError(
            f"{path}: is no baseline ({str(error).splitlines()[0]}). Make it again with --update."
        ) from None


def _beyond(summary: Summary, gates: Gates) -> tuple[str, ...]:
    failures = []
    for limits, below in ((gates.floors, True), (gates.ceilings, False)):
        for key, limit in limits.items():
            measured = summary.figures.get(key)
            if measured and (measured.value < limit if below else measured.value > limit):
                word = "below its floor" if below else "above its ceiling"
                failures.append(f"{_title(key)} is {percent(measured.value)}, {word} of {percent(limit)}.")
    return tuple(failures)


def _elsewhere(known: Baseline, summary: Summary, path: Path) -> tuple[str, ...]:
    notes = []
    if known.rules_version != summary.run.rules_version:
        notes.append(
            f"{path}: the baseline was made with the Rules of {known.rules_version}, this run with those of "
            f"{summary.run.rules_version}; accept a new one with --update once the cases are right for them."
        )
    elif known.corpus_hash != summary.run.corpus_hash:
        notes.append(
            f"{path}: the baseline is from corpus {known.corpus_hash}, this run from {summary.run.corpus_hash}; "
            "what moved may come from the corpus or from the program."
        )
    return tuple(notes)


def _fallen(known: Baseline, folder: Path) -> tuple[str, ...]:
    shifts = compare_shares(known.shares, shares_of(read_results(folder / RESULTS_FILE)))
    return tuple(
        f"{_title(shift.figure)} went from {percent(shift.before)} to {percent(shift.after)} "
        f"(95 % interval of the change {100 * shift.low:+.1f} to {100 * shift.high:+.1f} points, {shift.cases} cases)."
        for shift in shifts
        if shift.direction == "worse"
    )


def _title(key: str) -> str:
    return f"{FIGURE_BY_KEY[key].title} ({key})"
