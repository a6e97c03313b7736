"""The ``ara ask`` command."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from corpus.errors import BatchError

__all__ = ["ask"]


def ask(
    question: Annotated[str | None, typer.Argument(help="The question, in quotation marks.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the answer as one line of JSON.")] = False,
    batch: Annotated[Path | None, typer.Option("--batch", help="Answer every line of this JSON-lines file.")] = None,
    out: Annotated[Path | None, typer.Option("--out", help="Where the answers of --batch are written.")] = None,
) -> None:
    """Answer one question, or a file of questions.

    Example: ara ask "Can the university take its overhead out of the cash?"
    """
    if batch is not None:
        if question is not None or out is None:
            raise BatchError("--batch takes a file to answer and --out a file to write, and no question beside them.")
        _answer_batch(batch, out)
    elif question is None:
        raise BatchError('Type a question, such as: ara ask "Who pays the taxes?"; or --batch IN --out OUT.')
    else:
        _answer_one(question, as_json=as_json)


def _answer_one(question: str, *, as_json: bool) -> None:
    from assistant.cli import console

    answer = console.open_assistant().ask(question)
    if as_json:
        typer.echo(answer.to_json())
        return
    from rich.markdown import Markdown

    console.out.print(Markdown(answer.text))


def _answer_batch(source: Path, target: Path) -> None:
    from assistant.batch import run_batch
    from assistant.cli import console

    if not source.is_file():
        raise BatchError(f"There is no file {source}. --batch takes a file of JSON lines.")
    if source.resolve() == target.resolve():
        raise BatchError("--out is the file that --batch reads. Choose another, so that nothing is lost.")
    assistant = console.open_assistant()
    with console.progress_bar("Answering") as progress:
        failed = run_batch(assistant, source, target, lambda done, total: progress(source.name, done, total))
    if failed:
        raise BatchError(
            f"{failed} line{'s' if failed > 1 else ''} could not be answered; {target} says which and why."
        )
