"""Listening to the tokens of a text (attention pooling), for the short answers and for typed cases alike."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray

__all__ = ["DROPPED", "FIRST", "attention", "take_up_weights"]

FIRST = 0.02
"""The spread of a listener's first weights: at first every token counts alike."""
DROPPED = 0.1
"""The share of what was listened to that is left out in training."""


def attention(tokens: Any, mask: Any, query: Any) -> Any:
    """How much each listener heeds each token: ``(texts, tokens, listeners)``, which sums to one over the tokens.

    ``tokens`` is ``(texts, tokens, dimension)``, ``mask`` is nought where there is padding, ``query`` ``(listeners, dimension)``.
    """
    scores = tokens @ query.T
    return scores.masked_fill(mask.unsqueeze(-1) == 0, -1e9).softmax(dim=1)


def take_up_weights(listeners: Any, learnt: Mapping[str, NDArray[np.float32]]) -> None:
    """Give a module the weights that were learnt, by name."""
    with torch.no_grad():
        for name, parameter in listeners.named_parameters():
            parameter.copy_(torch.from_numpy(learnt[name]))
