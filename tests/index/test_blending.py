"""Between two trainings."""

from __future__ import annotations

import numpy as np
import pytest

from index.adapter import Adapter, Step
from index.blending import blended
from index.hearing import Learnt


def trained(seed: int) -> Adapter:
    """One layer with a step of rank two; two trainings share the directions in which they moved."""
    shared, own = np.random.default_rng(5), np.random.default_rng(seed)
    left, right = shared.normal(size=(4, 2)), shared.normal(size=(2, 6))
    step = Step(right.astype(np.float16), (left @ own.normal(size=(2, 2))).astype(np.float16))
    listeners = {"query": own.normal(size=(1, 6)).astype(np.float32)}
    return Adapter("abc", {"encoder.layer.0.dense": step}, {"lessons": "7"}, listeners, ("rules:I.a",))


@pytest.mark.parametrize("share", [0.0, 0.4, 1.0])
def test_what_is_blended_lies_between_both(share: float):
    """Steps and listeners are the weighted mean of both, and the step keeps its rank."""
    earlier, later = trained(1), trained(2)
    found = blended(earlier, later, share)
    (name,) = found.steps
    mean = (1 - share) * earlier.steps[name].change() + share * later.steps[name].change()
    np.testing.assert_allclose(found.steps[name].change(), mean, atol=2e-2)
    assert found.steps[name].down.shape == (2, 6)
    np.testing.assert_allclose(
        found.listeners["query"], (1 - share) * earlier.listeners["query"] + share * later.listeners["query"], rtol=1e-5
    )
    assert (found.base_sha256, found.clauses, found.about["share"]) == ("abc", ("rules:I.a",), str(share))


def test_a_network_that_hears_is_blended_in_all_its_parts():
    """Its steps and its listeners alike."""
    first, second = (Learnt(trained(seed), {"bias": np.full(3, float(seed), np.float32)}) for seed in (1, 2))
    found = first.blended_with(second, 0.25)
    np.testing.assert_allclose(found.listeners["bias"], np.full(3, 1.25))
    assert found.adapter.about["share"] == "0.25"
