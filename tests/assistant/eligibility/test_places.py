"""Where a stated place lies."""

from __future__ import annotations

import pytest

from assistant.eligibility import Gap, Truth
from assistant.eligibility.places import majority_ages, whereabouts
from tests.assistant.eligibility.conftest import small_tables

TABLES = small_tables()


@pytest.mark.parametrize(
    ("name", "excluded", "reason", "question"),
    [
        ("Ghana", Truth.NO, "Ghana is not one of the places that the Rules exclude.", ""),
        ("Lille", Truth.NO, "Lille in France is not one of the places that the Rules exclude.", ""),
        ("Sevastopol", Truth.YES, "Sevastopol in Crimea is one of the places that the Rules exclude.", ""),
        ("Korea", Truth.OPEN, "“Korea” can mean North Korea or South Korea.", "North Korea or South Korea?"),
        (
            "Havana",
            Truth.OPEN,
            "“Havana” can mean Havana in Cuba or Havana in United States.",
            "Which do you mean: Havana in Cuba or Havana in United States?",
        ),
        (
            "Atlantis",
            Truth.OPEN,
            "The table of places does not know “Atlantis”.",
            "In which country is Atlantis? Please give the name of the country, state or region.",
        ),
    ],
)
def test_place_is_excluded_not_excluded_or_asked_about(name, excluded, reason, question):
    """A place is judged where all meanings of its name agree, and asked about where they do not."""
    found = whereabouts(name, TABLES.places)
    assert (found.excluded, found.reason, found.question) == (excluded, reason, question)
    assert found.named is (name != "Atlantis")


@pytest.mark.parametrize(
    ("residence", "ages"),
    [
        ("Ghana", {18}),
        ("Alabama", {19}),
        ("Florida", {18}),
        ("United States", {18, 19}),
        ("Anywhere", set()),
        ("Nowhere", set()),
        ("France", set()),
        ("Atlantis", set()),
        (None, set()),
        (Gap.UNKNOWN, set()),
    ],
)
def test_ages_of_majority_that_may_hold(residence, ages):
    """All ages that may hold are given, and none where any of them is not known for sure."""
    assert majority_ages(residence, TABLES) == ages
