"""What an index was built from, and whether its files are all there."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass
from pathlib import Path

from corpus.errors import SearchIndexError

__all__ = ["FORMAT", "MANIFEST_FILE", "Manifest", "index_key"]

FORMAT = 10
"""Raised with every change to what an index holds, so that older ones are rebuilt."""
MANIFEST_FILE = "manifest.json"


def index_key(
    corpus_hash: str, model: str, model_sha256: str, adapter_sha256: str = "", hearing_sha256: str = ""
) -> str:
    """The name of the index for this corpus and model, tuned and trained with these files: 16 hex digits."""
    parts = (str(FORMAT), corpus_hash, model, model_sha256, adapter_sha256, hearing_sha256)
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Manifest:
    """Written last into a finished index."""

    key: str
    format: int
    corpus_hash: str
    rules_version: str
    model: str
    model_sha256: str
    adapter_sha256: str
    """Of the file with what tuning changed; empty where there is none."""
    short_clauses: list[str]
    """The clauses whose short answers the encoder gives, in its order."""
    hearing_sha256: str
    """Of what was learnt to hear statements with; empty where there is nothing."""
    max_tokens: int
    dimension: int
    records: int
    versions: dict[str, str]
    """Versions of the libraries that built it."""
    files: dict[str, int]
    """Sizes in bytes of the files that must be there, by name below the index's folder."""
    checksums: dict[str, str]
    """SHA-256 of the small files among them."""

    def write(self, folder: Path) -> None:
        """Write the manifest into ``folder``."""
        text = json.dumps(asdict(self), indent=2, ensure_ascii=False, sort_keys=True)
        (folder / MANIFEST_FILE).write_text(text + "\n", encoding="utf-8")

    @classmethod
    def read(cls, folder: Path) -> Manifest:
        """Read and check the manifest of ``folder``.

        Raises ``SearchIndexError`` where it is missing, unreadable, of another format, or names
        a file that is missing, of another size or of another checksum.
        """
        try:
            manifest = cls(**json.loads((folder / MANIFEST_FILE).read_text(encoding="utf-8")))
        except (OSError, ValueError, TypeError) as error:
            raise SearchIndexError(f"The index {folder} has no usable manifest ({type(error).__name__}).") from None
        if manifest.format != FORMAT:
            raise SearchIndexError(f"The index {folder} has format {manifest.format}; this program reads {FORMAT}.")
        for name, size in manifest.files.items():
            manifest._check(folder / name, name, size)
        return manifest

    def _check(self, path: Path, name: str, size: int) -> None:
        if not path.is_file() or path.stat().st_size != size:
            raise SearchIndexError(f"The index file {path} is missing or cut short.")
        if name in self.checksums and file_sha256(path) != self.checksums[name]:
            raise SearchIndexError(f"The index file {path} is damaged.")


def file_sha256(path: Path) -> str:
    """SHA-256 of a file's bytes, in hex."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
