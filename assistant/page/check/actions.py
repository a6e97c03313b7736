"""What a press on the page does to the session."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from assistant.eligibility import Checker, parse_facts, retract, summary
from assistant.eligibility.questions import can_be_asked
from assistant.page.check.asking import stand
from assistant.page.check.changing import changed, what_changed
from assistant.page.check.replies import ReplyError, answered
from assistant.page.check.session import Session
from assistant.page.markup import say
from corpus.errors import FactsError

__all__ = ["Outcome", "act"]

MOVES: dict[str, dict[str, Any]] = {
    "keep": {"changing": ""},
    "rest": {"rest": True, "paused": False},
    "pause": {"paused": True, "changing": ""},
    "resume": {"paused": False},
}
"""What each button changes in the session that is no answer."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """The session after a step, and what is said about the step."""

    session: Session
    problem: str = ""
    """Why the reply was not taken, as text or HTML."""
    typed: str = ""
    """The reply that was not taken, so that it is not lost."""
    notice: str = ""
    """What a change has brought about, as text or HTML."""


def act(checker: Checker, event: Mapping[str, Any], today: date) -> Outcome:
    """The outcome of what the browser sent: ``session``, ``action``, and for an answer ``fact`` and ``reply``.

    Whatever cannot be read changes nothing; an unreadable session starts anew and says so.
    """
    try:
        session = Session.read(event.get("session"))
    except FactsError:
        return Outcome(Session(), notice=say("check.lost"))
    fact, reply = str(event.get("fact") or ""), str(event.get("reply") or "")
    is_listed = fact in {row.fact for row in summary(session.facts)}
    match event.get("action"):
        case "answer":
            return _answer(checker, session, fact, reply, today)
        case "change" if is_listed and can_be_asked(fact):
            return Outcome(replace(session, changing=fact))
        case "not_true" if is_listed:
            return _taken_out(checker, session, fact, today)
        case "take":
            return _taken(session, reply)
    return _moved(session, event.get("action"))


def _moved(session: Session, action: object) -> Outcome:
    if action == "restart":
        return Outcome(Session())
    return Outcome(replace(session, **MOVES.get(str(action), {})))


def _taken_out(checker: Checker, session: Session, fact: str, today: date) -> Outcome:
    facts = retract(session.facts, fact)
    notice = what_changed(checker, fact, session.facts, facts, today)
    return Outcome(replace(session, facts=facts, changing=""), notice=notice)


def _taken(session: Session, facts: str) -> Outcome:
    """A session with the facts of a case from the chat, given as JSON; one that has answers already loses them."""
    try:
        taken = parse_facts(facts)
    except FactsError:
        return Outcome(session, notice=say("check.not_taken"))
    replaced = summary(session.facts) and session.facts != taken
    return Outcome(Session(facts=taken), notice=say("check.taken_instead" if replaced else "check.taken"))


def _answer(checker: Checker, session: Session, fact: str, reply: str, today: date) -> Outcome:
    question = stand(checker, session, today).question
    if question is None or question.fact != fact:
        return Outcome(session)  # pressed twice: the first press was taken
    change = bool(session.changing)
    try:
        after = (
            changed(checker, session.facts, question, reply)
            if change
            else answered(session.facts, question, reply, checker.tables)
        )
    except ReplyError as error:
        return Outcome(session, problem=error.says, typed=reply)
    notice = what_changed(checker, fact, session.facts, after, today) if change else ""
    return Outcome(replace(session, facts=after, changing=""), notice=notice)
