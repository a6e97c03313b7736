"""A run as one HTML page that asks nothing of any other host."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from corpus import load_corpus
from corpus.errors import EvalError
from evals.beside import beside
from evals.failures import MOST_SHOWN, expected, failures_of, lacking
from evals.judge import read_judged
from evals.metrics import FAMILIES, FIGURES, Figure
from evals.plots import bars, histogram, whisker
from evals.results import RESULTS_FILE, read_results
from evals.stages import MEANINGS, STAGES
from evals.summary import read_summary
from evals.terminal import percent, told

__all__ = ["REPORT_FILE", "write_report"]

REPORT_FILE = "report.html"
_TEMPLATE = "report.html.j2"
_FIRST_SLICES = ("section", "style", "difficulty")
_SLICED = (
    "right",
    "recall@1",
    "all_needed@5",
    "citation_recall",
    "citation_precision",
    "wrong_refusals",
    "abstention_recall",
    "short_right",
    "whole_right",
    "fact_precision",
    "fact_recall",
    "sentence_right",
)
_SECTIONS = ("P", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")


def write_report(folder: Path) -> Path:
    """Write ``report.html`` into the folder of a finished run; its path. Raises ``EvalError``."""
    summary = read_summary(folder)
    both = beside(folder, load_corpus(version=summary.run.rules_version)) if summary.run.model != "none" else None
    failures = failures_of(read_results(folder / RESULTS_FILE))
    by_key = {figure.key: figure for figure in FIGURES}
    page = (
        _environment()
        .get_template(_TEMPLATE)
        .render(
            summary=summary,
            told=told(summary),
            meanings=MEANINGS,
            judged=read_judged(folder),
            beside=both,
            failures=failures,
            families=FAMILIES,
            headlines=[figure for figure in FIGURES if figure.headline and figure.key in summary.figures],
            sliced=[by_key[key] for key in _SLICED],
            slice_order=[*_FIRST_SLICES, *(tag for tag in summary.slices if tag not in _FIRST_SLICES)],
            stages=_drawn(bars({stage: summary.lost.get(stage, 0) for stage in STAGES}, "Failures by stage")),
            latency=_drawn(histogram(failures.times, "Time to answer", "ms")),
            reading_latency=_drawn(histogram(failures.reading_times, "Time to read a case and judge it", "ms")),
            most_shown=MOST_SHOWN,
        )
    )
    path = folder / REPORT_FILE
    try:
        path.write_text(page, encoding="utf-8")
    except OSError as error:
        raise EvalError(f"{path}: cannot be written ({error.strerror}). The results beside it are whole.") from None
    return path


def _drawn(svg: str) -> Markup:
    """An SVG of ours, whose texts ``plots.py`` has escaped."""
    return Markup(svg)  # noqa: S704 - nothing else comes this way


def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(
        percent=percent,
        slug=lambda name: re.sub(r"\W+", "-", name).strip("-").lower(),
        whisker=lambda measured: _drawn(whisker(measured)),
        expected=expected,
        lacking=lacking,
        short=lambda clause: clause.removeprefix("rules:"),
        shade=_shade,
        in_order=_in_order,
        for_slice=_for_slice,
    )
    return environment


def _for_slice(figures: Iterable[Figure], values: Mapping[str, Mapping[str, object]]) -> list[Figure]:
    """The figures that concern some value of a tag."""
    return [figure for figure in figures if any(figure.key in measured for measured in values.values())]


def _in_order(values: Mapping[str, object]) -> list[tuple[str, object]]:
    """Sections as in the Rules, other values by name."""
    place = {section: at for at, section in enumerate(_SECTIONS)}
    return sorted(values.items(), key=lambda row: (place.get(row[0], len(place)), row[0]))


def _shade(value: float, wants: str = "high") -> str:
    """The class of a table cell, from bad to good."""
    value = value if wants == "high" else 1 - value
    for limit, name in ((0.98, "best"), (0.9, "good"), (0.75, "fair"), (0.5, "poor")):
        if value >= limit:
            return name
    return "bad"
