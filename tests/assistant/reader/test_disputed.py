"""Obstacles that the frames read and the network does not hear."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest

from assistant.eligibility import Facts, Period, Relative, read_tables
from assistant.reader.disputed import cleared
from assistant.reader.opinion import listen
from assistant.reader.reader import Reading, Words
from corpus import CORPUS_DIR
from corpus.statements import CONDITIONS, STATES
from index.hearing import Heard

TODAY = date(2026, 11, 20)
TABLES = read_tables(CORPUS_DIR)
TEXT = "I am a lecturer. AWS purchases? Somebody else, always."
SURE = 0.985


class Ears:
    """A network that hears what it is told to hear, by text; all else as unsaid."""

    def __init__(self, condition, **met):
        self.condition, self.met, self.heard = condition, met, []

    def hear(self, text):
        """What is said."""
        self.heard.append(text)
        rows = np.zeros((len(CONDITIONS), len(STATES)), np.float32)
        rows[:, 0] = 1
        share = self.met["whole"] if text == self.met.get("text", TEXT) else self.met["alone"]
        rows[CONDITIONS.index(self.condition)] = 0
        rows[CONDITIONS.index(self.condition), STATES.index("met")] = share
        rows[CONDITIONS.index(self.condition), STATES.index("violated")] = 1 - share
        return Heard(rows, (0,) * len(CONDITIONS))


def asked(ears, facts, fact, text=TEXT, words="AWS purchases"):
    """What is cleared of facts of which one was read from ``words``."""
    at = text.index(words)
    reading = Reading(facts, None, (Words(fact, at, at + len(words), words, "frame"),), ())
    return cleared(reading, listen(text, TODAY, ears), TODAY, TABLES, ears, SURE)


@pytest.mark.parametrize(
    ("whole", "alone", "expected"),
    [(0.99, 0.95, {"procurement"}), (0.99, 0.5, set()), (0.9, 0.99, set())],
)
def test_an_obstacle_is_cleared_where_it_is_heard_as_met_twice(whole, alone, expected):
    """In the whole text, and in the sentence that it was read from by itself."""
    ears = Ears("procurement", whole=whole, alone=alone)
    assert asked(ears, Facts(procurement=True), "procurement") == expected
    assert ears.heard[1:] == ([] if whole < SURE else ["AWS purchases?"])


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
    sister = Relative(relation="sibling", amazon_relation="employee", amazon_last_day=march)
    near = Ears("family", whole=0.999, alone=0.999, text=text)
    assert asked(near, Facts(relatives_at_amazon=(sister,)), "relatives_at_amazon", text, "AWS") == set()
