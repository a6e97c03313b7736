"""YAML files that people edit: read with the line of every entry kept.

YAML 1.2 booleans: only ``true`` and ``false``. ``yes``, ``no`` and ``NO``
(Norway) stay the words that they are.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ValidationError

from corpus.errors import CorpusError

__all__ = ["Entry", "read_list", "read_yaml"]

LINE = "__line__"
"""The key under which each mapping of a list carries the line on which it begins."""

Model = TypeVar("Model", bound=BaseModel)


class Entry(BaseModel, frozen=True, extra="forbid"):
    """What one mapping of a list in a YAML file becomes; ``line`` is where it begins."""

    line: int = 0


class _Loader(yaml.CSafeLoader):
    pass


_Loader.yaml_implicit_resolvers = {
    first: [
        (tag, pattern)
        for tag, pattern in resolvers
        if tag not in {"tag:yaml.org,2002:bool", "tag:yaml.org,2002:timestamp"}
    ]
    for first, resolvers in yaml.CSafeLoader.yaml_implicit_resolvers.items()
}
_Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"^(?:true|false)$"), list("tf"))


def _mapping_with_line(loader: _Loader, node: yaml.MappingNode) -> dict[str, Any]:
    seen: set[str] = set()
    for key, _ in node.value:
        if key.value in seen:
            raise yaml.MarkedYAMLError(problem=f"the key {key.value!r} stands twice", problem_mark=key.start_mark)
        seen.add(key.value)
    mapping: dict[Any, Any] = loader.construct_mapping(node, deep=True)
    mapping[LINE] = node.start_mark.line + 1
    return mapping


_Loader.add_constructor("tag:yaml.org,2002:map", _mapping_with_line)


def read_yaml(path: Path) -> dict[str, Any]:
    """The mapping at the top of the file.

    Raises ``CorpusError`` naming the file and line where it cannot be read.
    """
    try:
        content = yaml.load(path.read_text(encoding="utf-8"), Loader=_Loader)  # noqa: S506 - a subclass of the safe loader
    except FileNotFoundError:
        raise CorpusError(str(path), "there is no such file.", "Restore it from the repository.") from None
    except (OSError, UnicodeDecodeError) as error:
        raise CorpusError(str(path), f"cannot be read ({error}).", "It must be a readable UTF-8 file.") from None
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise CorpusError(
            f"{path}:{line}", f"is not YAML: {error.problem}.", "Check quotes, colons and indents."
        ) from None
    if not isinstance(content, dict):
        raise CorpusError(f"{path}:1", "expected a mapping at the top.", "Example: “entries:” and a list below it.")
    return content


def read_list(path: Path, key: str, model: type[Model], content: dict[str, Any] | None = None) -> tuple[Model, ...]:
    """The list under ``key``, each of its mappings as a ``model``.

    ``content`` is what ``read_yaml`` made of the file, where several lists of it are read.
    Raises ``CorpusError`` naming file, line and field.
    """
    rows = (read_yaml(path) if content is None else content).get(key)
    if not isinstance(rows, list):
        raise CorpusError(f"{path}:1 {key}", "expected a list.", f"Example: “{key}:” and entries that begin with “- ”.")
    return tuple(_entry(path, row, key, model) for row in rows)


def _entry(path: Path, row: Any, key: str, model: type[Model]) -> Model:
    if not isinstance(row, dict):
        raise CorpusError(f"{path} {key}", f"expected a mapping, found {str(row)[:40]!r}.", "Give it named fields.")
    line = row.pop(LINE)
    try:
        return model.model_validate(_without_lines(row) | {"line": line})
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"]) or "entry"
        raise CorpusError(f"{path}:{line} {place}", f"{first['msg']}.", "See the entries beside it.") from None


def _without_lines(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _without_lines(item) for key, item in value.items() if key != LINE}
    if isinstance(value, list):
        return [_without_lines(item) for item in value]
    return value
