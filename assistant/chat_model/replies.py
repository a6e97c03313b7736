"""The forms of a chat model's replies, and a reply's text → its form.

The forms have no defaults and no limits, because some providers take neither in a schema;
the limits are checked where a reply is used.
"""

from __future__ import annotations

import json
from typing import TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError

from assistant.chat_model.asking import ChatError

__all__ = ["Form", "Parts", "Proposals", "Proposed", "Rewriting", "Source", "Written", "WrittenSentence", "parse_reply"]


class _Strict(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


Form = TypeVar("Form", bound=BaseModel)


class Source(_Strict):
    """Where a sentence says that it comes from."""

    clause: str
    sentence: int
    """Counted from one, as the prompt shows them."""


class WrittenSentence(_Strict):
    """One sentence of an answer."""

    text: str
    rests_on: list[Source]


class Written(_Strict):
    """The sentences of an answer."""

    sentences: list[WrittenSentence]


class Rewriting(_Strict):
    """A follow-up as a question that stands alone."""

    question: str


class Parts(_Strict):
    """The questions of one message."""

    questions: list[str]


class Proposed(_Strict):
    """A fact of a case with the words of the message that it is read from."""

    fact: str
    value: bool | str
    words: str


class Proposals(_Strict):
    """The facts of a case."""

    facts: list[Proposed]


def parse_reply(text: str, form: type[Form]) -> Form:
    """The JSON object in ``text``, whatever stands around it; raises ``ChatError`` where there is none of that form."""
    start, end = text.find("{"), text.rfind("}")
    if not 0 <= start < end:
        raise ChatError("unusable", "no JSON object")
    try:
        return form.model_validate(json.loads(text[start : end + 1]))
    except (ValueError, RecursionError, ValidationError) as error:
        raise ChatError("unusable", type(error).__name__) from None
