"""What one frame made of one place in a sentence."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any, Final

from assistant.eligibility import Gap
from assistant.reader.dates import When
from assistant.reader.modality import Mode, mode_at, zones
from assistant.reader.negation import negated
from assistant.reader.sentences import Sentence
from assistant.reader.whose import Subject, subjects_at
from corpus.places import Places

__all__ = ["NOTHING", "Claim", "Discourse", "Frame", "Hit", "Read", "compiled"]

NOTHING: Final = object()
"""The value of a claim that says nothing, and only shows that the words were understood."""


@dataclass(frozen=True)
class Discourse:
    """The whole text, and what is needed to read it."""

    text: str
    sentences: tuple[Sentence, ...]
    today: date
    places: Places
    third_person: bool = False
    """Whether the applicant is somebody else than the writer."""
    memory: dict[str, Any] = field(default_factory=dict, compare=False)


@dataclass(frozen=True, slots=True)
class Claim:
    """A value for a fact, with where it was read."""

    fact: str
    value: Any
    start: int
    end: int
    """Offsets into the text as typed."""
    sentence: int
    mode: Mode
    frame: str
    at: int = 0
    """Where in the sentence it was read."""
    weak: bool = False
    """Whether any other value for the fact beats it."""
    person: str = ""
    """For somebody near the applicant: which one, so that two siblings stay two."""


@dataclass(frozen=True)
class Hit:
    """A frame's pattern found in a sentence, with the context of ConText's four axes."""

    frame: Frame
    discourse: Discourse
    sentence: Sentence
    match: re.Match[str]

    @property
    def text(self) -> str:
        """The canonical sentence."""
        return self.sentence.text

    @property
    def start(self) -> int:
        """Where the match begins; the group ``at`` marks it where the pattern has one."""
        groups = self.match.re.groupindex
        if "at" in groups and self.match.start("at") >= 0:
            return self.match.start("at")
        return self.match.start()

    @property
    def today(self) -> date:
        """The day from which relative dates are counted."""
        return self.discourse.today

    @cached_property
    def negated(self) -> bool:
        """Whether the words are denied."""
        return negated(self.text, self.start)

    @cached_property
    def mode(self) -> Mode:
        """Whether the words are said, asked, supposed, guessed, reported or wished."""
        return mode_at(self.text, self.start, question=self.sentence.end_mark == "?")

    def mode_anywhere(self, mode: Mode) -> bool:
        """Whether any part of the sentence is meant so."""
        return any(kind == mode for _, _, kind in zones(self.text, question=self.sentence.end_mark == "?"))

    @cached_property
    def subjects(self) -> tuple[Subject, ...]:
        """Whose situation the words are about."""
        return subjects_at(self.discourse.sentences, self.sentence.index, self.start, self.discourse.third_person)

    @cached_property
    def nearest_subjects(self) -> tuple[Subject, ...]:
        """The same, but the nearest person named, through all items of a list."""
        return subjects_at(
            self.discourse.sentences, self.sentence.index, self.start, self.discourse.third_person, lists=False
        )

    @property
    def is_self(self) -> bool:
        """Whether the applicant is meant."""
        if not self.discourse.third_person and _THEIRS.search(self.text[: self.start]):
            return False
        return any(subject.is_self for subject in self.subjects)

    @property
    def before(self) -> str:
        """The sentence up to the match."""
        return self.text[: self.match.start()]

    @property
    def after(self) -> str:
        """The sentence from the match on."""
        return self.text[self.match.end() :]

    def dates_in(self, start: int, end: int) -> tuple[When, ...]:
        """The expressions of time between two offsets in the sentence."""
        return tuple(one for one in self.sentence.dates if start <= one.start and one.end <= end)

    def claim(
        self,
        fact: str,
        value: Any,
        span: tuple[int, int] | None = None,
        *,
        mode: Mode | None = None,
        weak: bool = False,
    ) -> Claim:
        """A claim over the match, or over another span of the sentence; what is guessed is "not known"."""
        start, end = span or self.match.span()
        meant = mode or self.mode
        if meant == "unsure" and value is not NOTHING:
            value = Gap.UNKNOWN
        first, last = self.sentence.span(start, end)
        return Claim(fact, value, first, last, self.sentence.index, meant, self.frame.name, self.start, weak)

    def nothing(self, fact: str = "") -> Claim:
        """The words were understood, and say nothing about the applicant."""
        return self.claim(fact, NOTHING)


_THEIRS = re.compile(r"\b(?:her|his|their)(?: [\w-]+){0,2} $")
Read = Callable[[Hit], Iterable[Claim]]


@dataclass(frozen=True)
class Frame:
    """A named pattern over canonical sentences, and what it reads from a match."""

    name: str
    pattern: re.Pattern[str]
    read: Read
    matches: tuple[str, ...]
    """Texts from which it must read something, each a whole text."""
    misses: tuple[str, ...]
    """Texts from which it must read nothing."""


def compiled(pattern: str, **parts: str) -> re.Pattern[str]:
    """A pattern with ``<name>`` replaced by the named part; white space counts."""
    for name, part in parts.items():
        pattern = pattern.replace(f"<{name}>", part)
    # Canonical words may hold a hyphen or an apostrophe: "part-time", "'s".
    return re.compile(pattern.replace(r"\w+", r"[\w'-]+"))
