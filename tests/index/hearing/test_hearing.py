"""The network that hears, as the index holds it."""

from __future__ import annotations

import numpy as np
import pytest

from assistant import Assistant
from corpus.statements import CONDITIONS, STATES
from index.adapter import Adapter
from index.hearing import Hearing, Learnt, learnt_sha256
from index.hearing.hearing import MAX_TOKENS


@pytest.fixture(scope="module")
def hearing(assistant: Assistant) -> Hearing:
    network = assistant.index.hearing
    assert network is not None
    return network


def test_likelihoods_are_shares(hearing: Hearing):
    """Each condition's states sum to one, and there is a row for each condition."""
    heard = hearing.hear("I am a full-time professor in Accra.")
    assert heard.likelihoods.shape == (len(CONDITIONS), len(STATES))
    np.testing.assert_allclose(heard.likelihoods.sum(axis=1), 1, atol=1e-5)


@pytest.mark.parametrize(
    ("text", "condition", "state"),
    [
        ("I hold a full-time post here.", "full_time", "met"),
        ("Mine is a half-time position.", "full_time", "violated"),
        ("My wife is an engineer at AWS.", "family", "violated"),
        ("Nobody in my family or household has ever been at Amazon.", "family", "met"),
        ("I am a paid civil servant at the Ministry of Health.", "government_pay", "violated"),
        ("None of the exclusions in section I applies to me.", "none_of_the_exclusions", "met"),
        ("I will send one proposal only.", "one_proposal", "met"),
    ],
)
def test_plain_statements_are_heard(hearing: Hearing, text: str, condition: str, state: str):
    """What is plainly said is heard as it is said."""
    assert hearing.hear(text).likelihood(condition, state) > 0.8


def test_talk_of_other_things_says_nothing(hearing: Hearing):
    """A text about the weather speaks of no condition, and neither does an empty one."""
    assert hearing.hear("It has been raining in the garden since Tuesday.").spoken_of() == ()
    assert hearing.hear("").spoken_of() == ()


def test_the_place_is_in_the_sentence_that_speaks_of_it(hearing: Hearing):
    """The offset that was listened to most lies in the sentence that holds the statement."""
    text = "Thank you for your work. My brother is a manager at AWS. It is sunny today."
    at = hearing.hear(text).place("family")
    assert text.index("My brother") <= at < text.index("It is sunny")


def test_a_long_text_is_heard_to_its_end(hearing: Hearing):
    """What stands beyond the tokens that fit at once is heard as well."""
    text = "We study the soils of river valleys. " * 120 + "My brother is a manager at AWS."
    assert len(text.split()) > MAX_TOKENS
    heard = hearing.hear(text)
    assert heard.likelihood("family", "violated") > 0.5
    assert heard.place("family") > len(text) - 200


def test_the_same_text_is_heard_alike_twice(hearing: Hearing):
    """Hearing is a function of the text."""
    text = "My brother left AWS in May."
    np.testing.assert_array_equal(hearing.hear(text).likelihoods, hearing.hear(text).likelihoods)


def test_the_files_in_the_repository_belong_to_the_packaged_model():
    """What was learnt was learnt on the weights that the index is built from, a listener for each condition."""
    from index.transformer import find_model

    learnt = Learnt.load()
    assert isinstance(learnt.adapter, Adapter)
    assert learnt.adapter.base_sha256 == find_model().sha256
    assert learnt.listeners["query"].shape[0] == len(CONDITIONS)
    assert learnt.listeners["bias"].shape == (len(CONDITIONS), len(STATES))
    assert len(learnt_sha256()) == 64


def test_what_was_heard_is_remembered_and_can_be_heard_afresh(assistant: Assistant):
    """The same text is not heard twice in a conversation; a measurement hears it again."""
    hearing = assistant.index.hearing
    assert hearing is not None
    first = hearing.hear("I teach full time in Accra.")
    assert hearing.hear("I teach full time in Accra.") is first
    again = hearing.afresh().hear("I teach full time in Accra.")
    assert again is not first
    np.testing.assert_array_equal(again.likelihoods, first.likelihoods)
