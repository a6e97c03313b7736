"""What is kept, as CSV for a spreadsheet and as JSON for a program."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from starlette.responses import Response

if TYPE_CHECKING:
    from assistant.record.store import Store

__all__ = ["TABLES", "export", "safe_cell"]

TABLES = ("questions", "feedback", "labels", "counts")
_FORMULA = tuple("=+-@|%\t\r\n＝＋－＠")
"""How a cell begins that a spreadsheet would work out."""


def export(store: Store, table: str, form: str) -> Response:
    """The whole table as ``csv`` or ``json``, to be saved under its name."""
    rows = _ROWS[table](store)
    body = _csv(rows) if form == "csv" else json.dumps(rows, ensure_ascii=False, indent=1, default=str)
    return Response(
        body,
        media_type="text/csv; charset=utf-8" if form == "csv" else "application/json",
        headers={"Content-Disposition": f'attachment; filename="ara-{table}.{form}"'},
    )


def safe_cell(value: object) -> str:
    """``value`` as a spreadsheet reads it as text: what would be a formula is led by an apostrophe."""
    if isinstance(value, bool) or value is None:
        return "" if value is None else str(value).lower()
    if isinstance(value, list):
        value = " ".join(value)
    text = str(value)
    is_words = isinstance(value, str)
    return f"'{text}" if is_words and text.lstrip(" \ufeff\u00a0").startswith(_FORMULA) else text


def _csv(rows: Sequence[dict[str, Any]]) -> str:
    if not rows:
        return ""
    out = io.StringIO()
    writer = csv.writer(out, quoting=csv.QUOTE_ALL)
    writer.writerow(rows[0])
    writer.writerows([safe_cell(value) for value in row.values()] for row in rows)
    return out.getvalue()


def _questions(store: Store) -> list[dict[str, Any]]:
    return [
        {
            "id": kept.id,
            "question": kept.asked.question,
            "reason": kept.asked.reason,
            "kind": kept.asked.kind,
            "confidence": kept.asked.confidence,
            "cited": list(kept.asked.cited),
            "answer": kept.asked.answer,
            "times": kept.times,
            "first_day": kept.first_day,
            "last_day": kept.last_day,
            "labelled": kept.labelled,
            "rules_version": kept.asked.rules_version,
            "corpus_hash": kept.asked.corpus_hash,
        }
        for kept in store.questions(labelled=None)
    ]


def _feedback(store: Store) -> list[dict[str, Any]]:
    return [
        {
            "id": rated.id,
            "day": rated.day,
            "up": rated.rating.up,
            "reason": rated.rating.reason,
            "question": rated.rating.question,
            "kind": rated.rating.kind,
            "cited": list(rated.rating.cited),
            "answer": rated.rating.answer,
            "rules_version": rated.rating.rules_version,
            "corpus_hash": rated.rating.corpus_hash,
        }
        for rated in store.ratings()
    ]


def _labels(store: Store) -> list[dict[str, Any]]:
    return [{"id": one.id, "day": one.day, **one.label.to_dict(), "applied": one.applied} for one in store.labels()]


def _counts(store: Store) -> list[dict[str, Any]]:
    return [
        {
            "day": count.day,
            "endpoint": count.endpoint,
            "kind": count.kind,
            "at_most_ms": count.ms,
            "answers": count.answers,
        }
        for count in store.counts(date.min)
    ]


_ROWS = {"questions": _questions, "feedback": _feedback, "labels": _labels, "counts": _counts}
