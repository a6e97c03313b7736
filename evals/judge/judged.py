"""``judged.jsonl`` beside a run: one opinion a line, and what they come to."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from statistics import fmean

from pydantic import BaseModel, ValidationError

from corpus.errors import EvalError
from evals.judge.opinion import Opinion

__all__ = ["JUDGED_FILE", "Judged", "JudgedRow", "judged_rows", "read_judged", "told"]

JUDGED_FILE = "judged.jsonl"
_SHOWN = 10


class JudgedRow(BaseModel, frozen=True):
    """One answer with the opinion on it."""

    id: str
    model: str
    question: str
    opinion: Opinion | None
    """None where the model's reply could not be used."""


class WorstRow(BaseModel, frozen=True):
    """An answer that the model thinks least of."""

    id: str
    question: str
    unsupported: tuple[str, ...]
    reason: str


class Judged(BaseModel, frozen=True):
    """What the opinions on a run come to."""

    model: str
    answers: int
    unusable: int
    """Replies that could not be used."""
    faithfulness: float | None
    """Mean over answers of supported statements ÷ statements."""
    helpfulness: float | None
    """Mean mark from 1 to 5."""
    worst: tuple[WorstRow, ...]


def judged_rows(folder: Path) -> Iterator[JudgedRow]:
    """The opinions in the run in ``folder``; a last line that a kill cut short is passed over."""
    path = folder / JUDGED_FILE
    try:
        lines = path.read_text(encoding="utf-8").splitlines(keepends=True) if path.exists() else []
    except (OSError, UnicodeDecodeError) as error:
        raise EvalError(f"{path}: cannot be read ({error}).") from None
    for number, line in enumerate(lines, start=1):
        if not line.endswith("\n"):
            return
        try:
            yield JudgedRow.model_validate_json(line)
        except ValidationError as error:
            raise EvalError(f"{path}:{number}: is no opinion ({error.errors()[0]['msg']}). Remove the file.") from None


def read_judged(folder: Path) -> Judged | None:
    """What the opinions of the model asked last come to; none where none was asked. Raises ``EvalError``."""
    rows = list(judged_rows(folder))
    if not rows:
        return None
    rows = [row for row in rows if row.model == rows[-1].model]
    opinions = [(row, row.opinion) for row in rows if row.opinion]
    faithful = [share for _, opinion in opinions if (share := opinion.faithfulness) is not None]
    doubtful = [
        (row, opinion)
        for row, opinion in opinions
        if opinion.helpfulness < 3 or opinion.faithfulness not in {None, 1.0}
    ]
    doubtful.sort(key=lambda pair: (pair[1].faithfulness or 0.0, pair[1].helpfulness, pair[0].id))
    return Judged(
        model=rows[-1].model,
        answers=len(opinions),
        unusable=len(rows) - len(opinions),
        faithfulness=fmean(faithful) if faithful else None,
        helpfulness=fmean(opinion.helpfulness for _, opinion in opinions) if opinions else None,
        worst=tuple(
            WorstRow(
                id=row.id,
                question=row.question,
                unsupported=tuple(statement.text for statement in opinion.statements if not statement.supported),
                reason=opinion.reason,
            )
            for row, opinion in doubtful[:_SHOWN]
        ),
    )


def told(judged: Judged) -> str:
    """The opinions in one line."""
    faithful = "–" if judged.faithfulness is None else f"{100 * judged.faithfulness:.1f} %"
    helpful = "–" if judged.helpfulness is None else f"{judged.helpfulness:.1f} of 5"
    unusable = f", {judged.unusable} replies unusable" if judged.unusable else ""
    return (
        f"advisory ({judged.model}, {judged.answers} answers{unusable}): faithfulness {faithful}, helpfulness {helpful}"
    )
