"""Generated parts of pages that people write: what stands between two markers."""

from __future__ import annotations

import re
from pathlib import Path

from corpus.errors import EvalError

__all__ = ["between", "put_between"]


def between(path: Path, name: str) -> str:
    """What stands between ``<!-- name -->`` and ``<!-- /name -->``; raises ``EvalError`` where they are missing."""
    return _match(path, name)["text"]


def put_between(path: Path, name: str, text: str) -> None:
    """Put ``text`` there instead; raises ``EvalError``."""
    found = _match(path, name)
    path.write_text(f"{found.string[: found.start('text')]}{text}{found.string[found.end('text') :]}", encoding="utf-8")


def _match(path: Path, name: str) -> re.Match[str]:
    try:
        page = path.read_text(encoding="utf-8")
    except OSError as error:
        raise EvalError(f"{path}: cannot be read ({error.strerror}).") from None
    found = re.search(rf"<!-- {name} -->\n(?P<text>.*?)<!-- /{name} -->", page, re.DOTALL)
    if found is None:
        raise EvalError(f"{path}: has no place for it. Add the lines <!-- {name} --> and <!-- /{name} -->.")
    return found
