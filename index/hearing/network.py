"""The network that hears: the encoder with low-rank steps, and a listener for each condition.

A listener weighs the tokens of the text by how much they concern its condition (attention
pooling) and reads the state off their mean, so that one sentence among twenty is heard.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import torch

from corpus.statements import CONDITIONS, STATES
from index.listening import DROPPED, FIRST, attention
from index.precision import quick_numbers

__all__ = ["Listeners", "Network"]


class Listeners(torch.nn.Module):  # type: ignore[misc]
    """Token vectors → the score of each state of each condition, and where it was read."""

    def __init__(self, dimension: int) -> None:
        super().__init__()
        self.query = torch.nn.Parameter(torch.randn(len(CONDITIONS), dimension) * FIRST)
        self.weight = torch.nn.Parameter(torch.randn(len(CONDITIONS), len(STATES), dimension) * FIRST)
        self.bias = torch.nn.Parameter(torch.zeros(len(CONDITIONS), len(STATES)))
        self.dropout = torch.nn.Dropout(DROPPED)

    def forward(self, tokens: Any, mask: Any) -> tuple[Any, Any]:
        """Scores ``(texts, conditions, states)`` and attention ``(texts, tokens, conditions)``."""
        heeded = attention(tokens, mask, self.query)
        pooled = self.dropout(heeded.transpose(1, 2) @ tokens)
        return (pooled.unsqueeze(2) * self.weight).sum(-1) + self.bias, heeded


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
        with quick_numbers():
            tokens = self.backbone(
                input_ids=inputs["input_ids"], attention_mask=inputs["attention_mask"]
            ).last_hidden_state
        scores, _ = self.listeners(tokens.float(), inputs["attention_mask"])
        return scores
