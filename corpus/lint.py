"""Everything that can be wrong with a corpus, found at once."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from corpus.clauses import Rules
from corpus.errors import CorpusError
from corpus.faq import FaqEntry
from corpus.library import CORPUS_DIR, Corpus, load_corpus
from corpus.notes import Note
from corpus.statements import STATEMENTS_FILE, read_statements

__all__ = ["Finding", "lint_corpus"]

_QUOTED = re.compile(r"[“\"]([^“”\"]{3,})[”\"]")


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to mend."""

    where: str
    problem: str

    def __str__(self) -> str:
        return f"{self.where}: {self.problem}"


def lint_corpus(root: Path = CORPUS_DIR, version: str | None = None) -> list[Finding]:
    """Every finding in the corpus under ``root``; a file that cannot be read is a finding too."""
    try:
        corpus = load_corpus(root, version)
    except CorpusError as error:
        return [Finding(error.where, f"{error.problem} {error.accepted}".strip())]
    return [*_faq(corpus), *_notes(corpus), *_examples(corpus), *_statements(root / STATEMENTS_FILE)]


def _faq(corpus: Corpus) -> Iterator[Finding]:
    path = corpus.root / "faq.yaml"
    ids = Counter(entry.id for entry in corpus.faq)
    asked: dict[str, str] = {}
    for entry in corpus.faq:
        where = f"{path}:{entry.line}"
        if ids[entry.id] > 1:
            yield Finding(f"{where} id", f"{entry.id!r} stands more than once; give each entry an id of its own.")
        for question in entry.questions:
            other = asked.setdefault(normal(question.ask), entry.id)
            if other != entry.id:
                yield Finding(f"{where} questions", f"{question.ask!r} is asked in {other!r} too; keep it in one.")
        if entry.source == "rules" and not entry.clauses:
            yield Finding(f"{where} clauses", f"{entry.id!r} rests on no clause; name one, or use another source.")
        yield from _supports(entry, corpus.rules, where)


def _supports(entry: FaqEntry, rules: Rules, where: str) -> Iterator[Finding]:
    texts = []
    for support in entry.clauses:
        clause = rules.by_id.get(support.id)
        if clause is None:
            yield Finding(f"{where} clauses", f"{entry.id!r} names {support.id!r}, which is no clause of these Rules.")
            continue
        texts.append(clause.text)
        if support.sha256 != clause.hash:
            yield Finding(
                f"{where} clauses",
                f"{entry.id!r} is stale: {support.id} reads otherwise now. Review the answer, then set sha256: "
                f'"{clause.hash}".',
            )
        if support.quote is not None and support.quote not in clause.text:
            yield Finding(f"{where} quote", f"{entry.id!r} quotes words that do not stand in {support.id}.")
    yield from _quotations(entry.answer, texts, f"{where} answer")


def _notes(corpus: Corpus) -> Iterator[Finding]:
    path = corpus.root / "notes.yaml"
    noted = Counter(note.clause for note in corpus.notes)
    for clause in corpus.rules.clauses:
        if noted[clause.id] != 1:
            yield Finding(str(path), f"{clause.id} has {noted[clause.id]} notes; expected one.")
    for note in corpus.notes:
        yield from _note(note, corpus.rules, f"{path}:{note.line}")


def _note(note: Note, rules: Rules, where: str) -> Iterator[Finding]:
    clause = rules.by_id.get(note.clause)
    if clause is None:
        yield Finding(f"{where} clause", f"{note.clause!r} is no clause of these Rules.")
        return
    if note.sha256 != clause.hash:
        yield Finding(where, f'the note on {note.clause} is stale. Review it, then set sha256: "{clause.hash}".')
    points = Counter(point.id for point in note.points)
    for point in note.points:
        if points[point.id] > 1:
            yield Finding(f"{where} points", f"{point.id!r} stands twice on {note.clause}.")
        if point.quote not in clause.text:
            yield Finding(f"{where} points", f"{point.id!r} quotes words that do not stand in {note.clause}.")
    yield from _quotations(" ".join([note.note, *(point.says for point in note.points)]), [clause.text], where)


def _quotations(words: str, clauses: list[str], where: str) -> Iterator[Finding]:
    for quoted in _QUOTED.findall(words):
        if not any(quoted.strip(" ,.;") in text for text in clauses):
            yield Finding(where, f"“{quoted}” stands between quotation marks but in no clause named.")


def _examples(corpus: Corpus) -> Iterator[Finding]:
    path = corpus.root / "examples.jsonl"
    seen: dict[str, int] = {}
    for number, example in enumerate(corpus.examples, start=1):
        where = f"{path}:{number}"
        first = seen.setdefault(normal(example.question), number)
        if first != number:
            yield Finding(where, f"the question of line {first} stands here again.")
        if bool(example.clauses) != (example.kind == "answerable"):
            yield Finding(f"{where} clauses", "an answerable question names its clauses, any other names none.")
        for clause in example.clauses:
            if clause not in corpus.rules.by_id:
                yield Finding(f"{where} clauses", f"{clause!r} is no clause of these Rules.")


def _statements(path: Path) -> Iterator[Finding]:
    """Statements that repeat one another; the same words may be written on two days and say two things."""
    try:
        statements = read_statements(path) if path.exists() else ()
    except CorpusError as error:
        yield Finding(error.where, f"{error.problem} {error.accepted}".strip())
        return
    seen: dict[tuple[str, date], int] = {}
    for number, statement in enumerate(statements, start=1):
        first = seen.setdefault((normal(statement.text), statement.today), number)
        if first != number:
            yield Finding(f"{path}:{number}", f"the statement of line {first} stands here again.")


def normal(question: str) -> str:
    """A question without case, punctuation or spacing, for telling repeats."""
    return " ".join(re.findall(r"\w+", question.casefold()))
