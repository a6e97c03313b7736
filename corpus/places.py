"""``places.yaml``: the places that the Rules exclude, and the names by which people call places.

A name is looked up exactly, after normalisation; nothing is guessed from likeness,
because likeness takes "Republic of Korea" for North Korea. A name with several
meanings keeps all of them. A city only proposes where it may be.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Literal

from pydantic import Field

from corpus.yamlfile import Entry, read_list, read_yaml

__all__ = ["Match", "Place", "Places", "normalise_name", "read_places"]

Kind = Literal["excluded", "country", "subdivision", "city"]
_RANK: dict[Kind, int] = {"excluded": 0, "country": 0, "subdivision": 1, "city": 2}


@dataclass(frozen=True, slots=True)
class Place:
    """A place that a name can mean."""

    name: str
    code: str
    """ISO 3166: ``GH``, ``US-AL``, ``UA-43``; for a city that of the country or subdivision it lies in."""
    excluded: str | None
    """The id of the excluded place that it is or lies in."""
    kind: Kind

    @property
    def country(self) -> str:
        """The two letters of the country."""
        return self.code[:2]


@dataclass(frozen=True, slots=True)
class Match:
    """What a name can mean; more than one place where it has several meanings."""

    places: tuple[Place, ...]
    ask: str = ""
    """The question that tells the meanings apart."""

    @property
    def is_proposal(self) -> bool:
        """Whether the name is that of a city, which proposes a country rather than naming it."""
        return any(place.kind == "city" for place in self.places)


CRIMEA = "crimea"
CRIMEA_IS_CALLED = frozenset({"UA", "RU"})
"""The countries that people write after the name of a place in Crimea."""

_LATIN_END = "\u036f"
_GAP = re.compile(r"[^\w]+|_+")


@lru_cache(maxsize=4096)
def normalise_name(name: str) -> str:
    """``name`` as it is compared: NFKD, case folded, no accents, punctuation as one space, no leading "the"."""
    decomposed = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", name).casefold())
    letters = "".join(char for char in decomposed if not "\u0300" <= char <= _LATIN_END)
    words = _GAP.sub(" ", letters.replace("'", "").replace("’", "").replace(".", "")).strip()
    return words.removeprefix("the ")


class Named(Entry, frozen=True):
    """Anything that has names."""

    name: str
    aliases: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """The name and every alias."""
        return (self.name, *self.aliases)


class ExcludedPart(Named, frozen=True):
    """A province or city of an excluded place."""

    code: str = ""


class ExcludedPlace(Named, frozen=True):
    """One of the places that Rules § I ¶ 3 names."""

    id: str
    code: str
    subdivisions: tuple[ExcludedPart, ...] = ()
    cities: tuple[ExcludedPart, ...] = ()


class Country(Named, frozen=True):
    """A country; ``code`` and ``alpha3`` are ISO 3166."""

    code: str = Field(pattern=r"^[A-Z]{2}$")
    alpha3: str = ""


class Subdivision(Named, frozen=True):
    """A state, province or region that matters for itself."""

    code: str = Field(pattern=r"^[A-Z]{2}-[A-Z0-9]{1,3}$")
    country: str


class City(Named, frozen=True):
    """A larger city, which proposes where it may be."""

    country: str
    subdivision: str | None = None


class Ambiguous(Entry, frozen=True):
    """A name that has to be asked about, whatever it matches."""

    name: str
    could_be: tuple[str, ...]
    ask: str


class Places:
    """The table, by normalised name."""

    def __init__(
        self,
        excluded: Iterable[ExcludedPlace],
        countries: Iterable[Country],
        subdivisions: Iterable[Subdivision],
        cities: Iterable[City],
        ambiguous: Iterable[Ambiguous],
    ) -> None:
        self.excluded = tuple(excluded)
        self._by_name: dict[str, dict[Place, None]] = {}
        self._by_code: dict[str, Place] = {}
        for listed in self.excluded:
            self._add_excluded(listed)
        for country in countries:
            known = self._by_code.get(country.code)
            place = known or Place(country.name, country.code, None, "country")
            self._add(place, (*country.names, country.code, country.alpha3))
        for part in subdivisions:
            known = self._by_code.get(part.code)
            self._add(known or Place(part.name, part.code, None, "subdivision"), (*part.names, part.code))
        for city in cities:
            home = self._by_code.get(city.subdivision or city.country)
            code = city.subdivision or city.country
            self._add(Place(city.name, code, home.excluded if home else None, "city"), city.names)
        self._ambiguous = {normalise_name(entry.name): self._meanings(entry) for entry in ambiguous}

    def _add(self, place: Place, names: Iterable[str]) -> None:
        self._by_code.setdefault(place.code, place)
        for name in names:
            if key := normalise_name(name):
                self._by_name.setdefault(key, {})[place] = None

    def _add_excluded(self, listed: ExcludedPlace) -> None:
        whole = Place(listed.name, listed.code, listed.id, "excluded")
        self._add(whole, (*listed.names, listed.code))
        for part in listed.subdivisions:
            self._add(Place(part.name, part.code or listed.code, listed.id, "subdivision"), (*part.names, part.code))
        for city in listed.cities:
            self._add(Place(city.name, listed.code, listed.id, "city"), city.names)

    def look_up(self, name: str) -> Match | None:
        """What ``name`` can mean, or ``None`` where the table does not know it.

        ``Tehran, Iran`` is looked up from its last part, and then within it.
        """
        whole = self._match(name)
        if whole is not None or "," not in name:
            return whole
        inner, _, outer = name.rpartition(",")
        around = self._match(outer)
        if around is None or around.is_proposal:
            return around
        within = self.look_up(inner)
        if within is None:
            return around
        inside = tuple(place for place in within.places if any(_lies_in(place, other) for other in around.places))
        return Match(tuple(replace(place, kind="subdivision") for place in inside)) if inside else around

    def surroundings(self, place: Place) -> str:
        """The name of the excluded place or country that a subdivision or city lies in; else empty."""
        if place.kind in {"excluded", "country"}:
            return ""
        around = next((one for one in self.excluded if one.id == place.excluded), None)
        if around is not None:
            return around.name
        country = self._by_code.get(place.country)
        return country.name if country and country != place else ""

    def _meanings(self, entry: Ambiguous) -> Match:
        meanings = (self._by_code.get(one) or self._first_named(one) for one in entry.could_be)
        return Match(tuple(place for place in meanings if place), entry.ask)

    def _first_named(self, name: str) -> Place | None:
        return next(iter(self._by_name.get(normalise_name(name), ())), None)

    def _match(self, name: str) -> Match | None:
        key = normalise_name(name)
        if key in self._ambiguous:
            return self._ambiguous[key]
        found = tuple(self._by_name.get(key, ()))
        if not found:
            return None
        best = min(_RANK[place.kind] for place in found)
        kept = tuple(place for place in found if _RANK[place.kind] == best)
        return Match(kept)


def _lies_in(place: Place, other: Place) -> bool:
    """Whether a place named before the comma lies in the one named after it."""
    if other.code == other.country:
        return place.country == other.country or (place.excluded == CRIMEA and other.country in CRIMEA_IS_CALLED)
    return place.code == other.code


def read_places(path: Path) -> Places:
    """Read the table; raises ``CorpusError`` naming file, line and field."""
    content = read_yaml(path)
    return Places(
        excluded=read_list(path, "excluded", ExcludedPlace, content),
        countries=read_list(path, "countries", Country, content),
        subdivisions=read_list(path, "subdivisions", Subdivision, content),
        cities=read_list(path, "cities", City, content),
        ambiguous=read_list(path, "ambiguous", Ambiguous, content),
    )
