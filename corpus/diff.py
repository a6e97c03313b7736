"""Two versions of the Rules, clause by clause: what changed, and what hangs on it.

Clauses are matched by their text first, so that an item which only moved is renumbered
and not reworded; then by id; then by likeness within a section. An item whose own words
stand but whose lead-in changed says something else now, and is reported as such.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import Literal

from corpus.clauses import Clause, Rules
from corpus.library import Corpus

__all__ = [
    "Change",
    "ChangeKind",
    "Dependants",
    "Mark",
    "RulesDiff",
    "dependants",
    "diff_lines",
    "diff_rules",
    "word_marks",
]

ChangeKind = Literal["added", "removed", "renumbered", "reworded", "lead-in"]
MarkKind = Literal["same", "added", "removed"]
_ALIKE = 0.6
"""From this share of words in common two clauses of a section are one clause, reworded."""
_SAME_ID_ALIKE = 0.3
"""For clauses with the same id less is enough."""
_TOKEN = re.compile(r"\S+\s*")


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of words that both versions have, or one of them."""

    kind: MarkKind
    text: str


@dataclass(frozen=True)
class Change:
    """What became of one clause."""

    kind: ChangeKind
    old: Clause | None
    new: Clause | None
    marks: tuple[Mark, ...] = field(default=(), repr=False)
    """For a reworded clause, or one whose lead-in changed, the words of both, marked."""

    @property
    def _clause(self) -> Clause:
        clause = self.old or self.new
        if clause is None:
            raise ValueError("a change has a clause before it, after it, or both")
        return clause

    @property
    def id(self) -> str:
        """The id before, or that of an added clause."""
        return self._clause.id

    @property
    def is_stale(self) -> bool:
        """Whether what was written about the clause must be reviewed; a new number alone needs none."""
        return self.kind in {"removed", "reworded", "lead-in"}

    @property
    def title(self) -> str:
        """The labels, before and after where they differ."""
        if self.old and self.new and self.old.id != self.new.id:
            return f"{self.old.label} → {self.new.label}"
        return self._clause.label

    def marked(self) -> str:
        """The words with ``[-removed-]`` and ``{+added+}``."""
        forms = {"same": "{}", "removed": "[-{}-]", "added": "{{+{}+}}"}
        pieces = []
        for mark in self.marks:
            words = mark.text.rstrip()
            pieces.append(forms[mark.kind].format(words) + mark.text[len(words) :])
        return "".join(pieces).strip()


@dataclass(frozen=True)
class RulesDiff:
    """Everything that changed between two versions."""

    old: Rules
    new: Rules
    changes: tuple[Change, ...]
    """In the order of the new version, what was removed where it stood."""
    moved: Mapping[str, str] = field(repr=False)
    """The new id of every old clause that still exists, the unchanged ones too."""

    @property
    def stale(self) -> frozenset[str]:
        """Old ids of the clauses about which everything written must be reviewed."""
        return frozenset(change.id for change in self.changes if change.is_stale)


@dataclass(frozen=True, slots=True)
class Dependants:
    """What hangs on one clause."""

    faq: tuple[str, ...]
    """``faq:…`` keys"""
    notes: tuple[str, ...]
    """Clause ids that have a note."""
    examples: int
    """Labelled examples that name the clause."""


def diff_rules(old: Rules, new: Rules) -> RulesDiff:
    """What changed from ``old`` to ``new``."""
    pairs = _pairs(old.clauses, new.clauses)
    matched = set(pairs.values())
    changes = [change for clause in old.clauses for change in _changed(clause, pairs, new)]
    changes += [Change("added", None, clause) for clause in new.clauses if clause.id not in matched]
    place = {clause.id: at for at, clause in enumerate(new.clauses)}
    before = {clause.id: at for at, clause in enumerate(old.clauses)}
    changes.sort(key=lambda change: place[change.new.id] if change.new else before[change.id] - 0.5)
    return RulesDiff(old, new, tuple(changes), pairs)


def dependants(clause_id: str, corpus: Corpus) -> Dependants:
    """What of ``corpus`` hangs on a clause of its Rules."""
    return Dependants(
        faq=tuple(entry.key for entry in corpus.faq if any(support.id == clause_id for support in entry.clauses)),
        notes=tuple(note.clause for note in corpus.notes if note.clause == clause_id),
        examples=sum(clause_id in example.clauses for example in corpus.examples),
    )


def diff_lines(diff: RulesDiff, corpus: Corpus, further: Callable[[str], str] | None = None) -> list[str]:
    """The changes as lines for people, each with what of ``corpus``, which has the old Rules, hangs on it.

    ``further`` tells, for a clause id, what else does that this room does not know.
    """
    lines = [f"Rules of {diff.old.version} → {diff.new.version}: {len(diff.changes)} clauses changed"]
    for change in diff.changes:
        lines.append(f"{change.kind:<11}{change.title}")
        if change.marks:
            lines.append(f"           {change.marked()}")
        if change.new and not change.old:
            lines.append(f"           {{+{change.new.text}+}}")
        if change.old:
            more = f"; {further(change.id)}" if further else ""
            lines.append(f"           {_hanging(dependants(change.id, corpus), stale=change.is_stale)}{more}")
    return lines


def _hanging(found: Dependants, *, stale: bool) -> str:
    faq = f"FAQ {', '.join(key.removeprefix('faq:') for key in found.faq)}" if found.faq else "no FAQ entry"
    review = "to review" if stale else "only the id moves"
    return f"{review}: {faq}; {len(found.notes)} note; {found.examples} examples"


def word_marks(old: str, new: str) -> tuple[Mark, ...]:
    """The words of both texts in one line, those of one alone marked."""
    before, after = _TOKEN.findall(old), _TOKEN.findall(new)
    marks: list[Mark] = []
    for step, start, end, new_start, new_end in SequenceMatcher(
        None, _plain(before), _plain(after), autojunk=False
    ).get_opcodes():
        gone, come = "".join(before[start:end]), "".join(after[new_start:new_end])
        if step == "equal":
            marks.append(Mark("same", come))
        else:
            marks += [Mark("removed", gone)] if gone else []
            marks += [Mark("added", come)] if come else []
    return tuple(marks)


def _plain(words: Iterable[str]) -> list[str]:
    return [word.rstrip() for word in words]


def _pairs(old: tuple[Clause, ...], new: tuple[Clause, ...]) -> dict[str, str]:
    """Old id → new id, each used once."""
    pairs: dict[str, str] = {}
    _pair_by(lambda clause: (clause.section, clause.text), old, new, pairs)
    _pair_by(lambda clause: clause.text, old, new, pairs)
    _pair_by_likeness(old, new, pairs)
    return pairs


def _pair_by(
    key: Callable[[Clause], Hashable], old: tuple[Clause, ...], new: tuple[Clause, ...], pairs: dict[str, str]
) -> None:
    taken = set(pairs.values())
    free = {key(clause): clause.id for clause in reversed(new) if clause.id not in taken}
    for clause in old:
        if clause.id not in pairs and (found := free.pop(key(clause), None)):
            pairs[clause.id] = found


def _pair_by_likeness(old: tuple[Clause, ...], new: tuple[Clause, ...], pairs: dict[str, str]) -> None:
    taken = set(pairs.values())
    candidates = [
        (_likeness(one.text, other.text) + (one.id == other.id), one.id, other.id)
        for one in old
        if one.id not in pairs
        for other in new
        if other.id not in taken and one.section == other.section
    ]
    for score, one_id, other_id in sorted(candidates, key=lambda row: (-row[0], row[1], row[2])):
        enough = 1 + _SAME_ID_ALIKE if one_id == other_id else _ALIKE
        if score >= enough and one_id not in pairs and other_id not in taken:
            pairs[one_id] = other_id
            taken.add(other_id)


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, one.split(), other.split(), autojunk=False).ratio()


def _changed(clause: Clause, pairs: Mapping[str, str], new: Rules) -> list[Change]:
    if clause.id not in pairs:
        return [Change("removed", clause, None)]
    now = new.clause(pairs[clause.id])
    if clause.text != now.text:
        return [Change("reworded", clause, now, word_marks(clause.text, now.text))]
    if clause.lead_in != now.lead_in:
        return [Change("lead-in", clause, now, word_marks(clause.lead_in, now.lead_in))]
    return [Change("renumbered", clause, now)] if clause.id != now.id else []
