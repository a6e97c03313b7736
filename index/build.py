"""Corpus → index folder, atomically.

An index is named after what it is made from, so a finished one is never changed. It is
written beside its place, synced and renamed; a folder without a finished index's name is
a build that was killed, and the next build clears it away.
"""

from __future__ import annotations

import errno
import importlib.metadata
import os
import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol

import numpy as np
from filelock import FileLock, Timeout

from corpus import Corpus
from corpus.errors import SearchIndexError
from index.adapter import Adapter, adapter_sha256
from index.bounds import BOUNDS_FILE, DIRECTIONS_FILE, Bounds
from index.encoder import ENCODER_FILE, TOKENIZER_FILE, WEIGHTS_FILE
from index.heads import HEADS_FILE, train_heads
from index.hearing import HEARING_FILE, HEARING_FOLDER, HEARING_WEIGHTS_FILE, Learnt, learnt_sha256
from index.lexical import LEXICAL_FOLDER, Lexical
from index.manifest import FORMAT, Manifest, file_sha256, index_key
from index.records import clause_document, make_records
from index.search import VECTORS_FILE, Index
from index.store import STORE_FOLDER, Store, StorePlace, reach
from index.transformer import DEFAULT_MODEL, ModelSource, Transformer, find_model

__all__ = ["IndexPlace", "Progress", "build_index", "index_folder", "open_index"]

_KEEP = 2
_LOCK_SECONDS = 900
_LARGE = (WEIGHTS_FILE, HEARING_WEIGHTS_FILE, VECTORS_FILE, BOUNDS_FILE)
"""Files whose sizes are checked when an index is opened, and no more: reading them takes longer than a question."""
_BUILT_WITH = ("chromadb", "langchain-chroma", "onnxruntime", "scikit-learn", "sentence-transformers", "torch", "bm25s")


class Progress(Protocol):
    """Is told what a build is doing."""

    def __call__(self, stage: str, done: int, total: int) -> None:
        """``done`` of ``total`` steps of ``stage`` are finished."""


def _silent(stage: str, done: int, total: int) -> None:
    """Tell nobody."""


class IndexPlace:
    """Where indexes live and what they are made with: a data folder, a model, perhaps a Chroma server."""

    def __init__(self, data_dir: Path, model: str = DEFAULT_MODEL, chroma_url: str | None = None) -> None:
        self.root = data_dir / "indexes"
        self.model = model
        self.chroma_url = chroma_url

    def folder(self, corpus: Corpus, source: ModelSource) -> Path:
        """Where the index for this corpus and model belongs."""
        return self.root / index_key(corpus.hash, source.name, source.sha256, adapter_sha256(), learnt_sha256())


def index_folder(place: IndexPlace, corpus: Corpus) -> Path:
    """Where the index for ``corpus`` belongs; raises ``ModelError`` where the model cannot be found."""
    return place.folder(corpus, find_model(place.model, verify=False))


def open_index(place: IndexPlace, corpus: Corpus, progress: Progress = _silent) -> Index:
    """The index for ``corpus``, built first where there is no good one.

    Raises ``SearchIndexError`` where it can be neither opened nor built.
    """
    reach(place.chroma_url)
    folder = index_folder(place, corpus)
    if folder.exists():
        try:
            return _open(folder, place, corpus)
        except SearchIndexError:
            return _open(build_index(place, corpus, progress, force=True), place, corpus)
    return _open(build_index(place, corpus, progress), place, corpus)


def _open(folder: Path, place: IndexPlace, corpus: Corpus) -> Index:
    clauses = [clause.id for clause in corpus.rules.clauses]
    return Index.open(folder, clauses, place.chroma_url, make_records(corpus))


def build_index(place: IndexPlace, corpus: Corpus, progress: Progress = _silent, *, force: bool = False) -> Path:
    """Build the index for ``corpus`` unless a good one is there; the finished folder.

    ``force`` builds it again in any case. Of two builds at once the second waits and finds
    the first one's work. Raises ``SearchIndexError`` or ``ModelError``.
    """
    reach(place.chroma_url)
    source = find_model(place.model)
    folder = place.folder(corpus, source)
    with _writable(place.root), _lock(place.root):
        if not force and _finished(folder):
            return folder
        building = place.root / f"{folder.name}.building"
        for leftover in place.root.glob("*.building"):
            shutil.rmtree(leftover, ignore_errors=True)
        building.mkdir()
        try:
            _write(building, folder.name, corpus, source, place, progress)
            _sync(building)
            if folder.exists():
                shutil.rmtree(folder)
            building.rename(folder)
            _sync_folder(place.root)
        finally:
            shutil.rmtree(building, ignore_errors=True)
        _drop_old(place.root, keep=folder)
    return folder


def _write(folder: Path, key: str, corpus: Corpus, source: ModelSource, place: IndexPlace, progress: Progress) -> None:
    progress("loading the model", 0, 1)
    model = Transformer(source, Adapter.load() if adapter_sha256() else None)
    records = make_records(corpus)
    done = 0

    def encoded(more: int) -> None:
        nonlocal done
        done += more
        progress("encoding", done, len(records))

    vectors = model.encode([record.text for record in records], encoded)
    progress("training", 0, 1)
    train_heads(records, vectors).save(folder)
    lexical = folder / LEXICAL_FOLDER
    Lexical.build([clause_document(corpus, clause) for clause in corpus.rules.clauses]).save(lexical)
    progress("storing", 0, 1)
    store = Store.create(StorePlace(folder / STORE_FOLDER, place.chroma_url, f"ara-{key}"))
    store.add(records, vectors)
    store.close()
    if place.chroma_url is None:
        np.save(folder / VECTORS_FILE, vectors)
        Bounds.of(vectors).save(folder)
    progress("exporting the encoder", 0, 1)
    if not _reuse_encoder(place.root, folder, source):
        model.export(folder)
    if learnt_sha256():
        progress("exporting the hearing", 0, 1)
        _write_hearing(place.root, folder)
    _manifest(folder, key, corpus, model, vectors.shape).write(folder)
    progress("done", 1, 1)


def _manifest(folder: Path, key: str, corpus: Corpus, model: Transformer, shape: Sequence[int]) -> Manifest:
    paths = [folder / name for name in (ENCODER_FILE, WEIGHTS_FILE, TOKENIZER_FILE, HEADS_FILE)]
    nearness = (VECTORS_FILE, BOUNDS_FILE, DIRECTIONS_FILE)
    paths += [path for path in (folder / name for name in nearness) if path.exists()]
    folders = [folder / name for name in (LEXICAL_FOLDER, HEARING_FOLDER) if (folder / name).is_dir()]
    paths += [path for sub in folders for path in sub.iterdir()]
    names = {str(path.relative_to(folder)): path for path in paths}
    return Manifest(
        key=key,
        format=FORMAT,
        corpus_hash=corpus.hash,
        rules_version=corpus.rules.version,
        model=model.source.name,
        model_sha256=model.source.sha256,
        adapter_sha256=adapter_sha256(),
        hearing_sha256=learnt_sha256(),
        short_clauses=list(model.short_clauses),
        max_tokens=model.max_tokens,
        dimension=shape[1],
        records=shape[0],
        versions={name: importlib.metadata.version(name) for name in _BUILT_WITH},
        files={name: path.stat().st_size for name, path in sorted(names.items())},
        checksums={name: file_sha256(path) for name, path in sorted(names.items()) if path.name not in _LARGE},
    )


def _reuse_encoder(root: Path, folder: Path, source: ModelSource) -> bool:
    """Link the encoder of a finished index with the same weights; an export takes seconds."""

    def same(manifest: Manifest) -> bool:
        return (manifest.model_sha256, manifest.adapter_sha256) == (source.sha256, adapter_sha256())

    return bool(source.sha256) and _linked(root, folder, (ENCODER_FILE, WEIGHTS_FILE, TOKENIZER_FILE), same)


def _write_hearing(root: Path, folder: Path) -> None:
    """The network that hears; it belongs to the packaged model, whatever model the questions are encoded with."""
    (folder / HEARING_FOLDER).mkdir()
    names = tuple(f"{HEARING_FOLDER}/{name}" for name in (HEARING_FILE, HEARING_WEIGHTS_FILE, TOKENIZER_FILE))
    if _linked(root, folder, names, lambda manifest: manifest.hearing_sha256 == learnt_sha256()):
        return
    from index.hearing.export import export_hearing

    export_hearing(find_model(), Learnt.load(), folder / HEARING_FOLDER)


def _linked(root: Path, folder: Path, names: Sequence[str], same: Callable[[Manifest], bool]) -> bool:
    """Link these files of a finished index that is the ``same``, made by the same exporter; whether there was one."""
    for other in sorted(root.iterdir()):
        if other == folder or not _finished(other):
            continue
        manifest = Manifest.read(other)
        if manifest.versions["torch"] != importlib.metadata.version("torch") or not same(manifest):
            continue
        for name in names:
            try:
                os.link(other / name, folder / name)
            except OSError:
                shutil.copyfile(other / name, folder / name)
        return True
    return False


def _finished(folder: Path) -> bool:
    if not folder.is_dir() or folder.suffix == ".building":
        return False
    try:
        Manifest.read(folder)
    except SearchIndexError:
        return False
    return True


def _drop_old(root: Path, keep: Path) -> None:
    """Keep the newest few, since a server may still be reading the one before."""
    finished = [path for path in root.iterdir() if path.is_dir() and path != keep]
    for old in sorted(finished, key=lambda path: path.stat().st_mtime, reverse=True)[_KEEP - 1 :]:
        shutil.rmtree(old, ignore_errors=True)


@contextmanager
def _lock(root: Path) -> Iterator[None]:
    try:
        with FileLock(root / "build.lock", timeout=_LOCK_SECONDS):
            yield
    except Timeout:
        raise SearchIndexError(
            f"Another process has been building an index under {root} for {_LOCK_SECONDS // 60} minutes. "
            "Stop it, or set ARA_DATA_DIR to another folder."
        ) from None


@contextmanager
def _writable(root: Path) -> Iterator[None]:
    advice = "Set ARA_DATA_DIR to a folder with room that this user may write to."
    try:
        root.mkdir(parents=True, exist_ok=True)
        yield
    except OSError as error:
        reason = "it is full" if error.errno in {errno.ENOSPC, errno.EDQUOT} else (error.strerror or "not writable")
        raise SearchIndexError(f"The data folder {root} cannot be written to ({reason}). {advice}") from None


def _sync(folder: Path) -> None:
    for path in folder.rglob("*"):
        if path.is_file():
            with path.open("rb") as file:
                os.fsync(file.fileno())
        else:
            _sync_folder(path)
    _sync_folder(folder)


def _sync_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
