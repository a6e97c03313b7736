"""Results → figures with intervals, sliced by tag."""

from __future__ import annotations

import json
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path

from pydantic import BaseModel, Field, ValidationError

from corpus.errors import EvalError
from evals.bootstrap import RESAMPLES, interval
from evals.cases import Sentence, Turn
from evals.metrics import FIGURES
from evals.metrics.latency import Percentile, percentiles
from evals.reading import Reading
from evals.results import CaseRow, ItemRow

__all__ = ["SLICES", "SUMMARY_FILE", "Measured", "RunInfo", "Summary", "read_summary", "summarise"]

SUMMARY_FILE = "summary.json"
SLICES = ("section", "style", "difficulty", "kind", "author", "topic", "trap", "about", "says")
"""The tags that results are sliced by; ``kind`` is the question's own."""
_SLICE_RESAMPLES = 500


class RunInfo(BaseModel, frozen=True):
    """What a run was made of, as ``run.json`` holds it."""

    part: str
    """``dev``, ``test``, ``train`` or the path of the cases."""
    cases: dict[str, str]
    """SHA-256 of each case file by name."""
    corpus_hash: str
    rules_version: str
    code: str
    """SHA-256 over the program's source files, first 16 hex digits."""
    model: str = "none"
    """The chat model that helped, as ``provider:name``."""


class Measured(BaseModel, frozen=True):
    """One figure as measured."""

    value: float
    low: float
    high: float
    """95 % bootstrap interval."""
    cases: int
    """How many cases it concerns."""


class Summary(BaseModel, frozen=True):
    """What ``summary.json`` holds."""

    run: RunInfo
    items: int
    right: int
    """Answers that are right; sentences, which are read and not answered, are counted apart."""
    judged: int
    sentences: int = 0
    sentences_right: int = 0
    figures: dict[str, Measured]
    slices: dict[str, dict[str, dict[str, Measured]]]
    """By tag, value of the tag and figure."""
    lost: dict[str, int]
    """Failures by the stage that lost them."""
    kinds: dict[str, dict[str, int]]
    """Kinds of answers given, by kind of question."""
    confusion: dict[str, dict[str, int]]
    """Short answers given, by the right one."""
    latency: tuple[Percentile, ...]
    said: dict[str, tuple[int, int]] = Field(default_factory=dict)
    """Facts that sentences say: how many, and how many were read."""
    read: dict[str, tuple[int, int]] = Field(default_factory=dict)
    """Facts that were read of sentences: how many, and how many of them wrongly."""
    reading_latency: tuple[Percentile, ...] = ()
    """Of reading a text and judging it, milliseconds."""
    errors: int = 0
    seconds: float = Field(default=0.0, description="Wall clock of the scoring, 0 where it was resumed.")
    throughput: float = 0.0
    """Items a second a worker."""


class _Shares:
    """Part and whole of each case, in eight bytes each."""

    def __init__(self) -> None:
        self._values = array("f")

    def add(self, part: float, whole: float) -> None:
        self._values.extend((part, whole))

    def measured(self, resamples: int) -> Measured | None:
        pairs = list(zip(self._values[::2], self._values[1::2], strict=True))
        found = interval(pairs, resamples)
        if found is None:
            return None
        value, low, high = (round(number, 6) for number in found)
        return Measured(value=value, low=low, high=high, cases=len(pairs))


class _Facts:
    """What was said and what was read, by fact."""

    def __init__(self) -> None:
        self.sentences = self.right = 0
        self.asked: Counter[str] = Counter()
        self.found: Counter[str] = Counter()
        self.read: Counter[str] = Counter()
        self.wrong: Counter[str] = Counter()
        self.times = array("d")

    def add(self, item: ItemRow) -> None:
        if item.reading is not None:
            self.times.append(item.reading.ms)
        if not isinstance(item.gold, Sentence):
            return
        self.sentences += 1
        self.right += item.right is True
        reading = item.reading or Reading()
        for said, found in zip(item.gold.says, reading.said, strict=False):
            self.asked[said.fact] += found is not None
            self.found[said.fact] += found is True
        for fact in reading.facts:
            self.read[fact.fact] += fact.right is not None
            self.wrong[fact.fact] += fact.right is False


def summarise(run: RunInfo, rows: Iterable[CaseRow], seconds: float = 0.0, workers: int = 1) -> Summary:
    """Sum up a run, one case at a time."""
    whole: dict[str, _Shares] = defaultdict(_Shares)
    sliced: dict[tuple[str, str, str], _Shares] = defaultdict(_Shares)
    lost: Counter[str] = Counter()
    kinds: dict[str, Counter[str]] = defaultdict(Counter)
    confusion: dict[str, Counter[str]] = defaultdict(Counter)
    facts = _Facts()
    times = array("d")
    items = right = judged = errors = 0
    for case in rows:
        for key, (part, of) in _summed(case.items).items():
            whole[key].add(part, of)
        for (tag, value), some in _by_tag(case.items).items():
            for key, (part, of) in _summed(some).items():
                sliced[tag, value, key].add(part, of)
        for item in case.items:
            items += 1
            errors += bool(item.error)
            facts.add(item)
            if item.lost:
                lost[item.lost] += 1
            if item.ms is None:
                continue
            judged += item.right is not None
            right += item.right is True
            times.append(item.ms)
            kinds[_kind(item)][str(item.answer["kind"])] += 1
            if item.confusion:
                confusion[item.confusion[0]][item.confusion[1]] += 1
    return Summary(
        run=run,
        items=items,
        right=right,
        judged=judged,
        sentences=facts.sentences,
        sentences_right=facts.right,
        said={name: (asked, facts.found[name]) for name, asked in sorted(facts.asked.items())},
        read={name: (read, facts.wrong[name]) for name, read in sorted(facts.read.items())},
        reading_latency=percentiles(facts.times),
        figures=_measured(whole),
        slices=_sliced(sliced),
        lost=dict(lost),
        kinds={kind: dict(counts) for kind, counts in sorted(kinds.items())},
        confusion={gold: dict(counts) for gold, counts in sorted(confusion.items())},
        latency=percentiles(times),
        errors=errors,
        seconds=round(seconds, 2),
        throughput=round(items / seconds / workers, 2) if seconds else 0.0,
    )


def read_summary(folder: Path) -> Summary:
    """The summary of the run in ``folder``; raises ``EvalError``."""
    path = folder / SUMMARY_FILE
    try:
        return Summary.model_validate(json.loads(path.read_text(encoding="utf-8")))
    except FileNotFoundError:
        raise EvalError(
            f"{path}: there is no such file. Expected the folder of a finished run; “python -m evals run --out DIR” makes one."
        ) from None
    except (OSError, ValueError, ValidationError) as error:
        raise EvalError(
            f"{path}: is no summary of a run ({str(error).splitlines()[0]}). Run the cases again."
        ) from None


def _by_tag(items: Iterable[ItemRow]) -> dict[tuple[str, str], list[ItemRow]]:
    """The items of one case, by tag and its value; an item stands under each of its tags."""
    found: dict[tuple[str, str], list[ItemRow]] = defaultdict(list)
    for item in items:
        for tag in _tags(item).items():
            found[tag].append(item)
    return found


def _summed(items: Iterable[ItemRow]) -> dict[str, tuple[float, float]]:
    sums: dict[str, tuple[float, float]] = {}
    for item in items:
        for key, share in item.scores.items():
            part, whole = sums.get(key, (0.0, 0.0))
            sums[key] = part + share.part, whole + share.whole
    return sums


def _kind(item: ItemRow) -> str:
    if isinstance(item.gold, Turn):
        return item.gold.kind
    return "sentence" if item.type == "sentence" else "case"


def _tags(item: ItemRow) -> dict[str, str]:
    tags = {**item.tags, "kind": "dialogue" if item.type.endswith("turn") else _kind(item)}
    return {tag: tags[tag] for tag in SLICES if tags.get(tag)}


def _measured(shares: Mapping[str, _Shares]) -> dict[str, Measured]:
    found = {figure.key: shares[figure.key].measured(RESAMPLES) for figure in FIGURES if figure.key in shares}
    return {key: measured for key, measured in found.items() if measured}


def _sliced(shares: Mapping[tuple[str, str, str], _Shares]) -> dict[str, dict[str, dict[str, Measured]]]:
    slices: dict[str, dict[str, dict[str, Measured]]] = {}
    for (tag, value, key), share in sorted(shares.items()):
        measured = share.measured(_SLICE_RESAMPLES)
        if measured:
            slices.setdefault(tag, {}).setdefault(value, {})[key] = measured
    return slices
