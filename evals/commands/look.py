"""Commands that look into answers, the corpus and the program."""

from __future__ import annotations

from typing import Annotated

import typer

from evals.commands.options import Cases, Part, progress_bar

__all__ = ["bench", "coverage", "explain", "figures", "impact", "load", "talks", "turns"]


def explain(
    question: Annotated[str, typer.Argument(help="The question, in quotation marks.")],
    turn: Annotated[list[str] | None, typer.Option(help="A question asked before it; oldest first.")] = None,
) -> None:
    """Show what each stage makes of one question.

    Example: python -m evals explain "May I keep the credits?"
    """
    from assistant import Assistant, load_settings
    from evals.explain import explain as show

    with progress_bar() as progress:
        assistant = Assistant.open(load_settings(), progress)
    show(assistant.trace(question, turn or ()))


def coverage(
    check: Annotated[
        bool, typer.Option("--check", help="Change nothing; exit 1 for an orphan or a stale page.")
    ] = False,
) -> None:
    """Write docs/coverage.md: what stands behind each clause.

    Example: python -m evals coverage --check
    """
    from assistant import load_settings
    from corpus import load_corpus
    from evals.coverage import COVERAGE_FILE, coverage_of, coverage_page, orphans, stale

    chosen = load_settings()
    rows = coverage_of(load_corpus(chosen.corpus_dir, chosen.rules_version))
    page = coverage_page(rows)
    faults = orphans(rows)
    if check and stale(page):
        faults.append("docs/coverage.md is stale. Run “python -m evals coverage”.")
    if not check:
        COVERAGE_FILE.parent.mkdir(exist_ok=True)
        COVERAGE_FILE.write_text(page, encoding="utf-8")
    for fault in faults:
        typer.echo(fault, err=True)
    typer.echo(f"coverage: {len(faults)} to mend" if faults else "coverage: every clause is covered")
    if faults:
        raise typer.Exit(1)


def figures(
    write: Annotated[bool, typer.Option("--write", help="Put the table between docs/evals.md's markers.")] = False,
) -> None:
    """Print the table of every figure with its formula and source.

    Example: python -m evals figures --write
    """
    from corpus import CORPUS_DIR
    from evals.metrics import figures_table
    from evals.pages import put_between

    typer.echo(figures_table())
    if write:
        put_between(CORPUS_DIR.parent / "docs" / "evals.md", "figures", figures_table())


def impact(
    old: Annotated[str, typer.Argument(help="The Rules of today: a date, or a file.")],
    new: Annotated[str, typer.Argument(help="The Rules to come: a date, or a file.")],
    part: Part = "dev",
    cases: Cases = None,
) -> None:
    """List the answers that change when new Rules come in, and what must be reviewed first.

    Example: python -m evals impact 2021-03-12 drafts/2026-01-01.md
    """
    from dataclasses import replace

    from assistant import load_settings
    from corpus import load_corpus
    from corpus.diff import diff_rules
    from evals.impact import carry_over, find_rules, impact_of, stale_entries
    from evals.opening import open_on
    from evals.run import CaseSet
    from evals.terminal import show_impact

    chosen = load_settings()
    known = load_corpus(chosen.corpus_dir, chosen.rules_version)
    rules = find_rules(old, chosen.corpus_dir)
    today = known if rules.sha256 == known.rules.sha256 else replace(known, rules=rules)
    diff = diff_rules(today.rules, find_rules(new, chosen.corpus_dir))
    with progress_bar() as progress:
        before = open_on(chosen, today, progress)
        after = open_on(chosen, carry_over(today, diff), progress)
        found = impact_of(CaseSet(part, cases), before, after, diff)
    show_impact(diff, found, stale_entries(diff, today), today)


def bench(
    quick: Annotated[bool, typer.Option("--quick", help="Fewer repeats, at most 10,000 clauses, no build.")] = False,
    readme: Annotated[bool, typer.Option("--readme", help="Put the table between README.md's bench markers.")] = False,
) -> None:
    """Measure times and memory; prints a Markdown table. The whole takes about five minutes.

    Example: python -m evals bench --quick
    """
    from assistant import load_settings
    from corpus import CORPUS_DIR
    from evals.bench import run_bench
    from evals.bench.row import table
    from evals.pages import put_between

    with progress_bar() as progress:
        text = table(tuple(run_bench(load_settings(), progress, quick=quick)))
    typer.echo(text)
    if readme:
        put_between(CORPUS_DIR.parent / "README.md", "bench", text)


def load(
    users: Annotated[int, typer.Option(min=1, help="Users who ask at the same time.")] = 50,
    questions: Annotated[int, typer.Option(min=100, help="Questions that all of them ask together.")] = 5_000,
    readme: Annotated[bool, typer.Option("--readme", help="Put the table between README.md's load markers.")] = False,
) -> None:
    """Let many users ask the real page at once, beside a bare echo chat; exits 1 where a target is missed.

    Example: python -m evals load --users 50 --questions 1000
    """
    from assistant import load_settings
    from corpus import CORPUS_DIR
    from evals.bench.row import table
    from evals.load import run_load
    from evals.pages import put_between

    with progress_bar() as progress:
        rows = tuple(run_load(load_settings(), progress, users=users, questions=questions))
    typer.echo(table(rows))
    if readme:
        put_between(CORPUS_DIR.parent / "README.md", "load", table(rows))
    if any(row.met is False for row in rows):
        raise typer.Exit(1)


def turns() -> None:
    """Learn anew how follow-ups are read; run it after a change of the encoder or of the index's heads.

    Example: python -m evals turns
    """
    from assistant import Assistant, load_settings
    from assistant.turns.evidence import WEIGHTS_FILE
    from evals.turns import learn_weights, read_dialogues, save_weights

    with progress_bar() as progress:
        assistant = Assistant.open(load_settings(), progress)
    dialogues = read_dialogues()
    save_weights(learn_weights(dialogues, assistant.index.search))
    typer.echo(f"turns: learned from {len(dialogues)} dialogues; {WEIGHTS_FILE}")


def talks() -> None:
    """Measure conversations about one case: corrections, suppositions, additions after a verdict.

    Example: python -m evals talks
    """
    from assistant import Assistant, load_settings
    from evals.talks import TALKS, outcomes, read_talks, tally

    with progress_bar() as progress:
        assistant = Assistant.open(load_settings(), progress)
    for path in sorted(TALKS.glob("*.jsonl")):
        typer.echo(path.stem)
        for name, value in tally(list(outcomes(assistant, read_talks(path)))).items():
            typer.echo(f"  {name:<44} {value}")
