"""Messages that ask several things."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.parts import MAX_PARTS, asked_words, parts
from tests.speed import slowness


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("Who gets the cash, and who has to pay tax on it?", 2),
        ("how old must the lead be and which countries are out", 2),
        ("Can I use the logo on slides? Do you use my photo in ads?", 2),
        ("Can I send two proposals?", 1),
        ("Are taxes and costs paid by us?", 1),
        ("I left AWS in May. Can I apply?", 1),
        ("Can I apply? I left AWS in May.", 1),
        ("Is the award in cash? Is it taxed?", 2),
        ("Who gets the cash and to which account does it go?", 2),
        ("Please tell me who gets the cash, and whether we may keep what is left.", 2),
        ("can we extend it; and if we get more time, who has to agree", 2),
        ("Three things: (a) who pays the tax, (b) is overhead allowed, (c) may we use the logo?", 3),
        ("Overhead is 25 % here, can that be paid out of the cash; also which template should we use?", 2),
        ("Is it true that one proposal is the limit, and if so why?", 1),
        ("We won, and our dean is happy, so who pays the tax?", 1),
        ("May I use the logo or do I need a permission first?", 1),
        ("In March they put me on the board which buys from AWS. Do I have to tell you?", 1),
        ("I applied in 2020, have won, and left. Can I apply again?", 1),
        ("My dean says it is allowed. Who pays the tax on an award?", 1),
        ("Hi, can you please help me? Who pays the tax on an award?", 1),
        ("Can the award be extended? Is this correct?", 1),
        ("How are you today? Could the award be extended? I'm not sure who to ask.", 1),
        ("why?", 1),
    ],
)
def test_questions_are_counted(message: str, expected: int):
    """Two questions are two parts; a list, an alternative, a reason asked for, a tag, or a statement are none."""
    assert len(parts(message)) == expected


def test_a_joint_after_a_statement_cuts_nothing():
    """What is told before the first question leads up to it, with its joints."""
    first, second = parts(
        "I sit on the board and it buys from AWS, may I still apply? And can I change my proposal later?"
    )
    assert first == "I sit on the board and it buys from AWS, may I still apply?"
    assert second == "And can I change my proposal later?"


@pytest.mark.parametrize(
    ("part", "words"),
    [
        ("Hello from Lima. And when is the deadline?? Thanks a lot, Ana", "when is the deadline?"),
        ("in which currency it arrives.?", "in which currency it arrives?"),
        ("And the form. Word or PDF?", "the form. Word or PDF?"),
    ],
)
def test_the_question_of_a_part_is_found(part: str, words: str):
    """Greetings, thanks and the word that joins it are left out; of a few words all is kept, for they say little alone."""
    assert asked_words(part) == words


def test_a_statement_stands_with_its_question():
    """What leads up to a question, or follows the last one, is kept with it."""
    first, second = parts("We are an NGO. Can we get the cash directly? Who pays the bank fees at home? Thanks!")
    assert first.startswith("We are an NGO.")
    assert second.endswith("Thanks!")


@pytest.mark.parametrize("again", ["ask n is a ", " and can b c", "; who ", "tell me ", "and if a ", "so hi "])
def test_a_message_made_to_be_slow_is_not(again: str):
    """Joints and openings without end."""
    began = time.perf_counter()
    parts(again * (4_000 // len(again)) + "?")
    assert time.perf_counter() - began < 0.5 * slowness()


@given(st.text("abc ?.,!WhoIsand ", max_size=200))
def test_nothing_is_lost(message: str):
    """There are never more than the most parts, and one part is the message itself."""
    found = parts(message)
    assert 1 <= len(found) <= MAX_PARTS
    if len(found) == 1:
        assert found == (message,)
