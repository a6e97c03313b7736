"""Facts by path: ``full_time``, or ``relatives_at_amazon.0.relation`` for the first person listed."""

from __future__ import annotations

from typing import Any

from assistant.eligibility.facts import Facts

__all__ = ["root", "value_at", "with_value"]


def root(path: str) -> str:
    """The fact that a path leads into."""
    return path.partition(".")[0]


def value_at(facts: Facts, path: str) -> Any:
    """The value at ``path``; ``None`` where it is not stated."""
    name, _, rest = path.partition(".")
    value = getattr(facts, name)
    if not rest:
        return value
    index, _, field = rest.partition(".")
    return getattr(value[int(index)], field)


def with_value(facts: Facts, path: str, value: Any) -> Facts:
    """``facts`` with another value at ``path``. The value must be valid: nothing is checked again."""
    name, _, rest = path.partition(".")
    if rest:
        index, _, field = rest.partition(".")
        people = list(getattr(facts, name))
        people[int(index)] = people[int(index)].model_copy(update={field: value})
        value = tuple(people)
    return facts.model_copy(update={name: value})
