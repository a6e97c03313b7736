"""A network between two others: it keeps of the earlier what a further training would unlearn (WiSE-FT, Wortsman et al. 2022)."""

from __future__ import annotations

import numpy as np

from index.adapter import Adapter, Step
from index.hearing.learnt import Learnt

__all__ = ["mean"]


def mean(earlier: Learnt, later: Learnt, share: float) -> Learnt:
    """The mean of both, with ``share`` (0 to 1) of the later one, which must have gone on from the earlier."""
    steps = {name: _mean(earlier.adapter.steps[name], step, share) for name, step in later.adapter.steps.items()}
    listeners = {
        name: ((1.0 - share) * earlier.listeners[name] + share * weights).astype(np.float32)
        for name, weights in later.listeners.items()
    }
    about = {**later.adapter.about, "share": str(share)}
    return Learnt(Adapter(later.adapter.base_sha256, steps, about), listeners)


def _mean(earlier: Step, later: Step, share: float) -> Step:
    """The best step of the same rank: the mean of two has twice as many, and the singular values tell which to keep."""
    ups = np.concatenate([(1.0 - share) * earlier.up.astype(np.float32), share * later.up.astype(np.float32)], axis=1)
    downs = np.concatenate([earlier.down.astype(np.float32), later.down.astype(np.float32)])
    left, left_core = np.linalg.qr(ups)
    right, right_core = np.linalg.qr(downs.T)
    rows, values, columns = np.linalg.svd(left_core @ right_core.T)
    rank = len(earlier.down)
    root = np.sqrt(values[:rank])
    return Step(
        down=((root[:, None] * columns[:rank]) @ right.T).astype(np.float16),
        up=(left @ (rows[:, :rank] * root)).astype(np.float16),
    )
