"""Numbers and days that the same text puts right."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.eligibility import Gap, Period
from assistant.reader import read_case

TODAY = date(2026, 12, 1)


@pytest.mark.parametrize(
    ("text", "one"),
    [
        ("I'd submit two proposals this call, but the second one I never sent and will not, so one only.", True),
        ("I'd planned two proposals. Forget the second; in this call it's one.", True),
        ("I send two proposals in this call.", False),
        ("I send two proposals in this call. The second I never regret, it's one of my best.", False),
    ],
)
def test_a_proposal_that_was_never_sent(text: str, one: bool):
    assert read_case(text, TODAY).facts.one_proposal is one


def test_shares_that_make_a_whole_leave_it_open():
    """Policy: two part-time posts that add up leave it open."""
    text = "Mornings I teach at one campus, 50 %, afternoons at another campus, 50 %."
    assert read_case(text, TODAY).facts.full_time is Gap.UNKNOWN
    assert read_case("I teach at 50 %.", TODAY).facts.full_time is False


def test_a_last_day_that_is_told_apart():
    """The vague past of "was" does not hide it."""
    facts = read_case("I was a contractor for Amazon and my final day was June 3, 2026.", TODAY).facts
    assert facts.amazon_last_day == Period.day(date(2026, 6, 3))
