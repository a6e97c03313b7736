"""A question as a form: buttons for yes and no, a list of choices, or a field with its accepted form."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from assistant.eligibility import REQUIREMENTS, Facts, Question, summary
from assistant.eligibility.paths import value_at
from assistant.page.check.quoting import quote_of
from assistant.page.check.replies import NOT_SURE
from assistant.page.markup import fill, say
from corpus import Rules

__all__ = ["Form", "question_form"]

WORDS = {True: "yes", False: "no"}
AUTOCOMPLETE = {"place": "country-name"}
INPUT_MODE = {"number": "numeric"}
TYPED = frozenset({"date", "place", "number"})
"""Kinds of question whose answer is typed."""


@dataclass(frozen=True, slots=True)
class Option:
    """A button or a radio button."""

    reply: str
    label: str
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class Form:
    """What a form shows beside its question."""

    facts: Facts
    progress: Markup
    """The line over the question."""
    changing: bool = False
    """Whether an answer is given anew, and can be kept as well."""
    problem: str = ""
    """Why the last reply was not taken."""
    typed: str = ""
    """That reply."""
    at: str = "check"
    """Begins the ids, which must differ from those of another form in the document."""


def question_form(rules: Rules, question: Question, form: Form) -> Markup:
    """The form for ``question``, with what was typed before where it could not be read."""
    options = [_option(choice.value, choice.label, form.facts, question) for choice in question.choices]
    quote = next(requirement.quote for requirement in REQUIREMENTS if requirement.id == question.requirement)
    return fill(
        "check/question.html",
        at=form.at,
        question=question,
        quotes=[quote_of(rules, question.clause, quote)],
        main=[one for one in options if one.reply in WORDS.values()],
        cases=[one for one in options if one.reply not in WORDS.values()],
        options=[*options, Option(NOT_SURE, say("check.not_sure"))],
        not_sure=NOT_SURE,
        hint=say(f"check.hint_{question.kind}") if question.kind in TYPED else "",
        problem=form.problem,
        typed=form.typed or (_typed(form.facts, question.fact) if form.changing else ""),
        autocomplete=AUTOCOMPLETE.get(question.kind, "off"),
        input_mode=INPUT_MODE.get(question.kind, "text"),
        progress=form.progress,
        answer_now=_answer_now(form.facts, question.fact) if form.changing else "",
        changing=form.changing,
    )


def _option(value: Any, label: str, facts: Facts, question: Question) -> Option:
    return Option(WORDS.get(value, str(value)), label, value_at(facts, question.fact) == value)


def _answer_now(facts: Facts, changing: str) -> str:
    shown = next((row.answer for row in summary(facts) if row.fact == changing), "")
    return say("check.your_answer", answer=shown) if shown else ""


def _typed(facts: Facts, path: str) -> str:
    """The answer as it would be typed; empty where it was chosen."""
    value = value_at(facts, path)
    if value in {"unknown", "current"} or value is None:
        return ""
    second = f"; {facts.workplace}" if path == "residence" and facts.workplace else ""
    return f"{value}{second}"
