"""Cases as data: what is asked, and what a right answer must hold."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, Field, TypeAdapter, ValidationError

from corpus import CORPUS_DIR, Polarity
from corpus.errors import EvalError

__all__ = [
    "CASES_DIR",
    "PARTS",
    "Case",
    "Dialogue",
    "EligibilityText",
    "Located",
    "Question",
    "QuestionKind",
    "Said",
    "Sentence",
    "Turn",
    "VerdictStatus",
    "case_files",
    "iter_cases",
    "shown",
    "train_cases",
]

CASES_DIR = Path(__file__).parent / "cases"
PARTS = ("train", "dev", "test")
QuestionKind = Literal["answerable", "unanswerable", "out_of_scope", "hostile", "unlabelled"]
VerdictStatus = Literal["eligible", "not_eligible", "undetermined"]


class Turn(BaseModel, frozen=True, extra="forbid"):
    """One question with its gold, as it is to be understood where it stands."""

    question: str = Field(min_length=1)
    kind: QuestionKind = "unlabelled"
    """``unlabelled`` is a logged question without gold: it is answered and timed, not judged."""
    gold: tuple[tuple[str, ...], ...] = ()
    """Groups of clause ids: any one of a group is enough, every group must be met."""
    harmless: tuple[str, ...] = ()
    """Clauses that may be cited beside the gold without being wrong."""
    polarity: Polarity | None = None
    """The right short answer to the question as worded; none where it takes no yes or no."""
    must_mention: tuple[str, ...] = ()
    """Regular expressions, case ignored, that a right answer's text matches."""
    must_not: tuple[str, ...] = ()
    """Regular expressions, case ignored, that no right answer's text matches."""
    tags: Mapping[str, str] = Field(default_factory=dict)
    """``section``, ``style``, ``difficulty``: what results are sliced by."""
    stands_alone: str | None = None
    """A turn as a person would write it for a stranger; none where it is clear as it is."""


class Question(Turn, frozen=True):
    """A question that stands alone."""

    id: str = Field(min_length=1)
    author: str = ""


class Dialogue(BaseModel, frozen=True, extra="forbid"):
    """Several questions of one person, each leaning on those before it."""

    id: str = Field(min_length=1)
    turns: tuple[Turn, ...] = Field(min_length=1)
    tags: Mapping[str, str] = Field(default_factory=dict)
    author: str = ""


class EligibilityText(BaseModel, frozen=True, extra="forbid"):
    """A case as an applicant writes it, and the verdict that it deserves."""

    id: str = Field(min_length=1)
    text: str = Field(min_length=1)
    today: date
    """The day on which it is read."""
    status: VerdictStatus
    decisive: tuple[str, ...] = ()
    """Every violated clause where not eligible, every open one where undetermined."""
    tags: Mapping[str, str] = Field(default_factory=dict)
    author: str = ""


class Said(BaseModel, frozen=True, extra="forbid"):
    """One fact that a sentence says; ``evals/said.py`` lists the facts and their values."""

    about: Literal["applicant", "relative", "household"]
    fact: str
    value: str
    words: str = Field(min_length=1)
    """The words of the sentence that say it."""


class Sentence(BaseModel, frozen=True, extra="forbid"):
    """A sentence of an applicant, and every fact that it says; most say few, and many none."""

    id: str = Field(min_length=1)
    text: str = Field(min_length=1)
    today: date
    """The day on which it is read."""
    says: tuple[Said, ...]
    tags: Mapping[str, str] = Field(default_factory=dict)
    author: str = ""


Case = Question | Dialogue | EligibilityText | Sentence
_KINDS: Mapping[str, type[Question | Dialogue | EligibilityText | Sentence]] = {
    "question": Question,
    "turns": Dialogue,
    "says": Sentence,
    "text": EligibilityText,
}
"""The key that tells what a line is; a sentence has a text too."""
_EXAMPLE = 'Example: {"id": "q1", "question": "…", "kind": "answerable", "gold": [["rules:I.c"]], "author": "…"}.'


@dataclass(frozen=True, slots=True)
class Located:
    """A case and where it stands."""

    case: Case
    where: str
    """``file:line``"""


def shown(path: Path) -> str:
    """The path as people like to read it: from the current folder, where it lies below it."""
    try:
        return str(path.resolve().relative_to(Path.cwd()))
    except ValueError:
        return str(path)


def case_files(source: Path) -> tuple[Path, ...]:
    """The case files that ``source`` is or holds, in order of name.

    Raises ``EvalError`` where there is none.
    """
    if source.is_file():
        return (source,)
    files = tuple(sorted(source.glob("*.jsonl")))
    if not files:
        problem = "holds no case files" if source.is_dir() else "does not exist"
        raise EvalError(f"{source}: {problem}. Expected a .jsonl file, or a folder with some. {_EXAMPLE}")
    return files


def iter_cases(files: Iterable[Path]) -> Iterator[Located]:
    """Every case of ``files``, one line read at a time.

    Raises ``EvalError`` naming file and line.
    """
    for path in files:
        try:
            with path.open(encoding="utf-8") as lines:
                for number, line in enumerate(lines, start=1):
                    if line.strip():
                        where = f"{shown(path)}:{number}"
                        yield Located(_case(line, where), where)
        except (OSError, UnicodeDecodeError) as error:
            raise EvalError(f"{path}: cannot be read ({error}). It must be a readable UTF-8 file.") from None


def train_cases(root: Path = CORPUS_DIR) -> Iterator[Located]:
    """The labelled examples that the index learns from, as cases.

    The first clause of an example is its gold, the further ones are harmless.
    """
    from corpus.examples import read_examples

    path = root / "examples.jsonl"
    for number, example in enumerate(read_examples(path), start=1):
        main, further = example.clauses[:1], example.clauses[1:]
        question = Question(
            id=f"train-{number}",
            question=example.question,
            kind=example.kind,
            gold=(main,) if main else (),
            harmless=further,
            polarity=example.polarity,
        )
        yield Located(question, f"{shown(path)}:{number}")


@lru_cache
def _adapter(model: type[Case]) -> TypeAdapter[Case]:
    return TypeAdapter(model)


def _case(line: str, where: str) -> Case:
    try:
        row = json.loads(line)
    except ValueError as error:
        raise EvalError(f"{where}: is not JSON ({error}). {_EXAMPLE}") from None
    keys = [key for key in _KINDS if isinstance(row, dict) and key in row]
    if keys[:1] == ["says"]:
        keys = keys[:1]
    if len(keys) != 1:
        raise EvalError(f"{where}: expected one of the keys question, turns, text or says. {_EXAMPLE}")
    try:
        return _adapter(_KINDS[keys[0]]).validate_python(row)
    except ValidationError as error:
        first = error.errors()[0]
        field = ".".join(str(part) for part in first["loc"]) or "line"
        raise EvalError(f"{where} {field}: {first['msg']}. {_EXAMPLE}") from None
