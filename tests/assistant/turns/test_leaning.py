"""Which turns cannot be read without the one before."""

from __future__ import annotations

import pytest

from assistant.turns import leans


@pytest.mark.parametrize(
    ("turn", "leaning"),
    [
        ("and for credits?", True),
        ("Does she have to sign?", True),
        ("in Spain?", True),
        ("What may Amazon do with the photo of the principal investigator?", False),
        ("May the cash be spent on overhead?", False),
    ],
)
def test_pronouns_and_scraps_lean(turn: str, leaning: bool):
    """An opener, a pronoun or very few words lean; a full question does not."""
    assert leans(turn) is leaning
