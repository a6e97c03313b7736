"""The questions of a message that the Rules leave open, beside those that are answered → what is said of them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.compose import ELSEWHERE, PAGE
from assistant.parts import asked_words
from assistant.pieces import Piece
from assistant.repeating import NOT_REPEATED, repeated
from assistant.verify import quoted_words
from corpus import Corpus

__all__ = ["left_open"]

_REST = "On the rest of your message the Rules do not say anything."
_LONGEST = 160
_PRIVATE = re.compile(r"@|www\.|\d{5}")
"""Addresses and numbers are nobody's business, and a link that is repeated looks like a recommendation."""


def left_open(pieces: Sequence[Piece], corpus: Corpus) -> str:
    """That the Rules do not say, of each question in its writer's words, and where to look instead, as Markdown.

    A question that is not repeated (``repeating.py``), that is long, quotes, or holds an address or a number, is spoken of
    without its words.
    """
    lines = dict.fromkeys(_line(piece, corpus) for piece in pieces)
    is_public = all(piece.decision.faq for piece in pieces)
    return "\n\n".join([*lines, PAGE if is_public else ELSEWHERE])


def _line(piece: Piece, corpus: Corpus) -> str:
    words = asked_words(piece.asked)
    shown = repeated(words)
    if shown == NOT_REPEATED or len(words) > _LONGEST or _PRIVATE.search(words) or quoted_words(words):
        return _REST
    information = corpus.faq_by_key[piece.decision.faq.record.owner].answer.strip() if piece.decision.faq else ""
    if piece.decision.kind == "out_of_scope":
        return f"**You also asked:** {shown} {information or 'That is not about the Rules.'}"
    return f"**You also asked:** {shown} The Rules do not say. {information}".strip()
