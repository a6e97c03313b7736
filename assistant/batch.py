"""JSON lines of questions in, JSON lines of answers out."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from assistant.pipeline import Assistant
from corpus.errors import BatchError

__all__ = ["answer_lines", "run_batch"]

_EXAMPLE = 'a line such as {"id": "1", "question": "…"} or {"id": "1", "turns": ["…", "…"]}'


def run_batch(assistant: Assistant, source: Path, target: Path, progress: Callable[[int, int], None]) -> int:
    """Answer every line of ``source`` into ``target``; how many lines could not be answered.

    Answers are written as they come. Raises ``BatchError`` where a file cannot be read or written.
    """
    try:
        lines = source.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise BatchError(f"{source} cannot be read ({error}). It must be a UTF-8 file of JSON lines.") from None
    failed = 0
    try:
        with target.open("w", encoding="utf-8") as file:
            for done, row in enumerate(answer_lines(assistant, lines), start=1):
                failed += "error" in row
                file.write(json.dumps(row, ensure_ascii=False) + "\n")
                progress(done, len(lines))
    except OSError as error:
        raise BatchError(f"{target} cannot be written ({error.strerror}). Choose another file for --out.") from None
    return failed


def answer_lines(assistant: Assistant, lines: Iterable[str]) -> Iterator[dict[str, Any]]:
    """One row out for each line in; a bad line gives ``{"id", "error"}`` and the next follows."""
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            row_id, turns = _read(number, line)
        except BatchError as error:
            yield {"id": _id_of(line), "error": str(error)}
            continue
        answers = [assistant.ask(turn, turns[:at]).to_dict() for at, turn in enumerate(turns)]
        yield {"id": row_id, "answers": answers}


def _read(number: int, line: str) -> tuple[Any, list[str]]:
    try:
        row = json.loads(line)
    except ValueError:
        raise BatchError(f"line {number} is not JSON; expected {_EXAMPLE}.") from None
    if not isinstance(row, dict) or "id" not in row:
        raise BatchError(f"line {number} has no id; expected {_EXAMPLE}.")
    turns = [row["question"]] if "question" in row and "turns" not in row else row.get("turns")
    if not isinstance(turns, list) or not turns or not all(isinstance(turn, str) for turn in turns):
        raise BatchError(f"line {number} has neither a question nor a list of turns; expected {_EXAMPLE}.")
    return row["id"], turns


def _id_of(line: str) -> Any:
    try:
        row = json.loads(line)
    except ValueError:
        return None
    return row.get("id") if isinstance(row, dict) else None
