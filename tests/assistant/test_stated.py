"""A short answer that the question itself contradicts is left out."""

from __future__ import annotations

import pytest

from assistant.stated import is_contradicted
from corpus import Corpus, load_corpus


@pytest.fixture(scope="module")
def rules() -> Corpus:
    return load_corpus()


@pytest.mark.parametrize(
    ("question", "wrong", "right"),
    [
        ("can i apply if my mother was an amazon intern 3 years ago", "no", "yes"),
        ("My wife left AWS two months ago, can I apply?", "yes", "no"),
        ("I was an intern there five years ago, is that a problem?", "yes", "no"),
        ("Does an internship that ended four months ago count against me?", "no", "yes"),
    ],
)
def test_a_time_that_is_told(rules: Corpus, question: str, wrong, right):
    for clause in ("rules:I.c", "rules:I.d"):
        assert is_contradicted(wrong, question, clause, rules)
        assert not is_contradicted(right, question, clause, rules)
    assert not is_contradicted(wrong, question, "rules:III.p1", rules)


@pytest.mark.parametrize(
    "question",
    [
        "I left Amazon one year ago, can I apply?",
        "My wife works at AWS. Can I apply?",
        "I worked there 3 years ago and 2 months ago, can I apply?",
        "I did not leave two years ago; can I apply?",
    ],
)
def test_what_tells_no_one_time_contradicts_nothing(rules: Corpus, question: str):
    assert not any(is_contradicted(polarity, question, "rules:I.c", rules) for polarity in ("yes", "no"))


def test_a_place_that_is_not_listed(rules: Corpus):
    assert is_contradicted("yes", "is Texas excluded", "rules:I.p3", rules)
    assert is_contradicted("no", "Is Taiwan excluded?", "rules:I.p3", rules)
    assert not is_contradicted("depends", "Is Taiwan excluded?", "rules:I.p3", rules)
    assert not is_contradicted("yes", "Is Crimea excluded?", "rules:I.p3", rules)
    assert not is_contradicted("no", "Is the programme open in Cuba or Peru?", "rules:I.p3", rules)
    assert not is_contradicted("no", "Is it open everywhere?", "rules:I.p3", rules)
