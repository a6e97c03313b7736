"""Learning how follow-ups are read."""

from __future__ import annotations

import json
from pathlib import Path

from assistant import Assistant
from assistant.turns.evidence import Weights
from evals.turns import learn_weights, read_dialogues, save_weights, signs_of


def test_learning_is_deterministic_and_can_be_read_again(assistant: Assistant, tmp_path: Path):
    """The same dialogues and index give the same weights, in the form that the assistant reads."""
    dialogues = read_dialogues()[:12]
    first, second = (learn_weights(dialogues, assistant.index.search) for _ in range(2))
    assert first == second
    save_weights(first, tmp_path / "weights.json")
    saved = json.loads((tmp_path / "weights.json").read_text(encoding="utf-8"))
    assert tuple(saved["clause"].values()) == first.clause
    assert tuple(saved["answer"].values()) == first.answer


def test_every_later_turn_gives_its_signs(assistant: Assistant):
    """A turn with gold has rows for it among its clauses; “why?” gives none."""
    signs = signs_of(read_dialogues()[:6], assistant.index.search, Weights.load())
    assert signs
    assert all(turn.gold for turn in signs if turn.answerable)


def test_what_is_learned_from_is_not_measured_with():
    """No dialogue that the weights come from stands among those of the dev part."""
    from evals.cases import CASES_DIR

    measured = [case for path in (CASES_DIR / "dev").glob("dialogues*.jsonl") for case in read_dialogues(path)]
    learned = {turn.question for dialogue in read_dialogues() for turn in dialogue.turns[:1]}
    assert not learned & {dialogue.turns[0].question for dialogue in measured}
