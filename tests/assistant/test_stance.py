"""When a yes or no may be borrowed from another wording."""

from __future__ import annotations

import pytest

from assistant.stance import agreed_polarity, likely_polarity, same_stance, takes_yes_or_no
from index import Near, Record


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
        ("Can I bring a dog?", "Can I take the cash?", False),
    ],
)
def test_the_same_lean_is_needed(question: str, known: str, holds: bool):
    """A negation, a duty for a permission, a bar for a permission, or other words keep an answer from being borrowed."""
    assert same_stance(question, known) is holds


def near(text: str, polarity: str, similarity: float = 0.9) -> Near:
    return Near(Record("faq:x#0", "faq", text, ("rules:III.c",), polarity=polarity), similarity)


QUESTION = "Can the uni take overhead out of the cash?"
KNOWN = near("Can the university take its overhead out of the cash?", "no")


def test_agreeing_wordings_lend_their_answer():
    """Near wordings about the clause that agree give the short answer."""
    assert agreed_polarity(QUESTION, [KNOWN], "rules:III.c") == "no"


@pytest.mark.parametrize(
    ("question", "known", "clause"),
    [
        (QUESTION, [KNOWN, near("Can the school take overhead out of the cash?", "yes")], "rules:III.c"),
        (QUESTION, [KNOWN], "rules:III.a"),
        (QUESTION, [near(KNOWN.record.text, "no", 0.5)], "rules:III.c"),
        ("Who takes overhead out of the cash?", [KNOWN], "rules:III.c"),
        (QUESTION, [], "rules:III.c"),
    ],
)
def test_doubt_is_silence(question: str, known: list[Near], clause: str):
    """One that disagrees, another clause, a far wording or an open question leave the short answer out."""
    assert agreed_polarity(question, known, clause) is None


@pytest.mark.parametrize(
    ("question", "shares", "answerable", "given"),
    [
        ("May I send two?", {"": 0.03, "yes": 0.03, "no": 0.91, "depends": 0.03}, 0.9, "no"),
        ("May I send two?", {"": 0.05, "yes": 0.3, "no": 0.6, "depends": 0.05}, 0.9, None),
        ("May I send two?", {"": 0.9, "yes": 0.05, "no": 0.05, "depends": 0.0}, 0.9, None),
        ("May I send two?", {"": 0.03, "yes": 0.03, "no": 0.91, "depends": 0.03}, 0.5, None),
        ("How many may I send?", {"": 0.03, "yes": 0.03, "no": 0.91, "depends": 0.03}, 0.9, None),
        ("May I send two?", {}, 0.9, None),
    ],
)
def test_a_likely_short_answer_is_given_only_where_it_is_sure(question, shares, answerable, given):
    """Silence where it is unsure, where none fits, and where the Rules may not answer at all."""
    assert likely_polarity(question, shares, answerable) == given
