"""A text with its dates counted: after each, how it lies to the twelve months before the application.

The network that hears does no sums; "June 2026 (within the year)" it can read (Rules § I(c)).
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date

from assistant.reader.dates import When, shift_months
from assistant.reader.sentences import read_sentences

__all__ = ["Dated", "dated"]

_YEAR = 12


@dataclass(frozen=True, slots=True)
class Dated:
    """The text with the marks put in."""

    text: str
    marks: tuple[tuple[int, int], ...]
    """For each mark where it begins in ``text`` and its length, in order."""

    def origin(self, offset: int) -> int:
        """The offset in the text as typed; within a mark, where it was put in."""
        moved = 0
        for start, length in self.marks[: bisect_right([start for start, _ in self.marks], offset)]:
            moved += min(length, offset - start)
        return offset - moved


def dated(text: str, today: date) -> Dated:
    """``text`` with a mark after each expression of time, counted from ``today``."""
    ends: dict[int, str] = {}
    for sentence in read_sentences(text, today):
        for when in sentence.dates:
            ends[sentence.span(when.start, when.end)[1]] = f" ({_lies(when, today)})"
    parts, marks, last, length = [], [], 0, 0
    for end, mark in sorted(ends.items()):
        parts += [text[last:end], mark]
        length += end - last
        marks.append((length, len(mark)))
        length += len(mark)
        last = end
    return Dated("".join([*parts, text[last:]]), tuple(marks))


def _lies(when: When, today: date) -> str:
    if when.period is None:
        return "unclear date"
    limit = shift_months(today, -_YEAR)
    if when.period.first > today:
        return "in the future"
    if when.period.last < limit:
        return "over a year ago"
    return "within the year" if when.period.first > limit else "about a year ago"
