"""The store of this process's settings, and nothing where it is switched off."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.settings import Settings
from corpus.errors import RecordError

if TYPE_CHECKING:
    from assistant.record.store import Store

__all__ = ["open_record"]


def open_record(settings: Settings) -> Store:
    """Open the store; raises ``RecordError`` where keeping is off, or the store cannot be opened."""
    if not settings.keep_questions:
        raise RecordError(
            "Nothing is kept for staff. Set ARA_KEEP_QUESTIONS=1 for “ara serve” and for this command; "
            "docs/staff.md says what is kept then."
        )
    # Only here, so that a program that keeps nothing loads no database.
    from assistant.record.opening import open_store

    return open_store(settings.database_url, settings.data_dir)
