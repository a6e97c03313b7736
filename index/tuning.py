"""Labelled questions → an adapter: the encoder learns what matters in them.

A published sentence encoder puts “may I do it without asking” beside “must I ask”. Trained on
the labelled examples, its vectors also hold which clause a question is about, whether the
Rules answer it, and which short answer it takes; the heads of the index read that off
(``index/heads.py``). Tuning takes minutes on two cores and is done by hand after many
examples were added; building an index only adds the finished steps to the weights.
"""

from __future__ import annotations

import hashlib
import json
import math
import random
from collections.abc import Callable, Sequence
from typing import Any

from corpus import Corpus
from corpus.errors import ModelError
from index.adapter import Adapter
from index.lessons import DEFAULT_PLAN, UNKNOWN, Lesson, Plan, lessons_of, refreshed, split
from index.noise import misspelt
from index.transformer import Transformer, find_model

__all__ = ["tune"]


def tune(
    corpus: Corpus,
    plan: Plan = DEFAULT_PLAN,
    tell: Callable[[str], None] = lambda _: None,
    earlier: Adapter | None = None,
    since: int = 0,
) -> Adapter:
    """Train an adapter for the default encoder on the labelled questions of ``corpus``.

    It begins with the published encoder, or with an ``earlier`` adapter of the same rank and clauses that had learnt the
    first ``since`` examples: then it learns the others, beside as many that it knows.
    ``tell`` gets a line after each pass. The same beginning, corpus, plan and machine give the same
    adapter. Raises ``ModelError``.
    """
    import torch

    from index.student import Student, steps_of

    clauses = tuple(clause.id for clause in corpus.rules.clauses)
    if earlier is not None and earlier.clauses != clauses:
        raise ModelError("What was learnt before was about other clauses than these. Begin anew: leave out --further.")
    torch.manual_seed(plan.seed)
    # Numbers too small to matter slow the processor down a hundredfold.
    torch.set_flush_denormal(True)
    chance = random.Random(plan.seed)  # noqa: S311 - reproducible, and no secret
    source = find_model()
    transformer = Transformer(source, adapter=None)
    lessons = list(lessons_of(corpus))
    topics = 1 + max((one.topic for one in lessons), default=0)
    if since:
        new = {example.question for example in corpus.examples[since:]}
        lessons = refreshed(lessons, [one.text in new for one in lessons], plan.seed)
    lessons, kept = split(lessons, plan.hold_out, chance)
    before = torch.from_numpy(transformer.encode([one.text for one in lessons]))
    student = Student(*transformer.parts(), classes=(len(corpus.rules.clauses), max(1, topics)), plan=plan)
    if earlier is not None:
        _take_up(
            student, earlier, Transformer(source, earlier), chance.sample(lessons, min(len(lessons), _TO_SETTLE_ON))
        )
    steps = plan.passes * math.ceil(len(lessons) / plan.batch)
    optimizer = torch.optim.AdamW(
        [
            {"params": [p for p in student.model.parameters() if p.requires_grad], "lr": plan.step_rate},
            {"params": [*student.heads.parameters(), student.scales], "lr": plan.head_rate},
            {"params": list(student.listeners.parameters()), "lr": plan.listener_rate},
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
    if earlier is not None:
        about["earlier"] = json.dumps(dict(earlier.about))
    return Adapter(source.sha256, steps_of(student.model), about, student.listeners.learnt(), clauses)


def _take_up(student: Any, earlier: Adapter, tuned: Transformer, some: Sequence[Lesson]) -> None:
    """Begin where an earlier training ended; its heads, which were not kept, are fitted anew to ``some`` lessons."""
    import torch

    from index.listening import take_up_weights
    from index.student import take_up_steps

    take_up_steps(student.model, earlier.steps)
    take_up_weights(student.listeners, earlier.listeners)
    student.settle(torch.from_numpy(tuned.encode([one.text for one in some])), some)


_TO_SETTLE_ON = 4_000
"""Questions; all of them take minutes to encode."""


def _batches(lessons: Sequence[Lesson], size: int, chance: random.Random) -> list[list[int]]:
    """Shuffled batches of row numbers, of texts of like length, which spares most of the padding."""
    order = chance.sample(range(len(lessons)), len(lessons))
    batches = []
    for start in range(0, len(order), 20 * size):
        some = sorted(order[start : start + 20 * size], key=lambda row: len(lessons[row].text))
        batches += [some[at : at + size] for at in range(0, len(some), size)]
    chance.shuffle(batches)
    return batches


def _fingerprint(lessons: Sequence[Lesson]) -> str:
    return hashlib.sha256("\n".join(sorted(one.text for one in lessons)).encode()).hexdigest()[:16]


def _measure(student: Any, kept: Sequence[Lesson]) -> str:
    import torch

    student.eval()
    with torch.no_grad():
        found = [
            student(*student.tokens([one.text for one in kept[at : at + 64]]))[1:] for at in range(0, len(kept), 64)
        ]
    clause, kind, heard = (torch.cat([row[at] for row in found]) for at in (0, 1, -1))
    rows = list(zip(kept, clause.argmax(1).tolist(), kind.argmax(1).tolist(), heard.argmax(2).tolist(), strict=True))
    shares = {
        "clause": [said == one.clauses[0] for one, said, _, _ in rows if one.clauses],
        "kind": [said == one.kind for one, _, said, _ in rows],
        "short answer": [
            said[one.clauses[0]] == one.short
            for one, _, _, said in rows
            if one.clauses and one.short not in (UNKNOWN, 0)
        ],
    }
    return ", ".join(f"{name} {sum(right) / max(1, len(right)):.1%}" for name, right in shares.items())
