"""Options and the progress bar that several commands share."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
from rich.progress import Progress as Bar

if TYPE_CHECKING:
    from index import Progress

__all__ = ["Cases", "Out", "Part", "Workers", "progress_bar"]

Cases = Annotated[Path | None, typer.Option("--cases", help="A .jsonl file of cases, or a folder of them.")]
Part = Annotated[str, typer.Option(help="The part to use: train, dev or test.")]
Workers = Annotated[int, typer.Option(min=1, max=64, help="Processes that answer.")]
Out = Annotated[Path | None, typer.Option("--out", help="The folder for the results; runs/PART where not given.")]


@contextmanager
def progress_bar() -> Iterator[Progress]:
    """A progress bar on stderr."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Bar(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("starting", total=None)

        def progress(stage: str, done: int, total: int) -> None:
            bar.update(task, description=stage, completed=done, total=total)

        yield progress
