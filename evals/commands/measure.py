"""Commands that measure, and that judge what was measured."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from corpus.errors import EvalError
from evals.commands.options import Cases, Out, Part, Workers, progress_bar

__all__ = ["compare", "gate", "judge", "lint", "report", "run"]

ENGINES = ("processes", "ray")


def run(
    part: Part = "dev",
    cases: Cases = None,
    out: Out = None,
    workers: Workers = 1,
    fresh: Annotated[bool, typer.Option("--fresh", help="Start again instead of going on with a stopped run.")] = False,
    engine: Annotated[str, typer.Option(help="Where workers run: processes, or ray for a Ray cluster.")] = "processes",
    address: Annotated[str | None, typer.Option(help="The Ray cluster; one of its own where not given.")] = None,
    model: Annotated[
        str | None,
        typer.Option(
            help="The chat model that words answers, as provider:name, or none; ARA_CHAT_MODEL where not given."
        ),
    ] = None,
) -> None:
    """Answer and score cases; writes results.jsonl, summary.json and report.html.

    With a chat model the same cases are answered without one as well, into FOLDER.none, and the report shows both.

    Example: python -m evals run --part dev --out runs/before
    """
    from assistant import load_settings
    from corpus import load_corpus
    from evals.beside import beside, plain_folder, show_beside
    from evals.cluster import ray_engine
    from evals.opening import opener, prepare
    from evals.report import write_report
    from evals.run import CaseSet, run_cases, run_folder
    from evals.terminal import show_summary
    from evals.workers import score_lines

    if engine not in ENGINES:
        raise EvalError(f"There is no engine {engine!r}. Expected one of {', '.join(ENGINES)}.")
    chosen = load_settings() if model in {None, "none"} else load_settings(chat_model=str(model))
    if model == "none":
        chosen = chosen.model_copy(update={"chat_model": None})
    named = chosen.chat_model or "none"
    case_set = CaseSet(part, cases)
    folder = out or run_folder(case_set, named)
    corpus = load_corpus(chosen.corpus_dir, chosen.rules_version)
    both = [(folder, chosen, named)]
    if named != "none":
        both.insert(0, (plain_folder(folder), chosen.model_copy(update={"chat_model": None}), "none"))
    with progress_bar() as progress:
        prepare(chosen, progress)
        for target, settings, helper in both:
            summary = run_cases(
                case_set,
                target,
                opener(settings),
                corpus,
                workers=workers,
                fresh=fresh or target != folder,
                progress=progress,
                engine=ray_engine(address) if engine == "ray" else score_lines,
                model=helper,
            )
    page = write_report(folder)
    show_summary(summary)
    if found := beside(folder, corpus):
        typer.echo(show_beside(found))
    typer.echo(f"report: {page}")


def report(folder: Path) -> None:
    """Write the report of a finished run again.

    Example: python -m evals report runs/dev
    """
    from evals.report import write_report

    typer.echo(f"report: {write_report(folder)}")


def judge(
    folder: Annotated[Path, typer.Argument(help="The folder of a finished run.")],
    model: Annotated[str, typer.Option(envvar="ARA_JUDGE_MODEL", help="The chat model to ask, as provider:name.")] = "",
    most: Annotated[int, typer.Option(min=1, help="Ask about at most so many more answers.")] = 50,
) -> None:
    """Ask a chat model how faithful and helpful the answers of a run are; advice only, never a gate.

    Example: python -m evals judge runs/dev --model openai:gpt-4.1-mini --most 20
    """
    from evals.judge import judge_run, open_model, read_judged
    from evals.judge.judged import told
    from evals.report import write_report
    from evals.summary import read_summary

    if not model:
        raise EvalError("No judge is configured. Name a chat model with --model provider:name or ARA_JUDGE_MODEL.")
    read_summary(folder)
    with progress_bar() as progress:
        judge_run(folder, model, open_model(model), most, progress)
    if judged := read_judged(folder):
        typer.echo(told(judged))
    typer.echo(f"report: {write_report(folder)}")


def compare(before: Path, after: Path) -> None:
    """Compare two runs case by case, with McNemar's test and paired bootstrap intervals.

    Example: python -m evals compare runs/dev.previous runs/dev
    """
    from evals.compare import compare_runs
    from evals.terminal import show_comparison

    show_comparison(compare_runs(before, after))


def gate(
    part: Part = "dev",
    result: Annotated[Path | None, typer.Option("--run", help="Judge this finished run instead of making one.")] = None,
    update: Annotated[bool, typer.Option("--update", help="Accept the run as the new baseline.")] = False,
    workers: Workers = 1,
) -> None:
    """Fail (exit 1) where a figure falls below gates.yaml or significantly below the baseline.

    A corpus with stale entries is refused before anything is asked, with the list.

    Example: python -m evals gate --part dev
    """
    from evals.gate import BASELINE_DIR, judge, read_gates, save_baseline
    from evals.run import RUNS_DIR

    gates = read_gates()
    if result is None:
        _refuse_stale_entries()
    folder = result or RUNS_DIR / f"gate-{part}"
    if result is None:
        run(part=part, out=folder, workers=workers, fresh=True, model="none")
    baseline = BASELINE_DIR / f"{part}.json"
    if update:
        save_baseline(folder, baseline)
        typer.echo(f"baseline: {baseline}")
    found = judge(folder, gates, baseline)
    for note in found.notes:
        typer.echo(f"note: {note}", err=True)
    for failure in found.failures:
        typer.echo(f"fell: {failure}", err=True)
    typer.echo("gate: failed" if found.failures else "gate: passed")
    if found.failures:
        raise typer.Exit(1)


def _refuse_stale_entries() -> None:
    from assistant import load_settings
    from corpus.lint import lint_corpus

    chosen = load_settings()
    findings = lint_corpus(chosen.corpus_dir, chosen.rules_version)
    for finding in findings:
        typer.echo(str(finding), err=True)
    if findings:
        typer.echo(f"gate: refused, {len(findings)} in the corpus to mend")
        raise typer.Exit(1)


def lint(
    part: Annotated[list[str] | None, typer.Option(help="Parts to check; dev and test where not given.")] = None,
) -> None:
    """Check cases: clause ids, duplicates, near-duplicates of the training examples, patterns, groups.

    Example: python -m evals lint --part dev
    """
    from assistant import load_settings
    from corpus import load_corpus
    from evals.lint import lint_parts

    chosen = load_settings()
    faults = lint_parts(load_corpus(chosen.corpus_dir, chosen.rules_version), part or ("dev", "test"))
    for fault in faults:
        typer.echo(fault, err=True)
    typer.echo(f"cases: {len(faults)} to mend" if faults else "cases: nothing to mend")
    if faults:
        raise typer.Exit(1)
