"""How long the index takes, built from nothing in an empty folder."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from assistant import Settings
from corpus import load_corpus
from evals.bench.row import Row
from index import IndexPlace, Manifest, build_index

__all__ = ["building"]


def building(chosen: Settings) -> Iterator[Row]:
    """Model load, encoding, training, storing and the export of the encoder."""
    corpus = load_corpus(chosen.corpus_dir, chosen.rules_version)
    with tempfile.TemporaryDirectory() as folder:
        began = time.perf_counter()
        built = build_index(IndexPlace(Path(folder), chosen.embedding_model), corpus)
        seconds = time.perf_counter() - began
        records = Manifest.read(built).records
    yield Row(
        "index build, from nothing", f"{seconds:.0f} s", note=f"{records:,} records, with the export of the encoder"
    )
