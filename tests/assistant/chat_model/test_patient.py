"""Limits: time, tries, the circuit breaker, budgets."""

from __future__ import annotations

import threading

import pytest

from assistant.chat_model import ChatError, FakeChatModel, Limits, Reply, Request
from assistant.chat_model.limits import Breaker, Minute, Spending
from assistant.chat_model.patient import Patient
from assistant.chat_model.replies import Rewriting, parse_reply

REQUEST = Request("rewrite", "system", "human", Rewriting, 100)
GOOD = {"question": "Who pays?"}


class Clock:
    """Seconds that pass when told to."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def patient(model: FakeChatModel, **limits: float) -> tuple[Patient, Spending, list[float]]:
    """A patient that notes how long it would have waited."""
    waits: list[float] = []
    return Patient(model, sleep=waits.append), Spending(Limits(**limits)), waits  # type: ignore[arg-type]


def test_what_may_pass_is_asked_again_with_longer_waits():
    """Two failures that may pass, then a reply: three requests, the second wait longer than the first."""
    model = FakeChatModel()
    model.queue_up([ChatError("busy", passing=True), ChatError("unreachable", passing=True), GOOD])
    asking, spending, waits = patient(model)
    assert asking.ask(REQUEST, Rewriting, spending).question == "Who pays?"
    assert len(model.history) == 3
    assert len(waits) == 2
    assert waits[1] > waits[0] > 0


def test_what_the_provider_asks_to_wait_is_waited():
    """A ``Retry-After`` of five seconds is kept; one beyond the time that is left ends the asking."""
    model = FakeChatModel()
    model.queue_up([ChatError("busy", passing=True, wait=5.0), GOOD])
    asking, spending, waits = patient(model)
    asking.ask(REQUEST, Rewriting, spending)
    assert waits == [5.0]
    model.queue_up([ChatError("busy", passing=True, wait=500.0), GOOD])
    with pytest.raises(ChatError, match="busy"):
        asking.ask(REQUEST, Rewriting, spending)


@pytest.mark.parametrize("trouble", ["refused", "late", "unusable"])
def test_what_will_not_pass_is_asked_once(trouble):
    """A refused request, a timeout and a broken reply are not sent again."""
    model = FakeChatModel(usual=ChatError(trouble))
    asking, spending, _ = patient(model)
    with pytest.raises(ChatError, match=trouble):
        asking.ask(REQUEST, Rewriting, spending)
    assert len(model.history) == 1


def test_a_model_that_hangs_is_given_up_in_time():
    """No reply within the time gives ``late``, whatever the connection does."""
    released = threading.Event()

    class Hanging:
        name = "fake:hanging"

        def reply(self, request: Request, seconds: float) -> Reply:
            del request, seconds
            released.wait(30)
            return Reply("{}")

    with pytest.raises(ChatError, match="late"):
        Patient(Hanging()).ask(REQUEST, Rewriting, Spending(Limits(seconds=0.05)))
    released.set()


def test_a_reply_without_end_is_no_reply():
    """Ten megabytes of text are not read."""
    asking, spending, _ = patient(FakeChatModel(usual="{" + "x" * 10_000_000))
    with pytest.raises(ChatError, match="too long"):
        asking.ask(REQUEST, Rewriting, spending)


def test_the_breaker_opens_and_tries_again_after_a_rest():
    """After three failures nothing is asked for a minute; then one request is let through."""
    clock, model = Clock(), FakeChatModel(usual=ChatError("refused"))
    asking = Patient(model, Breaker(failures=3, rest=60, clock=clock))
    for _ in range(3):
        with pytest.raises(ChatError, match="refused"):
            asking.ask(REQUEST, Rewriting, Spending(Limits()))
    with pytest.raises(ChatError, match="resting"):
        asking.ask(REQUEST, Rewriting, Spending(Limits()))
    assert len(model.history) == 3
    clock.now = 61
    model.queue_up([GOOD])
    asking.ask(REQUEST, Rewriting, Spending(Limits()))
    model.queue_up([GOOD])
    asking.ask(REQUEST, Rewriting, Spending(Limits()))


def test_while_one_request_tries_the_others_rest():
    """When the rest is over one request goes through, and the next one rests until that one has succeeded."""
    clock = Clock()
    breaker = Breaker(failures=1, rest=60, clock=clock)
    breaker.failed()
    clock.now = 61
    breaker.check()
    with pytest.raises(ChatError, match="resting"):
        breaker.check()
    breaker.succeeded()
    breaker.check()


def test_an_answer_costs_no_more_than_its_budget():
    """A request that may cost more than is left is not sent."""
    model = FakeChatModel(usual=GOOD)
    asking, spending, _ = patient(model, tokens=250)
    for _ in range(2):
        asking.ask(REQUEST, Rewriting, spending)
    with pytest.raises(ChatError, match="budget"):
        asking.ask(REQUEST, Rewriting, spending)
    assert len(model.history) == 2


def test_a_minute_has_so_many_answers():
    """The third answer of a minute that has two is told so."""
    minute = Minute(2)
    assert [minute.take() for _ in range(3)] == [True, True, False]


@pytest.mark.parametrize(
    "text", ["", "I think so.", "{", '{"question": 5}', '{"question": "x", "more": 1}', "[" * 100_000, "{" * 5000 + "}"]
)
def test_a_reply_of_another_form_is_unusable(text: str):
    """Words, broken JSON, other fields and nested brackets without end are no reply."""
    with pytest.raises(ChatError, match="unusable"):
        parse_reply(text, Rewriting)


def test_json_in_a_fence_is_read():
    """What stands around the JSON object is passed over."""
    assert parse_reply('Here:\n```json\n{"question": "Who?"}\n```', Rewriting).question == "Who?"
