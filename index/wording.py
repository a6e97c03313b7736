"""The wording of a question as hashed features, for the head that reads its short answer.

Sentence vectors blur what turns a yes into a no; single words, pairs of neighbours and pairs
at a small distance do not. Each also counts together with the clause that the question is
about, since “must” leans otherwise under a duty than under a ban. Features are hashed into a
fixed number of columns (Weinberger et al. 2009), so that no vocabulary has to be kept.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

__all__ = ["COLUMNS", "columns"]

COLUMNS = 2**18
_RUN_ON = re.compile(r"\b(does|is|are|has|was|did|would|should|could|have|do|ca|wo)nt\b")
_WORD = re.compile(r"[a-z0-9]+|[?%]")
_FARTHEST = 3


def columns(question: str, clause: str) -> NDArray[np.intp]:
    """The columns of a question that is read as being about ``clause``, each once."""
    names = {f"{kind}{name}" for name in _names(question) for kind in ("", f"{clause} ")}
    return np.array(sorted({zlib.crc32(name.encode()) % COLUMNS for name in names}), np.intp)


def _names(question: str) -> Iterator[str]:
    words = ["^", *_words(question)]
    yield from words
    for at, word in enumerate(words):
        for far in range(1, _FARTHEST + 1):
            if at + far < len(words):
                yield f"{word} {'' if far == 1 else '~ '}{words[at + far]}"


def _words(question: str) -> list[str]:
    text = _RUN_ON.sub(r"\1 not", question.lower().replace("n't", " not").replace("n’t", " not"))
    return _WORD.findall(text)
