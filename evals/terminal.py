"""Runs, as tables in the terminal."""

from __future__ import annotations

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from corpus import Corpus
from corpus.diff import RulesDiff, diff_lines
from evals.compare import Comparison
from evals.hanging import hanging_on
from evals.impact import Impact
from evals.metrics import FAMILIES, FIGURE_BY_KEY
from evals.summary import Summary

__all__ = ["percent", "show_comparison", "show_impact", "show_summary", "told"]


def percent(value: float) -> str:
    """Write 0.9731 as ``97.3 %``."""
    return f"{100 * value:.1f} %"


def told(summary: Summary) -> str:
    """How much of a run is right, in a few words."""
    parts = [f"{summary.right} of {summary.judged} right"] if summary.judged else []
    if summary.sentences:
        parts.append(f"{summary.sentences_right} of {summary.sentences} sentences read right")
    return ", ".join(parts) or f"{summary.items} questions answered, none with gold"


def show_summary(summary: Summary, console: Console | None = None) -> None:
    """Every figure of a run with its interval, then times and the stages that lost answers."""
    console = console or Console()
    table = Table(title=f"{summary.run.part}: {told(summary)}", title_justify="left")
    for heading, justify in (("figure", "left"), ("value", "right"), ("95 % interval", "right"), ("cases", "right")):
        table.add_column(heading, justify=justify)  # type: ignore[arg-type]
    for family, figures in FAMILIES.items():
        known = [figure for figure in figures if figure.key in summary.figures]
        if known:
            table.add_section()
            table.add_row(f"[bold]{family}")
        for figure in known:
            measured = summary.figures[figure.key]
            between = f"{100 * measured.low:.1f} – {100 * measured.high:.1f}"
            table.add_row(f"  {figure.title}", percent(measured.value), between, str(measured.cases))
    console.print(table)
    for name, rows in (("latency", summary.latency), ("reading and verdict", summary.reading_latency)):
        if rows:
            times = " · ".join(f"p{row.percent} {row.ms:.1f} ms ({row.low:.1f} – {row.high:.1f})" for row in rows)
            console.print(f"{name}: {times}")
    lost = " · ".join(f"{stage} {count}" for stage, count in sorted(summary.lost.items())) or "nothing"
    console.print(f"lost at: {lost}")
    if summary.throughput:
        console.print(f"throughput: {summary.throughput:.0f} questions a second a worker")
    if summary.errors:
        console.print(f"[bold]{summary.errors} questions raised an error; see the report.")


def show_comparison(comparison: Comparison, console: Console | None = None) -> None:
    """What got better and worse, and whether that may be chance."""
    console = console or Console()
    better, worse = comparison.better, comparison.worse
    console.print(
        f"{comparison.items} questions in both: {len(better)} better, {len(worse)} worse "
        f"(McNemar p = {comparison.p:.3f}); {comparison.only_before} cases only before, {comparison.only_after} only after"
    )
    figures = Table()
    for heading in ("figure", "before", "after", "95 % interval of the change", ""):
        figures.add_column(heading)
    moved = [shift for shift in comparison.shifts if shift.before != shift.after or shift.low != shift.high]
    for shift in moved:
        between = f"{100 * shift.low:+.1f} – {100 * shift.high:+.1f}"
        verdict = "" if shift.direction == "unclear" else shift.direction
        title = FIGURE_BY_KEY[shift.figure].title
        figures.add_row(title, percent(shift.before), percent(shift.after), between, verdict)
    if moved:
        console.print(figures)
    console.print(f"{len(comparison.shifts) - len(moved)} figures did not move")
    for title, changes in (("worse", worse), ("better", better)):
        for change in changes:
            console.print(f"[bold]{title}[/bold] {escape(change.id)}  {escape(change.question)}", highlight=False)
            console.print(f"    {change.before} → {change.after}  ({change.lost})", highlight=False)


def show_impact(
    diff: RulesDiff, impact: Impact, stale: tuple[str, ...], corpus: Corpus, console: Console | None = None
) -> None:
    """What changed in the Rules, which answers change, and what must be reviewed."""
    console = console or Console()
    for line in diff_lines(diff, corpus, hanging_on(corpus)):
        console.print(escape(line), highlight=False)
    console.print(f"\n[bold]{len(impact.changed)} of {impact.asked} answers change")
    for answer in impact.changed:
        console.print(f"  {escape(answer.id)}  {escape(answer.question)}", highlight=False)
        console.print(f"      {answer.before} → {answer.after}  ({answer.why})", highlight=False)
    console.print(f"\n[bold]{len(stale)} entries must be reviewed before a release")
    for entry in stale:
        console.print(f"  {entry}", highlight=False)
