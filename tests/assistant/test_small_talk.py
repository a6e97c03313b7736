"""Messages that ask and tell nothing."""

from __future__ import annotations

import time

import pytest

from assistant import Assistant
from assistant.small_talk import small_talk
from tests.speed import slowness


@pytest.mark.parametrize(
    ("message", "begins"),
    [
        ("thanks", "You are welcome"),
        ("Thank you so much for your help!", "You are welcome"),
        ("ok thx bye", "You are welcome"),
        ("Merci beaucoup.", "You are welcome"),
        ("Great, thanks. That was very helpful.", "You are welcome"),
        ("Hello there!", "Hello."),
        ("ok", "Good."),
        ("Ah, I see. Makes sense.", "Good."),
        ("That is not what I asked.", "I am sorry"),
        ("ur not helping", "I am sorry"),
        ("Sorry, but that doesn't answer my question", "I am sorry"),
    ],
)
def test_it_is_replied_to_and_no_clause_is_cited(assistant: Assistant, message, begins):
    """Nothing is looked for in the Rules, after another question either."""
    answer = assistant.ask(message, ["Who pays the taxes on an award?"])
    assert (answer.kind, answer.polarity, answer.citations) == ("out_of_scope", None, ())
    assert answer.text.startswith(begins)


@pytest.mark.parametrize(
    "message",
    [
        "thanks, and who pays the taxes?",
        "ok so who decides",
        "no",
        "yes",
        "Hello, can I apply?",
        "Thank Amazon in the paper?",
        "that is not what the Rules say",
        "is that right?",
        "why?",
        "good standing",
    ],
)
def test_what_asks_or_tells_is_none(message):
    """A question after thanks, a yes or no, and words that may be about the Rules are read as ever."""
    assert small_talk(message) is None


def test_what_comes_after_is_not_about_it(assistant: Assistant):
    """A follow-up after thanks goes on from the question before them."""
    before = ["Can the university take its overhead out of the cash?"]
    plain = assistant.ask("and the electricity of the building?", before)
    after_thanks = assistant.ask("and the electricity of the building?", [*before, "thanks!", "ok"])
    assert after_thanks.text == plain.text


def test_a_long_one_takes_no_time():
    """However it is written."""
    began = time.perf_counter()
    for message in ("ok " * 26, "thanks " * 11, "hm" * 40, "that is not what i " * 4):
        small_talk(message)
    assert time.perf_counter() - began < 0.5 * slowness()
