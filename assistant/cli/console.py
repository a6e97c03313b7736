"""What the commands share at the terminal: consoles, the open assistant, progress bars."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from rich.console import Console

if TYPE_CHECKING:
    from assistant.pipeline import Assistant
    from index import Progress

__all__ = ["err", "open_assistant", "out", "progress_bar"]

out = Console()
err = Console(stderr=True)


def open_assistant() -> Assistant:
    """The assistant with the settings of this process; a first build shows its progress on stderr."""
    from assistant.pipeline import Assistant
    from assistant.settings import load_settings

    with progress_bar("Preparing the index") as progress:
        return Assistant.open(load_settings(), progress)


@contextmanager
def progress_bar(title: str) -> Iterator[Progress]:
    """A bar on stderr that appears with the first report and goes when all is done."""
    from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    bar = Progress(
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(),
        TextColumn("{task.completed}/{task.total}"),
        TimeElapsedColumn(),
        console=err,
        transient=True,
    )
    task = bar.add_task(title, total=1)

    def report(stage: str, done: int, total: int) -> None:
        bar.start()
        bar.update(task, description=f"{title}: {stage}", completed=done, total=total)

    try:
        yield report
    finally:
        bar.stop()
