"""The tables of the store, as typed models; ``migrations`` makes them."""

from __future__ import annotations

import datetime as dt
from typing import cast

from sqlalchemy import JSON, BigInteger, Boolean, Date, Float, Index, Integer, String, Text
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from assistant.record.values import Applied, Asked, DayCount, Kept, Label, LabelKind, Rated, Rating, Reason
from corpus import Polarity

__all__ = ["CountRow", "LabelRow", "QuestionRow", "RatingRow", "Tables"]

_Key = BigInteger().with_variant(Integer, "sqlite")


class Tables(DeclarativeBase):
    """All of them; their names begin with ``ara_``, since a database may be shared."""


class QuestionRow(Tables):
    """A question that was not answered well."""

    __tablename__ = "ara_question"
    __table_args__ = (Index("ara_question_review", "labelled", "reason"),)

    id: Mapped[int] = mapped_column(_Key, primary_key=True)
    key: Mapped[str] = mapped_column(String(64), unique=True)
    """SHA-256 of the question without case, punctuation and spacing, so that repeats are told."""
    question: Mapped[str] = mapped_column(Text)
    reason: Mapped[str] = mapped_column(String(20))
    kind: Mapped[str] = mapped_column(String(20))
    confidence: Mapped[float] = mapped_column(Float)
    answer: Mapped[str] = mapped_column(Text)
    cited: Mapped[list[str]] = mapped_column(JSON)
    rules_version: Mapped[str] = mapped_column(String(10))
    corpus_hash: Mapped[str] = mapped_column(String(16))
    first_day: Mapped[dt.date] = mapped_column(Date)
    last_day: Mapped[dt.date] = mapped_column(Date, index=True)
    times: Mapped[int] = mapped_column(Integer)
    labelled: Mapped[bool] = mapped_column(Boolean)

    def value(self) -> Kept:
        """The row as a value."""
        asked = Asked(
            question=self.question,
            reason=cast("Reason", self.reason),
            kind=self.kind,
            confidence=self.confidence,
            answer=self.answer,
            cited=tuple(self.cited),
            rules_version=self.rules_version,
            corpus_hash=self.corpus_hash,
        )
        return Kept(self.id, asked, self.first_day, self.last_day, self.times, self.labelled)


class RatingRow(Tables):
    """A thumb up or down."""

    __tablename__ = "ara_rating"

    id: Mapped[int] = mapped_column(_Key, primary_key=True)
    day: Mapped[dt.date] = mapped_column(Date, index=True)
    key: Mapped[str] = mapped_column(String(64), index=True)
    """The question's."""
    up: Mapped[bool] = mapped_column(Boolean)
    reason: Mapped[str] = mapped_column(Text)
    question: Mapped[str] = mapped_column(Text)
    kind: Mapped[str] = mapped_column(String(20))
    answer: Mapped[str] = mapped_column(Text)
    cited: Mapped[list[str]] = mapped_column(JSON)
    rules_version: Mapped[str] = mapped_column(String(10))
    corpus_hash: Mapped[str] = mapped_column(String(16))

    def value(self) -> Rated:
        """The row as a value."""
        rating = Rating(
            up=self.up,
            reason=self.reason,
            question=self.question,
            kind=self.kind,
            answer=self.answer,
            cited=tuple(self.cited),
            rules_version=self.rules_version,
            corpus_hash=self.corpus_hash,
        )
        return Rated(self.id, self.day, rating)


class LabelRow(Tables):
    """What staff say a question is about."""

    __tablename__ = "ara_label"

    id: Mapped[int] = mapped_column(_Key, primary_key=True)
    day: Mapped[dt.date] = mapped_column(Date, index=True)
    key: Mapped[str] = mapped_column(String(64), index=True)
    """The kept question's; the label's own words may differ."""
    question: Mapped[str] = mapped_column(Text)
    kind: Mapped[str] = mapped_column(String(20))
    clauses: Mapped[list[str]] = mapped_column(JSON)
    polarity: Mapped[str | None] = mapped_column(String(10))
    applied: Mapped[dt.date | None] = mapped_column(Date)

    def value(self) -> Applied:
        """The row as a value."""
        label = Label(
            self.question,
            cast("LabelKind", self.kind),
            tuple(self.clauses),
            cast("Polarity | None", self.polarity),
        )
        return Applied(self.id, self.day, label, self.applied)


class CountRow(Tables):
    """Answers of one day, by endpoint, kind and bound of time."""

    __tablename__ = "ara_count"

    day: Mapped[dt.date] = mapped_column(Date, primary_key=True)
    endpoint: Mapped[str] = mapped_column(String(20), primary_key=True)
    kind: Mapped[str] = mapped_column(String(20), primary_key=True)
    ms: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)
    answers: Mapped[int] = mapped_column(Integer)

    def value(self) -> DayCount:
        """The row as a value."""
        return DayCount(self.day, self.endpoint, self.kind, self.ms, self.answers)
