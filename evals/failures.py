"""The failures of a run, gathered for the report: by section, with what lost each."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from evals.cases import EligibilityText, Sentence, Turn
from evals.given import Given
from evals.metrics.right import found_in, groups_met, short_answer_wrong
from evals.reading import Reading
from evals.results import CaseRow, ItemRow

__all__ = ["MOST_SHOWN", "Failures", "expected", "failures_of", "group_of", "lacking"]

MOST_SHOWN = 400
"""Failures that a report shows in full; all of them stand in ``results.jsonl``."""
_OTHER = "no section"
_CASES = "written cases"
_SENTENCES = "sentences"


@dataclass
class Failures:
    """What went wrong, and how often."""

    shown: dict[str, list[ItemRow]] = field(default_factory=lambda: defaultdict(list))
    """By group, at most ``MOST_SHOWN`` altogether."""
    failed: Counter[str] = field(default_factory=Counter)
    """By group."""
    judged: Counter[str] = field(default_factory=Counter)
    """Questions with gold, by group."""
    times: list[float] = field(default_factory=list)
    """Milliseconds of every answer."""
    reading_times: list[float] = field(default_factory=list)
    """Milliseconds of every reading with its verdict."""

    @property
    def groups(self) -> list[str]:
        """The groups with failures, the worst share first; a small group needs more to be worst."""
        return sorted(self.failed, key=lambda name: (-(self.failed[name] / (self.judged[name] + 4)), name))

    @property
    def worst(self) -> str:
        """The worst section; the worst group where no section has a failure. Raises ``IndexError`` without any."""
        return next((name for name in self.groups if name.startswith("§")), self.groups[0])

    @property
    def total(self) -> int:
        """All failures."""
        return sum(self.failed.values())


def failures_of(cases: Iterable[CaseRow]) -> Failures:
    """Gather the failures of a run, one case at a time."""
    found = Failures()
    shown = 0
    for case in cases:
        for item in case.items:
            if item.ms is not None:
                found.times.append(item.ms)
            if item.reading is not None:
                found.reading_times.append(item.reading.ms)
            group = group_of(item)
            found.judged[group] += item.right is not None
            if item.right is False:
                found.failed[group] += 1
                if shown < MOST_SHOWN:
                    found.shown[group].append(item)
                    shown += 1
    return found


def group_of(item: ItemRow) -> str:
    """The section of the Rules that a question is about, in words for a heading."""
    if item.type == "text":
        return _CASES
    if item.type == "sentence":
        return _SENTENCES
    section = item.tags.get("section", "")
    return f"§ {section}" if section and section != "none" else _OTHER


def expected(gold: Turn | EligibilityText | Sentence) -> str:
    """What a right answer would have been, in a few words."""
    if isinstance(gold, Sentence):
        return (
            "; ".join(f"{said.about}, {_fact(said.fact, said.value)} (“{said.words}”)" for said in gold.says)
            or "no fact"
        )
    if isinstance(gold, EligibilityText):
        return " ".join((gold.status.replace("_", " "), *map(_short, gold.decisive)))
    if not gold.gold:
        return gold.kind.replace("_", " ")
    groups = " and ".join(" or ".join(map(_short, group)) for group in gold.gold)
    return f"{groups}; {gold.polarity or 'no short answer'}"


def lacking(item: ItemRow) -> list[str]:
    """What keeps an answer from being right, each in a few words."""
    gold = item.gold
    if isinstance(gold, Sentence):
        return _misread(gold, item.reading or Reading())
    answer = Given.read(item.answer)
    if isinstance(gold, EligibilityText):
        return _verdict(gold, answer)
    if not gold.gold and gold.kind != "hostile":
        return ["it was answered"] if answer.answers else _words(gold, answer)
    groups = zip(gold.gold, groups_met(gold.gold, answer.cited), strict=True)
    found = [f"{' or '.join(map(_short, group))} is not cited" for group, met in groups if not met]
    if gold.gold and not answer.answers:
        found.append("it was not answered")
    if short_answer_wrong(gold, answer):
        found.append(f"the short answer is {answer.polarity}, not {gold.polarity or 'left out'}")
    return found + _words(gold, answer)


def _misread(gold: Sentence, reading: Reading) -> list[str]:
    missed = [said for said, found in zip(gold.says, reading.said, strict=False) if found is False]
    wrong = [fact for fact in reading.facts if fact.right is False]
    return [
        *(f"“{_fact(said.fact, said.value)}” was not read" for said in missed),
        *(f"“{_fact(fact.fact, fact.value)}” was read and is not said" for fact in wrong),
    ]


def _verdict(gold: EligibilityText, answer: Given) -> list[str]:
    """How a verdict differs from the right one: the status, and clauses that decide or do not."""
    if answer.verdict is None:
        return ["no verdict was given"]
    given, due = set(answer.verdict.decisive), set(gold.decisive)
    status = answer.verdict.status.replace("_", " ")
    return [
        f"the verdict is {status}, not {gold.status.replace('_', ' ')}",
        *(f"{_short(clause)} is missing" for clause in sorted(due - given)),
        *(f"{_short(clause)} does not belong" for clause in sorted(given - due)),
    ]


def _fact(name: str, value: str) -> str:
    return f"{name}: {value}".replace("_", " ")


def _words(gold: Turn, answer: Given) -> list[str]:
    return [
        *(
            f"it does not say “{_plain(pattern)}”"
            for pattern in gold.must_mention
            if not found_in(pattern, answer.text)
        ),
        *(
            f"it says “{_plain(pattern)}”, which it must not"
            for pattern in gold.must_not
            if found_in(pattern, answer.text)
        ),
    ]


def _plain(pattern: str) -> str:
    """A pattern as it is read: without the backslashes before full stops and the like."""
    return re.sub(r"\\(\W)", r"\1", pattern)


def _short(clause: str) -> str:
    return clause.removeprefix("rules:")
