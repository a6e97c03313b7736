"""New Rules, old answers: which answers change when another version of the Rules comes in.

Both versions answer with what the corpus holds today. For the new one, ids follow the
clauses that only moved, and what was written about a clause that is gone, reworded or
under another lead-in is set aside, since it must be reviewed before a release.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from assistant import Answer
from corpus import CORPUS_DIR, Corpus, Rules, read_rules, rules_files
from corpus.diff import RulesDiff
from corpus.errors import EvalError
from corpus.faq import FaqEntry
from corpus.notes import Note
from evals.cases import Located
from evals.items import asks_of
from evals.scoring import Answerer

__all__ = ["ChangedAnswer", "Impact", "carry_over", "find_rules", "impact_of", "stale_entries"]


@dataclass(frozen=True, slots=True)
class ChangedAnswer:
    """An answer that is not what it was."""

    id: str
    question: str
    before: str
    """Kind, short answer and cited clauses, by their old ids."""
    after: str
    """The same with the new Rules, moved clauses by their old ids."""
    why: str


@dataclass(frozen=True, slots=True)
class Impact:
    """What a new version does to the answers."""

    asked: int
    changed: tuple[ChangedAnswer, ...]


def find_rules(name: str, root: Path = CORPUS_DIR) -> Rules:
    """The Rules named by a date among ``root``'s, or by the path of a file; raises ``EvalError`` or ``CorpusError``."""
    path = Path(name)
    if path.suffix:
        return read_rules(path)
    known = {file.stem: file for file in rules_files(root)}
    if name not in known:
        raise EvalError(f"There are no Rules of {name!r}. Expected a file, or one of {', '.join(sorted(known))}.")
    return read_rules(known[name])


def stale_entries(diff: RulesDiff, corpus: Corpus) -> tuple[str, ...]:
    """What must be reviewed before a release: FAQ keys, then clauses whose note is stale."""
    faq = [entry.key for entry in corpus.faq if any(support.id in diff.stale for support in entry.clauses)]
    notes = [f"note {note.clause}" for note in corpus.notes if note.clause in diff.stale]
    return (*faq, *notes)


def carry_over(corpus: Corpus, diff: RulesDiff) -> Corpus:
    """The corpus under the new Rules: ids moved, stale entries set aside."""
    kept = {old: new for old, new in diff.moved.items() if old not in diff.stale}
    hashes = {clause.id: clause.hash for clause in diff.new.clauses}
    return replace(
        corpus,
        rules=diff.new,
        faq=tuple(_moved_entry(entry, kept, hashes) for entry in corpus.faq if _stands(entry, kept)),
        notes=tuple(_moved_note(note, kept, hashes) for note in corpus.notes if note.clause in kept),
        examples=tuple(
            example.model_copy(update={"clauses": tuple(diff.moved[clause] for clause in example.clauses)})
            for example in corpus.examples
            if all(clause in diff.moved for clause in example.clauses)
        ),
        hash=hashlib.sha256(f"{corpus.hash}\n{diff.new.sha256}".encode()).hexdigest()[:16],
    )


def impact_of(cases: Iterable[Located], before: Answerer, after: Answerer, diff: RulesDiff) -> Impact:
    """Put every question to both and list the answers that differ in kind, short answer or cited words."""
    asked = 0
    changed = []
    for located in cases:
        for ask in asks_of(located):
            if ask.turn is None:
                continue
            asked += 1
            old = before.trace(ask.question, ask.before).answer
            new = after.trace(ask.question, ask.before).answer
            back = {now: then for then, now in diff.moved.items()}
            now_cited = [(back.get(citation.id, citation.id), citation.quote) for citation in new.citations]
            was_cited = [(citation.id, citation.quote) for citation in old.citations]
            if _same(old, new, was_cited, now_cited, diff):
                continue
            why = _why([clause for clause, _ in was_cited], diff)
            was = _told(old.kind, old.polarity, was_cited)
            changed.append(ChangedAnswer(ask.id, ask.question, was, _told(new.kind, new.polarity, now_cited), why))
    return Impact(asked, tuple(changed))


def _same(
    old: Answer, new: Answer, was_cited: list[tuple[str, str]], now_cited: list[tuple[str, str]], diff: RulesDiff
) -> bool:
    """Whether nothing changes for the reader; an abstention may name other near clauses, none of them touched."""
    if (old.kind, old.polarity) != (new.kind, new.polarity):
        return False
    near_only = old.kind not in {"answer", "verdict"} and not diff.stale.intersection(clause for clause, _ in was_cited)
    return near_only or was_cited == now_cited


def _why(cited: list[str], diff: RulesDiff) -> str:
    kinds = {change.id: change.kind for change in diff.changes}
    touched = [f"{clause} {kinds[clause]}" for clause in dict.fromkeys(cited) if clause in kinds]
    return ", ".join(touched) or "what stands beside it changed"


def _told(kind: str, polarity: str | None, cited: list[tuple[str, str]]) -> str:
    clauses = dict.fromkeys(clause.removeprefix("rules:") for clause, _ in cited)
    return " ".join([kind, *([polarity] if polarity else []), *clauses])


def _stands(entry: FaqEntry, kept: Mapping[str, str]) -> bool:
    return all(support.id in kept for support in entry.clauses)


def _moved_entry(entry: FaqEntry, kept: Mapping[str, str], hashes: Mapping[str, str]) -> FaqEntry:
    clauses = tuple(
        support.model_copy(update={"id": kept[support.id], "sha256": hashes[kept[support.id]]})
        for support in entry.clauses
    )
    return entry.model_copy(update={"clauses": clauses})


def _moved_note(note: Note, kept: Mapping[str, str], hashes: Mapping[str, str]) -> Note:
    clause = kept[note.clause]
    return note.model_copy(update={"clause": clause, "sha256": hashes[clause]})
