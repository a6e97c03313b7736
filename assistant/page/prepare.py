"""The index, built in a process of its own before the page is served.

A build loads PyTorch, which a process never gives back; serving does not need it.
"""

from __future__ import annotations

import subprocess
import sys

from assistant.cli.console import progress_bar
from assistant.settings import Settings
from corpus import load_corpus
from corpus.errors import AraError, SearchIndexError
from index import IndexPlace, Manifest, build_index, index_folder

__all__ = ["prepare_index"]


def prepare_index(settings: Settings) -> None:
    """Build the index elsewhere where there is none.

    What goes wrong there is found again, and told, by whoever opens the index next.
    """
    corpus = load_corpus(settings.corpus_dir, settings.rules_version)
    try:
        Manifest.read(index_folder(_place(settings), corpus))
    except SearchIndexError:
        subprocess.run([sys.executable, "-m", __spec__.name], input=settings.model_dump_json(), text=True, check=False)  # noqa: S603 - ourselves


def _place(settings: Settings) -> IndexPlace:
    return IndexPlace(settings.data_dir, settings.embedding_model, settings.chroma_url)


def _build() -> None:
    settings = Settings.model_validate_json(sys.stdin.read())
    try:
        with progress_bar("Preparing the index") as progress:
            build_index(_place(settings), load_corpus(settings.corpus_dir, settings.rules_version), progress)
    except (AraError, KeyboardInterrupt):
        sys.exit(2)


if __name__ == "__main__":
    _build()
