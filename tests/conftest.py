"""Fixtures that every room's tests share."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from assistant import Assistant, Settings
from corpus import Corpus, load_corpus, read_rules

ROOT = Path(__file__).parent.parent
SMALL_RULES = """Small Program Rules

Last updated: June 5, 2024

By applying you agree to these rules.

I. Eligibility

To be eligible, the applicant must be of age.

By applying, you represent that the applicant:

(a) lives on land; and

(b) owns no boat.

II. Money

The award is paid in cash. Taxes are yours to pay.
"""


@pytest.fixture(scope="session")
def corpus() -> Corpus:
    return load_corpus()


@pytest.fixture(scope="session")
def assistant() -> Assistant:
    """The assistant over the real corpus, from the index that `make index` built."""
    return Assistant.open(Settings())


@pytest.fixture
def small_corpus(tmp_path: Path) -> Path:
    """A corpus folder with two sections, one FAQ entry and a few examples."""
    return write_small_corpus(tmp_path / "corpus")


def write_small_corpus(root: Path) -> Path:
    (root / "rules").mkdir(parents=True)
    path = root / "rules" / "2024-06-05.md"
    path.write_text(SMALL_RULES, encoding="utf-8")
    rules = read_rules(path)
    taxes = rules.clause("rules:II.p1")
    faq = {
        "id": "taxes",
        "title": "Taxes",
        "source": "rules",
        "questions": [
            {"ask": "Who pays the taxes?", "polarity": None},
            {"ask": "Do I pay the taxes?", "polarity": "yes"},
        ],
        "answer": "You pay the taxes.",
        "clauses": [{"id": taxes.id, "sha256": taxes.hash, "quote": "Taxes are yours to pay."}],
    }
    notes = [
        {
            "clause": clause.id,
            "sha256": clause.hash,
            "note": f"In short: {clause.text}",
            "points": [{"id": "all", "quote": clause.text, "says": clause.text, "force": "states", "who": "you"}],
        }
        for clause in rules.clauses
    ]
    dump(root / "faq.yaml", {"entries": [faq]})
    dump(root / "notes.yaml", {"notes": notes})
    examples = [
        ("Must I be an adult?", "answerable", ["rules:I.p1"]),
        ("Is there an age limit?", "answerable", ["rules:I.p1"]),
        ("May I live on a ship?", "answerable", ["rules:I.a"]),
        ("Does it matter where I live?", "answerable", ["rules:I.a"]),
        ("Can I keep my yacht?", "answerable", ["rules:I.b"]),
        ("My canoe, is that a problem?", "answerable", ["rules:I.b"]),
        ("How is the money paid?", "answerable", ["rules:II.p1"]),
        ("Is it paid in cash?", "answerable", ["rules:II.p1"]),
        ("When is the deadline?", "unanswerable", []),
        ("How long is the form?", "unanswerable", []),
        ("Who reads my form?", "unanswerable", []),
        ("What is the capital of Peru?", "out_of_scope", []),
        ("Tell me a joke.", "out_of_scope", []),
        ("Is it going to rain?", "out_of_scope", []),
    ]
    lines = [
        json.dumps({"question": question, "kind": kind, "clauses": clauses, "polarity": None})
        for question, kind, clauses in examples
    ]
    (root / "examples.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return root


def dump(path: Path, content: object) -> None:
    path.write_text(yaml.safe_dump(content, allow_unicode=True, sort_keys=False), encoding="utf-8")


@pytest.fixture
def run_ara(tmp_path: Path) -> Callable[..., subprocess.CompletedProcess[str]]:
    """Run the real `ara` as a process of its own; `env` adds settings."""

    def run(*arguments: str, env: dict[str, str] | None = None, stdin: str = "") -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [str(Path(sys.executable).parent / "ara"), *arguments],
            capture_output=True,
            text=True,
            input=stdin,
            env=os.environ | {"COLUMNS": "120", "NO_COLOR": "1"} | (env or {}),
            cwd=tmp_path,
            timeout=300,
            check=False,
        )

    return run
