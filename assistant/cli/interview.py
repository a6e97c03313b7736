"""The interview in the terminal: one question at a time, until nothing can change the result."""

from __future__ import annotations

from datetime import date

import typer

from assistant.eligibility import Facts, Question, Verdict, answer, load_checker, parse_facts, step
from corpus.errors import FactsError

__all__ = ["interview"]

INTRODUCTION = (
    "A few questions about section I of the Rules. Nothing is stored.\n"
    "Every question also takes: not sure, why, back, stop."
)


def interview(today: date) -> Verdict:
    """Ask until the verdict is settled, nothing is left to ask, or the person stops."""
    checker, facts, before = load_checker(), parse_facts({}), list[Facts]()
    typer.echo(INTRODUCTION)
    while (now := step(checker, facts, today)).question is not None:
        typer.echo(f"\n[{now.answered} answered, about {now.left} to go] {_wording(now.question)}")
        reply = _reply()
        match reply.casefold():
            case "stop":
                break
            case "why":
                typer.echo(f"{now.question.why} ({now.question.clause.removeprefix('rules:')})")
            case "back":
                facts = before.pop() if before else facts
            case _:
                after = _answered(facts, now.question, reply)
                before += [facts] if after is not facts else []
                facts = after
    typer.echo(f"\n{now.note}\n")
    return now.verdict


def _wording(question: Question) -> str:
    if question.kind == "choice":
        choices = (f"  {number}. {choice.label}" for number, choice in enumerate(question.choices, start=1))
        return "\n".join([question.text, *choices])
    offered = ", ".join(choice.label for choice in question.choices) or "your answer"
    return f"{question.text} ({offered})"


def _reply() -> str:
    """One line from the person; the end of the input stops the interview."""
    try:
        return input("> ").strip()
    except EOFError:
        return "stop"


def _answered(facts: Facts, question: Question, reply: str) -> Facts:
    """The facts after the reply; the same ones where it cannot be read, which is said."""
    try:
        return answer(facts, question, reply)
    except FactsError as error:
        typer.echo(str(error))
        return facts
