"""A network between two others."""

from __future__ import annotations

import numpy as np
import pytest

from index.adapter import Adapter, Step
from index.hearing.learnt import Learnt
from index.hearing.mean import mean

CHANCE = np.random.default_rng(5)


def learnt(down: np.ndarray, up: np.ndarray, bias: float) -> Learnt:
    step = Step(down.astype(np.float16), up.astype(np.float16))
    return Learnt(Adapter("base", {"layer": step}, {}), {"bias": np.full((2, 4), bias, np.float32)})


@pytest.fixture
def networks() -> tuple[Learnt, Learnt]:
    """Two whose steps share their rank-2 row space, so that the mean of both has rank 2 as well."""
    down, up, more = CHANCE.normal(size=(2, 6)), CHANCE.normal(size=(5, 2)), CHANCE.normal(size=(5, 2))
    return learnt(down, up, 0.0), learnt(down, up + more, 1.0)


@pytest.mark.parametrize("share", [0.0, 0.5, 1.0])
def test_the_mean_lies_between_both(networks: tuple[Learnt, Learnt], share: float):
    """Of each layer's change and of each listener; the share is written down with it."""
    earlier, later = networks
    found = mean(earlier, later, share)
    changes = [one.adapter.steps["layer"].change() for one in (earlier, later, found)]
    assert np.allclose(changes[2], (1 - share) * changes[0] + share * changes[1], atol=0.02)
    assert found.adapter.steps["layer"].down.shape == (2, 6)
    assert np.allclose(found.listeners["bias"], share)
    assert found.adapter.about["share"] == str(share)
