"""The wording of a question as columns."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from index.wording import COLUMNS, columns


def test_a_contraction_reads_as_two_words():
    """“doesn't”, “doesn’t” and “doesnt” are “does not”."""
    plain = columns("Does not it count?", "rules:I.c").tolist()
    for typed in ("Doesn't it count?", "doesn’t it count?", "DOESNT it count?"):
        assert columns(typed, "rules:I.c").tolist() == plain


def test_the_clause_is_part_of_the_wording():
    """The same words under two clauses share what is general and differ in the rest."""
    one, other = (set(columns("Must I ask?", clause).tolist()) for clause in ("rules:I.c", "rules:VI.p2"))
    assert one & other
    assert one - other


def test_order_counts():
    """“may not I ask” and “I may ask not” have the same words and other pairs."""
    assert set(columns("ask before I apply", "c").tolist()) != set(columns("apply before I ask", "c").tolist())


@given(st.text(max_size=200))
def test_any_text_has_columns_in_range(text: str):
    """There is at least the mark of the beginning, each column once, in order."""
    found = columns(text, "rules:P.p1")
    assert len(found) > 0
    assert (found[1:] > found[:-1]).all()
    assert 0 <= found[0] <= found[-1] < COLUMNS
