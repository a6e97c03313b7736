"""The store's tables brought to the form that this program reads."""

from __future__ import annotations

from contextlib import AbstractContextManager, nullcontext
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from filelock import FileLock
from sqlalchemy import Connection, Engine, text

from corpus.errors import RecordError

__all__ = ["migrate", "version_of"]

_FOLDER = Path(__file__).parent / "migrations"
_VERSION_TABLE = "ara_version"
_LOCK = 0x415241
"""The number under which Postgres lets one program migrate at a time."""


def migrate(engine: Engine) -> str:
    """Run the steps that are missing; the version reached.

    Raises ``RecordError`` where a newer program has been here.
    """
    with _alone(engine), engine.begin() as connection:
        if engine.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:number)"), {"number": _LOCK})
        config = _config(connection)
        steps = ScriptDirectory.from_config(config)
        now, newest = version_of(connection), steps.get_current_head()
        if now is not None and now not in {step.revision for step in steps.walk_revisions()}:
            raise RecordError(
                f"The record has version {now}, which this program does not know; it knows up to {newest}. "
                "Use the newer program, or another ARA_DATABASE_URL."
            )
        if now != newest:
            command.upgrade(config, "head")
        return str(newest)


def version_of(connection: Connection) -> str | None:
    """The version of the tables; ``None`` where there are none."""
    context = MigrationContext.configure(connection, opts={"version_table": _VERSION_TABLE})
    return context.get_current_revision()


def _config(connection: Connection) -> Config:
    config = Config()
    config.set_main_option("script_location", str(_FOLDER).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    return config


def _alone(engine: Engine) -> AbstractContextManager[object]:
    """One program at a time, where the database is a file."""
    database = engine.url.database
    if engine.dialect.name != "sqlite" or not database or database == ":memory:":
        return nullcontext()
    return FileLock(f"{database}.lock")
