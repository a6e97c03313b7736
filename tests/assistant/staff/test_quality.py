"""The summaries of eval runs over time, and the plots of them."""

from __future__ import annotations

import json
import os
from pathlib import Path
from xml.etree import ElementTree as ET

from assistant.record import DayCount
from assistant.staff.plots import bar, days, line
from assistant.staff.quality import quality
from assistant.staff.volume import volume
from evals.summary import Measured, RunInfo, Summary
from tests.assistant.record.samples import DAY


def write(folder: Path, name: str, value: float, when: int) -> None:
    """A summary as the evals write it."""
    info = RunInfo(part="dev", cases={}, corpus_hash="0123", rules_version="2021-03-12", code="x")
    measured = Measured(value=value, low=value - 0.05, high=value + 0.05, cases=10)
    summary = Summary(
        run=info,
        items=10,
        right=9,
        judged=10,
        figures={"wrong_refusals": measured},
        slices={},
        lost={},
        kinds={},
        confusion={},
        latency=(),
    )
    (folder / name).mkdir(parents=True)
    path = folder / name / "summary.json"
    path.write_text(summary.model_dump_json(), encoding="utf-8")
    os.utime(path, (when, when))


def test_figures_stand_in_the_order_of_time(tmp_path: Path):
    """What the evals write is what is read here, oldest first, with the change since the run before."""
    write(tmp_path, "b", 0.8, 2_000)
    write(tmp_path, "a", 0.9, 1_000)
    read = quality(tmp_path)
    assert [run.name for run in read.runs] == ["b", "a"]
    [series] = read.parts["dev"]
    assert (series.name, [value for value, _, _ in series.values]) == ("Wrong refusals", [0.9, 0.8])
    assert series.change is not None
    assert round(series.change, 6) == -0.1
    assert series.floor == 0.7


def test_what_cannot_be_read_is_named(tmp_path: Path):
    """A broken summary hides no other one; a folder that is not there has no runs."""
    write(tmp_path, "good", 0.9, 1_000)
    for name, text in {"cut": "{", "other": json.dumps({"run": {}})}.items():
        (tmp_path / name).mkdir()
        (tmp_path / name / "summary.json").write_text(text, encoding="utf-8")
    read = quality(tmp_path)
    assert (len(read.runs), sorted(read.unreadable)) == (1, ["cut", "other"])
    assert quality(tmp_path / "nowhere").runs == ()


def test_plots_are_sound_and_named():
    """Each is one SVG element; what is drawn for eyes alone is hidden from readers, the others have a name."""
    for plot in (days([3, 0, 9], [1, 0, 2], 'A "day" <b>'), line([(0.9, 0.8, 1.0)], 0.7, "One run"), bar(1, 0)):
        root = ET.fromstring(plot)
        assert root.tag == "svg"
        assert root.get("aria-hidden") == "true" or root.get("role") == "img"
    assert ET.fromstring(days([1], [0], 'A "day" <b>')).get("aria-label") == 'A "day" <b>'
    assert line([], 0.0, "None") == ""


def test_percentiles_are_the_bounds_that_hold():
    """Of 100 answers, 95 within 20 ms and 5 slower: the 95th percentile is 20 ms."""
    counts = [DayCount(DAY, "page", "answer", 20, 95), DayCount(DAY, "page", "answer", 500, 5)]
    summed = volume(counts, DAY)
    assert (summed.p50, summed.p95, summed.answers, summed.unanswered) == (20, 20, 100, 0)
    assert volume([], DAY).p95 is None
    assert len(summed.days) == 30
    assert summed.days[-1].p95 == 20
