"""The same corpus with its clauses repeated, with small edits, until there are very many.

The copies' vectors are the clauses' own, moved a little and made unit length again: a
real edit would move them about as far, and encoding 100,000 texts would take longer than
everything else. Ranking, storing and quoting run as they do for the real ones.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np

from assistant import Assistant
from corpus import Clause, Rules
from index import Index, Manifest, Record
from index.encoder import Vectors
from index.heads import Heads
from index.lexical import Lexical
from index.records import clause_document
from index.store import Store, StorePlace

__all__ = ["repeated_rules", "scaled"]

_MOVED = 0.35
"""Length of the random step from a clause's vector to a copy's: a cosine of about 0.94."""
_SEED = 7


def repeated_rules(rules: Rules, clauses: int) -> Rules:
    """``rules`` with copies of its clauses, until there are ``clauses``; the originals stay."""
    copies = [_copy(rules.clauses[at % len(rules.clauses)], at) for at in range(clauses - len(rules.clauses))]
    last = rules.sections[-1]
    return replace(rules, sections=(*rules.sections[:-1], replace(last, clauses=(*last.clauses, *copies))))


def _copy(clause: Clause, number: int) -> Clause:
    first, _, rest = clause.text.partition(" ")
    return replace(clause, id=f"{clause.id}x{number}", text=f"{first} {number} {rest}")


def scaled(small: Assistant, built: Path, folder: Path, clauses: int, told: Callable[[int, int], None]) -> Assistant:
    """An assistant over ``small``'s corpus with ``clauses`` clauses, its index in ``folder``.

    ``built`` is the folder of the small index, whose encoder and heads are used as they are.
    """
    rules = repeated_rules(small.corpus.rules, clauses)
    corpus = replace(small.corpus, rules=rules)
    records, vectors = small.index.store.all()
    copies, moved = _copies(rules, len(small.corpus.rules.clauses), records, vectors)
    store = Store.create(StorePlace(folder, None, f"ara-bench-{clauses}"))
    done = 0

    def stored(more: int) -> None:
        nonlocal done
        done += more
        told(done, len(records) + len(copies))

    store.add((*records, *copies), np.concatenate([vectors, moved]), stored)
    manifest: Manifest = replace(small.index.manifest, records=len(records) + len(copies))
    lexical = Lexical.build([clause_document(corpus, clause) for clause in rules.clauses])
    ids = tuple(clause.id for clause in rules.clauses)
    index = Index(manifest, small.index.encoder, store, lexical, Heads.load(built), ids)
    return Assistant(corpus, index)


def _copies(
    rules: Rules, originals: int, records: tuple[Record, ...], vectors: Vectors
) -> tuple[list[Record], Vectors]:
    own = {record.id: at for at, record in enumerate(records) if record.kind == "clause"}
    copied = rules.clauses[originals:]
    rows = [own[clause.id.rpartition("x")[0]] for clause in copied]
    steps = np.random.default_rng(_SEED).standard_normal((len(rows), vectors.shape[1]), np.float32)
    moved = vectors[rows] + steps * np.float32(_MOVED / vectors.shape[1] ** 0.5)
    moved /= np.linalg.norm(moved, axis=1, keepdims=True)
    return [Record(clause.id, "clause", clause.text, (clause.id,)) for clause in copied], moved
