"""Outside data → ``Facts``, with errors that a person can act on.

Raises ``FactsError`` alone: one line that names the field, what is wrong with it,
the accepted form and an example.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from difflib import get_close_matches
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from assistant.eligibility.facts import Facts
from corpus.errors import FactsError

__all__ = ["decode", "facts_schema", "parse_facts", "read_model"]

Model = TypeVar("Model", bound=BaseModel)
MAX_CHARACTERS = 100_000
MAX_SHOWN = 60


def parse_facts(data: str | Mapping[str, Any]) -> Facts:
    """Read facts from JSON text or from a mapping of the same shape; raises ``FactsError``."""
    return read_model(Facts, decode(data) if isinstance(data, str) else data)


def facts_schema() -> dict[str, Any]:
    """The JSON schema of the facts, with a description and an example for each."""
    return Facts.model_json_schema()


def read_model(model: type[Model], data: object) -> Model:
    """``data`` as ``model``; raises ``FactsError``."""
    if not isinstance(data, Mapping):
        raise FactsError('The facts must be a JSON object, for example {"full_time": true, "position": "faculty"}.')
    try:
        return model.model_validate(dict(data))
    except ValidationError as error:
        raise FactsError(_message(model, error)) from None


def decode(text: str) -> object:
    """JSON text → data, each key once; raises ``FactsError``."""
    if len(text) > MAX_CHARACTERS:
        raise FactsError(f"The facts are longer than {MAX_CHARACTERS:,} characters; state them more briefly.")
    try:
        decoded: object = json.loads(text, object_pairs_hook=_once)
    except json.JSONDecodeError as error:
        raise FactsError(
            f"The facts are not JSON: {error.msg} in line {error.lineno}, column {error.colno}. "
            'Accepted: an object such as {"full_time": true, "position": "faculty"}.'
        ) from None
    except (RecursionError, ValueError):
        raise FactsError("The facts are not usable JSON: nested too deeply, or a number too long.") from None
    return decoded


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    result: dict[str, Any] = {}
    for name, value in pairs:
        if name in result:
            raise FactsError(
                f'{name}: stated twice. Accepted: once; where two statements differ, write "{name}": "contradictory".'
            )
        result[name] = value
    return result


def _message(model: type[BaseModel], error: ValidationError) -> str:
    problem = _most_telling(error)
    name = str(problem["loc"][0]) if problem["loc"] else "facts"
    schema = model.model_json_schema()
    known = schema["properties"]
    if name not in known:
        return _unknown_key(name, list(known))
    shown, field = name, known[name]
    inner = _inner_field(problem["loc"], schema)
    if inner is not None:
        people = schema["$defs"]["Relative"]["properties"]
        if inner not in people:
            return _unknown_key(inner, list(people), f"{name}.")
        shown, field = f"{name}.{inner}", people[inner]
    example = json.dumps(field["examples"][0])
    return f"{shown}: {_what(problem)} Accepted: {_forms(field, schema)}. Example: {example}."


def _most_telling(error: ValidationError) -> ErrorDetails:
    """Of the problems that the alternatives of the first bad field had, the one that says most.

    A sentence of our own says more than pydantic's, and a problem further inside more than one outside.
    """
    problems = error.errors(include_url=False, include_context=False)
    first = [one for one in problems if one["loc"][:1] == problems[0]["loc"][:1]]
    return max(first, key=lambda one: (one["type"] == "value_error", len(one["loc"])))


def _inner_field(path: tuple[int | str, ...], schema: dict[str, Any]) -> str | None:
    """The field inside a list of people that a path such as ``("relatives_at_amazon", …, 0, "relation")`` names."""
    index = next((at for at, part in enumerate(path) if isinstance(part, int)), None)
    if index is None or index + 1 >= len(path) or "Relative" not in schema.get("$defs", {}):
        return None
    return str(path[index + 1])


def _what(problem: ErrorDetails) -> str:
    if problem["type"] == "value_error":
        return f"{problem['msg'].removeprefix('Value error, ')}."
    value = json.dumps(problem["input"], default=str)
    return f"{value[:MAX_SHOWN]}{'…' if len(value) > MAX_SHOWN else ''} cannot be read."


def _forms(field: dict[str, Any], schema: dict[str, Any]) -> str:
    forms: list[str] = []
    for branch in field.get("anyOf", [field]):
        forms += _form(schema["$defs"][branch["$ref"].rsplit("/", 1)[1]] if "$ref" in branch else branch)
    return ", ".join(forms)


def _form(branch: dict[str, Any]) -> list[str]:
    """One alternative of a field's JSON schema, in words."""
    if values := branch.get("enum", [branch["const"]] if "const" in branch else None):
        return [json.dumps(value) for value in values]
    if "pattern" in branch:
        return ["a date such as 2025-11-20, 2025-11 or 2025"]
    if branch.get("type") == "integer":
        return [f"a whole number from {branch['minimum']} to {branch['maximum']}"]
    words = {"boolean": "true, false", "array": "a list of people", "string": "a name", "object": "an object"}
    return [words[branch["type"]]] if branch.get("type") in words else []


def _unknown_key(name: str, known: list[str], prefix: str = "") -> str:
    close = get_close_matches(name, known, n=1)
    hint = f" Did you mean {prefix}{close[0]}?" if close else ""
    shown = json.dumps(name)[1:-1][:MAX_SHOWN]
    return f'{prefix}{shown}: there is no such fact.{hint} Accepted: {", ".join(known)}. Example: "{known[0]}".'
