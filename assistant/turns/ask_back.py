"""What is asked where a follow-up may mean more than one thing."""

from __future__ import annotations

import re

from assistant.compose import Draft
from corpus import Corpus

__all__ = ["ask_back"]

_LONGEST = 160
"""Characters of a turn that are said back."""


def ask_back(turn: str, subject: str, clauses: tuple[str, ...], corpus: Corpus) -> Draft:
    """Whether ``turn`` is about ``subject`` or about something new; ``clauses`` are those that it may be about."""
    labels = " or ".join(corpus.clause(clause).label for clause in clauses)
    asks = (
        f"I am not sure what *{_said(turn)}* refers to. Is it still about *{_said(subject)}*, or about something new? "
        "Please ask it again as one full question."
    )
    return Draft(None, (asks,), (), closing=f"It may be about {labels}." if labels else "")


def _said(words: str) -> str:
    """Words of the writer as data: short, and nothing in them is read as Markdown or as a quotation."""
    short = words if len(words) <= _LONGEST else f"{words[:_LONGEST].rsplit(' ', 1)[0]} …"
    return re.sub(r"([\\`*_\[\]<>#|!~\"“”])", r"\\\1", short)
