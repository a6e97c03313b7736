"""A real client and a real server that fails: each time the reviewed answer, a short note, in time."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace

import pytest

from assistant import Answer, Assistant
from assistant.chat_model import NOTES
from assistant.pipeline import Trace
from tests.conftest import ROOT
from tests.llm.conftest import free_port
from tests.llm.faulty import Faulty, completion

OVERHEAD = "Can the university take its overhead out of the cash?"
SECONDS = 4.0
IN_TIME = SECONDS + 4.0
"""What an answer may take on a busy machine: the model's time and our own."""
Open = Callable[..., Assistant]
RULE_ONE = [{"clause": "faq:overhead", "sentence": 1}]


def own(answer: Answer) -> Answer:
    text = answer.text
    for note in NOTES.values():
        text = text.replace(f"\n\n{note}", "")
    return replace(answer, text=text)


def timed(asking: Assistant, question: str = OVERHEAD) -> tuple[Trace, float]:
    began = time.monotonic()
    return asking.trace(question), time.monotonic() - began


def is_reviewed(trace: Trace, plain: Assistant, note: str = "silent") -> None:
    """The answer is the one without a model but for its note."""
    assert own(trace.answer) == plain.ask(OVERHEAD)
    assert trace.answer.text.count(NOTES[note]) == 1


def test_a_good_server_words_the_answer(faulty: Faulty, helped: Open):
    """The schema, temperature 0, a seed and the longest reply go out; a sentence that holds comes in and is shown."""
    text = "The cash cannot be used for overhead unless they are incurred only for the PI's research."
    faulty.says(json.dumps({"sentences": [{"text": text, "rests_on": RULE_ONE}]}))
    trace, _ = timed(helped(faulty.address, 30.0))
    assert text in trace.answer.text
    assert NOTES["worded"] in trace.answer.text
    (request,) = faulty.asked
    assert (request["temperature"], request["seed"], request["response_format"]["type"]) == (0, 7, "json_schema")
    # Under both names: a server that knows neither goes on until its memory is full.
    assert request["max_tokens"] == request["max_completion_tokens"] == 500
    assert trace.help
    assert trace.help.tokens == 120


@pytest.mark.parametrize(
    "content",
    ["I think so!", '{"sentences": [{"text": "Cash', '{"answer": "yes"}', '{"sentences": []}', "", "x" * 10_000_000],
    ids=["words", "broken JSON", "other JSON", "nothing", "empty", "10 MB"],
)
def test_what_is_no_reply_leaves_the_reviewed_answer(faulty: Faulty, helped: Open, assistant: Assistant, content: str):
    """Broken JSON, another form, nothing, ten megabytes."""
    faulty.says(content)
    trace, seconds = timed(helped(faulty.address))
    is_reviewed(trace, assistant)
    assert seconds < IN_TIME


@pytest.mark.parametrize(
    "source", [{"clause": "rules:XX.q", "sentence": 1}, {"clause": "faq:overhead", "sentence": 99}]
)
def test_wrong_ids_leave_the_reviewed_answer(
    faulty: Faulty, helped: Open, assistant: Assistant, source: dict[str, object]
):
    """A true sentence that names a source that was not given is dropped."""
    text = "The cash may not be used for indirect expenses."
    faulty.says(json.dumps({"sentences": [{"text": text, "rests_on": [source]}]}))
    trace, _ = timed(helped(faulty.address))
    is_reviewed(trace, assistant, "unheld")


@pytest.mark.parametrize("status", [429, 500, 503, 401, 403])
def test_an_http_error_leaves_the_reviewed_answer(faulty: Faulty, helped: Open, assistant: Assistant, status: int):
    """Busy and broken servers are asked again a few times, those that refuse are not; never beyond the time."""
    faulty.answers(status)
    trace, seconds = timed(helped(faulty.address))
    is_reviewed(trace, assistant)
    assert seconds < IN_TIME
    assert trace.help
    assert f"HTTP {status}" in trace.help.asked[0].detail
    assert len(faulty.asked) == 1 if status in {401, 403} else len(faulty.asked) > 1


def test_a_server_that_asks_to_wait_long_is_not_waited_for(faulty: Faulty, helped: Open, assistant: Assistant):
    """``Retry-After: 3600`` ends the asking at once."""
    faulty.answers(429, {"Retry-After": "3600"})
    trace, seconds = timed(helped(faulty.address))
    is_reviewed(trace, assistant)
    assert seconds < IN_TIME
    assert len(faulty.asked) == 1


@pytest.mark.parametrize("way", ["hangs", "drips", "tears"])
def test_a_server_that_hangs_leaves_the_reviewed_answer(faulty: Faulty, helped: Open, assistant: Assistant, way: str):
    """Silent, a byte now and then, or gone in mid-answer: the answer comes within the time limit."""
    getattr(faulty, way)()
    trace, seconds = timed(helped(faulty.address))
    is_reviewed(trace, assistant)
    assert seconds < IN_TIME


def test_nobody_there_leaves_the_reviewed_answer(helped: Open, assistant: Assistant):
    """A refused connection is tried again and then given up."""
    trace, seconds = timed(helped(f"http://127.0.0.1:{free_port()}/v1"))
    is_reviewed(trace, assistant)
    assert seconds < IN_TIME


def test_a_server_killed_in_mid_answer_leaves_the_reviewed_answer(helped: Open, assistant: Assistant):
    """A process that dies while it answers."""
    port = free_port()
    command = [sys.executable, "-m", "tests.llm.faulty", str(port)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout
        assert server.stdout.readline().strip() == "ready"
        trace, seconds = timed(helped(f"http://127.0.0.1:{port}/v1"))
        assert server.wait(10) == 9
    is_reviewed(trace, assistant)
    assert seconds < IN_TIME


def test_a_server_that_knows_no_schema_is_asked_in_words(faulty: Faulty, helped: Open):
    """Where a schema is refused the next form is tried, and the one that works is kept."""
    text = "The cash cannot be used for overhead unless they are incurred only for the PI's research."
    good = completion(json.dumps({"sentences": [{"text": text, "rests_on": RULE_ONE}]}))
    faulty.does(lambda handler, body: handler.give(*((b"{}", 400) if "response_format" in body else (good, 200))))
    asking = helped(faulty.address, 30.0)
    assert text in asking.ask(OVERHEAD).text
    assert ["response_format" in body for body in faulty.asked] == [True, True, False]
    asking.ask(OVERHEAD)
    assert "response_format" not in faulty.asked[-1]
    assert len(faulty.asked) == 4


def test_after_some_failures_the_server_is_left_alone(faulty: Faulty, helped: Open):
    """The circuit breaker: the fourth answer asks nothing and is as fast as without a model."""
    faulty.answers(401)
    asking = helped(faulty.address)
    for _ in range(3):
        asking.ask(OVERHEAD)
    asked = len(faulty.asked)
    trace, _ = timed(asking)
    assert len(faulty.asked) == asked
    assert trace.help
    assert trace.help.asked[0].trouble == "resting"
