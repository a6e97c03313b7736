"""What people type or choose → the value of a fact. Raises ``FactsError`` with the accepted forms."""

from __future__ import annotations

import json
from typing import Any

from assistant.eligibility.answers import Gap
from assistant.eligibility.asking import Question
from corpus.errors import FactsError

__all__ = ["NOT_SURE", "read_reply"]

NOT_SURE = "Not sure"
_UNSURE = frozenset({"not sure", "unsure", "?", "unknown", "i do not know", "i don't know", "don't know"})
_WORDS = {"yes": True, "y": True, "true": True, "no": False, "n": False, "false": False}
_EXAMPLES = {
    "yes_no": 'yes, no or not sure. Example: "yes"',
    "people": 'yes, no or not sure. Example: "no"',
    "date": 'a date as 2025-11-20, 2025-11 or 2025, or not sure. Example: "2025-11-20"',
    "place": 'the name of a country, state or region, or not sure. Example: "Ghana"',
    "number": 'a whole number, or not sure. Example: "36"',
}


def read_reply(question: Question, reply: object) -> Any:
    """The value that a reply stands for, in the JSON form of the fact.

    Accepts the value itself, the label or number of an offered choice, yes and no, and "not sure".
    """
    if isinstance(reply, str) and reply.strip().casefold() in _UNSURE:
        return Gap.UNKNOWN.value
    chosen = _choice(question, reply)
    if chosen is not None:
        return chosen
    if question.kind in {"yes_no", "people", "choice"}:
        raise _cannot(question, reply)
    text = str(reply).strip()
    if question.kind == "number":
        if not (text.isascii() and text.isdigit() and len(text) <= 3):
            raise _cannot(question, reply)
        return int(text)
    if not text:
        raise _cannot(question, reply)
    return text


def _choice(question: Question, reply: object) -> Any:
    values = [choice.value for choice in question.choices]
    if isinstance(reply, bool):
        return reply if reply in [value for value in values if isinstance(value, bool)] else None
    text = str(reply).strip().casefold()
    if text in _WORDS and _WORDS[text] in values:
        return _WORDS[text]
    for number, choice in enumerate(question.choices, start=1):
        if text in {str(choice.value).casefold(), choice.label.casefold()}:
            return choice.value
        if question.kind == "choice" and text == str(number):
            return choice.value
    return None


def _cannot(question: Question, reply: object) -> FactsError:
    offered = ", ".join(f"“{choice.label}”" for choice in question.choices)
    accepted = _EXAMPLES.get(question.kind) or f'one of {offered}, or not sure. Example: "{question.choices[0].label}"'
    shown = json.dumps(str(reply)[:40])
    return FactsError(f"{question.fact}: {shown} cannot be read. Accepted: {accepted}.")
