"""Labelled questions → an adapter: the encoder learns what matters in them.

A published sentence encoder puts “may I do it without asking” beside “must I ask”. Trained on
the labelled examples, its vectors also hold which clause a question is about, whether the
Rules answer it, and which short answer it takes; the heads of the index read that off
(``index/heads.py``). Tuning takes minutes on two cores and is done by hand after many
examples were added; building an index only adds the finished steps to the weights.
"""

from __future__ import annotations

import hashlib
import math
import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from corpus import Corpus
from index.adapter import Adapter, Step
from index.noise import misspelt
from index.records import ANSWER_KINDS, SHORT_ANSWERS, Record, make_records
from index.transformer import Transformer, find_model

__all__ = ["Plan", "tune"]

_NONE = -100
"""The label of what a text says nothing about."""


@dataclass(frozen=True, slots=True)
class Plan:
    """How to train."""

    passes: int = 8
    batch: int = 32
    rank: int = 32
    step_rate: float = 1.5e-3
    """For the steps; the heads, which are thrown away, learn at ``head_rate``."""
    head_rate: float = 3e-3
    short: float = 2.0
    """The weight of the short answer, which is the hardest to learn."""
    keep: float = 1.0
    """The weight of leaving the similarities between texts as they were."""
    misspelt: float = 0.12
    """The share of questions that are read with a slip of the keyboard."""
    second: float = 0.3
    """How much of the label goes to the second clause, where there is one."""
    longest: int = 96
    """Tokens; what is longer is cut in training."""
    seed: int = 11
    hold_out: float = 0.0
    """The share of the examples that is kept back and measured after each pass."""


@dataclass(frozen=True, slots=True)
class _Lesson:
    """One text with what is known about it."""

    text: str
    clauses: tuple[int, ...]
    kind: int
    short: int
    topic: int
    """The FAQ entry or point that it belongs to, which keeps apart what one clause says."""


def tune(corpus: Corpus, plan: Plan = Plan(), tell: Callable[[str], None] = lambda _: None) -> Adapter:
    """Train an adapter for the default encoder on the labelled questions of ``corpus``.

    ``tell`` gets a line after each pass. The same corpus, plan and machine give the same
    adapter. Raises ``ModelError``.
    """
    import torch

    torch.manual_seed(plan.seed)
    # Numbers too small to matter slow the processor down a hundredfold.
    torch.set_flush_denormal(True)
    chance = random.Random(plan.seed)  # noqa: S311 - reproducible, and no secret
    source = find_model()
    transformer = Transformer(source, adapter=None)
    lessons, kept = _split(list(_lessons(corpus)), plan.hold_out, chance)
    topics = 1 + max((one.topic for one in lessons), default=0)
    before = torch.from_numpy(transformer.encode([one.text for one in lessons]))
    student = _student(transformer, (len(corpus.rules.clauses), max(1, topics)), plan)
    steps = plan.passes * math.ceil(len(lessons) / plan.batch)
    optimizer = torch.optim.AdamW(
        [
            {"params": [p for p in student.model.parameters() if p.requires_grad], "lr": plan.step_rate},
            {"params": [*student.heads.parameters(), student.scales], "lr": plan.head_rate},
        ],
        weight_decay=0.01,
    )
    rate = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda at: min(1.0, (at + 1) / 100) * max(0.0, 1 - at / steps))
    for turn in range(1, plan.passes + 1):
        student.train()
        total = 0.0
        batches = _batches(lessons, plan.batch, chance)
        for rows in batches:
            batch = [lessons[row] for row in rows]
            texts = [misspelt(one.text, chance) if chance.random() < plan.misspelt else one.text for one in batch]
            loss = student.loss(texts, batch, before[rows])
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(student.parameters(), 1.0)
            optimizer.step()
            rate.step()
            total += loss.item()
        measured = f", {_measure(student, kept)}" if kept else ""
        tell(f"pass {turn} of {plan.passes}: loss {total / len(batches):.3f}{measured}")
    about = {"examples": _fingerprint(lessons), "lessons": str(len(lessons)), "plan": repr(plan)}
    return Adapter(source.sha256, _steps(student), about)


def _lessons(corpus: Corpus) -> Iterator[_Lesson]:
    column = {clause.id: at for at, clause in enumerate(corpus.rules.clauses)}
    topics: dict[str, int] = {}
    for record in make_records(corpus):
        clauses = tuple(column[clause] for clause in record.clauses if clause in column)
        topic = {"faq": record.owner, "point": record.id}.get(record.kind)
        yield _Lesson(
            record.text,
            clauses if record.label != "public" else (),
            _kind(record),
            _short(record),
            topics.setdefault(topic, len(topics)) if topic else _NONE,
        )


def _kind(record: Record) -> int:
    return ANSWER_KINDS.index(record.asks) if record.asks else _NONE


def _short(record: Record) -> int:
    return SHORT_ANSWERS.index(record.polarity) if record.asks == "answerable" else _NONE


def _split(lessons: list[_Lesson], share: float, chance: random.Random) -> tuple[list[_Lesson], list[_Lesson]]:
    asked = [one for one in lessons if one.kind != _NONE]
    kept = chance.sample(asked, round(share * len(asked)))
    out = {id(one) for one in kept}
    return [one for one in lessons if id(one) not in out], kept


def _batches(lessons: Sequence[_Lesson], size: int, chance: random.Random) -> list[list[int]]:
    """Shuffled batches of row numbers, of texts of like length, which spares most of the padding."""
    order = chance.sample(range(len(lessons)), len(lessons))
    batches = []
    for start in range(0, len(order), 20 * size):
        some = sorted(order[start : start + 20 * size], key=lambda row: len(lessons[row].text))
        batches += [some[at : at + size] for at in range(0, len(some), size)]
    chance.shuffle(batches)
    return batches


def _fingerprint(lessons: Sequence[_Lesson]) -> str:
    return hashlib.sha256("\n".join(sorted(one.text for one in lessons)).encode()).hexdigest()[:16]


def _student(transformer: Transformer, classes: tuple[int, int], plan: Plan) -> Any:
    """The encoder with a step to learn in each linear layer, and straight cuts on its unit vectors.

    ``classes`` counts the clauses and the topics.
    """
    import torch
    from torch.nn.functional import cross_entropy, normalize
    from torch.nn.utils import parametrize

    class LowRank(torch.nn.Module):  # type: ignore[misc]
        """A weight with a product of two thin matrices added."""

        def __init__(self, outputs: int, inputs: int) -> None:
            super().__init__()
            self.down = torch.nn.Parameter(torch.randn(plan.rank, inputs) / math.sqrt(inputs))
            self.up = torch.nn.Parameter(torch.zeros(outputs, plan.rank))

        def forward(self, weight: Any) -> Any:
            return weight + self.up @ self.down

    class Student(torch.nn.Module):  # type: ignore[misc]
        def __init__(self) -> None:
            super().__init__()
            self.model, self.tokenizer = transformer.parts()
            self.model.requires_grad_(requires_grad=False)
            for layer in list(self.model.encoder.modules()):
                if isinstance(layer, torch.nn.Linear):
                    parametrize.register_parametrization(layer, "weight", LowRank(*layer.weight.shape))
            size = self.model.config.hidden_size
            sizes = (classes[0], len(ANSWER_KINDS), len(SHORT_ANSWERS), classes[1])
            self.heads = torch.nn.ModuleList(torch.nn.Linear(size, outputs) for outputs in sizes)
            self.scales = torch.nn.Parameter(torch.full((len(sizes),), 12.0))

        def vectors(self, texts: Sequence[str]) -> Any:
            inputs = self.tokenizer(
                list(texts), padding=True, truncation=True, max_length=plan.longest, return_tensors="pt"
            )
            with torch.autocast("cpu", dtype=torch.bfloat16):
                states = self.model(
                    input_ids=inputs["input_ids"], attention_mask=inputs["attention_mask"]
                ).last_hidden_state
            mask = inputs["attention_mask"].unsqueeze(-1).float()
            return normalize((states.float() * mask).sum(1) / mask.sum(1), dim=1)

        def forward(self, vectors: Any) -> tuple[Any, ...]:
            return tuple(scale * head(vectors) for head, scale in zip(self.heads, self.scales, strict=True))

        def loss(self, texts: Sequence[str], lessons: Sequence[_Lesson], before: Any) -> Any:
            """How wrong the four heads are, and how far the vectors have moved against one another."""
            vectors = self.vectors(texts)
            clause, kind, short, topic = self(vectors)
            total = plan.keep * (vectors @ vectors.T - before @ before.T).square().mean()
            for scores, labels, weight in (
                (kind, [one.kind for one in lessons], 1.0),
                (short, [one.short for one in lessons], plan.short),
                (topic, [one.topic for one in lessons], 1.0),
            ):
                known = torch.tensor(labels)
                if (known != _NONE).any():
                    total = total + weight * cross_entropy(scores, known, ignore_index=_NONE, label_smoothing=0.03)
            rows = [at for at, one in enumerate(lessons) if one.clauses]
            if rows:
                targets = self._targets([lessons[at] for at in rows])
                total = total + cross_entropy(clause[rows], targets, label_smoothing=0.03)
            return total

        def _targets(self, lessons: Sequence[_Lesson]) -> Any:
            targets = torch.zeros(len(lessons), classes[0])
            for row, one in enumerate(lessons):
                others = one.clauses[1:]
                targets[row, one.clauses[0]] += 1.0 - (plan.second if others else 0.0)
                for other in others:
                    targets[row, other] += plan.second / len(others)
            return targets

    return Student()


def _measure(student: Any, kept: Sequence[_Lesson]) -> str:
    import torch

    student.eval()
    with torch.no_grad():
        found = [student(student.vectors([one.text for one in kept[at : at + 64]])) for at in range(0, len(kept), 64)]
    clause, kind, short = (torch.cat([row[at] for row in found]).argmax(1).tolist() for at in range(3))
    rows = list(zip(kept, clause, kind, short, strict=True))
    shares = {
        "clause": [said == one.clauses[0] for one, said, _, _ in rows if one.clauses],
        "kind": [said == one.kind for one, _, said, _ in rows],
        "short answer": [said == one.short for one, _, _, said in rows if one.short not in (_NONE, 0)],
    }
    return ", ".join(f"{name} {sum(right) / max(1, len(right)):.1%}" for name, right in shares.items())


def _steps(student: Any) -> dict[str, Step]:
    """The trained steps under the names that the layers have in the model itself."""
    steps = {}
    for name, layer in student.model.named_modules():
        if hasattr(layer, "parametrizations"):
            step = layer.parametrizations.weight[0]
            down, up = (thin.detach().numpy().astype(np.float16) for thin in (step.down, step.up))
            steps[name] = Step(down, up)
    return steps
