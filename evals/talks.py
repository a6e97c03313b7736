"""Conversations about one case: what each later message makes of the verdict.

A file of ``evals/cases/talks/`` has a conversation a line: its messages, and for each whether a verdict is right after it
and which, or an answer out of the Rules. An eligible verdict where another is right is the error that must not be.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from assistant import Answer, Assistant
from assistant.casework import POLARITIES
from corpus.errors import EvalError
from evals.cases import CASES_DIR

__all__ = ["TALKS", "Message", "Outcome", "Talk", "outcomes", "read_talks", "tally"]

TALKS = CASES_DIR / "talks"
_STATUS = {polarity: status for status, polarity in POLARITIES.items()}


@dataclass(frozen=True, slots=True)
class Message:
    """One message, and what is right after it."""

    text: str
    status: str | None
    """The status of the verdict; ``None`` where an answer out of the Rules is right."""


@dataclass(frozen=True, slots=True)
class Talk:
    """One conversation."""

    id: str
    today: date
    messages: tuple[Message, ...]
    author: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one message."""

    talk: Talk
    at: int
    """Which of its messages, from 0."""
    status: str | None
    """The verdict's; ``None`` where there was no verdict."""

    @property
    def expected(self) -> str | None:
        """The status that is right."""
        return self.talk.messages[self.at].status

    @property
    def is_right(self) -> bool:
        """Whether the verdict is the one expected, or none was given where none was."""
        return self.status == self.expected

    @property
    def is_false_eligible(self) -> bool:
        """Whether somebody was called eligible for whom another verdict is right."""
        return self.status == "eligible" and self.expected not in {"eligible", None}


def read_talks(path: Path) -> list[Talk]:
    """The conversations of a file; raises ``EvalError`` naming the line."""
    talks = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        try:
            row = json.loads(line)
            messages = tuple(Message(turn["message"], turn["status"]) for turn in row["turns"])
            talks.append(Talk(row["id"], date.fromisoformat(row["today"]), messages, row["author"]))
        except (ValueError, KeyError, TypeError) as error:
            raise EvalError(f"{path.name}, line {number}: no conversation ({error!r}).") from None
    return talks


def outcomes(assistant: Assistant, talks: Sequence[Talk]) -> Iterator[Outcome]:
    """What comes of each message, asked with the messages before it."""
    for talk in talks:
        texts = [message.text for message in talk.messages]
        for at, text in enumerate(texts):
            yield Outcome(talk, at, _status(assistant.ask(text, texts[:at], talk.today)))


def _status(answer: Answer) -> str | None:
    return _STATUS[answer.polarity] if answer.kind == "verdict" and answer.polarity else None


def tally(found: Sequence[Outcome]) -> dict[str, str]:
    """The figures as shares of messages: first ones, later ones with a verdict, later ones without, false "eligible"."""
    later = [one for one in found if one.at]
    groups = {
        "first messages right": [one for one in found if not one.at],
        "later messages right, verdict due": [one for one in later if one.expected],
        "later messages without a verdict, none due": [one for one in later if not one.expected],
    }
    shares = {name: f"{sum(one.is_right for one in group)} of {len(group)}" for name, group in groups.items()}
    kinds = Counter(one.status for one in later if one.expected and not one.is_right)
    due = [one for one in found if one.expected not in {"eligible", None}]
    return shares | {
        "of those wrong: no verdict": str(kinds[None]),
        "of those wrong: left open": str(kinds["undetermined"]),
        "false “eligible”": f"{sum(one.is_false_eligible for one in found)} of {len(due)}",
    }
