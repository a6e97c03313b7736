"""Towns that the table of places does not know: the country that each lies in.

The table holds the places that matter and the larger cities; people also live in Ilmenau and
Weifang. ``towns.txt`` names them after GeoNames (CC BY 4.0); ``towns_build.py`` writes it. A
name that means towns on both sides of the Rules' list is unclear, and stays to be asked about. Words
that are also names of towns (``not_towns.txt``) are none.
"""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files

from corpus.places import Places, normalise_name

__all__ = ["UNCLEAR", "town"]

UNCLEAR = "??"
_CRIMEA = "X-Y"


def town(name: str, places: Places) -> str | None:
    """``Ilmenau`` → ``Ilmenau, Germany``; the bare name where it is unclear, ``None`` where it is no town."""
    code = _towns().get(normalise_name(name))
    if code is None:
        return None
    country = "Crimea" if code == _CRIMEA else _country(code, places)
    return f"{name}, {country}" if country else name


def _country(code: str, places: Places) -> str:
    if code == UNCLEAR:
        return ""
    match = places.look_up(code)
    return next((place.name for place in match.places if place.code == code), "") if match else ""


@lru_cache(maxsize=1)
def _towns() -> dict[str, str]:
    text = files("assistant.reader").joinpath("towns.txt").read_text(encoding="utf-8")
    table: dict[str, str] = {}
    for line in text.splitlines()[1:]:
        code, _, names = line.partition("\t")
        table.update(dict.fromkeys(names.split("|"), code))
    for word in _words():
        table.pop(word, None)
    return table


def _words() -> list[str]:
    """What is a word before it is a town."""
    text = files("assistant.reader").joinpath("not_towns.txt").read_text(encoding="utf-8")
    return text.partition("\n")[2].split()
