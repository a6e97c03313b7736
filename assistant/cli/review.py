"""The ``ara review`` command."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from assistant.record import Taught
    from assistant.record.store import Store
    from assistant.settings import Settings

__all__ = ["review"]


def review(
    apply: Annotated[
        bool, typer.Option("--apply", help="Add the labels to corpus/examples.jsonl instead of making more.")
    ] = False,
) -> None:
    """Label the questions that were not answered well, one key a question.

    Questions are kept where ARA_KEEP_QUESTIONS=1 is set, and nowhere else.

    Example: ara review
    """
    from assistant.record import open_record
    from assistant.settings import load_settings

    settings = load_settings()
    store = open_record(settings)
    today = date.today()  # noqa: DTZ011 - the edge: the day on this machine's calendar
    store.forget(today, settings.retention_days)
    if apply:
        _apply(store, settings, today)
    else:
        _review(store, today)


def _review(store: Store, today: date) -> None:
    from assistant.cli import console
    from assistant.cli.reviewing import Review
    from assistant.cli.terminal import RealTerminal

    terminal = RealTerminal()
    if not sum(store.totals().open.values()):
        typer.echo("Nothing is left to review.")
    else:
        done = Review(store, console.open_assistant(), terminal, today).run()
        typer.echo(", ".join(f"{done[what]} {what}" for what in ("labelled", "skipped", "dropped")) + ".")
    if unapplied := store.totals().unapplied:
        typer.echo(f"{unapplied} labels are not in the corpus yet: ara review --apply")


def _apply(store: Store, settings: Settings, today: date) -> None:
    from assistant.record import teach
    from corpus import load_corpus

    corpus = load_corpus(settings.corpus_dir, settings.rules_version)
    taught = teach(store, corpus, today)
    for line in _told(taught):
        typer.echo(line)
    if taught.added:
        typer.echo("Next: look at the change, then “ara index build”, and start “ara serve” anew.")


def _told(taught: Taught) -> list[str]:
    if not (taught.added or taught.known or taught.disputed):
        return ["There is no label that the corpus does not have."]
    lines = [f"Added to the examples: {len(taught.added)}."]
    if taught.known:
        lines.append(f"Already there with the same label: {len(taught.known)}.")
    lines += [f"Not added: “{one.label.question}”: {why}." for one, why in taught.disputed]
    return lines
