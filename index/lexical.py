"""Lexical search: BM25 over the clauses' documents, with stemmed words."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import bm25s
import numpy as np
from numpy.typing import NDArray
from Stemmer import Stemmer

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["LEXICAL_FOLDER", "Lexical", "words"]

LEXICAL_FOLDER = "lexical"
_WORD = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")
_STEMMER = Stemmer("english")
_STOP = frozenset(
    [
        "a",
        "an",
        "and",
        "are",
        "as",
        "at",
        "be",
        "been",
        "but",
        "by",
        "can",
        "could",
        "did",
        "do",
        "does",
        "for",
        "from",
        "had",
        "has",
        "have",
        "he",
        "her",
        "his",
        "how",
        "i",
        "if",
        "in",
        "into",
        "is",
        "it",
        "its",
        "may",
        "me",
        "might",
        "must",
        "my",
        "of",
        "on",
        "or",
        "our",
        "shall",
        "she",
        "should",
        "so",
        "than",
        "that",
        "the",
        "their",
        "them",
        "then",
        "there",
        "these",
        "they",
        "this",
        "those",
        "to",
        "us",
        "was",
        "we",
        "were",
        "what",
        "when",
        "where",
        "which",
        "who",
        "why",
        "will",
        "with",
        "would",
        "you",
        "your",
        "am",
        "any",
        "im",
    ]
)


def words(text: str) -> list[str]:
    """The stems of the words that carry meaning, lower case, in order."""
    found = [word.replace("’", "'").removesuffix("'s") for word in _WORD.findall(text.lower())]
    stems: list[str] = _STEMMER.stemWords([word for word in found if word not in _STOP])
    return stems


class Lexical:
    """A BM25 index over numbered documents (Robertson and Zaragoza 2009, Lucene's variant)."""

    def __init__(self, index: bm25s.BM25, size: int) -> None:
        self._index = index
        self._size = size

    @classmethod
    def build(cls, documents: Sequence[str]) -> Lexical:
        """Index ``documents``; scores come in their order."""
        index = bm25s.BM25(method="lucene")
        index.index([words(document) for document in documents], show_progress=False)
        return cls(index, len(documents))

    @classmethod
    def load(cls, folder: Path, size: int) -> Lexical:
        """Open what ``save`` wrote for ``size`` documents."""
        return cls(bm25s.BM25.load(str(folder), show_progress=False), size)

    def save(self, folder: Path) -> None:
        """Write the index into ``folder``."""
        self._index.save(str(folder), show_progress=False)

    def scores(self, text: str) -> NDArray[np.float32]:
        """The BM25 score of every document, ``(size,)`` float32, 0 where no word is shared."""
        stems = words(text)
        if not stems:
            return np.zeros(self._size, np.float32)
        scores: NDArray[np.float32] = self._index.get_scores(stems)
        return scores
