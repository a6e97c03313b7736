"""What tuning changed in the encoder: a low-rank step for each of its linear layers.

The encoder is the published model plus these steps (LoRA, Hu et al. 2021). They are a small
file in the repository, made by ``index/tuning.py`` and added to the weights when an index is
built; a model with other weights is used as it is. The file also holds the listeners for short
answers that were trained with them (``short.py``).
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from safetensors import SafetensorError, safe_open
from safetensors.numpy import save_file

from corpus.errors import ModelError

__all__ = ["ADAPTER_FILE", "Adapter", "Step", "adapter_sha256"]

ADAPTER_FILE = Path(__file__).parent / "adapter.safetensors"
_DOWN, _UP = ".down", ".up"
_LISTENERS = "listeners."


@dataclass(frozen=True)
class Step:
    """The change of one linear layer, as the product of two thin matrices."""

    down: NDArray[np.float16]
    """``(rank, inputs)``"""
    up: NDArray[np.float16]
    """``(outputs, rank)``, the scale included"""

    def change(self) -> NDArray[np.float32]:
        """What is added to the layer's weight, ``(outputs, inputs)``."""
        product: NDArray[np.float32] = self.up.astype(np.float32) @ self.down.astype(np.float32)
        return product


@dataclass(frozen=True)
class Adapter:
    """All steps, by the name of the layer in the model."""

    base_sha256: str
    """Of the weights that it was trained on, the only ones that it fits."""
    steps: Mapping[str, Step]
    about: Mapping[str, str]
    """How it was trained."""
    listeners: Mapping[str, NDArray[np.float32]] = field(default_factory=dict)
    """Their weights by name; empty where none were trained."""
    clauses: tuple[str, ...] = ()
    """The ids of the clauses that they listen for, in their order."""

    def save(self, path: Path = ADAPTER_FILE) -> None:
        """Write the adapter as one file."""
        tensors: dict[str, NDArray[Any]] = {_LISTENERS + name: tensor for name, tensor in self.listeners.items()}
        for name, step in self.steps.items():
            tensors[name + _DOWN] = step.down
            tensors[name + _UP] = step.up
        save_file(
            tensors, path, metadata={"base_sha256": self.base_sha256, "clauses": json.dumps(self.clauses), **self.about}
        )

    @classmethod
    def load(cls, path: Path = ADAPTER_FILE) -> Adapter:
        """Read what ``save`` wrote; raises ``ModelError``."""
        try:
            with safe_open(path, framework="numpy") as file:
                about = dict(file.metadata() or {})
                names = [name.removesuffix(_UP) for name in sorted(file.keys()) if name.endswith(_UP)]
                steps = {name: Step(file.get_tensor(name + _DOWN), file.get_tensor(name + _UP)) for name in names}
                listeners = {
                    name.removeprefix(_LISTENERS): file.get_tensor(name)
                    for name in file.keys()  # noqa: SIM118 - a file, and no mapping
                    if name.startswith(_LISTENERS)
                }
                clauses = tuple(json.loads(about.pop("clauses", "[]")))
                return cls(about.pop("base_sha256"), steps, about, listeners, clauses)
        except (OSError, SafetensorError, KeyError, ValueError) as error:
            raise ModelError(
                f"The tuned part of the encoder, {path}, cannot be read ({type(error).__name__}). "
                "Restore the file, or make it again with “ara index tune”."
            ) from None


@lru_cache(maxsize=4)
def adapter_sha256(path: Path = ADAPTER_FILE) -> str:
    """The checksum of the adapter's file; empty where there is none."""
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else ""
