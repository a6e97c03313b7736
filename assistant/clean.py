"""What was typed → text that is safe to search with, or the reason why it cannot be."""

from __future__ import annotations

import html
import re
import unicodedata
from dataclasses import dataclass

__all__ = ["MAX_CHARACTERS", "Unusable", "clean"]

MAX_CHARACTERS = 4_000
"""Longer messages are turned away; a long e-mail fits."""

_TAG = re.compile(r"<!--.*?-->|<(script|style)\b.*?</\1\s*>|</?[a-zA-Z][^<>]*>", re.DOTALL | re.IGNORECASE)
_MARKDOWN_LINK = re.compile(r"!?\[([^\[\]]*)\]\([^()\s]*\)")
_INVISIBLE = frozenset({"Cc", "Cf", "Co", "Cs", "Cn"})


@dataclass(frozen=True, slots=True)
class Unusable:
    """Why a message cannot be answered, and what is accepted, in words for its writer."""

    reason: str


def clean(message: str, *, later: bool = False) -> str | Unusable:
    """Normalise a message; one that comes ``later`` in a conversation may be a number alone.

    Compatibility forms are folded (NFKC), invisible, control, bidi and tag characters and
    markup removed, and white space collapsed. What cannot be asked gives ``Unusable``.
    """
    if len(message) > MAX_CHARACTERS:
        return Unusable(
            f"Your message has {len(message):,} characters. At most {MAX_CHARACTERS:,} are accepted: "
            "please ask in a few sentences."
        )
    text = plain_text(message)
    if not text:
        return Unusable("Please type a question in English, for example: Can I send two proposals in one call?")
    letters = [character for character in text if character.isalpha()]
    enough = sum(character.isalnum() for character in text) >= 2
    if not enough or not (letters or later):
        return Unusable("Please ask in words, for example: Who pays the taxes on an award?")
    return text


def plain_text(message: str) -> str:
    """The visible words of a message, on one line."""
    text = unicodedata.normalize("NFKC", message)
    text = _MARKDOWN_LINK.sub(r" \1 ", _TAG.sub(" ", html.unescape(text)))
    visible = "".join(
        " " if character in "\t\n\r\x0b\x0c" else character
        for character in text
        if character in "\t\n\r\x0b\x0c" or unicodedata.category(character) not in _INVISIBLE
    )
    return " ".join(visible.split())
