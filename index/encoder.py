"""Questions → vectors with onnxruntime; PyTorch is never imported here."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from langchain_core.embeddings import Embeddings
from numpy.typing import NDArray

from index.graph import TOKENIZER_FILE, Graph

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["ENCODER_FILE", "TOKENIZER_FILE", "WEIGHTS_FILE", "Encoder", "Vectors"]

ENCODER_FILE = "encoder.onnx"
WEIGHTS_FILE = "encoder.onnx.data"
"""The graph's weights, apart from it so that they are mapped into memory and not copied."""
BATCH = 64

Vectors = NDArray[np.float32]
"""``(n, dimension)`` float32, each row of unit length."""


class Encoder(Embeddings):
    """The exported sentence encoder: tokenize, run, pool and normalise, all inside the graph."""

    def __init__(self, folder: Path, max_tokens: int, threads: int = 1) -> None:
        """Open the encoder under ``folder``; raises ``ModelError`` where it cannot be used.

        ``max_tokens`` is where a text is cut.
        """
        self._graph = Graph(folder, ENCODER_FILE, max_tokens, threads)

    def encode(self, texts: Sequence[str]) -> Vectors:
        """One unit vector a text, ``(len(texts), dimension)`` float32."""
        batches = [self._run(texts[at : at + BATCH]) for at in range(0, len(texts), BATCH)]
        return np.concatenate(batches) if batches else np.zeros((0, 0), np.float32)

    def read(self, question: str) -> tuple[Vectors, NDArray[np.float32] | None]:
        """The unit vector of a question, ``(dimension,)``, and how likely each short answer is under each clause.

        The likelihoods are ``(short_clauses, SHORT_ANSWERS)``; ``None`` from an encoder that was not tuned.
        """
        vectors, *short = self._graph.run(self._graph.tokens([question]))
        return vectors[0], short[0][0] if short else None

    def _run(self, texts: Sequence[str]) -> Vectors:
        vectors: Vectors = self._graph.run(self._graph.tokens(texts))[0]
        return vectors

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        """LangChain's interface: one vector a text."""
        vectors: list[list[float]] = self.encode(texts).tolist()
        return vectors

    def embed_query(self, text: str) -> list[float]:
        """LangChain's interface: the vector of one question."""
        return self.embed_documents([text])[0]
