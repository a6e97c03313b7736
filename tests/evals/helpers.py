"""Cases and items made by hand."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from corpus import Corpus
from evals.cases import EligibilityText, Located, Question, Turn
from evals.fake import Reply
from evals.given import Given
from evals.items import Ask, Item

NEW_RULES = Path(__file__).parent / "data" / "2023-09-01.md"


def item(gold: Turn | EligibilityText, reply: Reply, corpus: Corpus, kind: str = "question") -> Item:
    """What is scored, from gold and a reply."""
    assert callable(reply)
    given = Given.read(reply(corpus).to_dict())
    return Item(Ask("q", kind, gold), given, {clause.id: clause.text for clause in corpus.rules.clauses})


def question(case_id: str = "q1", **fields: Any) -> dict[str, Any]:
    """A case about taxes; ``fields`` change it."""
    return {
        "id": case_id,
        "question": f"Is it me who pays the taxes, case {case_id}?",
        "kind": "answerable",
        "gold": [["rules:II.p1"]],
        "polarity": "yes",
        "tags": {"section": "II", "style": "plain"},
        "author": "x",
    } | fields


def write_cases(path: Path, *rows: dict[str, Any]) -> Path:
    """The file at ``path``, with one row a line."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def located(**fields: Any) -> Located:
    """``question`` as if read from a file."""
    return Located(Question.model_validate(question(**fields)), "cases.jsonl:1")
