"""A cold ``ara ask`` beside the bare import of the libraries that it cannot do without."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from assistant import Settings
from corpus.errors import EvalError
from evals.bench.row import Row, median

__all__ = ["cold_start", "environment"]

_WHAT = "cold `ara ask`"
_QUESTION = "Who pays the taxes on an award?"
_MOST = 2.5


def environment(chosen: Settings) -> dict[str, str]:
    """The environment in which a process of ours finds what these settings name."""
    named = {"ARA_DATA_DIR": str(chosen.data_dir), "ARA_CORPUS_DIR": str(chosen.corpus_dir)}
    return os.environ | named


def cold_start(chosen: Settings, starts: int) -> Iterator[Row]:
    """Processes of both kinds in turn, the first pair left out, which fills the file cache."""
    ara = Path(sys.executable).parent / "ara"
    if not ara.exists():
        yield Row.skipped(_WHAT, "the command ara is not installed beside this Python")
        return
    commands = (
        [str(ara), "ask", _QUESTION],
        [sys.executable, "-c", "import chromadb, onnxruntime, tokenizers"],
    )
    times: tuple[list[float], list[float]] = ([], [])
    for _ in range(starts + 1):
        for kind, command in zip(times, commands, strict=True):
            kind.append(_seconds(command, environment(chosen)))
    ask, imports = (median(kind[1:]) for kind in times)
    yield Row(_WHAT, f"{ask:.2f} s", "< 3 s", ask < 3, f"{starts} starts")
    yield Row.ratio(
        f"{_WHAT} ÷ bare import", ask / imports, _MOST, f"`import chromadb, onnxruntime, tokenizers`: {imports:.2f} s"
    )


def _seconds(command: list[str], env: dict[str, str]) -> float:
    began = time.perf_counter()
    done = subprocess.run(command, env=env, capture_output=True, text=True, check=False)  # noqa: S603 - our own commands
    if done.returncode:
        raise EvalError(f"{' '.join(command[:2])} failed: {done.stderr.strip().splitlines()[-1:] or done.returncode}.")
    return time.perf_counter() - began
