"""A checker over the real Rules and small tables, so that requirements are tested apart from the data."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from assistant.eligibility import Checker, Verdict, parse_facts
from assistant.eligibility.places import Tables
from corpus import CORPUS_DIR, Rules, read_rules, rules_files
from corpus.ages import Ages, Jurisdiction
from corpus.places import Ambiguous, City, Country, ExcludedPlace, Places, Subdivision

TODAY = date(2026, 11, 20)

MET = {
    "position": "faculty",
    "full_time": True,
    "accredited": True,
    "of_age": True,
    "one_proposal": True,
    "government_pay": False,
    "us_restrictions": False,
    "amazon_relation": "never",
    "relatives_at_amazon": [],
    "procurement": False,
    "residence": "Ghana",
}
"""Facts under which every requirement is met."""


def small_tables() -> Tables:
    """A dozen places and five ages of majority, one of them unsure."""
    places = Places(
        excluded=[
            ExcludedPlace(id="cuba", name="Cuba", code="CU", cities=[{"name": "Havana"}]),
            ExcludedPlace(id="north-korea", name="North Korea", code="KP", aliases=["DPRK"]),
            ExcludedPlace(
                id="crimea", name="Crimea", code="UA-43", subdivisions=[{"name": "Sevastopol", "code": "UA-40"}]
            ),
        ],
        countries=[
            Country(name="Ghana", code="GH", alpha3="GHA"),
            Country(name="France", code="FR", alpha3="FRA"),
            Country(name="South Korea", code="KR", alpha3="KOR"),
            Country(name="Ukraine", code="UA", alpha3="UKR"),
            Country(name="United States", code="US", alpha3="USA"),
            Country(name="Thailand", code="TH", alpha3="THA"),
            Country(name="Nowhere", code="XX", alpha3="XXX"),
        ],
        subdivisions=[
            Subdivision(name="Alabama", code="US-AL", country="US"),
            Subdivision(name="Florida", code="US-FL", country="US"),
        ],
        cities=[City(name="Lille", country="FR"), City(name="Havana", country="US", subdivision="US-FL")],
        ambiguous=[
            Ambiguous(name="Korea", could_be=["KP", "KR"], ask="North Korea or South Korea?"),
            Ambiguous(name="Anywhere", could_be=["GH", "XX"], ask="Ghana or Nowhere?"),
        ],
    )
    rows = [("GH", 18, True), ("US", 18, True), ("US-AL", 19, True), ("TH", 20, True), ("XX", 18, False)]
    ages = Ages(
        Jurisdiction(code=code, name=code, age=age, source="a law", sure=sure, checked="2026-11-01")
        for code, age, sure in rows
    )
    return Tables(places, ages)


@pytest.fixture(scope="session")
def rules() -> Rules:
    """The newest version of the Rules."""
    return read_rules(rules_files(CORPUS_DIR)[-1])


@pytest.fixture(scope="session")
def checker(rules: Rules) -> Checker:
    """A checker with the small tables."""
    return Checker(rules, small_tables(), "0" * 16)


@pytest.fixture(scope="session")
def check(checker: Checker) -> Callable[..., Verdict]:
    """Judge a mapping of facts on a day in November 2026."""

    def judge(facts: dict[str, Any], today: date = TODAY) -> Verdict:
        return checker.check(parse_facts(facts), today)

    return judge
