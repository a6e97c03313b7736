"""Which turns cannot be read without the one before."""

from __future__ import annotations

import pytest

from assistant.turns import asks_again, leans


@pytest.mark.parametrize(
    "turn",
    [
        "why?",
        "Why not?",
        "which clause says that?",
        "Which point is saying that?",
        "Where's that written",
        "where does it say so?",
        "quote it",
        "Quote it, please.",
        "can u quote it",
        "show me the clause",
        "so it's a no?",
        "really?",
        "are you sure about that?",
        "says who?",
    ],
)
def test_some_turns_only_ask_again(turn: str):
    """Asking for the reason, the place or the wording is about the turn before and nothing else."""
    assert asks_again(turn)
    assert leans(turn)


@pytest.mark.parametrize(
    "turn",
    [
        "why can I not use the logo?",
        "which clause covers taxes?",
        "really? income tax also?",
        "who says the taxes are mine",
        "where is the form?",
        "which guidelines",
        "quote § III(c)",
    ],
)
def test_a_turn_with_a_subject_of_its_own_asks_more(turn: str):
    """A turn that names what it is about is more than “why?”."""
    assert not asks_again(turn)


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
