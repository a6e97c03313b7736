"""``ages.yaml``: the age of majority, by jurisdiction, each row with its source and the date it was checked."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from pydantic import Field

from corpus.yamlfile import Entry, read_list

__all__ = ["Ages", "Jurisdiction", "read_ages"]


class Jurisdiction(Entry, frozen=True):
    """One row; a country's row speaks for those of its parts that have no row of their own."""

    code: str = Field(pattern=r"^[A-Z]{2}(-[A-Z0-9]{1,3})?$")
    """ISO 3166: ``GH``, ``US-AL``."""
    name: str
    age: int | None = Field(ge=14, le=21)
    """Full years; ``None`` where it is not known or not one age."""
    source: str
    """The law that sets it."""
    sure: bool
    """Where false the row decides nothing and the person is asked."""
    note: str | None = None
    checked: str = Field(pattern=r"^\d{4}-\d{2}-\d{2}$")

    @property
    def settled(self) -> frozenset[int]:
        """The age, or nothing where the row is not sure of it."""
        return frozenset() if self.age is None or not self.sure else frozenset({self.age})


class Ages:
    """The table, by code."""

    def __init__(self, jurisdictions: Iterable[Jurisdiction]) -> None:
        self.jurisdictions = tuple(jurisdictions)
        self._own = {row.code: row.settled for row in self.jurisdictions}
        self._parts: dict[str, list[str]] = {}
        for row in self.jurisdictions:
            self._parts.setdefault(row.code[:2], []).append(row.code)

    def possible(self, code: str) -> frozenset[int]:
        """The ages of majority that may hold in ``code``; empty where the table is not sure.

        A country may have those of all its parts; a part without a row has its country's.
        """
        country = code[:2]
        if code != country:
            return self._own.get(code, self._own.get(country, frozenset()))
        parts = [self._own[part] for part in self._parts.get(country, ())]
        return frozenset().union(*parts) if all(parts) else frozenset()


def read_ages(path: Path) -> Ages:
    """Read the table; raises ``CorpusError`` naming file, line and field."""
    return Ages(read_list(path, "jurisdictions", Jurisdiction))
