"""Questions that lean on the turn before."""

from __future__ import annotations

import pytest

from assistant.followup import leans, stand_alone

FIRST = "Can the university take its overhead out of the cash?"


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("why?", FIRST),
        ("Which clause is that?", FIRST),
        ("Are you sure?", FIRST),
        ("and for credits?", f"{FIRST} and for credits?"),
        ("Who pays for it then?", f"{FIRST} Who pays for it then?"),
        ("What may Amazon do with the photo of the principal investigator?", None),
    ],
)
def test_a_leaning_question_is_read_with_the_first(question: str, expected: str | None):
    """Why and which clause ask the same again; what points back is joined; the rest stands alone."""
    assert stand_alone(question, [FIRST]) == expected


def test_why_after_a_follow_up_asks_about_that():
    """“Why?” after a follow-up is about the follow-up, read as it was."""
    assert stand_alone("why?", [FIRST, "and for credits?"]) == f"{FIRST} and for credits?"


def test_a_chain_leans_on_the_last_that_stood():
    """The third turn is read after the last turn that stood alone, not after a chain of scraps."""
    assert stand_alone("and for taxes?", [FIRST, "and for credits?"]) == f"{FIRST} and for taxes?"


def test_without_turns_nothing_is_rewritten():
    """The first message of a conversation is never rewritten."""
    assert stand_alone("why?", []) is None
    assert leans("why?")
