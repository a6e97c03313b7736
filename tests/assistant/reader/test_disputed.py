"""Sentences that the network hears a second time."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest

from assistant.eligibility import Facts, Gap, Period, Relative, read_tables
from assistant.reader.disputed import affirmed, cleared, unspoken
from assistant.reader.opinion import listen
from assistant.reader.reader import Reading, Words
from assistant.reader.standing import standing
from corpus import CORPUS_DIR
from corpus.statements import CONDITIONS, STATES
from index.hearing import Heard

TODAY = date(2026, 11, 20)
TABLES = read_tables(CORPUS_DIR)
TEXT = "I am a lecturer. AWS purchases? Somebody else, always."
SURE = 0.985


class Ears:
    """A network that hears what it is told to hear, as met with some likelihood and else as violated; all else as unsaid."""

    state, other = "met", "violated"

    def __init__(self, condition, **met):
        self.condition, self.met, self.heard = condition, met, []

    def hear(self, text):
        """What is said."""
        self.heard.append(text)
        rows = np.zeros((len(CONDITIONS), len(STATES)), np.float32)
        rows[:, 0] = 1
        share = self.met["whole"] if text == self.met.get("text", TEXT) else self.met["alone"]
        rows[CONDITIONS.index(self.condition)] = 0
        rows[CONDITIONS.index(self.condition), STATES.index(self.state)] = share
        rows[CONDITIONS.index(self.condition), STATES.index(self.other)] = 1 - share
        return Heard(rows, (0,) * len(CONDITIONS))


class DeafEars(Ears):
    """One that hears nothing with the likelihood that it is told, and else a doubt."""

    state, other = "unsaid", "open"


def held(reading):
    """How each condition stands as it was read."""
    return standing(reading.judged, TODAY, TABLES)


def asked(ears, facts, fact, text=TEXT, words="AWS purchases"):
    """What is cleared of facts of which one was read from ``words``."""
    at = text.index(words)
    reading = Reading(facts, None, (Words(fact, at, at + len(words), words, "frame"),), ())
    return cleared(reading, listen(text, TODAY, ears), held(reading), ears, SURE)


@pytest.mark.parametrize(
    ("whole", "alone", "expected"),
    [(0.99, 0.95, {"procurement"}), (0.99, 0.5, set()), (0.9, 0.99, set())],
)
def test_an_obstacle_is_cleared_where_it_is_heard_as_met_twice(whole, alone, expected):
    """In the whole text, and in the sentence that it was read from by itself."""
    ears = Ears("procurement", whole=whole, alone=alone)
    assert asked(ears, Facts(procurement=True), "procurement") == expected
    assert ears.heard[1:] == ([] if whole < SURE else ["AWS purchases? Somebody else, always."])


def test_what_was_not_read_as_violated_is_not_asked_about_again():
    """The second hearing costs as much as the first."""
    ears = Ears("procurement", whole=0.99, alone=0.99)
    assert asked(ears, Facts(procurement=False), "procurement") == set()
    assert ears.heard == [TEXT]


def test_a_last_day_that_was_read_stands():
    """Whether twelve months have passed is counted and not heard."""
    text = "I left AWS in March."
    march = Period(first=date(2026, 3, 1), last=date(2026, 3, 31))
    facts = Facts(amazon_relation="employee", amazon_last_day=march)
    ears = Ears("amazon", whole=0.999, alone=0.999, text=text)
    assert asked(ears, facts, "amazon_relation", text, "AWS") == set()


def test_a_tie_of_somebody_near_stands():
    """The network may not know a job by its name; what it hears instead is asked about, and not taken."""
    ears = Ears("family", whole=0.99, alone=0.95)
    ears.met["text"] = text = "My brother is SDE in Amazon Hyderabad. Nobody else."
    facts = Facts(
        relatives_at_amazon=(Relative(relation="sibling", amazon_relation="employee", amazon_last_day="current"),)
    )
    assert asked(ears, facts, "relatives_at_amazon", text, "brother is SDE in Amazon") == set()


@pytest.mark.parametrize(
    ("whole", "alone", "expected"), [(0.99, 0.95, {"amazon"}), (0.99, 0.5, set()), (0.9, 0.99, set())]
)
def test_what_is_heard_nowhere_is_not_spoken_of(whole, alone, expected):
    """Neither in the text nor in the sentence that it was read from; a summary may then speak for it."""
    text = "My hamster is called Amazon."
    ears = DeafEars("amazon", whole=whole, alone=alone, text=text)
    at = text.index("Amazon")
    reading = Reading(
        Facts(amazon_relation=Gap.UNKNOWN), None, (Words("amazon_relation", at, len(text) - 1, "Amazon", "frame"),), ()
    )
    ears.met["alone"] = alone
    whole_text = f"{text} It is unpaid."
    ears.met["text"] = whole_text
    assert unspoken(reading, listen(whole_text, TODAY, ears), held(reading), ears, 0.97) == expected


def test_what_no_word_was_read_of_is_not_made_unsaid():
    """What an earlier message left open stays open."""
    ears = DeafEars("amazon", whole=0.99, alone=0.99)
    reading = Reading(Facts(amazon_relation=Gap.UNKNOWN), None, (), ())
    assert unspoken(reading, listen(TEXT, TODAY, ears), held(reading), ears, 0.97) == set()


@pytest.mark.parametrize(
    ("text", "alone", "expected"),
    [
        ("Full-time? To the last hour. I teach.", 0.95, {"full_time"}),
        ("Full-time? To the last hour. I teach.", 0.5, set()),
        ("Full-time? Must I be? I teach.", 0.95, {"full_time"}),
        ("I am full-time. I teach.", 0.95, set()),
        ("Full-time? Yes. I teach.", 0.95, set()),
    ],
)
def test_a_question_states_what_its_answer_states(text, alone, expected):
    """Heard by itself with its answer; a plain yes needs no second hearing, and no question is left to be asked about."""
    ears = Ears("full_time", whole=0.99, alone=alone, text=text)
    assert affirmed(listen(text, TODAY, ears), ears, 0.97) == expected
