"""One client may send so much; whoever sends more is told when to come back."""

from __future__ import annotations

import pytest
from limits.storage import memory as limits_memory

ASK = {"question": "Who pays the taxes?"}


@pytest.fixture
def clock(monkeypatch):
    """A clock that is set by hand."""

    class Clock:
        now = 1_000_000.0

    monkeypatch.setattr("time.time", lambda: Clock.now)
    assert limits_memory.time.time() == Clock.now
    return Clock


def test_too_many_questions_are_turned_away(serve, clock):
    """429, Retry-After, and a sentence; after that time the next one is answered."""
    client = serve(rate="3/minute")
    assert [client.post("/api/ask", json=ASK).status_code for _ in range(4)] == [200, 200, 200, 429]
    refused = client.post("/api/ask", json=ASK)
    wait = int(refused.headers["Retry-After"])
    assert 1 <= wait <= 60
    assert refused.json() == {
        "code": "too_many_requests",
        "error": f"You have sent more than 3 requests in a minute. Please try again in {wait} second{'s' if wait > 1 else ''}.",
        "retry_after": wait,
    }
    clock.now += wait
    assert client.post("/api/ask", json=ASK).status_code == 200


@pytest.mark.parametrize(
    "path", ["/api/check", "/mcp", "/gradio_api/queue/join", "/gradio_api/call/ask", "/gradio_api/run/chat", "/nowhere"]
)
def test_the_limit_holds_for_every_way_in(serve, path):
    """Whoever spent it on one endpoint has none left for another, the chat library's included."""
    client = serve(rate="1/minute")
    client.post("/api/ask", json=ASK)
    assert client.post(path, json={}).status_code == 429


def test_reading_has_a_limit_of_its_own(serve):
    """Loading the page does not use up questions, and what watches the server is never turned away."""
    client = serve(rate="1/minute", rate_all="3/minute")
    assert [client.get("/api/clauses").status_code for _ in range(4)] == [200, 200, 200, 429]
    assert {client.get(path).status_code for path in ("/healthz", "/readyz", "/metrics")} == {200}


def test_the_files_of_the_page_are_not_counted(serve):
    """A page is some fifty files, so that a room behind one address could not open it; sending there still counts."""
    client = serve(rate_all="2/minute")
    assert 429 not in {client.get("/assets/core.js").status_code for _ in range(5)}
    assert [client.get("/api/clauses").status_code for _ in range(2)] == [200, 200]
    assert client.post("/assets/core.js").status_code == 429


def test_clients_do_not_share_a_limit(serve, assistant):
    """Behind a trusted proxy each client has its own, and nobody can pass for another."""
    client = serve(client=("127.0.0.1", 1), rate="1/minute", trusted_proxies="127.0.0.1, 10.0.0.0/8")

    def ask(forwarded: str) -> int:
        return client.post("/api/ask", json=ASK, headers={"X-Forwarded-For": forwarded}).status_code

    assert ask("198.51.100.1") == 200
    assert ask("198.51.100.2") == 200
    assert ask("198.51.100.1") == 429
    assert ask("1.2.3.4, 198.51.100.1") == 429, "what a client claims stands left of what the proxy adds"
    assert ask("198.51.100.2, 10.1.1.1") == 429, "a second proxy of ours is seen through"
    assert ask("2001:db8::1") == 200
    assert ask("2001:db8::ffff:1") == 429, "one subscriber has a whole network"
    assert ask("2001:db8:0:1::1") == 200


def test_without_a_trusted_proxy_nothing_is_believed(serve):
    """A forged header does not make a new client."""
    client = serve(client=("127.0.0.1", 1), rate="1/minute")
    statuses = [
        client.post("/api/ask", json=ASK, headers={"X-Forwarded-For": f"198.51.100.{at}", "X-Real-IP": f"1.1.1.{at}"})
        for at in range(2)
    ]
    assert [reply.status_code for reply in statuses] == [200, 429]


def test_longer_windows_can_be_added(serve):
    """Several limits hold together."""
    client = serve(rate="5/second;2/hour")
    assert [client.post("/api/ask", json=ASK).status_code for _ in range(3)] == [200, 200, 429]
    assert "more than 2 requests in an hour" in client.post("/api/ask", json=ASK).json()["error"]
