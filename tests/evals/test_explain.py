"""The way of one question through the stages, in the terminal."""

from __future__ import annotations

from datetime import date

from rich.console import Console

from assistant import Assistant
from evals.explain import explain


def explained(assistant: Assistant, question: str, **options: object) -> str:
    """What is printed."""
    console = Console(width=200)
    with console.capture() as shown:
        explain(assistant.trace(question, **options), console)
    return shown.get()


def test_a_question_shows_its_ranking_its_neighbours_and_its_decision(assistant: Assistant):
    """Each stage has its line or table, and the answer stands at the end."""
    shown = explained(assistant, "May I mark my proposal confidential?")
    for words in (
        "ranked clauses",
        "rules:II.p1",
        "nearest examples",
        "nearest FAQ questions",
        "decision",
        "cites Rules",
    ):
        assert words in shown


def test_a_case_shows_the_facts_with_the_words_they_were_read_from(assistant: Assistant):
    """A verdict is explained by its facts."""
    reading = Assistant(assistant.corpus, assistant.index, read_cases=True)
    case = "I'm a full-time lecturer at an accredited university in Accra, 36, one proposal. Am I eligible?"
    shown = explained(reading, case, today=date(2026, 11, 20))
    assert "facts read" in shown
    assert "full_time" in shown
    assert "accredited university" in shown
