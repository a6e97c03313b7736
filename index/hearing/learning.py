"""Labelled statements → the low-rank steps and the listeners of the network that hears.

Training takes more than an hour on two cores, a quarter of an hour where an earlier network learns further, and is done by
hand after many statements were added; building an index only exports the finished network (``export.py``).
"""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Sequence
from typing import Any

from index.adapter import Adapter
from index.hearing.learnt import Learnt
from index.hearing.lessons import DEFAULT_PLAN, UNKNOWN, Lesson, Plan, lessons_for_a_pass
from index.transformer import Transformer, find_model

__all__ = ["learn"]

_SMOOTHING = 0.02
_FIRST_STEPS = 60
"""Over so many steps the rate rises, so that the first batches do not throw the weights about."""


def learn(
    lessons: Sequence[Lesson],
    plan: Plan = DEFAULT_PLAN,
    tell: Callable[[str], None] = lambda _: None,
    before: Learnt | None = None,
) -> Learnt:
    """Train the network on ``lessons``; ``tell`` gets a line after each pass.

    It begins with the published encoder, or with what was learnt ``before``. The same beginning, lessons, plan and
    machine give the same weights. Raises ``ModelError``.
    """
    import torch
    from torch.nn.functional import cross_entropy

    from index.hearing.network import Network
    from index.listening import take_up_weights
    from index.student import add_steps, steps_of, take_up_steps

    torch.manual_seed(plan.seed)
    # Numbers too small to matter slow the processor down a hundredfold.
    torch.set_flush_denormal(True)
    chance = random.Random(plan.seed)  # noqa: S311 - reproducible, and no secret
    source = find_model()
    backbone, tokenizer = Transformer(source).parts()
    add_steps(backbone, plan.rank)
    network = Network(backbone)
    if before is not None:
        take_up_steps(backbone, before.adapter.steps)
        take_up_weights(network.listeners, before.listeners)
    network.train()
    optimizer = torch.optim.AdamW(
        [
            {"params": [p for p in backbone.parameters() if p.requires_grad], "lr": plan.step_rate},
            {"params": list(network.listeners.parameters()), "lr": plan.head_rate},
        ],
        weight_decay=0.01,
    )
    passes = [_batches(list(lessons_for_a_pass(lessons, plan, chance)), plan, chance) for _ in range(plan.passes)]
    steps = sum(map(len, passes))
    rate = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda at: min(1.0, (at + 1) / _FIRST_STEPS) * (1 - at / steps))
    for turn, batches in enumerate(passes, start=1):
        total = 0.0
        for batch in batches:
            scores = network.scores(tokenizer, [lesson.text for lesson in batch], plan.longest)
            states = torch.tensor([lesson.states for lesson in batch])
            loss = cross_entropy(
                scores.flatten(0, 1), states.flatten(), ignore_index=UNKNOWN, label_smoothing=_SMOOTHING
            )
            optimizer.zero_grad()
            # Small gradients would vanish in the numbers of half precision.
            (_LOUDER * loss).backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            rate.step()
            total += loss.item()
        tell(f"pass {turn} of {plan.passes}: loss {total / len(batches):.4f}")
    about = {"lessons": str(len(lessons)), "plan": repr(plan)}
    if before is not None:
        about["before"] = json.dumps(dict(before.adapter.about))
    return Learnt(Adapter(source.sha256, steps_of(backbone), about), _listeners(network))


_LOUDER = 4.0


def _batches(lessons: list[Lesson], plan: Plan, chance: random.Random) -> list[list[Lesson]]:
    """Shuffled batches of about ``plan.tokens`` tokens each, of texts of like length, which spares padding."""
    chance.shuffle(lessons)
    batches: list[list[Lesson]] = []
    for start in range(0, len(lessons), _SORTED_AT_ONCE):
        batch: list[Lesson] = []
        for lesson in sorted(lessons[start : start + _SORTED_AT_ONCE], key=lambda one: len(one.text)):
            batch.append(lesson)
            if len(batch) * len(lesson.text) / _LETTERS_A_TOKEN > plan.tokens:
                batches.append(batch)
                batch = []
        batches += [batch] if batch else []
    chance.shuffle(batches)
    return batches


_SORTED_AT_ONCE = 600
_LETTERS_A_TOKEN = 4


def _listeners(network: Any) -> dict[str, Any]:
    return {name: tensor.detach().numpy() for name, tensor in network.listeners.named_parameters()}
