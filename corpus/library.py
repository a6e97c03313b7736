"""The whole corpus of one version of the Rules, read once and frozen."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from corpus.clauses import Clause, Rules
from corpus.errors import CorpusError
from corpus.examples import Example, read_examples
from corpus.faq import FaqEntry, read_faq
from corpus.notes import Note, read_notes
from corpus.parser import read_rules

__all__ = ["CORPUS_DIR", "Corpus", "load_corpus", "rules_files"]

CORPUS_DIR = Path(__file__).parent
_HASHED = ("faq.yaml", "notes.yaml", "examples.jsonl", "places.yaml", "ages.yaml")


@dataclass(frozen=True)
class Corpus:
    """What may be answered from."""

    root: Path
    rules: Rules
    faq: tuple[FaqEntry, ...]
    notes: tuple[Note, ...]
    examples: tuple[Example, ...]
    hash: str
    """SHA-256 over the Rules and every data file, first 16 hex digits."""

    @cached_property
    def faq_by_key(self) -> dict[str, FaqEntry]:
        """FAQ entries by ``faq:…`` key."""
        return {entry.key: entry for entry in self.faq}

    @cached_property
    def note_by_clause(self) -> dict[str, Note]:
        """Notes by clause id."""
        return {note.clause: note for note in self.notes}

    def label(self, key: str) -> str:
        """The name for people of a clause or FAQ entry; raises ``KeyError``."""
        return self.faq_by_key[key].label if key.startswith("faq:") else self.rules.clause(key).label

    def clause(self, clause_id: str) -> Clause:
        """The clause with this id; raises ``KeyError``."""
        return self.rules.clause(clause_id)


def rules_files(root: Path = CORPUS_DIR) -> tuple[Path, ...]:
    """The versions of the Rules under ``root``, oldest first; raises ``CorpusError`` where there is none."""
    files = tuple(sorted((root / "rules").glob("*.md")))
    if not files:
        raise CorpusError(
            str(root / "rules"), "there is no version of the Rules.", "Put one there, named like 2021-03-12.md."
        )
    return files


def load_corpus(root: Path = CORPUS_DIR, version: str | None = None) -> Corpus:
    """Read the corpus under ``root``; ``version`` (a date) picks the Rules, else the newest.

    Raises ``CorpusError``.
    """
    files = rules_files(root)
    path = files[-1] if version is None else root / "rules" / f"{version}.md"
    rules = read_rules(path)
    return Corpus(
        root=root,
        rules=rules,
        faq=read_faq(root / "faq.yaml"),
        notes=read_notes(root / "notes.yaml"),
        examples=read_examples(root / "examples.jsonl"),
        hash=_hash(root, rules),
    )


def _hash(root: Path, rules: Rules) -> str:
    digest = hashlib.sha256(rules.sha256.encode())
    for name in _HASHED:
        path = root / name
        digest.update(hashlib.sha256(path.read_bytes() if path.exists() else b"").digest())
    return digest.hexdigest()[:16]
