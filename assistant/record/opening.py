"""The store opened: where it is, how it is reached, its tables brought up to date."""

from __future__ import annotations

import os
from pathlib import Path

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, SQLAlchemyError

from assistant.record.migrate import migrate
from assistant.record.store import Store, first_line
from corpus.errors import RecordError

__all__ = ["open_store"]

_PATIENCE = 10
"""Seconds until a database that does not answer is given up."""


def open_store(url: str | None, data_dir: Path) -> Store:
    """Open the store at ``url``, by default a file in ``data_dir``, and bring its tables up to date.

    Raises ``RecordError``; no message holds the password in ``url``.
    """
    place = _place(url, data_dir)
    try:
        engine = _engine(place)
        version = migrate(engine)
    except (SQLAlchemyError, OSError, ImportError) as error:
        raise RecordError(
            f"The record at {place.render_as_string(hide_password=True)} cannot be opened: {first_line(error)}. "
            "Set ARA_DATABASE_URL to a database that can be reached and written, or leave it out for a file."
        ) from None
    return Store(engine, version)


def _place(url: str | None, data_dir: Path) -> URL:
    if url is None:
        return URL.create("sqlite", database=str(data_dir / "record.sqlite3"))
    try:
        place = make_url(url)
    except ArgumentError:
        raise RecordError(
            "ARA_DATABASE_URL cannot be read. It must be such as postgresql://user:password@host/name; "
            "marks such as @ or / in a password are written %40 or %2F."
        ) from None
    if place.get_backend_name() in ("postgresql", "postgres"):
        return place.set(drivername="postgresql+psycopg")
    return place


def _engine(place: URL) -> Engine:
    if place.get_backend_name() != "sqlite":
        return create_engine(
            place, pool_pre_ping=True, pool_size=2, max_overflow=4, connect_args={"connect_timeout": _PATIENCE}
        )
    _make_private(place.database)
    engine = create_engine(place)

    @event.listens_for(engine, "connect")
    def prepare(connection: object, _: object) -> None:
        cursor = connection.cursor()  # type: ignore[attr-defined]  # sqlite3's
        # Deleted words are overwritten; a second server waits its turn.
        for pragma in ("journal_mode=WAL", "synchronous=NORMAL", "secure_delete=ON", "busy_timeout=5000"):
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()

    return engine


def _make_private(database: str | None) -> None:
    """A new file that its owner alone may read."""
    if database and database != ":memory:":
        path = Path(database)
        path.parent.mkdir(parents=True, exist_ok=True)
        os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
