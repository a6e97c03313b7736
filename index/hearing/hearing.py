"""Texts → what they say of each condition, with onnxruntime; PyTorch is never imported here."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from corpus.statements import CONDITIONS, STATES
from index.graph import Graph
from index.hearing.heard import Heard
from index.recent import Recent

__all__ = ["HEARING_FILE", "HEARING_FOLDER", "HEARING_WEIGHTS_FILE", "MAX_TOKENS", "Hearing"]

HEARING_FOLDER = "hearing"
"""Below an index's folder, with a tokenizer of its own."""
HEARING_FILE = "hearing.onnx"
HEARING_WEIGHTS_FILE = "hearing.onnx.data"
MAX_TOKENS = 512
"""As many as the network has places for, some 2,000 characters; what is longer is heard in pieces."""
_OVERLAP = 64
_UNSAID = STATES.index("unsaid")
_DOUBT = [STATES.index("violated"), STATES.index("open")]


class Hearing:
    """The exported network: tokenize, run, and give likelihoods."""

    def __init__(self, folder: Path) -> None:
        """The network under ``folder``, opened at the first text: most messages are questions, and never heard."""
        self._folder = folder
        self._recent = Recent(self._hear)

    @cached_property
    def _graph(self) -> Graph:
        return Graph(self._folder, HEARING_FILE, MAX_TOKENS, overlap=_OVERLAP)

    def afresh(self) -> Hearing:
        """The same network without what it remembers, for measuring."""
        other = Hearing(self._folder)
        other._graph, other._recent = self._graph, Recent(other._hear, kept=0)
        return other

    def hear(self, text: str) -> Heard:
        """What ``text`` says; an empty text says nothing. Raises ``ModelError`` where the network cannot be used."""
        return self._recent(text)

    def _hear(self, text: str) -> Heard:
        tokens = self._graph.tokens([text])
        likelihoods, attention = self._graph.run(tokens)
        piece = _telling(likelihoods)
        # The marks that open and close a piece stand nowhere in the text.
        attention[:, 0] = 0
        attention[np.arange(len(attention)), tokens.mask.sum(axis=1) - 1] = 0
        loudest = attention.argmax(axis=1)
        rows = range(len(CONDITIONS))
        places = tuple(tokens.starts[piece[row]][loudest[piece[row], row]] for row in rows)
        return Heard(likelihoods[piece, rows], places)


def _telling(likelihoods: NDArray[np.float32]) -> list[int]:
    """For each condition the piece of a long text to go by: the one most in doubt, else the one that says most."""
    doubt = likelihoods[:, :, _DOUBT].sum(axis=2)
    said = 1 - likelihoods[:, :, _UNSAID]
    best = np.where(doubt.max(axis=0) > said.max(axis=0) / 2, doubt.argmax(axis=0), said.argmax(axis=0))
    return [int(at) for at in best]
