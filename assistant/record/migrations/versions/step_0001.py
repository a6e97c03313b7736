"""Questions, ratings, labels and counts."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

_KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "ara_question",
        sa.Column("id", _KEY, primary_key=True),
        sa.Column("key", sa.String(64), nullable=False, unique=True),
        sa.Column("question", sa.Text(), nullable=False),
        sa.Column("reason", sa.String(20), nullable=False),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("confidence", sa.Float(), nullable=False),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.Column("cited", sa.JSON(), nullable=False),
        sa.Column("rules_version", sa.String(10), nullable=False),
        sa.Column("corpus_hash", sa.String(16), nullable=False),
        sa.Column("first_day", sa.Date(), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=False),
        sa.Column("times", sa.Integer(), nullable=False),
        sa.Column("labelled", sa.Boolean(), nullable=False),
    )
    op.create_index("ara_question_review", "ara_question", ["labelled", "reason"])
    op.create_index("ix_ara_question_last_day", "ara_question", ["last_day"])
    op.create_table(
        "ara_rating",
        sa.Column("id", _KEY, primary_key=True),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("key", sa.String(64), nullable=False),
        sa.Column("up", sa.Boolean(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("question", sa.Text(), nullable=False),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.Column("cited", sa.JSON(), nullable=False),
        sa.Column("rules_version", sa.String(10), nullable=False),
        sa.Column("corpus_hash", sa.String(16), nullable=False),
    )
    op.create_index("ix_ara_rating_day", "ara_rating", ["day"])
    op.create_index("ix_ara_rating_key", "ara_rating", ["key"])
    op.create_table(
        "ara_label",
        sa.Column("id", _KEY, primary_key=True),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("key", sa.String(64), nullable=False),
        sa.Column("question", sa.Text(), nullable=False),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("clauses", sa.JSON(), nullable=False),
        sa.Column("polarity", sa.String(10), nullable=True),
        sa.Column("applied", sa.Date(), nullable=True),
    )
    op.create_index("ix_ara_label_day", "ara_label", ["day"])
    op.create_index("ix_ara_label_key", "ara_label", ["key"])
    op.create_table(
        "ara_count",
        sa.Column("day", sa.Date(), primary_key=True),
        sa.Column("endpoint", sa.String(20), primary_key=True),
        sa.Column("kind", sa.String(20), primary_key=True),
        sa.Column("ms", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("answers", sa.Integer(), nullable=False),
    )


def downgrade() -> None:
    """Drop the tables, with all that they hold."""
    for name in ("ara_count", "ara_label", "ara_rating", "ara_question"):
        op.drop_table(name)
