"""The form of the review page → the label that it asks for."""

from __future__ import annotations

from starlette.datastructures import FormData

from assistant.record import Label, checked
from assistant.record.values import MAX_WORDS
from corpus import Corpus, Polarity
from corpus.errors import RecordError

__all__ = ["decided"]

_POLARITY: dict[str, Polarity] = {"yes": "yes", "no": "no", "depends": "depends"}


def decided(sent: FormData, corpus: Corpus) -> Label:
    """The label; raises ``RecordError`` saying what is missing."""
    about, words = _text(sent, "about"), _text(sent, "words")[:MAX_WORDS]
    if about == "unanswerable":
        return checked(corpus, words, "unanswerable")
    if about == "out_of_scope":
        return checked(corpus, words, "out_of_scope")
    clause = _text(sent, "other") if about == "other" else about
    if not clause:
        raise RecordError("Choose what the question is about: one of the clauses, or that it is about none.")
    return checked(corpus, words, "answerable", clause, _POLARITY.get(_text(sent, "polarity")))


def _text(sent: FormData, name: str) -> str:
    value = sent.get(name, "")
    return value if isinstance(value, str) else ""
