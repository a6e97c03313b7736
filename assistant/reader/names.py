"""The names behind the tags, read from ``names.toml``, a list for staff to extend."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from typing import Any

__all__ = [
    "AMAZON",
    "AMAZON_AMBIGUOUS",
    "AMAZON_UNITS",
    "CHAINS",
    "DEPARTMENTS",
    "GOVERNMENT",
    "MEN",
    "NOT_THE_COMPANY",
    "PEOPLE",
    "PEOPLE_PHRASES",
    "PEOPLE_WORDS",
    "UNCLEAR_BODIES",
    "WOMEN",
]


def _table() -> dict[str, Any]:
    return tomllib.loads(files("assistant.reader").joinpath("names.toml").read_text(encoding="utf-8"))


_NAMES = _table()
AMAZON: tuple[str, ...] = tuple(_NAMES["amazon"])
AMAZON_UNITS: tuple[str, ...] = tuple(_NAMES["amazon_units"])
AMAZON_AMBIGUOUS: frozenset[str] = frozenset(_NAMES["amazon_ambiguous"])
NOT_THE_COMPANY: tuple[str, ...] = tuple(_NAMES["not_the_company"])
PEOPLE_WORDS: dict[str, tuple[str, ...]] = {tag: tuple(words) for tag, words in _NAMES["people"].items()}
PEOPLE_PHRASES: dict[str, str] = _NAMES["phrases"]
PEOPLE = frozenset({*PEOPLE_WORDS, "FAMILY"})
MEN: frozenset[str] = frozenset(_NAMES["gender"]["men"])
WOMEN: frozenset[str] = frozenset(_NAMES["gender"]["women"])
GOVERNMENT: tuple[str, ...] = tuple(_NAMES["public"]["government"])
DEPARTMENTS: frozenset[str] = frozenset(_NAMES["public"]["departments"])
UNCLEAR_BODIES: tuple[str, ...] = tuple(_NAMES["public"]["unclear"])
CHAINS: dict[tuple[str, str], str] = {
    (owner, kin): tag for pair, tag in _NAMES["chains"].items() for owner, kin in [pair.split()]
}
