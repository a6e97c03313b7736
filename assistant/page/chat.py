"""One conversation: what was asked and answered, and what the page shows while it goes on.

A conversation is a value. It comes in with each message and a longer one goes out, so
that nothing of it stays here between messages or reaches anybody else.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from assistant.page.answer_view import answer_stages, said
from assistant.page.follow_ups import FollowUps
from assistant.page.markup import fill, say
from assistant.pipeline import Assistant

__all__ = ["Conversation", "Turn", "View", "converse", "messages", "problem_box"]

_REMEMBERED = 3
"""How many questions before it a follow-up is read with."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Turn:
    """A question and its answer as the page shows it, whole or as far as it was written."""

    question: str
    html: str


Conversation = tuple[Turn, ...]


@dataclass(frozen=True, slots=True)
class View:
    """What the page shows at one moment."""

    conversation: Conversation
    clear_box: bool = False
    """Whether the question box is emptied; else it stays as it is, with what was typed meanwhile."""
    problem: str = ""
    """Why the message was not answered, in words or HTML for its writer."""
    busy: bool = False


def converse(
    assistant: Assistant,
    follow_ups: FollowUps,
    typed: str,
    conversation: Conversation,
    today: date,
    *,
    again: bool = False,
    keep_box: bool = False,
) -> Iterator[View]:
    """Answer ``typed``, a view for each sentence that is added.

    ``again`` puts it in the place of the last question; ``keep_box`` leaves the question box alone,
    because the question was pressed and not typed. A message that cannot be answered stays in the
    box and leaves the conversation as it was.
    """
    before = conversation[:-1] if again else conversation
    turns = [turn.question for turn in before]
    try:
        answer = assistant.ask(typed, turns[-_REMEMBERED:])
        if answer.kind == "invalid":
            yield View(conversation, problem=answer.text)
            return
        next_ones = follow_ups.after(answer, [*turns, typed])
    except Exception:  # noqa: BLE001 - a person is waiting for an answer
        # Whatever went wrong, its writer keeps the question and reads a sentence; the log has the rest.
        _log.exception("A question could not be answered")
        yield View(conversation, problem=say("failed"))
        return
    longer = before
    for html in answer_stages(typed, answer, assistant.corpus, next_ones, today):
        first = longer is before
        longer = (*before, Turn(typed, html))
        yield View(longer, clear_box=first and not keep_box, busy=True)
    yield View(longer)


def messages(conversation: Conversation) -> list[dict[str, str]]:
    """The conversation as the chat component takes it: HTML that was escaped where it was made."""
    return [
        message
        for turn in conversation
        for message in (
            {"role": "user", "content": said(turn.question)},
            {"role": "assistant", "content": turn.html},
        )
    ]


def problem_box(problem: str, *, busy: bool = False) -> str:
    """What stands over the question box; empty where all is well, but for a mark while an answer is written."""
    return fill("problem.html", problem=problem, busy=busy) if problem or busy else ""
