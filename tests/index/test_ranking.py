"""Fusing opinions into one ranking."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from index.bounds import top
from index.ranking import fuse

CLAUSES = ("rules:I.a", "rules:I.b", "rules:II.p1")


def test_each_opinion_counts():
    """A clause that every opinion names stands before one that a single opinion names."""
    ranked = fuse(
        CLAUSES, head={0: 0.6, 1: 0.4}, examples={0: 0.5}, text={0: 0.4, 2: 0.5}, lexical=np.array([2.0, 0.0, 1.0])
    )
    assert ranked[0].id == "rules:I.a"
    assert {row.id for row in ranked} == set(CLAUSES)


def test_equal_scores_stand_in_the_order_of_their_ids():
    """Ties never depend on the order in which opinions arrive."""
    ranked = fuse(CLAUSES, head={2: 0.2, 1: 0.2, 0: 0.2}, examples={}, text={}, lexical=np.zeros(3))
    assert [row.id for row in ranked] == sorted(CLAUSES)


def test_no_shared_word_is_no_opinion():
    """Without a shared word the lexical part is nought for all, not a division by nought."""
    (row,) = fuse(CLAUSES, head={0: 0.5}, examples={}, text={}, lexical=np.zeros(3))
    assert row.lexical == 0.0


@given(st.lists(st.sampled_from([0.0, 0.25, 0.5, 1.0]), min_size=1, max_size=200), st.integers(1, 20))
def test_top_is_a_stable_sort(scores: list[float], n: int):
    """The best places are those of a stable sort, ties included, however many there are."""
    array = np.array(scores, np.float32)
    assert top(array, n) == [int(at) for at in np.argsort(-array, kind="stable")[:n]]
