"""The common words of English."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

__all__ = ["FUNCTION_WORDS", "common_words"]

FUNCTION_WORDS = frozenset(
    "the who what which when where why how whose is are am were does did can could may might must shall should would "
    "have has had my your our their his her its i you we they he she it this that these those and but if of to "
    "for from with without by at into about than then there not any all some still also only ever who's what's i'm "
    "isn't don't doesn't can't won't".split()
)
"""Small words; few of them are words of another language too."""


@cache
def common_words() -> frozenset[str]:
    """Some 82,000 words, lower case, from the word list of the package symspellpy; read when first needed."""
    lines = files("symspellpy").joinpath("frequency_dictionary_en_82_765.txt").read_text(encoding="utf-8-sig")
    return frozenset(line.partition(" ")[0] for line in lines.splitlines())
