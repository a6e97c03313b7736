"""A network as ONNX with the tokenizer that belongs to it; the only module that imports onnxruntime."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from corpus.errors import ModelError

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["TOKENIZER_FILE", "Graph", "Tokens"]

TOKENIZER_FILE = "tokenizer.json"


@dataclass(frozen=True)
class Tokens:
    """Texts as a network reads them."""

    ids: NDArray[np.int64]
    """``(texts, tokens)``, padded with nought."""
    mask: NDArray[np.int64]
    """``(texts, tokens)``: one where a token is, nought where there is padding."""
    starts: tuple[tuple[int, ...], ...]
    """For each text the offset at which each of its tokens begins."""


class Graph:
    """Runs one network on one thread."""

    def __init__(self, folder: Path, file: str, max_tokens: int, threads: int = 1, overlap: int = 0) -> None:
        """Open ``file`` under ``folder``; raises ``ModelError`` where it cannot be used.

        ``max_tokens`` is where a text is cut. With an ``overlap`` what is cut off follows as a
        text of its own that repeats so many tokens. ``threads`` is one by default: a second
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
                str(folder / file), options, providers=["CPUExecutionProvider"]
            )
        except Exception as error:  # noqa: BLE001 - both libraries raise bare exceptions of their own
            raise ModelError(
                f"The network {folder / file} cannot be opened ({str(error).splitlines()[0][:120]}). "
                "Run “ara index build --force”."
            ) from None
        self._tokenizer.enable_truncation(max_tokens, stride=overlap)
        self._overlaps = overlap > 0
        self._tokenizer.no_padding()

    def tokens(self, texts: Sequence[str]) -> Tokens:
        """The texts cut into tokens, padded to the longest."""
        encodings = self._tokenizer.encode_batch(list(texts))
        if self._overlaps:
            encodings = [piece for whole in encodings for piece in (whole, *whole.overflowing)]
        width = max(len(encoding.ids) for encoding in encodings)
        ids = np.zeros((len(encodings), width), np.int64)
        mask = np.zeros((len(encodings), width), np.int64)
        for row, encoding in enumerate(encodings):
            ids[row, : len(encoding.ids)] = encoding.ids
            mask[row, : len(encoding.ids)] = 1
        return Tokens(ids, mask, tuple(tuple(start for start, _ in one.offsets) for one in encodings))

    def run(self, tokens: Tokens) -> list[Any]:
        """The outputs of the network."""
        outputs: list[Any] = self._session.run(None, {"input_ids": tokens.ids, "attention_mask": tokens.mask})
        return outputs
