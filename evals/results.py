"""``results.jsonl``: one line a case, written as it is scored, read back after a kill."""

from __future__ import annotations

import errno
import json
import os
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from pydantic import BaseModel, Field, ValidationError

from corpus.errors import EvalError
from evals.cases import EligibilityText, Sentence, Turn
from evals.helped import Helped
from evals.items import ItemType
from evals.metrics.figure import Share
from evals.reading import Reading
from evals.stages import Stage, Stages

__all__ = ["RESULTS_FILE", "CaseRow", "ItemRow", "Results", "read_results"]

RESULTS_FILE = "results.jsonl"


class ItemRow(BaseModel, frozen=True):
    """One question, turn or written case with its answer and what came of it."""

    id: str
    type: ItemType
    question: str
    before: tuple[str, ...] = ()
    gold: Turn | EligibilityText | Sentence
    tags: dict[str, str] = Field(default_factory=dict)
    answer: dict[str, Any] = Field(default_factory=dict)
    """The answer by the contract; empty for a sentence, which is read and not answered."""
    scores: dict[str, Share] = Field(default_factory=dict)
    """Part and whole by figure."""
    confusion: tuple[str, str] | None = None
    """The right short answer and the one given."""
    right: bool | None = None
    lost: Stage | None = None
    rank: int | None = None
    """The rank, from one, of the worst placed gold group; none where one is not among ten."""
    stages: Stages = Stages()
    reading: Reading | None = None
    """For a written case or a sentence: the facts that were read, each with its words."""
    helped: Helped | None = None
    """What a chat model did for it; none where none was asked."""
    error: str = ""
    """What the assistant raised instead of answering."""

    @property
    def ms(self) -> float | None:
        """Milliseconds from question to answer; none for a sentence."""
        return float(self.answer["ms"]) if self.answer else None


class CaseRow(BaseModel, frozen=True):
    """One line: a case with all its turns."""

    id: str
    items: tuple[ItemRow, ...]


def read_results(path: Path) -> Iterator[CaseRow]:
    """Every whole line of ``path``, one at a time; raises ``EvalError`` naming file and line."""
    try:
        with path.open(encoding="utf-8") as lines:
            for number, line in enumerate(lines, start=1):
                try:
                    yield CaseRow.model_validate_json(line)
                except ValidationError as error:
                    raise EvalError(
                        f"{path}:{number}: is no result ({error.errors()[0]['msg']}). Run the cases again with --fresh."
                    ) from None
    except FileNotFoundError:
        raise EvalError(f"{path}: there are no results. Make some with “python -m evals run --out DIR”.") from None
    except (OSError, UnicodeDecodeError) as error:
        raise EvalError(f"{path}: cannot be read ({error}).") from None


class Results:
    """Appends to ``results.jsonl``; a line that a kill cut short is dropped first."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.done: set[str] = set()
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._drop_torn_line()
            if path.exists():
                self.done = {_id_of(line) for line in path.open(encoding="utf-8")}
            self._file = path.open("a", encoding="utf-8")
        except OSError as error:
            raise _cannot_write(path, error) from None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            self._file.close()
        except OSError as failure:
            if kind is None:
                raise _cannot_write(self.path, failure) from None

    def add(self, line: str) -> None:
        """Append one case, ``CaseRow`` as JSON; raises ``EvalError`` where the disk is full."""
        try:
            self._file.write(line + "\n")
            self._file.flush()
        except OSError as error:
            raise _cannot_write(self.path, error) from None

    def _drop_torn_line(self) -> None:
        if not self.path.exists():
            return
        with self.path.open("rb+") as file:
            size = file.seek(0, os.SEEK_END)
            step = 1 << 16
            at = size
            while at > 0:
                start = max(0, at - step)
                file.seek(start)
                newline = file.read(at - start).rfind(b"\n")
                if newline >= 0:
                    file.truncate(start + newline + 1)
                    return
                at = start
            file.truncate(0)


def _id_of(line: str) -> str:
    """The id, which stands first in a line, without parsing the rest."""
    start = line.index('"id":') + len('"id":')
    return str(json.JSONDecoder().raw_decode(line, start + (line[start] == " "))[0])


def _cannot_write(path: Path, error: OSError) -> EvalError:
    reason = "the disk is full" if error.errno in {errno.ENOSPC, errno.EDQUOT} else (error.strerror or str(error))
    return EvalError(
        f"{path}: cannot be written ({reason}). What was scored so far is kept: make room and run the same command "
        "again, or name another folder with --out."
    )
