"""The ``ara staff`` commands."""

from __future__ import annotations

import sys
from datetime import date
from typing import Annotated

import typer

__all__ = ["staff_app"]

staff_app = typer.Typer(help="What the pages for staff need.", no_args_is_help=True, rich_markup_mode=None)


@staff_app.command("hash-password")
def hash_password() -> None:
    """Ask for a password and print what ARA_STAFF_PASSWORD_HASH is set to.

    Where no terminal is there, the password is the first line of the input.

    Example: ara staff hash-password
    """
    from assistant.staff.password import hash_of

    if sys.stdin.isatty():
        password = typer.prompt("Password", hide_input=True, confirmation_prompt=True, err=True)
    else:
        password = sys.stdin.readline().rstrip("\r\n")
    typer.echo(hash_of(password))
    typer.echo("Set it in single quotation marks: export ARA_STAFF_PASSWORD_HASH='$argon2id…'", err=True)


@staff_app.command("migrate")
def migrate() -> None:
    """Bring the tables of the record up to date; “ara serve” and “ara review” do so as well.

    Example: ara staff migrate
    """
    from assistant.record import open_record
    from assistant.settings import load_settings

    store = open_record(load_settings())
    typer.echo(f"The record at {store.place} has version {store.version}.")


@staff_app.command("forget")
def forget(
    everything: Annotated[bool, typer.Option("--everything", help="Delete all that is kept, of any age.")] = False,
) -> None:
    """Delete what is older than ARA_RETENTION_DAYS; the server does so every day.

    Example: ara staff forget --everything
    """
    from assistant.record import open_record
    from assistant.settings import load_settings

    settings = load_settings()
    store = open_record(settings)
    today = date.today()  # noqa: DTZ011 - the edge: the day on this machine's calendar
    gone = store.forget(date.max, 0) if everything else store.forget(today, settings.retention_days)
    typer.echo(f"Deleted for good: {gone} rows.")
