"""The encoder while it is tuned: a step to learn in each linear layer, and heads and listeners to learn it for."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import torch
from torch.nn.functional import cross_entropy, normalize
from torch.nn.utils import parametrize

from index.adapter import Step
from index.lessons import UNKNOWN, Lesson, Plan
from index.precision import quick_numbers
from index.records import ANSWER_KINDS, SHORT_ANSWERS
from index.short import ShortListeners

__all__ = ["LowRank", "Student", "add_steps", "steps_of", "take_up_steps"]

_SMOOTHING = 0.03
_SETTLING_STEPS, _SETTLING_RATE = 300, 0.03


class LowRank(torch.nn.Module):  # type: ignore[misc]
    """A weight with the product of two thin matrices added (LoRA, Hu et al. 2021)."""

    def __init__(self, outputs: int, inputs: int, rank: int) -> None:
        super().__init__()
        self.down = torch.nn.Parameter(torch.randn(rank, inputs) / math.sqrt(inputs))
        # Nought at first, so that training begins with the published encoder.
        self.up = torch.nn.Parameter(torch.zeros(outputs, rank))

    def forward(self, weight: Any) -> Any:
        """The changed weight, ``(outputs, inputs)``."""
        return weight + self.up @ self.down


def add_steps(model: Any, rank: int) -> None:
    """Freeze ``model`` and give each linear layer of its encoder a step of this rank to learn."""
    model.requires_grad_(requires_grad=False)
    for layer in list(model.encoder.modules()):
        if isinstance(layer, torch.nn.Linear):
            outputs, inputs = layer.weight.shape
            parametrize.register_parametrization(layer, "weight", LowRank(outputs, inputs, rank))


def steps_of(model: Any) -> dict[str, Step]:
    """The trained steps under the names that the layers have in the model itself."""
    steps = {}
    for name, layer in model.named_modules():
        if hasattr(layer, "parametrizations"):
            step = layer.parametrizations.weight[0]
            down, up = (thin.detach().numpy().astype(np.float16) for thin in (step.down, step.up))
            steps[name] = Step(down, up)
    return steps


def take_up_steps(model: Any, steps: Mapping[str, Step]) -> None:
    """Begin with the steps of an earlier training; the model has steps of their rank."""
    with torch.no_grad():
        for name, step in steps.items():
            learning = model.get_submodule(name).parametrizations.weight[0]
            learning.down.copy_(torch.from_numpy(step.down.astype(np.float32)))
            learning.up.copy_(torch.from_numpy(step.up.astype(np.float32)))


class Student(torch.nn.Module):  # type: ignore[misc]
    """The encoder with straight cuts on its unit vectors: clause, kind, short answer, topic."""

    def __init__(self, model: Any, tokenizer: Any, classes: tuple[int, int], plan: Plan) -> None:
        """``classes`` counts the clauses and the topics."""
        super().__init__()
        self.model, self.tokenizer, self.plan = model, tokenizer, plan
        add_steps(self.model, plan.rank)
        self.clauses, topics = classes
        sizes = (self.clauses, len(ANSWER_KINDS), len(SHORT_ANSWERS), topics)
        self.heads = torch.nn.ModuleList(torch.nn.Linear(model.config.hidden_size, outputs) for outputs in sizes)
        self.scales = torch.nn.Parameter(torch.full((len(sizes),), 12.0))
        self.listeners = ShortListeners(self.clauses, model.config.hidden_size)

    def tokens(self, texts: Sequence[str]) -> tuple[Any, Any]:
        """The vector of each token, ``(n, tokens, dimension)``, and which of them are padding, ``(n, tokens)``."""
        inputs = self.tokenizer(
            list(texts), padding=True, truncation=True, max_length=self.plan.longest, return_tensors="pt"
        )
        with quick_numbers():
            states = self.model(
                input_ids=inputs["input_ids"], attention_mask=inputs["attention_mask"]
            ).last_hidden_state
        return states.float(), inputs["attention_mask"]

    def forward(self, tokens: Any, mask: Any) -> tuple[Any, ...]:
        """The unit vectors, ``(n, dimension)``, the scores of the four heads, ``(n, classes)`` each, and the listeners'."""
        shown = mask.unsqueeze(-1).float()
        vectors = normalize((tokens * shown).sum(1) / shown.sum(1), dim=1)
        return vectors, *self._read_off(vectors), self.listeners(tokens, mask)

    def _read_off(self, vectors: Any) -> list[Any]:
        return [scale * head(vectors) for head, scale in zip(self.heads, self.scales, strict=True)]

    def settle(self, vectors: Any, lessons: Sequence[Lesson]) -> None:
        """Fit the heads alone to ``vectors``, ``(n, dimension)``, as an encoder gives them that was tuned before.

        New heads would pull at such an encoder until they fit it.
        """
        optimizer = torch.optim.Adam([*self.heads.parameters(), self.scales], lr=_SETTLING_RATE)
        for _ in range(_SETTLING_STEPS):
            optimizer.zero_grad()
            self._misread(self._read_off(vectors), lessons).backward()
            optimizer.step()

    def loss(self, texts: Sequence[str], lessons: Sequence[Lesson], before: Any) -> Any:
        """How wrong heads and listeners are, and how far the vectors have moved against one another since ``before``."""
        vectors, *scores, heard = self(*self.tokens(texts))
        total = self.plan.keep * (vectors @ vectors.T - before @ before.T).square().mean()
        total = total + self._misread(scores, lessons)
        rows = [at for at, one in enumerate(lessons) if one.clauses]
        if rows:
            about = heard[rows, [lessons[at].clauses[0] for at in rows]]
            total = total + self.plan.heard * _wrong(about, torch.tensor([lessons[at].short for at in rows]))
        return total

    def _misread(self, heads: Sequence[Any], lessons: Sequence[Lesson]) -> Any:
        """How wrong the scores of the four heads are."""
        clause, kind, short, topic = heads
        total = 0.0
        for scores, labels, weight in (
            (kind, [one.kind for one in lessons], 1.0),
            (short, [one.short for one in lessons], self.plan.short),
            (topic, [one.topic for one in lessons], 1.0),
        ):
            total = total + weight * _wrong(scores, torch.tensor(labels))
        rows = [at for at, one in enumerate(lessons) if one.clauses]
        if rows:
            targets = self._targets([lessons[at] for at in rows])
            total = total + cross_entropy(clause[rows], targets, label_smoothing=_SMOOTHING)
        return total

    def _targets(self, lessons: Sequence[Lesson]) -> Any:
        """The main clause has most of the weight, others share the rest."""
        targets = torch.zeros(len(lessons), self.clauses)
        for row, one in enumerate(lessons):
            others = one.clauses[1:]
            targets[row, one.clauses[0]] += 1.0 - (self.plan.second if others else 0.0)
            for other in others:
                targets[row, other] += self.plan.second / len(others)
        return targets


def _wrong(scores: Any, labels: Any) -> Any:
    """The cross entropy of those rows whose label is known."""
    if not (labels != UNKNOWN).any():
        return 0.0
    return cross_entropy(scores, labels, ignore_index=UNKNOWN, label_smoothing=_SMOOTHING)
