"""What the bounds let through is all that scoring every record finds."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from index.bounds import Bounds, Similarities
from index.encoder import Vectors

DIMENSION = 384


def _vectors(n: int, seed: int) -> Vectors:
    """Unit vectors in clusters, which lie mostly in some directions, as questions do."""
    chance = np.random.default_rng(seed)
    centres = chance.normal(size=(12, DIMENSION))
    widths = 1.0 / (1.0 + np.arange(DIMENSION) / 20.0)
    vectors = (centres[chance.integers(0, 12, n)] + chance.normal(size=(n, DIMENSION))) * widths
    return (vectors / np.linalg.norm(vectors, axis=1, keepdims=True)).astype(np.float32)


def test_a_bound_is_never_below_the_cosine() -> None:
    vectors, questions = _vectors(3_000, 1), _vectors(40, 2)
    bounds = Bounds.of(vectors)
    for question in questions:
        assert np.all(bounds.over(question) >= vectors.astype(np.float64) @ question.astype(np.float64))


def test_the_nearest_are_those_of_all() -> None:
    vectors, questions = _vectors(3_000, 3), _vectors(40, 4)
    bounds = Bounds.of(vectors)
    some = np.arange(0, 3_000, 3)
    for question in questions:
        every = Similarities(vectors, question, None)
        few = Similarities(vectors, question, bounds)
        for rows, n in ((np.arange(3_000), 20), (some, 8), (some[:5], 12)):
            for found, expected in zip(few.nearest(rows, n), every.nearest(rows, n), strict=True):
                assert found.tolist() == expected.tolist()


def test_few_records_are_scored() -> None:
    vectors = _vectors(3_000, 5)
    few = Similarities(vectors, _vectors(1, 6)[0], Bounds.of(vectors))
    few.nearest(np.arange(3_000), 20)
    assert np.count_nonzero(~np.isnan(few._known)) < 1_000


def test_equal_ones_come_in_their_order() -> None:
    vectors = _vectors(400, 7)
    vectors[[390, 17, 200]] = vectors[250]
    rows, similarities = Similarities(vectors, vectors[250], Bounds.of(vectors)).nearest(np.arange(400), 4)
    assert rows.tolist() == [17, 200, 250, 390]
    assert similarities.tolist() == [1.0] * 4


def test_a_score_does_not_hang_on_the_others() -> None:
    vectors, question = _vectors(500, 8), _vectors(1, 9)[0]
    together = Similarities(vectors, question, None).of(np.arange(500))
    for at in (0, 3, 499):
        assert Similarities(vectors, question, None).of(np.array([at]))[0] == together[at]


@pytest.mark.parametrize("n", [0, 1, 5])
def test_few_records_or_none(n: int) -> None:
    vectors = _vectors(5, 10)
    rows, similarities = Similarities(vectors, vectors[0], Bounds.of(vectors)).nearest(np.arange(n), 8)
    assert len(rows) == len(similarities) == n


def test_saved_and_read_again(tmp_path: Path) -> None:
    bounds = Bounds.of(_vectors(100, 11))
    bounds.save(tmp_path)
    read = Bounds.load(tmp_path)
    assert np.array_equal(read.directions, bounds.directions)
    assert np.array_equal(read.records, bounds.records)
