"""The store of what staff switched on: SQLite in a file, or Postgres."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from datetime import date, timedelta
from typing import cast

from sqlalchemy import ColumnElement, Engine, Select, case, delete, func, select, text, update
from sqlalchemy.exc import IntegrityError, SQLAlchemyError
from sqlalchemy.orm import Session

from assistant.record.tables import CountRow, LabelRow, QuestionRow, RatingRow, Tables
from assistant.record.values import (
    MAX_ANSWER,
    MAX_REASON,
    MAX_WORDS,
    REASONS,
    Applied,
    Asked,
    DayCount,
    Kept,
    Label,
    Rated,
    Rating,
    Reason,
    Totals,
    tidy,
)
from corpus.errors import RecordError
from corpus.lint import normal

__all__ = ["MOST", "Store", "first_line"]

MOST = 20_000
"""Questions, and ratings, that are kept at the same time; beyond, nothing is added until some are gone."""
_URGENCY = case({reason: place for place, reason in enumerate(REASONS)}, value=QuestionRow.reason, else_=len(REASONS))


class Store:
    """What is kept; every method is one transaction, and may be called from any thread.

    Raises ``RecordError`` where the database fails.
    """

    def __init__(self, engine: Engine, version: str) -> None:
        self._engine = engine
        self.version = version
        """The version of the tables."""

    @property
    def place(self) -> str:
        """Where it is, without a password."""
        return self._engine.url.render_as_string(hide_password=True)

    def close(self) -> None:
        """Close the connections."""
        self._engine.dispose()

    @contextmanager
    def _session(self) -> Iterator[Session]:
        try:
            with Session(self._engine) as session, session.begin():
                yield session
        except SQLAlchemyError as error:
            raise RecordError(f"The record at {self.place} failed: {first_line(error)}.") from None

    # What the server adds.

    def keep(self, asked: Asked, day: date) -> bool:
        """Keep a question, or count it once more; ``False`` where the store is full."""
        with self._session() as session:
            return _keep(session, asked, day)

    def rate(self, rating: Rating, asked: Asked | None, day: date) -> bool:
        """Keep a rating, and for a thumb down the question to review; ``False`` where the store is full."""
        with self._session() as session:
            if (session.scalar(_count(RatingRow)) or 0) >= MOST:
                return False
            session.add(
                RatingRow(
                    day=day,
                    key=_key(rating.question),
                    up=rating.up,
                    reason=tidy(rating.reason, MAX_REASON),
                    question=tidy(rating.question, MAX_WORDS),
                    kind=rating.kind,
                    answer=tidy(rating.answer, MAX_ANSWER),
                    cited=list(rating.cited),
                    rules_version=rating.rules_version,
                    corpus_hash=rating.corpus_hash,
                )
            )
            if asked is not None:
                _keep(session, asked, day)
            return True

    def count(self, counts: Counter[tuple[date, str, str, int]]) -> None:
        """Add answers by day, endpoint, kind and bound in milliseconds."""
        with self._session() as session:
            for key, answers in sorted(counts.items()):
                row = session.get(CountRow, key) or _insert_or_get(session, key)
                row.answers = cast("int", CountRow.answers + answers)
                session.flush()

    # What staff look at.

    def totals(self) -> Totals:
        """How much there is."""
        with self._session() as session:
            waiting = select(QuestionRow.reason, func.count()).where(~QuestionRow.labelled).group_by(QuestionRow.reason)
            by_reason = dict(session.execute(waiting).all())
            up, down = (session.scalar(_count(RatingRow, RatingRow.up == thumb)) or 0 for thumb in (True, False))
            labels = session.scalar(_count(LabelRow)) or 0
            unapplied = session.scalar(_count(LabelRow, LabelRow.applied.is_(None))) or 0
            return Totals(
                open={reason: by_reason.get(reason, 0) for reason in REASONS},
                up=up,
                down=down,
                labels=labels,
                unapplied=unapplied,
            )

    def questions(
        self, *, reason: Reason | None = None, labelled: bool | None = False, start: int = 0, most: int | None = None
    ) -> list[Kept]:
        """The questions to review, the most pressing first; ``labelled=None`` for all."""
        with self._session() as session:
            chosen = _by_urgency()
            if reason is not None:
                chosen = chosen.where(QuestionRow.reason == reason)
            if labelled is not None:
                chosen = chosen.where(QuestionRow.labelled == labelled)
            return [row.value() for row in session.scalars(chosen.offset(start).limit(most))]

    def next_question(self, skipped: Collection[int] = (), reason: Reason | None = None) -> Kept | None:
        """The most pressing question to review that is not among ``skipped``."""
        with self._session() as session:
            chosen = _by_urgency().where(~QuestionRow.labelled)
            if skipped:
                chosen = chosen.where(QuestionRow.id.not_in(skipped))
            if reason is not None:
                chosen = chosen.where(QuestionRow.reason == reason)
            row = session.scalar(chosen.limit(1))
            return None if row is None else row.value()

    def question(self, number: int) -> Kept | None:
        """The question with this id."""
        with self._session() as session:
            row = session.get(QuestionRow, number)
            return None if row is None else row.value()

    def reasons_given(self, kept: Kept) -> list[str]:
        """What readers wrote with a thumb down on this question, newest first."""
        with self._session() as session:
            chosen = (
                select(RatingRow.reason)
                .where(RatingRow.key == _key(kept.asked.question), ~RatingRow.up, RatingRow.reason != "")
                .order_by(RatingRow.id.desc())
                .limit(5)
            )
            return list(session.scalars(chosen))

    def ratings(self, *, start: int = 0, most: int | None = None) -> list[Rated]:
        """Ratings, newest first."""
        with self._session() as session:
            chosen = select(RatingRow).order_by(RatingRow.id.desc()).offset(start).limit(most)
            return [row.value() for row in session.scalars(chosen)]

    def labels(self, *, applied: bool | None = None, start: int = 0, most: int | None = None) -> list[Applied]:
        """Labels, newest first."""
        with self._session() as session:
            chosen = select(LabelRow).order_by(LabelRow.id.desc())
            if applied is not None:
                chosen = chosen.where(LabelRow.applied.is_not(None) if applied else LabelRow.applied.is_(None))
            return [row.value() for row in session.scalars(chosen.offset(start).limit(most))]

    def counts(self, since: date) -> list[DayCount]:
        """Answers since that day, oldest first."""
        with self._session() as session:
            chosen = (
                select(CountRow)
                .where(CountRow.day >= since)
                .order_by(CountRow.day, CountRow.endpoint, CountRow.kind, CountRow.ms)
            )
            return [row.value() for row in session.scalars(chosen)]

    # What staff decide.

    def label(self, number: int, label: Label, day: date) -> int | None:
        """Label the question ``number``; the label's id, or ``None`` where it is gone or has a label."""
        with self._session() as session:
            taken = session.execute(
                update(QuestionRow)
                .where(QuestionRow.id == number, ~QuestionRow.labelled)
                .values(labelled=True)
                .returning(QuestionRow.key)
            ).scalar()
            if taken is None:
                return None
            row = LabelRow(
                day=day,
                key=taken,
                question=tidy(label.question, MAX_WORDS),
                kind=label.kind,
                clauses=list(label.clauses),
                polarity=label.polarity,
                applied=None,
            )
            session.add(row)
            session.flush()
            return row.id

    def take_back(self, label: int) -> bool:
        """Undo a label that the corpus does not have yet; its question waits again."""
        with self._session() as session:
            gone = session.execute(
                delete(LabelRow).where(LabelRow.id == label, LabelRow.applied.is_(None)).returning(LabelRow.key)
            ).scalar()
            if gone is None:
                return False
            session.execute(update(QuestionRow).where(QuestionRow.key == gone).values(labelled=False))
            return True

    def drop(self, number: int) -> bool:
        """Delete a question for good, with its ratings."""
        with self._session() as session:
            gone = session.execute(
                delete(QuestionRow).where(QuestionRow.id == number).returning(QuestionRow.key)
            ).scalar()
            if gone is None:
                return False
            session.execute(delete(RatingRow).where(RatingRow.key == gone))
        self._sweep()
        return True

    def applied(self, labels: Sequence[int], day: date) -> None:
        """Note that the corpus has these labels."""
        with self._session() as session:
            session.execute(update(LabelRow).where(LabelRow.id.in_(labels)).values(applied=day))

    def forget(self, today: date, days: int) -> int:
        """Delete for good what is older than ``days`` days; how many rows that were."""
        limit = today - timedelta(days=days)
        deletions = (
            delete(QuestionRow).where(QuestionRow.last_day < limit),
            delete(RatingRow).where(RatingRow.day < limit),
            delete(LabelRow).where(LabelRow.day < limit),
            delete(CountRow).where(CountRow.day < limit),
        )
        with self._session() as session:
            gone = sum(len(session.execute(one.returning(text("1"))).all()) for one in deletions)
        if gone:
            self._sweep()
        return gone

    def _sweep(self) -> None:
        """Take deleted words out of SQLite's journal as well."""
        if self._engine.dialect.name == "sqlite":
            with self._engine.connect() as connection:
                connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")


def _keep(session: Session, asked: Asked, day: date) -> bool:
    key = _key(asked.question)
    row = session.scalar(select(QuestionRow).where(QuestionRow.key == key).with_for_update())
    if row is None:
        if (session.scalar(_count(QuestionRow)) or 0) >= MOST:
            return False
        row = QuestionRow(key=key, first_day=day, times=0, labelled=False, reason=asked.reason)
        _update(row, asked, day)
        try:
            with session.begin_nested():
                session.add(row)
        except IntegrityError:
            # Another server kept the same question in the meantime.
            row = session.scalars(select(QuestionRow).where(QuestionRow.key == key)).one()
            _update(row, asked, day)
    else:
        _update(row, asked, day)
    return True


def _update(row: QuestionRow, asked: Asked, day: date) -> None:
    row.question = asked.question
    row.reason = min(row.reason, asked.reason, key=lambda reason: REASONS.index(cast("Reason", reason)))
    row.kind = asked.kind
    row.confidence = asked.confidence
    row.answer = asked.answer
    row.cited = list(asked.cited)
    row.rules_version = asked.rules_version
    row.corpus_hash = asked.corpus_hash
    row.last_day = day
    row.times += 1


def _insert_or_get(session: Session, key: tuple[date, str, str, int]) -> CountRow:
    day, endpoint, kind, ms = key
    row = CountRow(day=day, endpoint=endpoint, kind=kind, ms=ms, answers=0)
    try:
        with session.begin_nested():
            session.add(row)
    except IntegrityError:
        return session.get_one(CountRow, key)
    return row


def _count(table: type[Tables], *where: ColumnElement[bool]) -> Select[int]:
    return select(func.count()).select_from(table).where(*where)


def _by_urgency() -> Select[QuestionRow]:
    return select(QuestionRow).order_by(_URGENCY, QuestionRow.times.desc(), QuestionRow.id)


def _key(question: str) -> str:
    return hashlib.sha256((normal(question) or question).encode()).hexdigest()


def first_line(error: Exception) -> str:
    """What went wrong, without the statement and its values, which hold words of people."""
    cause = getattr(error, "orig", None) or error
    return str(cause).strip().split("\n")[0][:200].rstrip(".") or type(cause).__name__
