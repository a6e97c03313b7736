"""Questions that a chat model rewords or takes apart: nothing added, nothing lost."""

from __future__ import annotations

import pytest

from assistant.chat_model.asked import may_be_several, parts_hold, rewriting_holds

MESSAGE = "Tell me who pays the tax and can we publish the results and may I not use the logo?"


@pytest.mark.parametrize(
    ("rewriting", "turn", "before", "holds"),
    [
        ("May I keep the credits?", "and the credits?", ["May I keep the cash?"], True),
        ("May I keep the credits after the call?", "and the credits?", ["May I keep the cash?"], False),
        ("May I keep the cash?", "and the credits?", ["May I keep the cash?"], False),
        ("Must I keep the credits?", "and the credits?", ["May I keep the cash?"], False),
        ("May I not keep the credits?", "and the credits?", ["May I keep the cash?"], False),
        ("May I keep the credits?", "and not the credits?", ["May I keep the cash?"], False),
        ("", "and the credits?", ["May I keep the cash?"], False),
        ("May I keep the <b>credits</b>?", "and the credits?", ["May I keep the cash?"], False),
        ("May I keep the credits? " * 30, "and the credits?", ["May I keep the cash?"], False),
    ],
)
def test_a_rewording_is_made_of_what_was_typed(rewriting: str, turn: str, before: list[str], holds: bool):
    """All meaningful words of the turn, none that was not typed, the same negations and modal words."""
    assert rewriting_holds(rewriting, turn, before) is holds


@pytest.mark.parametrize(
    ("questions", "hold"),
    [
        (["Who pays the tax?", "Can we publish the results?", "May I not use the logo?"], True),
        (["Who pays the tax?", "Can we publish the results?", "May I use the logo?"], False),
        (["Who pays the tax?", "Can we publish the results?"], False),
        (["Who pays the tax and the lawyer?", "Can we publish the results?", "May I not use the logo?"], False),
        ([MESSAGE], False),
        (["Who pays?", "Tax?", "Can we publish the results?", "May I not use the logo?"], False),
    ],
)
def test_parts_are_made_of_the_message(questions: list[str], hold: bool):
    """Two to four questions, nearly every meaningful word, no other, and every negation."""
    assert parts_hold(questions, MESSAGE) is hold


@pytest.mark.parametrize(
    ("message", "may"), [(MESSAGE, True), ("Who pays the tax?", False), ("Who pays? And who signs?", True)]
)
def test_only_what_looks_like_several_questions_is_put_to_the_model(message: str, may: bool):
    """One question costs no request."""
    assert may_be_several(message) is may
