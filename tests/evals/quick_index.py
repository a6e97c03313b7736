"""An index for a changed corpus in seconds: what the real index has encoded is not encoded again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import pytest

from assistant import Assistant, Settings
from index import IndexPlace, index_folder
from index.encoder import Vectors
from index.transformer import ModelSource, find_model

__all__ = ["use_known_vectors"]


class KnownVectors:
    """In place of the transformer: vectors of the real index by text, others from its ONNX encoder."""

    def __init__(self, assistant: Assistant) -> None:
        rows = assistant.index._rows
        self._known = {record.text: vector for record, vector in zip(rows.records, rows.vectors, strict=True)}
        self._encoder = assistant.index.encoder
        self.max_tokens = assistant.index.manifest.max_tokens
        self.short_clauses = assistant.index.manifest.short_clauses
        self.source = find_model()

    def encode(self, texts: Sequence[str], progress: Callable[[int], None] = lambda _: None) -> Vectors:
        """One unit vector a text."""
        progress(len(texts))
        return np.stack(
            [self._known[text] if text in self._known else self._encoder.encode([text])[0] for text in texts]
        )


def use_known_vectors(monkeypatch: pytest.MonkeyPatch, assistant: Assistant, folder: Path, corpus: Path) -> None:
    """Let this process build its indexes under ``folder``, and take the corpus at ``corpus`` for its own."""
    known = KnownVectors(assistant)

    def opened(source: ModelSource, adapter: object) -> KnownVectors:
        del source, adapter
        return known

    monkeypatch.setattr("index.build.Transformer", opened)
    real = index_folder(IndexPlace(Settings().data_dir), assistant.corpus)
    (folder / "indexes").mkdir(parents=True)
    # A finished index beside the new one lends it the exported encoder.
    (folder / "indexes" / real.name).symlink_to(real)
    monkeypatch.setattr("assistant.load_settings", lambda: Settings(data_dir=folder, corpus_dir=corpus))
