"""Marks of questions and answers, leaders of forms, and what a summary says already."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.eligibility import Facts
from assistant.reader import read_case
from assistant.reader.put_aside import without_marks, without_restated

SUMMED_UP = Facts(none_of_a_to_e=True)


def test_the_marks_of_questions_and_answers_become_blanks():
    text = "Q. Is the university accredited? A. Yes.\nQ. Your age? A. 36."
    plain = without_marks(text)
    assert len(plain) == len(text)
    assert plain.split() == "Is the university accredited? Yes. Your age? 36.".split()
    facts = read_case(plain, date(2026, 12, 1)).facts
    assert (facts.accredited, facts.age) == (True, 36)


def test_one_mark_alone_is_no_form():
    assert without_marks("Q. Is a lecturer faculty?") == "Q. Is a lecturer faculty?"


def test_the_leaders_of_a_form_are_a_colon():
    text = "US sanctions ..... none"
    assert without_marks(text).split() == "US sanctions: none".split()
    assert len(without_marks(text)) == len(text)


@pytest.mark.parametrize(
    "text",
    [
        "None of (a) to (e) applies to me, and I'm no Amazon employee.",
        "None of (a) to (e) applies to me. I am not an Amazon employee.",
        "Of the exclusions not one applies: not the letters, not the Amazon employee one.",
        "None of the exclusions applies to her, whether under (a) to (e), or as an Amazon employee.",
    ],
)
def test_the_last_paragraph_says_no_more_than_a_summary(text: str):
    plain = without_restated(text, SUMMED_UP)
    assert "Amazon" not in plain
    assert len(plain) == len(text)


@pytest.mark.parametrize(
    "text",
    [
        "None of (a) to (e) applies, and I'm no Amazon employee any more.",
        "None of (a) to (e) applies to me, and I'm no Amazon employee. I am a contractor there.",
        "None of (a) to (e) applies to me, and I'm no Amazon employee. I left in May.",
        "None of (a) to (e) applies to me, and I'm not an Amazon employee yet.",
        "None of (a) to (e) applies. I'm no Amazon employee, AWS pays me.",
    ],
)
def test_what_is_said_of_amazon_beside_it_stays(text: str):
    assert without_restated(text, SUMMED_UP) == text


def test_without_a_summary_it_stays():
    """By itself it leaves an earlier time at Amazon open."""
    assert without_restated("I'm no Amazon employee.", Facts()) == "I'm no Amazon employee."
