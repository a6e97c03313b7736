"""The table of ages of majority."""

from __future__ import annotations

import pytest

from corpus import CORPUS_DIR
from corpus.ages import Ages, Jurisdiction, read_ages

AGES = read_ages(CORPUS_DIR / "ages.yaml")


@pytest.mark.parametrize(
    ("code", "possible"),
    [("FR", {18}), ("US-AL", {19}), ("US-NE", {19}), ("US-MS", {21}), ("CA-BC", {19}), ("NZ", {20}), ("KR", {19})],
)
def test_known_ages(code, possible):
    """Where the law is known the table gives its age."""
    assert AGES.possible(code) == possible


def test_rows_have_a_source_where_they_are_sure():
    """Every row that is sure names its law, has an age, and the day it was checked."""
    for row in AGES.jurisdictions:
        assert row.checked
        if row.sure:
            assert row.source
            assert row.age is not None
        else:
            assert row.note


def test_nobody_waits_beyond_21():
    """No jurisdiction asks for more than 21, so 21 settles it everywhere."""
    assert max(row.age or 0 for row in AGES.jurisdictions) == 21


def row(code, age, *, sure=True):
    """One row of a table."""
    return Jurisdiction(code=code, name=code, age=age, source="a law", sure=sure, checked="2026-11-01")


def test_country_may_have_the_ages_of_all_its_parts():
    """A country stands for all its parts, a part without a row for its country, and an unsure row for nothing."""
    ages = Ages([row("US", 18), row("US-AL", 19), row("CA", 18), row("CA-BC", 19, sure=False)])
    assert ages.possible("US") == {18, 19}
    assert ages.possible("US-AL") == {19}
    assert ages.possible("US-NY") == {18}
    assert ages.possible("CA") == frozenset()
    assert ages.possible("CA-BC") == frozenset()
    assert ages.possible("CA-ON") == {18}
    assert ages.possible("ZZ") == frozenset()
