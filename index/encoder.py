"""Questions → vectors with onnxruntime; PyTorch is never imported here."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from langchain_core.embeddings import Embeddings
from numpy.typing import NDArray

from corpus.errors import ModelError

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["ENCODER_FILE", "TOKENIZER_FILE", "WEIGHTS_FILE", "Encoder", "Vectors"]

ENCODER_FILE = "encoder.onnx"
WEIGHTS_FILE = "encoder.onnx.data"
"""The graph's weights, apart from it so that they are mapped into memory and not copied."""
TOKENIZER_FILE = "tokenizer.json"
BATCH = 64

Vectors = NDArray[np.float32]
"""``(n, dimension)`` float32, each row of unit length."""


class Encoder(Embeddings):
    """The exported sentence encoder: tokenize, run, pool and normalise, all inside the graph."""

    def __init__(self, folder: Path, max_tokens: int, threads: int = 1) -> None:
        """Open the encoder under ``folder``; raises ``ModelError`` where it cannot be used.

        ``max_tokens`` is where a text is cut; ``threads`` is one by default: a second
        saves a question a millisecond, and costs a busy page three of its processor's.
        """
        import onnxruntime
        from tokenizers import Tokenizer

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        # A spinning thread would keep a core from the other requests of a busy page.
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        try:
            self._tokenizer = Tokenizer.from_file(str(folder / TOKENIZER_FILE))
            self._session = onnxruntime.InferenceSession(
                str(folder / ENCODER_FILE), options, providers=["CPUExecutionProvider"]
            )
        except Exception as error:  # noqa: BLE001 - both libraries raise bare exceptions of their own
            raise ModelError(
                f"The encoder under {folder} cannot be opened ({str(error).splitlines()[0][:120]}). "
                "Run “ara index build --force”."
            ) from None
        self._tokenizer.enable_truncation(max_tokens)
        self._tokenizer.no_padding()

    def encode(self, texts: Sequence[str]) -> Vectors:
        """One unit vector a text, ``(len(texts), dimension)`` float32."""
        batches = [self._run(texts[at : at + BATCH]) for at in range(0, len(texts), BATCH)]
        return np.concatenate(batches) if batches else np.zeros((0, 0), np.float32)

    def _run(self, texts: Sequence[str]) -> Vectors:
        encodings = self._tokenizer.encode_batch(list(texts))
        width = max(len(encoding.ids) for encoding in encodings)
        ids = np.zeros((len(encodings), width), np.int64)
        mask = np.zeros((len(encodings), width), np.int64)
        for row, encoding in enumerate(encodings):
            ids[row, : len(encoding.ids)] = encoding.ids
            mask[row, : len(encoding.ids)] = 1
        vectors: Vectors = self._session.run(None, {"input_ids": ids, "attention_mask": mask})[0]
        return vectors

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        """LangChain's interface: one vector a text."""
        vectors: list[list[float]] = self.encode(texts).tolist()
        return vectors

    def embed_query(self, text: str) -> list[float]:
        """LangChain's interface: the vector of one question."""
        return self.embed_documents([text])[0]
