"""A reply from the page → the facts after it, or what is wrong with it in plain words."""

from __future__ import annotations

from markupsafe import Markup

from assistant.eligibility import Facts, Period, Question, Truth, answer
from assistant.eligibility.places import Tables, whereabouts
from assistant.page.markup import say
from corpus.errors import FactsError

__all__ = ["ReplyError", "answered"]

MAX_CHARACTERS = 120
NOT_SURE = "not sure"


class ReplyError(Exception):
    """A reply that cannot be read."""

    def __init__(self, *says: str) -> None:
        self.says = Markup(" ").join(part for part in says if part)
        """What is wrong and what is accepted, as HTML for the person who gave it."""
        super().__init__(self.says.striptags())


def answered(facts: Facts, question: Question, reply: str, tables: Tables) -> Facts:
    """The facts after ``reply``; raises ``ReplyError`` saying what is wrong and what is accepted.

    A place that the table does not know, or that may be one of the excluded places, is asked
    for again at once: here the person can still say what is meant.
    """
    reply = reply.strip()
    if reply.casefold() != NOT_SURE and question.kind == "place":
        _check_place(reply, tables)
    try:
        return answer(facts, question, reply)
    except FactsError:
        raise ReplyError(*_problem(question, reply)) from None


def _check_place(reply: str, tables: Tables) -> None:
    for name in (part.strip() for part in reply.split(";")):
        if len(name) > MAX_CHARACTERS:
            raise ReplyError(say("check.place_length"), say("check.place_form"))
        if not name:
            raise ReplyError(say("check.place_form"))
        found = whereabouts(name, tables.places)
        if found.excluded is Truth.OPEN:
            raise ReplyError(found.reason, found.question)


def _problem(question: Question, reply: str) -> tuple[str, ...]:
    if question.kind == "date":
        return _date_problem(reply), say("check.date_forms")
    if question.kind == "number":
        return (say("check.number_form"),)
    return (say("check.place_form" if question.kind == "place" else "check.choose"),)


def _date_problem(reply: str) -> str:
    try:
        Period.parse(reply[:MAX_CHARACTERS])
    except ValueError as error:
        says = str(error)
        shown = f"“{reply}” is not a date" if says.endswith("is not a date") else says
        return f"{shown[:1].upper()}{shown[1:]}." if reply else ""
    return ""
