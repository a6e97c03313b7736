"""An opened index: one question in, ranked clauses and their evidence out."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Self

import numpy as np
from numpy.typing import NDArray
from threadpoolctl import threadpool_limits

from corpus.errors import SearchIndexError
from index.bounds import BOUNDS_FILE, DIRECTIONS_FILE, Bounds
from index.encoder import Encoder, Vectors
from index.heads import Heads
from index.hearing import HEARING_FOLDER, Hearing
from index.lexical import LEXICAL_FOLDER, Lexical
from index.manifest import Manifest
from index.ranking import Ranking, fuse
from index.records import SHORT_ANSWERS, Record
from index.rows import Near, Rows
from index.store import STORE_FOLDER, Store, StorePlace

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

__all__ = ["EXACT_LIMIT", "VECTORS_FILE", "Index", "SearchResult"]

EXACT_LIMIT = 60_000
"""Up to this many records every one is scored; beyond, the store proposes and these are scored."""
VECTORS_FILE = "vectors.npy"
"""The store's vectors in the order of the records: a file is mapped in a moment, the store takes half a second to read."""
_CANDIDATES = 200
_SHORT_FOR = 2
"""For so many of the best clauses the short answer is worked out."""


@dataclass(frozen=True, slots=True)
class SearchResult:
    """What the index knows about one question."""

    clauses: tuple[Ranking, ...]
    """Every candidate clause, best first."""
    faq: tuple[Near, ...]
    """The nearest FAQ questions, best first."""
    examples: tuple[Near, ...]
    """The nearest labelled examples, best first."""
    points: tuple[Near, ...]
    """The nearest points of clauses, best first."""
    answerable: float
    unanswerable: float
    out_of_scope: float
    """How likely each is: the mean of the trained head and the nearest questions' vote; the three sum to one."""
    short: Mapping[str, Mapping[str, float]]
    """For each of the best clauses, how likely each of ``SHORT_ANSWERS`` is, should it answer; they sum to one."""


class Index:
    """A finished index, opened for reading; safe to share between threads."""

    def __init__(
        self,
        manifest: Manifest,
        encoder: Encoder,
        store: Store,
        lexical: Lexical,
        heads: Heads,
        clauses: Sequence[str],
        records: tuple[Record, ...] | None = None,
        folder: Path | None = None,
    ) -> None:
        """Put an index together; ``records`` saves reading their texts out of the store.

        ``folder`` is where it lies, for what is opened only when it is needed.
        """
        # The products here are small: a second thread costs more in waking up than it saves.
        threadpool_limits(1, user_api="blas")
        self.manifest = manifest
        self.encoder = encoder
        self.store = store
        self._folder = folder
        self._lexical = lexical
        self._heads = heads
        self._clauses = tuple(clauses)
        self._column = {clause: at for at, clause in enumerate(self._clauses)}
        self._head_columns = tuple(self._column[clause] for clause in heads.clause.clauses)
        self._listened = {clause: at for at, clause in enumerate(manifest.short_clauses)}
        self._exact = manifest.records <= EXACT_LIMIT
        if self._exact:
            records, vectors, bounds = self._read(records)
            self._rows = Rows.of(records, vectors, self._column, bounds)

    def _read(self, records: tuple[Record, ...] | None) -> tuple[tuple[Record, ...], Vectors, Bounds]:
        """All records with their vectors and bounds, mapped from the files beside the store where there are any."""
        if records and self._folder and {VECTORS_FILE, BOUNDS_FILE, DIRECTIONS_FILE} <= self.manifest.files.keys():
            vectors: Vectors = np.asarray(np.load(self._folder / VECTORS_FILE, mmap_mode="r"))
            bounds = Bounds.load(self._folder)
        else:
            records, vectors = (records, self.store.vectors(records)) if records else self.store.all()
            # All that is needed is in memory now; the store's own copy would double it.
            self.store.close()
            bounds = Bounds.of(vectors)
        if not len(records) == len(vectors) == self.manifest.records:
            raise SearchIndexError(
                f"The index holds {len(vectors)} vectors for {len(records)} records; the manifest says {self.manifest.records}."
            )
        return records, vectors, bounds

    @classmethod
    def open(
        cls,
        folder: Path,
        clauses: Sequence[str],
        chroma_url: str | None = None,
        records: tuple[Record, ...] | None = None,
    ) -> Self:
        """Open the index in ``folder`` for these clause ids, with the records that it was built from.

        Raises ``SearchIndexError`` where it is unfinished, damaged or of another format.
        """
        manifest = Manifest.read(folder)
        # Both spend most of their time outside the interpreter's lock.
        with ThreadPoolExecutor(max_workers=1) as pool:
            encoder = pool.submit(Encoder, folder, manifest.max_tokens)
            store = Store(StorePlace(folder / STORE_FOLDER, chroma_url, f"ara-{manifest.key}"))
            lexical = Lexical.load(folder / LEXICAL_FOLDER, len(clauses))
            return cls(manifest, encoder.result(), store, lexical, Heads.load(folder), clauses, records, folder)

    @property
    def hears(self) -> bool:
        """Whether the index has a network that hears statements."""
        return self._folder is not None and bool(self.manifest.hearing_sha256)

    @cached_property
    def hearing(self) -> Hearing | None:
        """The network that hears statements; ``None`` where the index has none."""
        if self._folder is None or not self.hears:
            return None
        return Hearing(self._folder / HEARING_FOLDER)

    def search(self, question: str) -> SearchResult:
        """Rank the clauses for ``question``, a cleaned, non-empty text."""
        vector, heard = self.encoder.read(question)
        rows = self._rows if self._exact else Rows.of(*self.store.nearest(vector, _CANDIDATES), self._column)
        similarities = rows.similarities(vector)
        shares = self._heads.clause.shares(vector[None, :])
        clauses = fuse(
            self._clauses,
            head=dict(zip(self._head_columns, shares[0].tolist(), strict=True)),
            examples=rows.votes(similarities),
            text=rows.best_text(similarities, len(self._clauses)),
            lexical=self._lexical.scores(question),
        )
        kinds = (self._heads.answer.shares(vector) + rows.kind_votes(similarities)) / 2.0
        return SearchResult(
            clauses=clauses,
            faq=rows.nearest("faq", similarities),
            examples=rows.nearest("example", similarities),
            points=rows.nearest("point", similarities),
            answerable=round(float(kinds[0]), 6),
            unanswerable=round(float(kinds[1]), 6),
            out_of_scope=round(float(kinds[2]), 6),
            short={
                row.id: self._short(question, row.id, rows.short_votes(similarities, self._column[row.id]), heard)
                for row in clauses[:_SHORT_FOR]
            },
        )

    def _short(
        self, question: str, clause: str, votes: NDArray[np.float64], heard: NDArray[np.float32] | None
    ) -> dict[str, float]:
        """What the wording and the nearest questions about ``clause`` say of the short answer, and what was heard.

        The first two have half a vote each; with what was heard they must agree, which a geometric mean asks for.
        """
        said = self._heads.short.shares(question, clause)
        both = (said + votes) / 2.0 if votes.any() else said
        if heard is not None and clause in self._listened:
            agreed = np.sqrt(both * heard[self._listened[clause]])
            both = agreed / agreed.sum()
        return dict(zip(SHORT_ANSWERS, np.round(both, 6).tolist(), strict=True))
