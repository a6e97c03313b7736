"""What the network that hears is trained on."""

from __future__ import annotations

import random
from datetime import date

from corpus.statements import CONDITIONS, STATES, Statement
from index.hearing.lessons import UNKNOWN, Lesson, Plan, lesson_of, lessons_for_a_pass

MET, VIOLATED = STATES.index("met"), STATES.index("violated")
HOURS, AGE = CONDITIONS.index("full_time"), CONDITIONS.index("age")


def lesson(text: str, **says: str) -> Lesson:
    return lesson_of(
        Statement.model_validate({"text": text, "today": date(2026, 11, 20), "says": says, "author": "n"}), text
    )


def test_what_is_not_labelled_is_not_said():
    """A lesson holds the state of every condition; those that are not named are unsaid."""
    states = lesson("I teach full time.", full_time="met").states
    assert states[HOURS] == MET
    assert sum(state != STATES.index("unsaid") for state in states) == 1


def test_joined_texts_say_what_their_parts_say():
    """A condition that one part speaks of, or all alike, is known; where the parts differ it is not."""
    lessons = [lesson("A", full_time="met", age="met"), lesson("B", full_time="violated", age="met")]
    plan = Plan(joined=40, misspelt=0)
    chance = random.Random(1)
    joined = [
        one
        for one in lessons_for_a_pass([*lessons, *lessons, lesson("C")], plan, chance)
        if "A" in one.text and "B" in one.text
    ]
    assert joined
    assert all(one.states[HOURS] == UNKNOWN and one.states[AGE] == MET for one in joined)


def test_a_pass_goes_through_every_lesson_once():
    """Joined texts come on top of the lessons themselves, and slips change the text alone."""
    lessons = [lesson(f"statement number {at}", age="met") for at in range(10)]
    seen = list(lessons_for_a_pass(lessons, Plan(joined=0.5, misspelt=0), random.Random(1)))
    assert [one.text for one in seen[:10]] == [one.text for one in lessons]
    assert len(seen) == 15
