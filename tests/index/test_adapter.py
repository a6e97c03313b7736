"""What tuning changed, as a file."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from corpus.errors import ModelError
from index.adapter import Adapter, Step, adapter_sha256
from index.transformer import ModelSource, Transformer, find_model


def small_adapter() -> Adapter:
    chance = np.random.default_rng(3)
    down, up = chance.normal(size=(2, 6)).astype(np.float16), chance.normal(size=(4, 2)).astype(np.float16)
    listeners = {"query": chance.normal(size=(1, 6)).astype(np.float32)}
    return Adapter("abc", {"encoder.layer.0.dense": Step(down, up)}, {"lessons": "7"}, listeners, ("rules:I.a",))


def test_an_adapter_is_read_as_it_was_written(tmp_path: Path):
    """Base, steps, listeners and the notes on training survive the file."""
    written = small_adapter()
    written.save(tmp_path / "adapter.safetensors")
    read = Adapter.load(tmp_path / "adapter.safetensors")
    assert (read.base_sha256, dict(read.about), list(read.steps)) == ("abc", {"lessons": "7"}, list(written.steps))
    np.testing.assert_array_equal(
        read.steps["encoder.layer.0.dense"].change(), written.steps["encoder.layer.0.dense"].change()
    )
    assert read.clauses == ("rules:I.a",)
    np.testing.assert_array_equal(read.listeners["query"], written.listeners["query"])


@pytest.mark.parametrize("content", [b"", b"no tensors here", b"\x08\x00\x00\x00\x00\x00\x00\x00{}      "])
def test_a_damaged_file_is_an_error_for_people(tmp_path: Path, content: bytes):
    """The message names the file and how to get it back."""
    path = tmp_path / "adapter.safetensors"
    path.write_bytes(content)
    with pytest.raises(ModelError, match="ara index tune"):
        Adapter.load(path)


def test_where_there_is_no_adapter_its_checksum_is_empty(tmp_path: Path):
    """An index built without tuning has another name than one built with it."""
    assert adapter_sha256(tmp_path / "none.safetensors") == ""
    assert len(adapter_sha256()) == 64


def test_the_adapter_in_the_repository_fits_the_packaged_model():
    """It was trained on these weights, and names layers that the model has, with their shapes."""
    adapter = Adapter.load()
    source = find_model()
    assert adapter.base_sha256 == source.sha256
    backbone, _ = Transformer(source).parts()
    for name, step in adapter.steps.items():
        assert step.change().shape == tuple(backbone.get_submodule(name).weight.shape)


@pytest.mark.slow
def test_an_adapter_for_other_weights_is_left_out():
    """A model that was not tuned is used as it is."""
    source = find_model()
    other = ModelSource(source.name, source.path, "other weights")
    text = ["May I mark my proposal confidential?"]
    plain = Transformer(source).encode(text)
    np.testing.assert_array_equal(Transformer(other, Adapter.load()).encode(text), plain)
    assert float((Transformer(source, Adapter.load()).encode(text) * plain).sum()) < 0.999
