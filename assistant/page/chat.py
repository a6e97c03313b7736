"""One conversation: what was asked and answered, and what the page shows while it goes on.

A conversation is a value. It comes in with each message and a longer one goes out, so
that nothing of it stays here between messages or reaches anybody else.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from assistant.judging import Case
from assistant.page.answer_view import answer_stages, answer_whole, said
from assistant.page.case import Shown, act, case_answer, case_stages
from assistant.page.follow_ups import FollowUps
from assistant.page.markup import fill, say
from assistant.pipeline import Assistant
from assistant.small_talk import small_talk
from assistant.turns import asks_again

__all__ = ["Conversation", "Turn", "View", "converse", "edited", "messages", "problem_box"]

_REMEMBERED = 3
"""How many questions before it a follow-up is read with."""
_SINCE = 20
"""So many messages after a case are read with it: an obstacle that was told in one of them must not be forgotten."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Turn:
    """A question and its answer as the page shows it, whole or as far as it was written."""

    question: str
    html: str
    case: Shown | None = None
    """The case that it judges."""


Conversation = tuple[Turn, ...]


@dataclass(frozen=True, slots=True)
class View:
    """What the page shows at one moment."""

    conversation: Conversation
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
    pressed: bool = False,
    in_a_hurry: Callable[[], bool] = lambda: False,
) -> Iterator[View]:
    """Answer ``typed``, a view for each sentence that is added; ``in_a_hurry``, which is asked once, makes it one view.

    ``again`` puts it in the place of the last question. A question that the page offered and that was
    ``pressed`` is read by itself, as it was when it was tried out. A message that cannot be answered
    leaves the conversation as it was.
    """
    before = _thinned(conversation[:-1] if again else conversation)
    turns = [turn.question for turn in before]
    read_with, case = ([], None) if pressed else (_telling(turns), _case_of(before))
    try:
        trace = assistant.trace(typed, read_with, today, case)
        answer = trace.answer
        if answer.kind == "invalid":
            yield View(conversation, problem=answer.text)
            return
        next_ones = follow_ups.after(answer, [*turns, typed])
        shown = Shown(trace.case, answer, next_ones) if trace.case else None
    except Exception:  # noqa: BLE001 - a person is waiting for an answer
        # Whatever went wrong, its writer keeps the question and reads a sentence; the log has the rest.
        _log.exception("A question could not be answered")
        yield View(conversation, problem=say("failed"))
        return
    if in_a_hurry():
        html = (
            case_answer(typed, shown, assistant.checker, assistant.corpus, today)
            if shown
            else answer_whole(typed, answer, assistant.corpus, next_ones, today)
        )
        yield View((*before, Turn(typed, html, shown)))
        return
    longer = before
    stages = (
        case_stages(typed, shown, assistant.checker, assistant.corpus, today)
        if shown
        else answer_stages(typed, answer, assistant.corpus, next_ones, today)
    )
    for html in stages:
        longer = (*before, Turn(typed, html, shown))
        yield View(longer, busy=True)
    yield View(longer)


def edited(assistant: Assistant, conversation: Conversation, event: object, today: date) -> View:
    """The conversation after a press in the list of facts of its last case; ``event`` is what the browser sent."""
    place = _last_case(conversation)
    if place is None:
        return View(conversation, problem=say("case.forgotten"))
    turn = conversation[place]
    if turn.case is None:
        return View(conversation)
    try:
        shown = act(turn.case, event, assistant.checker, assistant.corpus, today)
        html = case_answer(turn.question, shown, assistant.checker, assistant.corpus, today)
    except Exception:  # noqa: BLE001 - a person is waiting for an answer
        _log.exception("A case could not be changed")
        return View(conversation, problem=say("case.failed"))
    return View((*conversation[:place], replace(turn, html=html, case=shown), *conversation[place + 1 :]))


def _telling(turns: Sequence[str]) -> list[str]:
    """The last questions that a follow-up may be about; “thanks” and “why?” push none of them out."""
    return [turn for turn in turns if not (asks_again(turn) or small_talk(turn))][-_REMEMBERED:]


def _thinned(conversation: Conversation) -> Conversation:
    """The conversation with its last case alone: only that one can be gone on from and changed."""
    place = _last_case(conversation)
    return tuple(replace(turn, case=turn.case if at == place else None) for at, turn in enumerate(conversation))


def _last_case(conversation: Conversation) -> int | None:
    return next((at for at in reversed(range(len(conversation))) if conversation[at].case), None)


def _case_of(conversation: Conversation) -> Case | None:
    """The case so far, with what was asked after it."""
    place = _last_case(conversation)
    shown = None if place is None else conversation[place].case
    if place is None or shown is None:
        return None
    since = tuple(turn.question for turn in conversation[place + 1 :])
    return replace(shown.case, since=since[-_SINCE:])


def messages(conversation: Conversation) -> list[dict[str, Any]]:
    """The conversation as it is sent to the chat component: HTML that was escaped where it was made."""
    return [
        _message(role, html)
        for turn in conversation
        for role, html in (("user", said(turn.question)), ("assistant", turn.html))
    ]


def _message(role: str, html: str) -> dict[str, Any]:
    return {"role": role, "metadata": None, "content": [{"text": html, "type": "text"}], "options": None}


def problem_box(problem: str, *, busy: bool = False) -> str:
    """What stands over the question box; empty where all is well, but for a mark while an answer is written."""
    return fill("problem.html", problem=problem, busy=busy) if problem or busy else ""
