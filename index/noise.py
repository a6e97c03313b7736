"""Slips of the keyboard, so that training sees words as people type them."""

from __future__ import annotations

import random

__all__ = ["misspelt"]

_SHORTEST = 4
"""Shorter words are too easily another word."""


def misspelt(text: str, chance: random.Random) -> str:
    """``text`` with one or two of its longer words misspelt, by ``chance``."""
    words = text.split(" ")
    long = [at for at, word in enumerate(words) if len(word) >= _SHORTEST and word.isalpha()]
    for at in chance.sample(long, min(len(long), chance.choice((1, 1, 2)))):
        words[at] = _slip(words[at], chance)
    return " ".join(words)


def _slip(word: str, chance: random.Random) -> str:
    """One letter left out, doubled, or changed with its neighbour; the first letter stays."""
    at = chance.randrange(1, len(word) - 1)
    return chance.choice(
        (
            word[:at] + word[at + 1 :],
            word[: at + 1] + word[at:],
            word[:at] + word[at + 1] + word[at] + word[at + 2 :],
        )
    )
