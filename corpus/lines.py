"""Files of labelled data, one JSON object a line."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from corpus.errors import CorpusError

__all__ = ["read_lines"]

ModelT = TypeVar("ModelT", bound=BaseModel)


def read_lines(path: Path, model: type[ModelT], example: str) -> tuple[ModelT, ...]:
    """Every line of the file as a ``model``; empty lines say nothing.

    Raises ``CorpusError`` naming file, line and field, with ``example`` as what is accepted.
    """
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise CorpusError(str(path), f"cannot be read ({error}).", "It must be a readable UTF-8 file.") from None
    return tuple(
        _read(path, number, line, model, example) for number, line in enumerate(lines, start=1) if line.strip()
    )


def _read(path: Path, number: int, line: str, model: type[ModelT], example: str) -> ModelT:
    try:
        return model.model_validate_json(line)
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"]) or "line"
        raise CorpusError(f"{path}:{number} {place}", f"{first['msg']}.", f"Example: {example}") from None
