"""Files that are given to a command."""

from __future__ import annotations

import sys
from pathlib import Path

from corpus.errors import AraError

__all__ = ["read_text"]

MAX_BYTES = 1_000_000


def read_text(source: str, error: type[AraError]) -> str:
    """The text of a file, or of stdin for ``-``; raises ``error`` where it is no readable UTF-8 text."""
    try:
        data = sys.stdin.buffer.read(MAX_BYTES + 1) if source == "-" else Path(source).read_bytes()
        if len(data) > MAX_BYTES:
            raise error(f"{source}: is larger than {MAX_BYTES:,} bytes. Accepted: up to 1 MB.")
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise error(f"{source}: is not UTF-8 text. Accepted: a JSON file saved as UTF-8.") from None
    except (OSError, ValueError) as problem:
        reason = getattr(problem, "strerror", None) or "not a usable name"
        raise error(f"{source}: cannot be read ({reason}). Accepted: a JSON file, or - for stdin.") from None
