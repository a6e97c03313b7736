"""What training the network that hears leaves behind: two small files in the repository."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from safetensors import SafetensorError
from safetensors.numpy import load_file, save_file

from corpus.errors import ModelError
from index.adapter import Adapter

__all__ = ["LEARNT_FOLDER", "Learnt", "learnt_sha256"]

LEARNT_FOLDER = Path(__file__).parent
_STEPS, _LISTENERS = "steps.safetensors", "listeners.safetensors"


@dataclass(frozen=True)
class Learnt:
    """The trained parts of the network; the encoder that they belong to is the published one."""

    adapter: Adapter
    """The low-rank steps of the encoder."""
    listeners: Mapping[str, NDArray[np.float32]]
    """``query`` ``(conditions, dimension)``, ``weight`` ``(conditions, states, dimension)``, ``bias`` ``(conditions, states)``."""

    def save(self, folder: Path = LEARNT_FOLDER) -> None:
        """Write both files."""
        self.adapter.save(folder / _STEPS)
        save_file(dict(self.listeners), folder / _LISTENERS)

    @classmethod
    def load(cls, folder: Path = LEARNT_FOLDER) -> Learnt:
        """Read what ``save`` wrote; raises ``ModelError``."""
        try:
            listeners = load_file(folder / _LISTENERS)
        except (OSError, SafetensorError) as error:
            raise ModelError(
                f"The trained listeners under {folder} cannot be read ({type(error).__name__}). "
                "Restore the file, or make it again with “ara index tune --hearing”."
            ) from None
        return cls(Adapter.load(folder / _STEPS), listeners)


@lru_cache(maxsize=4)
def learnt_sha256(folder: Path = LEARNT_FOLDER) -> str:
    """The checksum of both files; empty where there are none."""
    files = [folder / _STEPS, folder / _LISTENERS]
    if not all(file.is_file() for file in files):
        return ""
    return hashlib.sha256(b"".join(file.read_bytes() for file in files)).hexdigest()
