"""The interview as a pure state machine: the facts so far are its whole state.

``step`` says what to ask next, ``answer`` gives the facts after a reply. The terminal
and the web app hold the facts and nothing else.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from assistant.eligibility.asking import Question
from assistant.eligibility.checker import Checker
from assistant.eligibility.dates import Period
from assistant.eligibility.facts import Facts
from assistant.eligibility.paths import value_at, with_value
from assistant.eligibility.questions import question_for
from assistant.eligibility.reading import parse_facts
from assistant.eligibility.replies import NOT_SURE, read_reply
from assistant.eligibility.verdict import Status, Verdict

__all__ = ["Row", "Step", "answer", "retract", "step", "summary"]

PEOPLE, OTHERS = "relatives_at_amazon", "other_relatives_at_amazon"


@dataclass(frozen=True, slots=True)
class Step:
    """Where the interview stands."""

    verdict: Verdict
    question: Question | None
    """What to ask now; ``None`` once it has ended."""
    answered: int
    left: int
    """How many requirements still have a question to ask."""
    note: str
    """A sentence on where it stands."""


@dataclass(frozen=True, slots=True)
class Row:
    """One answer given, for the summary in which each can be changed."""

    fact: str
    question: str
    answer: str


def step(checker: Checker, facts: Facts, today: date) -> Step:
    """What comes next. "Not sure" is an answer, and only a date that is not exact enough is asked for again."""
    verdict = checker.check(facts, today)
    left = [question for question in verdict.questions if _is_to_ask(value_at(facts, question.fact))]
    return Step(
        verdict=verdict,
        question=left[0] if left else None,
        answered=len(summary(facts)),
        left=len({question.requirement for question in left}),
        note=_note(verdict, ended=not left),
    )


def _is_to_ask(value: object) -> bool:
    return value is None or (isinstance(value, Period) and not value.is_day)


def _note(verdict: Verdict, *, ended: bool) -> str:
    if verdict.status is Status.NOT_ELIGIBLE:
        return "One condition that is not met is enough, so there is nothing more to ask."
    if verdict.status is Status.ELIGIBLE:
        return "Every condition is met; there is nothing more to ask."
    if ended:
        return "There is nothing more to ask; what is open below has to be settled elsewhere."
    return "Only what can still change the result is asked."


def answer(facts: Facts, question: Question, reply: object) -> Facts:
    """The facts after ``reply``; raises ``FactsError`` saying what is accepted."""
    value = read_reply(question, reply)
    stated = facts.to_dict()
    if question.kind == "people" or (question.fact == OTHERS and value is True):
        _answer_people(stated, value)
    elif question.fact == "residence" and ";" in str(value):
        stated["residence"], _, stated["workplace"] = (part.strip() for part in str(value).partition(";"))
    else:
        _put(stated, question.fact, value)
    return parse_facts(stated)


def _answer_people(stated: dict[str, Any], value: object) -> None:
    """A yes makes room for one more person, whose fields are then asked for."""
    people = stated.get(PEOPLE)
    listed = people if isinstance(people, list) else []
    stated[PEOPLE] = [*listed, {}] if value is True else [] if value is False else value
    stated.pop(OTHERS, None)


def _put(stated: dict[str, Any], path: str, value: object) -> None:
    name, _, rest = path.partition(".")
    if not rest:
        stated[name] = value
        return
    index, _, field = rest.partition(".")
    stated[name][int(index)][field] = value


def retract(facts: Facts, fact: str) -> Facts:
    """The facts without an answer, so that it is asked for again. ``fact`` is a path as in ``Row``."""
    return with_value(facts, fact, None)


def summary(facts: Facts) -> tuple[Row, ...]:
    """Every stated fact with its question, in the order of the Rules."""
    paths: list[str] = []
    for name in type(facts).model_fields:
        value = getattr(facts, name)
        if value is None or name == "words":
            continue
        paths.append(name)
        if name == PEOPLE and isinstance(value, tuple):
            fields = type(value[0]).model_fields if value else ()
            paths += [f"{name}.{index}.{field}" for index in range(len(value)) for field in fields]
    return tuple(_row(facts, path) for path in paths if value_at(facts, path) is not None)


def _row(facts: Facts, path: str) -> Row:
    value = value_at(facts, path)
    if path.startswith("none_of_"):
        return Row(path, "In summary", _SUMMARIES[path])
    question = question_for(path)
    labels = {choice.value: choice.label for choice in question.choices}
    if value == "unknown":
        shown = NOT_SURE
    elif isinstance(value, tuple):
        shown = f"{len(value)} listed" if value else "No"
    else:
        shown = labels.get(value, str(value))
    return Row(path, question.text, shown)


_SUMMARIES = {
    "none_of_the_exclusions": "None of the exclusions in section I applies",
    "none_of_a_to_e": "None of (a) to (e) applies",
}
