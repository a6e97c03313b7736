"""What can be seen from outside: health, figures, logs."""

from __future__ import annotations

import io
import json
import re

import pytest
from starlette.testclient import TestClient

from assistant import Settings
from assistant.service import configure_logs, make_service

QUESTION = "Who pays the overhead of an award in Freedonia?"


@pytest.fixture
def log():
    """What is logged, as a list of lines that fills up."""
    stream = io.StringIO()
    configure_logs("info", stream)
    yield lambda: [json.loads(line) for line in stream.getvalue().splitlines()]
    configure_logs("error", io.StringIO())


def test_health_is_alive_and_ready_while_serving(assistant):
    """Ready once everything is loaded; not before, and not once it is told to stop."""
    service = make_service(assistant, Settings())
    client = TestClient(service.server)
    assert client.get("/healthz").json() == {"status": "alive"}
    assert client.get("/readyz").status_code == 503
    with client:
        assert client.get("/readyz").json() == {"status": "ready"}
        service.readiness.ready = False
        assert client.get("/readyz").status_code == 503
        assert client.get("/healthz").status_code == 200


def test_figures_count_answers_verdicts_and_requests(serve):
    """By kind, endpoint and route; every name begins with `ara_`."""
    client = serve(rate="4/minute")
    client.post("/api/ask", json={"question": QUESTION})
    client.post("/api/ask", json={"question": ""})
    client.post("/api/check", json={"facts": {"position": "postdoc"}})
    client.get("/api/clauses/I.c")
    client.get(f"/{QUESTION}")
    client.post("/api/ask", json={})
    client.post("/api/ask", json={})
    page = client.get("/metrics").text
    assert 'ara_answers_total{endpoint="api",kind="answer"} 1.0' in page
    assert 'ara_answers_total{endpoint="api",kind="invalid"} 1.0' in page
    assert 'ara_verdicts_total{endpoint="api",status="not_eligible"} 1.0' in page
    assert 'ara_answer_seconds_count{endpoint="api"} 2.0' in page
    assert 'ara_requests_total{method="GET",route="/api/clauses/{id}",status="200"} 1.0' in page
    assert 'ara_turned_away_total{code="too_many_requests"} 1.0' in page
    names = {line.split("{")[0].split(" ")[0] for line in page.splitlines() if not line.startswith("#")}
    assert {name for name in names if not name.startswith("ara_")} == set()
    assert "Freedonia" not in page


def test_a_request_is_one_line_without_its_words(serve, log):
    """Method, route, status, milliseconds, kind; no address of anybody, no word of the question."""
    client = serve()
    client.post("/api/ask", json={"question": QUESTION}, params={"x": "Freedonia"})
    client.get(f"/api/clauses/{QUESTION}")
    client.get(f"/{QUESTION}")
    client.get("/healthz")
    lines = log()
    requests = [line for line in lines if line["event"] == "request"]
    assert [(line["method"], line["route"], line["status"], line.get("kind")) for line in requests] == [
        ("POST", "/api/ask", 200, "answer"),
        ("GET", "/api/clauses/{id}", 404, None),
        ("GET", "other", 404, None),
    ]
    assert all(line["ms"] >= 0 and line["timestamp"].endswith("Z") for line in requests)
    assert [line["kind"] for line in lines if line["event"] == "answer"] == ["answer"]
    assert "Freedonia" not in json.dumps(lines)
    assert "203.0.113" not in json.dumps(lines)


def test_questions_are_logged_where_they_are_asked_for(serve, log):
    """`ARA_LOG_QUESTIONS=1` adds the words to the answer's line, on one line whatever they hold."""
    serve(log_questions=True).post("/api/ask", json={"question": f"{QUESTION}\n\u202e{{}}"})
    (line,) = [line for line in log() if line["event"] == "answer"]
    assert line["question"] == f"{QUESTION}\n\u202e{{}}"


def test_a_fault_is_logged_and_its_question_is_not(serve, log, monkeypatch):
    """The line has the traceback."""
    monkeypatch.setattr("assistant.pipeline.clean", lambda _: 1 / 0)
    reply = serve().post("/api/ask", json={"question": QUESTION})
    assert reply.status_code == 500
    (request,) = [line for line in log() if line["event"] == "request"]
    assert request["status"] == 500
    assert "Freedonia" not in json.dumps(log())


def test_forwarded_claims_that_are_dropped_are_told_once(serve, log):
    """Since then all clients share one limit."""
    client = serve(client=("127.0.0.1", 1))
    for _ in range(2):
        client.get("/api/clauses", headers={"X-Forwarded-For": "198.51.100.1"})
    (warning,) = [line for line in log() if line["level"] == "warning"]
    assert re.search("ARA_TRUSTED_PROXIES", warning["event"])
