"""Building the index: atomic, repeatable, safe to interrupt."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

import index.build
from assistant import Assistant, Settings
from corpus import load_corpus
from corpus.errors import SearchIndexError
from index import IndexPlace, Manifest, build_index, index_folder, open_index

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("build")]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory):
    """A small corpus and its index, built once with the real model."""
    from tests.conftest import write_small_corpus

    root = tmp_path_factory.mktemp("built")
    corpus = load_corpus(write_small_corpus(root / "corpus"))
    place = IndexPlace(root / "data")
    build_index(place, corpus)
    return place, corpus


def ask_all(place: IndexPlace, corpus) -> list[str]:
    assistant = Assistant(corpus, open_index(place, corpus))
    return [assistant.ask(example.question).timed(0).to_json() for example in corpus.examples]


def test_a_rebuild_answers_the_same(built):
    """Building again from nothing changes not a byte of any answer."""
    place, corpus = built
    before = ask_all(place, corpus)
    build_index(place, corpus, force=True)
    assert ask_all(place, corpus) == before


def test_a_good_index_is_left_alone(built):
    """A second build finds the first one's work and touches nothing."""
    place, corpus = built
    folder = index_folder(place, corpus)
    stamp = (folder / "manifest.json").stat().st_mtime_ns
    assert build_index(place, corpus) == folder
    assert (folder / "manifest.json").stat().st_mtime_ns == stamp


@pytest.mark.parametrize("name", ["manifest.json", "heads.npz", "encoder.onnx.data"])
def test_a_half_written_index_is_rebuilt(built, name: str):
    """An index with a file cut short is noticed and built again when it is opened."""
    place, corpus = built
    path = index_folder(place, corpus) / name
    whole = path.read_bytes()
    path.unlink()
    path.write_bytes(whole[: len(whole) // 2])
    assert open_index(place, corpus).search("Who pays the taxes?").clauses[0].id == "rules:II.p1"
    assert Manifest.read(index_folder(place, corpus)).corpus_hash == corpus.hash


def test_a_changed_corpus_gets_an_index_of_its_own(built):
    """Another corpus hash means another folder, so that no answer rests on an old index."""
    place, corpus = built
    path = corpus.root / "faq.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("You pay", "Surely you pay"), encoding="utf-8")
    try:
        assert index_folder(place, load_corpus(corpus.root)) != index_folder(place, corpus)
    finally:
        path.write_text(text, encoding="utf-8")


def test_a_failed_build_leaves_nothing(built, monkeypatch: pytest.MonkeyPatch):
    """A build that fails leaves the finished index as it was and no half one behind."""
    place, corpus = built

    def broken(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(index.build, "train_heads", broken)
    with pytest.raises(SearchIndexError, match="it is full") as caught:
        build_index(place, corpus, force=True)
    assert "ARA_DATA_DIR" in str(caught.value)
    assert not list(place.root.glob("*.building"))
    assert Manifest.read(index_folder(place, corpus)).corpus_hash == corpus.hash


def start(corpus_root: Path, data: Path) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [str(Path(sys.executable).parent / "ara"), "index", "build"],
        env=os.environ | {"ARA_CORPUS_DIR": str(corpus_root), "ARA_DATA_DIR": str(data)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def test_two_builds_at_once_end_with_one_index(small_corpus: Path, tmp_path: Path):
    """Two processes that build at the same time both succeed and leave one good index."""
    data = tmp_path / "data"
    processes = [start(small_corpus, data) for _ in range(2)]
    assert [process.wait(timeout=240) for process in processes] == [0, 0]
    folders = [path for path in (data / "indexes").iterdir() if path.is_dir()]
    assert len(folders) == 1
    Manifest.read(folders[0])


def test_a_killed_build_is_cleared_away(small_corpus: Path, tmp_path: Path):
    """A build killed half way is no index; the next one clears it away and finishes."""
    data = tmp_path / "data"
    process = start(small_corpus, data)
    deadline = time.monotonic() + 120
    while not list(data.glob("indexes/*.building/*")) and time.monotonic() < deadline:
        os.sched_yield()
    process.send_signal(signal.SIGKILL)
    process.wait(timeout=30)
    assert list(data.glob("indexes/*.building"))
    corpus = load_corpus(small_corpus)
    assert open_index(IndexPlace(data), corpus).search("Who pays the taxes?").clauses
    assert not list(data.glob("indexes/*.building"))


def test_a_read_only_folder_is_one_line(small_corpus: Path, tmp_path: Path):
    """A data folder that cannot be made gives one line that names ARA_DATA_DIR."""
    (tmp_path / "file").write_text("")
    with pytest.raises(SearchIndexError, match="ARA_DATA_DIR") as caught:
        build_index(IndexPlace(tmp_path / "file"), load_corpus(small_corpus))
    assert "\n" not in str(caught.value)


def test_settings_name_the_place(tmp_path: Path):
    """The index lives under ARA_DATA_DIR, named after what it was made from."""
    place = IndexPlace(Settings(data_dir=tmp_path).data_dir)
    assert index_folder(place, load_corpus()).parent == tmp_path / "indexes"
