"""What the wording of a question says of its short answer, for each clause that it could be about.

For each clause a listener weighs the tokens of the question by how much they turn its answer, and reads
the answer off their mean (attention pooling); four more listen alike whatever the clause. They are trained with
the encoder (``student.py``) and exported with it, so that they cost a question next to nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray

from index.listening import DROPPED, FIRST, attention, take_up_weights
from index.records import SHORT_ANSWERS

__all__ = ["ShortListeners"]

_SHARED = 4


class ShortListeners(torch.nn.Module):  # type: ignore[misc]
    """Token vectors → the score of each of ``SHORT_ANSWERS`` under each clause."""

    def __init__(self, clauses: int, dimension: int) -> None:
        super().__init__()
        answers = len(SHORT_ANSWERS)
        self.query = torch.nn.Parameter(torch.randn(clauses, dimension) * FIRST)
        self.weight = torch.nn.Parameter(torch.randn(clauses, answers, dimension) * FIRST)
        self.bias = torch.nn.Parameter(torch.zeros(clauses, answers))
        self.shared_query = torch.nn.Parameter(torch.randn(_SHARED, dimension) * FIRST)
        self.shared_weight = torch.nn.Parameter(torch.randn(_SHARED, answers, dimension) * FIRST)
        self.dropout = torch.nn.Dropout(DROPPED)

    def forward(self, tokens: Any, mask: Any) -> Any:
        """``(texts, tokens, dimension)`` and ``(texts, tokens)`` → scores ``(texts, clauses, answers)``."""
        own = self._pooled(tokens, mask, self.query)
        shared = self._pooled(tokens, mask, self.shared_query)
        alike = (shared.unsqueeze(2) * self.shared_weight).sum(-1).sum(1)
        return (own.unsqueeze(2) * self.weight).sum(-1) + self.bias + alike.unsqueeze(1)

    def _pooled(self, tokens: Any, mask: Any, query: Any) -> Any:
        return self.dropout(attention(tokens, mask, query).transpose(1, 2) @ tokens)

    def learnt(self) -> dict[str, NDArray[np.float32]]:
        """The weights by name."""
        return {name: tensor.detach().numpy() for name, tensor in self.named_parameters()}

    @classmethod
    def of(cls, learnt: Mapping[str, NDArray[np.float32]]) -> ShortListeners:
        """The listeners with these weights."""
        listeners = cls(*learnt["query"].shape)
        take_up_weights(listeners, learnt)
        return listeners
