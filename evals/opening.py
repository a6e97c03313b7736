"""Opening the assistant that is measured."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from assistant import Assistant, Settings, load_settings
from corpus import Corpus, load_corpus
from index import Encoder, IndexPlace, Progress, build_index, index_folder, open_index

__all__ = ["open_assistant", "open_on", "opener", "prepare"]


def opener(chosen: Settings | None = None) -> Callable[[int], Assistant]:
    """Opens the assistant of these settings, else of the environment's, in any process."""
    return partial(open_assistant, chosen or load_settings())


def open_assistant(chosen: Settings, threads: int) -> Assistant:
    """The assistant, encoding with ``threads`` threads; builds the index first where there is none."""
    # Verdicts on typed cases are measured whether or not they are switched on.
    assistant = Assistant.open(chosen.model_copy(update={"read_cases": True, "chat_model": None}))
    if chosen.chat_model is not None:
        from assistant.chat_model import open_helper

        helper = open_helper(chosen, measuring=True)
        assistant = Assistant(assistant.corpus, assistant.index, read_cases=True, helper=helper)
    if threads == 1:
        # Two processes of two threads each would only wait for one another on two cores.
        place = IndexPlace(chosen.data_dir, chosen.embedding_model, chosen.chroma_url)
        folder = index_folder(place, assistant.corpus)
        assistant.index.encoder = Encoder(folder, assistant.index.manifest.max_tokens, threads=1)
    return assistant


def prepare(chosen: Settings, progress: Progress) -> None:
    """Build the index where there is none, so that workers find it."""
    corpus = load_corpus(chosen.corpus_dir, chosen.rules_version)
    place = IndexPlace(chosen.data_dir, chosen.embedding_model, chosen.chroma_url)
    if not index_folder(place, corpus).exists():
        build_index(place, corpus, progress)


def open_on(chosen: Settings, corpus: Corpus, progress: Progress) -> Assistant:
    """An assistant over ``corpus``, such as one with other Rules; builds its index where there is none."""
    place = IndexPlace(chosen.data_dir, chosen.embedding_model, chosen.chroma_url)
    return Assistant(corpus, open_index(place, corpus, progress))
