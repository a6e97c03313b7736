"""Two trainings of one network → the mean of both, which generalises better than either.

An earlier training and one that went on from it lie near enough for the mean of their weights to
be a network as good as both on what they learnt and better on what neither did (WiSE-FT, Wortsman
et al. 2022). It costs a question nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from index.adapter import Adapter, Step

__all__ = ["blended", "blended_weights"]


def blended(earlier: Adapter, later: Adapter, share: float) -> Adapter:
    """The adapter between both, ``share`` (0 to 1) of the way to the later one; both are for the same layers and clauses."""
    steps = {name: _between(earlier.steps[name], step, share) for name, step in later.steps.items()}
    listeners = blended_weights(earlier.listeners, later.listeners, share)
    return replace(later, steps=steps, listeners=listeners, about={**later.about, "share": str(share)})


def blended_weights(
    earlier: Mapping[str, NDArray[np.float32]], later: Mapping[str, NDArray[np.float32]], share: float
) -> dict[str, NDArray[np.float32]]:
    """The tensors between both, by name."""
    return {name: ((1.0 - share) * earlier[name] + share * one).astype(np.float32) for name, one in later.items()}


def _between(earlier: Step, later: Step, share: float) -> Step:
    """The nearest step of the same rank to what lies between two (Eckart and Young 1936); their factors cannot be averaged."""
    change = (1.0 - share) * earlier.change() + share * later.change()
    left, sizes, right = np.linalg.svd(change, full_matrices=False)
    rank = later.down.shape[0]
    root = np.sqrt(sizes[:rank])
    return Step((root[:, None] * right[:rank]).astype(np.float16), (left[:, :rank] * root).astype(np.float16))
