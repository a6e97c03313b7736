"""The steps make the tables that the program reads."""

from __future__ import annotations

from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import create_engine, text

from assistant.record.migrate import migrate
from assistant.record.opening import open_store
from assistant.record.tables import Tables
from corpus.errors import RecordError


def test_the_steps_make_what_the_models_say(tmp_path: Path):
    """After all steps nothing is left to change, so that no model was changed without a step."""
    engine = create_engine(f"sqlite:///{tmp_path / 'a.sqlite3'}")
    migrate(engine)
    with engine.connect() as connection:
        context = MigrationContext.configure(
            connection, opts={"version_table": "ara_version", "compare_type": True, "target_metadata": Tables.metadata}
        )
        assert compare_metadata(context, Tables.metadata) == []


def test_running_them_again_changes_nothing(tmp_path: Path):
    """The second start finds the newest version."""
    engine = create_engine(f"sqlite:///{tmp_path / 'a.sqlite3'}")
    assert migrate(engine) == migrate(engine) == "0001"


def test_a_newer_record_is_left_alone(tmp_path: Path):
    """A version that this program does not know stops it."""
    store = open_store(None, tmp_path)
    with create_engine(f"sqlite:///{tmp_path / 'record.sqlite3'}").begin() as connection:
        connection.execute(text("UPDATE ara_version SET version_num = '9999'"))
    with pytest.raises(RecordError, match="9999"):
        open_store(None, tmp_path)
    store.close()
