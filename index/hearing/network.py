"""The network that hears: the encoder with low-rank steps, and a listener for each condition.

A listener weighs the tokens of the text by how much they concern its condition (attention
pooling) and reads the state off their mean, so that one sentence among twenty is heard.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray

from corpus.statements import CONDITIONS, STATES

__all__ = ["Listeners", "Network"]

_FIRST = 0.02
"""The spread of the first weights: at first every token counts alike."""
_DROPPED = 0.1


class Listeners(torch.nn.Module):  # type: ignore[misc]
    """Token vectors → the score of each state of each condition, and where it was read."""

    def __init__(self, dimension: int) -> None:
        super().__init__()
        self.query = torch.nn.Parameter(torch.randn(len(CONDITIONS), dimension) * _FIRST)
        self.weight = torch.nn.Parameter(torch.randn(len(CONDITIONS), len(STATES), dimension) * _FIRST)
        self.bias = torch.nn.Parameter(torch.zeros(len(CONDITIONS), len(STATES)))
        self.dropout = torch.nn.Dropout(_DROPPED)

    def forward(self, tokens: Any, mask: Any) -> tuple[Any, Any]:
        """Scores ``(texts, conditions, states)`` and attention ``(texts, tokens, conditions)``."""
        attention = tokens @ self.query.T
        attention = attention.masked_fill(mask.unsqueeze(-1) == 0, -1e9).softmax(dim=1)
        pooled = self.dropout(attention.transpose(1, 2) @ tokens)
        return (pooled.unsqueeze(2) * self.weight).sum(-1) + self.bias, attention

    def take_up(self, learnt: Mapping[str, NDArray[np.float32]]) -> None:
        """Begin with these weights."""
        with torch.no_grad():
            for name, parameter in self.named_parameters():
                parameter.copy_(torch.from_numpy(learnt[name]))


class Network(torch.nn.Module):  # type: ignore[misc]
    """The encoder's token vectors with the listeners on top."""

    def __init__(self, backbone: Any) -> None:
        super().__init__()
        self.backbone = backbone
        self.listeners = Listeners(backbone.config.hidden_size)

    def forward(self, input_ids: Any, attention_mask: Any) -> tuple[Any, Any]:
        """Likelihoods ``(texts, conditions, states)`` and attention ``(texts, tokens, conditions)``."""
        tokens = self.backbone(input_ids=input_ids, attention_mask=attention_mask).last_hidden_state
        scores, attention = self.listeners(tokens, attention_mask)
        return scores.softmax(dim=-1), attention

    def scores(self, tokenizer: Any, texts: Sequence[str], longest: int) -> Any:
        """The scores of ``texts``, ``(texts, conditions, states)``, for training."""
        inputs = tokenizer(list(texts), padding=True, truncation=True, max_length=longest, return_tensors="pt")
        with torch.autocast("cpu", dtype=torch.bfloat16):
            tokens = self.backbone(
                input_ids=inputs["input_ids"], attention_mask=inputs["attention_mask"]
            ).last_hidden_state
        scores, _ = self.listeners(tokens.float(), inputs["attention_mask"])
        return scores
