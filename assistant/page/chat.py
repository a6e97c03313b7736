"""One conversation: what was asked and answered, and what the page shows while it goes on.

A conversation is a value. It comes in with each message and a longer one goes out, so
that nothing of it stays here between messages or reaches anybody else.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.page.answer_view import answer_stages, said
from assistant.page.markup import fill
from assistant.page.texts import TEXTS
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
    """Why the message was not answered, in words for its writer."""
    busy: bool = False


def converse(assistant: Assistant, typed: str, conversation: Conversation) -> Iterator[View]:
    """Answer ``typed``, a view for each sentence that is added.

    A message that cannot be answered stays in the box and adds nothing to the conversation.
    """
    try:
        answer = assistant.ask(typed, [turn.question for turn in conversation[-_REMEMBERED:]])
    except Exception:  # noqa: BLE001 - a person is waiting for an answer
        # Whatever went wrong, its writer keeps the question and reads a sentence; the log has the rest.
        _log.exception("A question could not be answered")
        yield View(conversation, problem=TEXTS["failed"])
        return
    if answer.kind == "invalid":
        yield View(conversation, problem=answer.text)
        return
    longer = conversation
    for html in answer_stages(answer, assistant.corpus.rules):
        first = longer is conversation
        longer = (*conversation, Turn(typed, html))
        yield View(longer, clear_box=first, busy=True)
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


def problem_box(problem: str) -> str:
    """What stands over the question box; empty where all is well."""
    return fill("problem.html", problem=problem) if problem else ""
