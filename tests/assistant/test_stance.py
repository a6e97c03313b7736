"""When a yes or no may be borrowed from another wording."""

from __future__ import annotations

import pytest

from assistant.stance import same_stance, takes_yes_or_no


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Can I send two proposals?", True),
        ("Is it true that I need no accreditation?", True),
        ("So may we do it?", True),
        ("I am an intern. Does that bar me?", True),
        ("What may I send?", False),
        ("In what manner must it be booked?", False),
        ("Does the cash go to me or to the university?", False),
        ("cash gift or contract", False),
        ("overhead", False),
        ("If they differ, which text prevails?", False),
        ("Can I apply or not?", True),
    ],
)
def test_only_some_questions_take_a_yes_or_no(question: str, expected: bool):
    """Open questions, choices and keywords take none."""
    assert takes_yes_or_no(question) is expected


@pytest.mark.parametrize(
    ("question", "known", "holds"),
    [
        ("Can the uni take overhead out of the cash?", "Can the university take its overhead out of the cash?", True),
        (
            "Can the uni not take overhead out of the cash?",
            "Can the university take its overhead out of the cash?",
            False,
        ),
        ("May I use the logo without asking?", "Must I ask before using the logo?", False),
        ("Must I ask before I use the logo?", "May I use the logo before asking?", False),
        ("Am I barred as an intern?", "Am I eligible as an intern?", False),
    ],
)
def test_the_same_lean_is_needed(question: str, known: str, holds: bool):
    """A negation, a duty for a permission, or a bar for a permission keeps the short answer from being borrowed."""
    assert same_stance(question, known, 0.9) is holds


def test_far_wordings_lend_nothing():
    """Below the threshold no short answer is borrowed, however alike the lean."""
    assert same_stance("Can I apply?", "Can I apply twice?", 0.5) is False
