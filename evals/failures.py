"""The failures of a run, gathered for the report: by section, with what lost each."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from evals.cases import EligibilityText, Turn
from evals.given import Given
from evals.metrics.right import found_in, groups_met, short_answer_wrong
from evals.results import CaseRow, ItemRow

__all__ = ["MOST_SHOWN", "Failures", "expected", "failures_of", "group_of", "lacking"]

MOST_SHOWN = 400
"""Failures that a report shows in full; all of them stand in ``results.jsonl``."""
_OTHER = "no section"
_CASES = "written cases"


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

    @property
    def groups(self) -> list[str]:
        """The groups with failures, the worst share first; a small group needs more to be worst."""
        return sorted(self.failed, key=lambda name: (-(self.failed[name] / (self.judged[name] + 4)), name))

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
            found.times.append(float(item.answer["ms"]))
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
    section = item.tags.get("section", "")
    return f"§ {section}" if section and section != "none" else _OTHER


def expected(gold: Turn | EligibilityText) -> str:
    """What a right answer would have been, in a few words."""
    if isinstance(gold, EligibilityText):
        return " ".join((gold.status.replace("_", " "), *map(_short, gold.decisive)))
    if not gold.gold:
        return gold.kind.replace("_", " ")
    groups = " and ".join(" or ".join(map(_short, group)) for group in gold.gold)
    return f"{groups}; {gold.polarity or 'no short answer'}"


def lacking(item: ItemRow) -> list[str]:
    """What keeps an answer from being right, each in a few words."""
    gold, answer = item.gold, Given.read(item.answer)
    if isinstance(gold, EligibilityText):
        return [] if answer.verdict else ["no verdict was given"]
    if not gold.gold and gold.kind != "hostile":
        return ["it was answered"] if answer.answers else _words(gold, answer)
    groups = zip(gold.gold, groups_met(gold.gold, answer.cited), strict=True)
    found = [f"{' or '.join(map(_short, group))} is not cited" for group, met in groups if not met]
    if gold.gold and not answer.answers:
        found.append("it was not answered")
    if short_answer_wrong(gold, answer):
        found.append(f"the short answer is {answer.polarity}, not {gold.polarity or 'left out'}")
    return found + _words(gold, answer)


def _words(gold: Turn, answer: Given) -> list[str]:
    return [
        *(f"nothing matches {pattern}" for pattern in gold.must_mention if not found_in(pattern, answer.text)),
        *(f"something matches {pattern}" for pattern in gold.must_not if found_in(pattern, answer.text)),
    ]


def _short(clause: str) -> str:
    return clause.removeprefix("rules:")
