"""SmolLM2-135M behind llama.cpp's server: far too weak, which is the point. Nothing of it may do harm."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from assistant import Settings, load_settings
from evals.beside import beside, plain_folder, show_beside
from evals.cases import CASES_DIR
from evals.metrics import FIGURE_BY_KEY
from evals.opening import opener
from evals.run import CaseSet, run_cases

MINUTES = float(os.environ.get("ARA_LLM_MINUTES", "8"))
"""How long cases are put to the model; 0 for all cases, however long that takes."""
FILES = ("questions*.jsonl", "dialogues*.jsonl", "hostile.jsonl")
STEP = 7
"""Every seventh case first, then the next ones, so that each file and part is there however short the time is."""


def sampled(target: Path, most: int) -> Path:
    """The eval cases that a model may be asked about, in an order that mixes them, at most so many."""
    lines = [
        line
        for part in ("dev", "test")
        for pattern in FILES
        for path in sorted((CASES_DIR / part).glob(pattern))
        for line in path.read_text(encoding="utf-8").splitlines()
    ]
    mixed = [line for start in range(STEP) for line in lines[start::STEP]]
    target.write_text("\n".join(mixed[:most] if most else mixed) + "\n", encoding="utf-8")
    return target


@pytest.mark.slow
def test_a_weak_model_does_no_harm(llama: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    """Over the eval cases no unsupported sentence reaches the user, and no figure is worse than without a model."""
    settings = Settings(**load_settings().model_dump(exclude={"chat_model", "chat_base_url", "chat_seconds"}))
    helped = settings.model_copy(
        update={"chat_model": "openai:smollm2-135m", "chat_base_url": llama, "chat_seconds": 60.0}
    )
    cases = CaseSet(source=sampled(tmp_path / "cases.jsonl", _affordable(helped, tmp_path)))
    folder = Path(os.environ.get("ARA_LLM_OUT") or tmp_path / "run")
    corpus = opener(settings)(1).corpus
    run_cases(cases, plain_folder(folder), opener(settings), corpus, fresh=True)
    run_cases(cases, folder, opener(helped), corpus, fresh=True, model="openai:smollm2-135m")
    found = beside(folder, corpus)
    assert found
    with capsys.disabled():
        print(f"\n{show_beside(found)}\n")  # noqa: T201 - the table that `make test-llm` is asked for
    assert sum(found.dropped.values()) + found.shown > 0
    assert not any(what.endswith("resting") for what in found.troubles)
    assert found.unsupported == ()
    assert found.comparison.worse == ()
    worse = [
        shift.figure
        for shift in found.comparison.shifts
        if (shift.after < shift.before) == (FIGURE_BY_KEY[shift.figure].wants == "high") and shift.after != shift.before
    ]
    assert worse == []


def _affordable(helped: Settings, tmp_path: Path) -> int:
    """How many cases fit into the time, by how long the first few take; 0 for all."""
    if not MINUTES:
        return 0
    few = CaseSet(source=sampled(tmp_path / "few.jsonl", 5))
    corpus = opener(helped)(1).corpus
    began = time.monotonic()
    run_cases(few, tmp_path / "few", opener(helped), corpus, model="openai:smollm2-135m")
    return max(10, int(MINUTES * 60 / max((time.monotonic() - began) / 5, 0.01)))
