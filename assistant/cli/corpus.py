"""The ``ara corpus`` commands."""

from __future__ import annotations

from typing import Annotated

import typer

from corpus import Corpus, load_corpus
from corpus.errors import CorpusError

__all__ = ["corpus_app"]

corpus_app = typer.Typer(help="The Rules, the FAQ and the notes.", no_args_is_help=True, rich_markup_mode=None)


@corpus_app.command("show")
def show(
    clause_id: Annotated[str, typer.Argument(metavar="ID", help="A clause or FAQ id: rules:I.c, faq:overhead.")],
    as_json: Annotated[bool, typer.Option("--json", help="Print it as JSON.")] = False,
) -> None:
    """Show a clause or an FAQ entry.

    Example: ara corpus show rules:III.c
    """
    import json

    from corpus.entry import entry_row

    row = entry_row(_corpus(), clause_id)
    if as_json:
        typer.echo(json.dumps(row, ensure_ascii=False))
    else:
        for name, value in row.items():
            typer.echo(f"{name}: {value}")


@corpus_app.command("lint")
def lint() -> None:
    """Check the whole corpus: ids, quotations, stale entries.

    Example: ara corpus lint
    """
    from assistant.settings import load_settings
    from corpus.lint import lint_corpus

    findings = lint_corpus(load_settings().corpus_dir)
    for finding in findings:
        typer.echo(str(finding), err=True)
    if findings:
        raise CorpusError("corpus", f"{len(findings)} finding(s).", "Each line above says where and what to do.")
    typer.echo("The corpus is in order.")


@corpus_app.command("diff")
def diff(
    old: Annotated[str, typer.Argument(help="The date of the older version, or a file.")],
    new: Annotated[str, typer.Argument(help="The date of the newer version, or a file.")],
) -> None:
    """Show what changed between two versions of the Rules, and what hangs on it.

    Example: ara corpus diff 2021-03-12 2025-03-26
    """
    from pathlib import Path

    from corpus import read_rules
    from corpus.diff import diff_lines, diff_rules
    from evals.hanging import hanging_on  # cases stand to the right of this room; only the command asks for them

    corpus = _corpus()

    def rules(name: str) -> Path:
        return Path(name) if name.endswith(".md") else corpus.root / "rules" / f"{name}.md"

    difference = diff_rules(read_rules(rules(old)), read_rules(rules(new)))
    typer.echo("\n".join(diff_lines(difference, corpus, hanging_on(corpus))))


def _corpus() -> Corpus:
    from assistant.settings import load_settings

    return load_corpus(load_settings().corpus_dir, load_settings().rules_version)
