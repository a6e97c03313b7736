"""The vector store: Chroma, embedded under the data folder or on a server.

The only module that imports chromadb or langchain-chroma.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self
from urllib.parse import urlsplit

import numpy as np

from corpus.errors import SearchIndexError
from index.encoder import Vectors
from index.records import Record

if TYPE_CHECKING:
    from chromadb.api import ClientAPI
    from langchain_core.embeddings import Embeddings
    from langchain_core.vectorstores import VectorStore

__all__ = ["STORE_FOLDER", "Store", "StorePlace", "reach"]

STORE_FOLDER = "chroma"
_ADD_AT_ONCE = 2_000
_READ_AT_ONCE = 500
_SEARCH_WIDTH = 200
_LOCAL_ADVICE = "Check that it can be read and written, or build it again with “ara index build --force”."


@dataclass(frozen=True, slots=True)
class StorePlace:
    """Where a collection lives: a folder, or the address of a Chroma server."""

    folder: Path
    url: str | None
    collection: str


class Store:
    """Records and their vectors, in the order in which they were added.

    It can be closed at any time; the next use opens it again.
    """

    def __init__(self, place: StorePlace) -> None:
        self._place = place
        self._client: ClientAPI | None = None
        self._opened: Any = None

    @classmethod
    def create(cls, place: StorePlace) -> Self:
        """An empty collection; one of the same name is dropped. Raises ``SearchIndexError``."""
        store = cls(place)
        client = store._connected()
        with _plain_errors(place):
            if place.collection in {collection.name for collection in client.list_collections()}:
                client.delete_collection(place.collection)
            store._opened = client.create_collection(
                place.collection,
                embedding_function=None,
                configuration={
                    "hnsw": {"space": "cosine", "ef_construction": 200, "ef_search": _SEARCH_WIDTH, "max_neighbors": 32}
                },
            )
        return store

    @classmethod
    def open(cls, place: StorePlace) -> Self:
        """The collection that was built before. Raises ``SearchIndexError`` where it is not there."""
        store = cls(place)
        store._collection  # noqa: B018 - opens it, so that a missing one is told here
        return store

    def _connected(self) -> ClientAPI:
        if self._client is None:
            self._client = _connect(self._place)
        return self._client

    @property
    def _collection(self) -> Any:
        if self._opened is None:
            client = self._connected()
            with _plain_errors(self._place):
                self._opened = client.get_collection(self._place.collection, embedding_function=None)
        return self._opened

    def add(
        self, records: Sequence[Record], vectors: Vectors, progress: Callable[[int], None] = lambda _: None
    ) -> None:
        """Append records with their vectors, ``(len(records), dimension)`` float32."""
        for start in range(0, len(records), _ADD_AT_ONCE):
            some = records[start : start + _ADD_AT_ONCE]
            with _plain_errors(self._place):
                self._collection.add(
                    ids=[record.id for record in some],
                    embeddings=vectors[start : start + len(some)],
                    documents=[record.text for record in some],
                    metadatas=[_metadata(start + at, record) for at, record in enumerate(some)],
                )
            progress(len(some))

    def count(self) -> int:
        """How many records it holds."""
        with _plain_errors(self._place):
            return int(self._collection.count())

    def vectors(self, records: Sequence[Record]) -> Vectors:
        """The vectors of ``records``, ``(len(records), dimension)``, in their order.

        Raises ``SearchIndexError`` where one is missing.
        """
        found: dict[str, Any] = {}
        for start in range(0, self.count(), _READ_AT_ONCE):
            with _plain_errors(self._place):
                page = self._collection.get(limit=_READ_AT_ONCE, offset=start, include=["embeddings"])
            found.update(zip(page["ids"], np.asarray(page["embeddings"], np.float32), strict=True))
        try:
            return np.stack([found[record.id] for record in records])
        except KeyError as missing:
            raise SearchIndexError(f"The vector store has no vector for {missing}.") from None

    def all(self) -> tuple[tuple[Record, ...], Vectors]:
        """Every record with its vector, in the order in which they were added."""
        # In pages: Chroma hands vectors over as Python numbers, many times their size.
        pages = [self._page(start) for start in range(0, self.count(), _READ_AT_ONCE)]
        rows = sorted((row for numbered, _ in pages for row in numbered), key=lambda row: row[0])
        records = tuple(record for _, record in rows)
        order = np.argsort([number for numbered, _ in pages for number, _ in numbered])
        return records, np.concatenate([vectors for _, vectors in pages])[order]

    def _page(self, start: int) -> tuple[list[tuple[int, Record]], Vectors]:
        """The records of one page with their numbers, and their vectors."""
        with _plain_errors(self._place):
            found = self._collection.get(
                limit=_READ_AT_ONCE, offset=start, include=["documents", "metadatas", "embeddings"]
            )
        rows = zip(found["ids"], found["documents"], found["metadatas"], strict=True)
        return [(row[2]["n"], _record(*row)) for row in rows], np.asarray(found["embeddings"], np.float32)

    def nearest(self, vector: Vectors, n: int) -> tuple[tuple[Record, ...], Vectors]:
        """About the ``n`` records nearest to ``vector``, ``(dimension,)``, with their vectors.

        The choice is approximate (HNSW); the caller scores what comes back exactly.
        """
        with _plain_errors(self._place):
            found = self._collection.query(
                query_embeddings=[vector], n_results=n, include=["documents", "metadatas", "embeddings"]
            )
        rows = zip(found["ids"][0], found["documents"][0], found["metadatas"][0], strict=True)
        return tuple(_record(*row) for row in rows), np.asarray(found["embeddings"][0], np.float32)

    def as_vector_store(self, embeddings: Embeddings) -> VectorStore:
        """The same collection as LangChain's vector store."""
        from langchain_chroma import Chroma

        return Chroma(client=self._connected(), collection_name=self._place.collection, embedding_function=embeddings)

    def close(self) -> None:
        """Let go of the files and of what they fill in memory."""
        if self._client is not None:
            self._client.close()  # type: ignore[attr-defined]  # clients have it, their common interface lacks it
        self._client = self._opened = None


def reach(url: str | None) -> None:
    """Make sure that the Chroma server answers, where there is one.

    An index is not built for a server that cannot be reached. Raises ``SearchIndexError``.
    """
    if url is not None:
        place = StorePlace(Path(), url, "")
        with _plain_errors(place):
            _connect(place).heartbeat()


def _connect(place: StorePlace) -> ClientAPI:
    import chromadb
    from chromadb.config import Settings

    settings = Settings(anonymized_telemetry=False)
    with _plain_errors(place):
        if place.url is None:
            place.folder.mkdir(parents=True, exist_ok=True)
            return chromadb.PersistentClient(str(place.folder), settings=settings)
        address = urlsplit(place.url)
        if address.scheme not in {"http", "https"} or not address.hostname:
            raise SearchIndexError(
                f"ARA_CHROMA_URL is {place.url!r}; expected an address such as http://127.0.0.1:8000."
            )
        secure = address.scheme == "https"
        return chromadb.HttpClient(
            host=address.hostname, port=address.port or (443 if secure else 8000), ssl=secure, settings=settings
        )


class _plain_errors:  # noqa: N801 - reads as a phrase where it is used
    """Turn whatever Chroma raises into one line."""

    def __init__(self, place: StorePlace) -> None:
        self._where = place.url or str(place.folder)
        self._is_server = place.url is not None

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _trace: object) -> None:
        if error is None or isinstance(error, SearchIndexError) or not isinstance(error, Exception):
            return
        advice = "Start the server, or change ARA_CHROMA_URL." if self._is_server else _LOCAL_ADVICE
        reason = str(error).splitlines()[0][:140] if str(error) else type(error).__name__
        raise SearchIndexError(f"The vector store at {self._where} cannot be used ({reason}). {advice}") from None


def _metadata(number: int, record: Record) -> dict[str, str | int]:
    return {
        "n": number,
        "kind": record.kind,
        "clauses": " ".join(record.clauses),
        "asks": record.asks,
        "polarity": record.polarity,
    }


def _record(record_id: str, text: str, metadata: dict[str, Any]) -> Record:
    return Record(
        id=record_id,
        kind=metadata["kind"],
        text=text,
        clauses=tuple(metadata["clauses"].split()),
        asks=metadata["asks"],
        polarity=metadata["polarity"],
    )
