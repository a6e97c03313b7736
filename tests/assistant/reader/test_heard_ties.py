"""Who is at Amazon, and until when, by the words in which it was heard."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.eligibility import Gap, Relative
from assistant.reader.heard_ties import heard_person, heard_role

TODAY = date(2026, 12, 1)


@pytest.mark.parametrize(
    ("words", "relation", "at_home"),
    [
        ("our eldest codes for AWS", "child", None),
        ("the student who lives with us packs boxes at Amazon", "housemate", True),
        ("my brother is an engineer at AWS", "sibling", None),
    ],
)
def test_who_it_is(words: str, relation: str, at_home: bool | None):
    person = heard_person(words, len(words), TODAY)
    assert isinstance(person, Relative)
    assert (person.relation, person.same_household) == (relation, at_home)


def test_somebody_is_not_known():
    assert heard_person("somebody is at AWS", 20, TODAY) is Gap.UNKNOWN


@pytest.mark.parametrize("words", ["I have been with AWS since 2024", "I joined Amazon in May 2023"])
def test_a_day_on_which_it_began_ends_nothing(words: str):
    assert heard_role(words, TODAY) == ("employee", "current")


def test_an_end_is_an_end():
    role, last_day = heard_role("I was an intern at Amazon until 31 May 2024", TODAY)
    assert (role, str(last_day)) == ("intern", "2024-05-31")
