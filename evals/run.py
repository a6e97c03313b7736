"""Scoring a set of cases into a folder: resumable, streamed, in as many processes as asked."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
import time
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from pydantic import ValidationError

from corpus import CORPUS_DIR, Corpus
from corpus.errors import EvalError
from evals.cases import CASES_DIR, PARTS, Located, case_files, iter_cases, train_cases
from evals.lint import clause_faults
from evals.results import RESULTS_FILE, Results, read_results
from evals.summary import SUMMARY_FILE, RunInfo, Summary, summarise
from evals.workers import Engine, Opener, score_lines
from index import Progress

__all__ = ["RUNS_DIR", "CaseSet", "run_cases", "run_folder"]

RUNS_DIR = Path("runs")
_RUN_FILE = "run.json"
_ROOT = CORPUS_DIR.parent
_MUST_AGREE = {
    "corpus_hash": "another corpus",
    "cases": "other cases",
    "code": "another version of the program",
    "part": "another part",
    "model": "another chat model",
}
"""What a stopped run and its continuation must have in common."""
_ROOMS = ("corpus", "index", "assistant", "evals")


def silent(stage: str, done: int, total: int) -> None:
    """Show no progress."""


class CaseSet:
    """The cases of one part, or of a file or folder."""

    def __init__(self, part: str = "dev", source: Path | None = None) -> None:
        """Raises ``EvalError`` where there are none."""
        if source is None and part not in PARTS:
            raise EvalError(f"There is no part {part!r}. Expected one of {', '.join(PARTS)}.")
        self.name = str(source) if source else part
        self._train = source is None and part == "train"
        self.files = (CORPUS_DIR / "examples.jsonl",) if self._train else case_files(source or CASES_DIR / part)

    def __iter__(self) -> Iterator[Located]:
        return train_cases() if self._train else iter_cases(self.files)

    def checked_count(self, corpus: Corpus) -> int:
        """How many cases there are.

        Raises ``EvalError`` for a bad line, a repeated id, gold that names no clause of
        ``corpus``, or no case at all.
        """
        seen: set[bytes] = set()
        for located in self:
            if fault := next(clause_faults(located, corpus), None):
                raise EvalError(fault)
            key = hashlib.blake2b(located.case.id.encode(), digest_size=8).digest()
            if key in seen:
                raise EvalError(f"{located.where}: the id {located.case.id!r} stands twice. Give each case its own.")
            seen.add(key)
        if not seen:
            raise EvalError(f"{self.files[0]}: holds no case. Add lines, or name another file with --cases.")
        return len(seen)

    def checksums(self) -> dict[str, str]:
        """SHA-256 of each file, by name."""
        return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in self.files}


def run_folder(cases: CaseSet, model: str = "none") -> Path:
    """Where results go unless a folder is named: ``runs/dev``, with a chat model ``runs/dev.openai-gpt-4.1-mini``."""
    name = Path(cases.name).stem
    return RUNS_DIR / (name if model == "none" else f"{name}.{re.sub(r'[^A-Za-z0-9.-]+', '-', model)}")


def run_cases(
    cases: CaseSet,
    folder: Path,
    opener: Opener,
    corpus: Corpus,
    *,
    workers: int = 1,
    fresh: bool = False,
    progress: Progress = silent,
    engine: Engine = score_lines,
    model: str = "none",
) -> Summary:
    """Score ``cases`` into ``folder`` and sum them up.

    A run that was stopped goes on where it stopped; a finished one is kept beside as
    ``….previous``. ``model`` is the chat model that ``opener`` opens, for the record. Raises ``EvalError`` where a stopped run was made of something else.
    """
    total = cases.checked_count(corpus)
    run = RunInfo(
        part=cases.name,
        cases=cases.checksums(),
        corpus_hash=corpus.hash,
        rules_version=corpus.rules.version,
        code=_code_hash(),
        model=model,
    )
    _make_way(folder, run, fresh=fresh)
    with Results(folder / RESULTS_FILE) as results:
        _write(folder / _RUN_FILE, run.model_dump_json(indent=2))
        resumed = done = len(results.done)
        progress("answering", done, total)
        began = time.perf_counter()
        for line in engine(opener, (c for c in cases if c.case.id not in results.done), workers):
            results.add(line)
            done += 1
            progress("answering", done, total)
        seconds = time.perf_counter() - began
    summary = summarise(run, read_results(folder / RESULTS_FILE), 0.0 if resumed else seconds, workers)
    _write(folder / SUMMARY_FILE, summary.model_dump_json(indent=2))
    return summary


def _make_way(folder: Path, run: RunInfo, *, fresh: bool) -> None:
    """Leave in ``folder`` what can be gone on with, or nothing."""
    if not folder.exists():
        return
    if not (folder / _RUN_FILE).exists():
        if any(path.stat().st_size for path in folder.iterdir()):
            raise EvalError(f"{folder}: holds files that are no run. Name an empty or a new folder with --out.")
        return
    if fresh or (folder / SUMMARY_FILE).exists():
        previous = folder.with_name(f"{folder.name}.previous")
        shutil.rmtree(previous, ignore_errors=True)
        folder.rename(previous)
        return
    stopped = _read_run(folder / _RUN_FILE)
    for name, what in _MUST_AGREE.items():
        if getattr(stopped, name) != getattr(run, name):
            raise EvalError(
                f"{folder}: the run that was stopped there was made with {what}. Start it again with --fresh (the old "
                "results are kept beside it), or name another folder with --out."
            )


def _read_run(path: Path) -> RunInfo:
    try:
        return RunInfo.model_validate(json.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError, ValidationError):
        raise EvalError(
            f"{path}: cannot be read. Start again with --fresh, or name another folder with --out."
        ) from None


def _code_hash() -> str:
    digest = hashlib.sha256()
    for path in sorted(chain.from_iterable((_ROOT / room).rglob("*.py") for room in _ROOMS)):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def _write(path: Path, text: str) -> None:
    """Write beside and swap, so that a kill leaves the old file or the new one."""
    beside = path.with_name(f"{path.name}.new")
    try:
        beside.write_text(text + "\n", encoding="utf-8")
        beside.replace(path)
    except OSError as error:
        raise EvalError(
            f"{path}: cannot be written ({error.strerror}). The results so far are kept; make room and run again."
        ) from None
