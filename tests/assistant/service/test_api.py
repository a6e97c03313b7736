"""The API holds to the command line's contracts, and says what was wrong."""

from __future__ import annotations

import json
import re
from datetime import date

import pytest

from assistant.clean import MAX_CHARACTERS
from assistant.eligibility import parse_facts
from assistant.service.contract import MAX_TURNS, AnswerBody, ClauseBody, FaqBody, VerdictBody
from assistant.service.problem import ProblemBody
from corpus.entry import entry_row
from tests.conftest import ROOT

JSON = {"Content-Type": "application/json"}
QUESTIONS = (
    "Can the university take its overhead out of the cash?",
    "What is the capital of Peru?",
    "When is the deadline?",
    "",
    "I am a full-time professor at MIT. May I apply?",
)


def without_time(answer: dict) -> dict:
    return answer | {"ms": 0}


@pytest.mark.parametrize("question", QUESTIONS)
def test_an_answer_is_the_assistants(api, assistant, question):
    """`POST /api/ask` gives the answer of `ara ask --json`, key for key, whatever its kind."""
    reply = api.post("/api/ask", json={"question": question})
    assert reply.status_code == 200
    assert without_time(reply.json()) == without_time(assistant.ask(question).to_dict())


def test_turns_and_the_day_are_passed_on(api, assistant):
    """A follow-up is read with the turns before it."""
    turns = ["Who pays the taxes on an award?"]
    reply = api.post("/api/ask", json={"question": "And for credits?", "turns": turns, "today": "2026-11-20"}).json()
    assert reply["rewritten"] == assistant.ask("And for credits?", turns).rewritten is not None


def test_a_verdict_is_the_checkers(api, assistant):
    """`POST /api/check` gives the verdict of `ara check --json` for the same facts and day."""
    facts = {"position": "faculty", "full_time": True, "amazon_relation": "employee", "amazon_last_day": "2026-02"}
    reply = api.post("/api/check", json={"facts": facts, "date": "2026-11-20"})
    assert reply.status_code == 200
    assert reply.json() == assistant.checker.check(parse_facts(facts), date(2026, 11, 20)).to_dict()


@pytest.mark.parametrize("key", ["rules:III.c", "III.c", "faq:overhead"])
def test_a_clause_is_the_corpus(api, corpus, key):
    """`GET /api/clauses/{id}` gives the row of `ara corpus show --json`."""
    assert api.get(f"/api/clauses/{key}").json() == entry_row(corpus, key)


def test_every_clause_is_listed(api, corpus):
    """`GET /api/clauses` has each id once, in the order of the Rules."""
    assert [row["id"] for row in api.get("/api/clauses").json()] == list(corpus.rules.by_id)


def test_the_described_replies_are_the_real_ones(assistant, corpus):
    """The models behind the OpenAPI description have exactly the fields that are sent."""
    answers = [assistant.ask(question).to_dict() for question in QUESTIONS]
    for facts in ({}, {"position": "postdoc"}, {"amazon_relation": "employee", "amazon_last_day": "2026-02"}):
        verdict = assistant.checker.check(parse_facts(facts), date(2026, 11, 20)).to_dict()
        assert VerdictBody.model_validate(verdict).model_dump(mode="json") == verdict
        answers.append(answers[0] | {"verdict": verdict})
    for answer in answers:
        assert AnswerBody.model_validate(answer).model_dump(mode="json") == answer
    for clause in corpus.rules.clauses:
        ClauseBody.model_validate(entry_row(corpus, clause.id))
    for key in corpus.faq_by_key:
        FaqBody.model_validate(entry_row(corpus, key))


@pytest.mark.parametrize(
    ("path", "body", "status", "says"),
    [
        ("ask", {}, 422, "question: is missing. Accepted: a text of at most 4,000 characters."),
        ("ask", {"question": 5}, 422, "question: cannot be read. Accepted: a text"),
        ("ask", {"question": None}, 422, "question: cannot be read."),
        ("ask", {"question": "Who pays?", "turns": "no"}, 422, "turns: cannot be read. Accepted: a list"),
        ("ask", {"question": "Who pays?", "turns": ["a"] * (MAX_TURNS + 1)}, 422, f"at most {MAX_TURNS} texts"),
        ("ask", {"question": "Who pays?", "today": "soon"}, 422, "today: cannot be read. Accepted: a day such as"),
        ("ask", {"question": "Who pays?", "<b>": 1}, 422, "<b>: there is no such field."),
        ("ask", [], 422, "must be a JSON object"),
        ("ask", "Who pays?", 422, "must be a JSON object"),
        ("check", {}, 422, 'facts: is missing. Accepted: an object such as {"position"'),
        ("check", {"facts": []}, 422, "The facts must be a JSON object"),
        ("check", {"facts": {"position": "king"}}, 422, 'position: "king" cannot be read. Accepted: "faculty"'),
        ("check", {"facts": {"positon": "faculty"}}, 422, "Did you mean position?"),
        ("check", {"facts": {}, "date": "2026-02-30"}, 422, "date: cannot be read. Accepted: a day"),
        ("check", {"facts": {}, "date": "0001-01-01"}, 422, "cannot be used. Accepted: a date after"),
    ],
)
def test_bad_input_is_explained(api, path, body, status, says):
    """The field, what was wrong and what is accepted, in one form."""
    reply = api.post(f"/api/{path}", json=body)
    problem = ProblemBody.model_validate(reply.json())
    assert reply.status_code == status
    assert says in problem.error
    assert "pydantic" not in reply.text
    assert problem.code == "unusable"


@pytest.mark.parametrize(
    ("content", "headers", "status", "says"),
    [
        (b'{"question": ', JSON, 400, "What you sent is not JSON: Expecting value in line 1"),
        (b'{"facts": {"full_time": true, "full_time": false}}', JSON, 400, "full_time: stated twice"),
        (b"[" * 50_000, JSON, 400, "nested too deeply"),
        (b"\xff\xfe", JSON, 400, "not UTF-8"),
        (b'{"question": "Who pays?"}', {"Content-Type": "text/plain"}, 422, "Content-Type: application/json"),
        (b"", JSON, 422, "must be a JSON object"),
    ],
)
def test_what_is_no_json_is_explained(api, content, headers, status, says):
    """A fact that stands twice is refused, too: its last statement must not win silently."""
    reply = api.post("/api/check", content=content, headers=headers)
    assert (reply.status_code, says in reply.json()["error"]) == (status, True), reply.text


def test_a_long_question_is_an_answer_that_says_so(api):
    """The contract has a kind for it."""
    answer = api.post("/api/ask", json={"question": "x" * (MAX_CHARACTERS + 1)}).json()
    assert answer["kind"] == "invalid"
    assert "4,000" in answer["text"]


def test_an_unknown_clause_lists_the_known_ones(api):
    """404, and every id."""
    reply = api.get("/api/clauses/rules:Z.z")
    assert reply.status_code == 404
    assert "rules:X.p2" in reply.json()["error"]


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [("GET", "/api/ask", 405), ("POST", "/api/clauses", 405), ("GET", "/api/", 404), ("POST", "/api/chat", 404)],
)
def test_wrong_addresses_and_methods_are_explained(api, method, path, status):
    """What is there is named."""
    reply = api.request(method, path)
    assert reply.status_code == status
    assert "/api/" in reply.json()["error"]
    assert ("Allow" in reply.headers) == (status == 405)


def test_a_fault_of_ours_shows_nothing_of_itself(api, monkeypatch):
    """500 in the same form, and no word of what broke."""
    monkeypatch.setattr("assistant.pipeline.clean", lambda _: 1 / 0)
    reply = api.post("/api/ask", json={"question": "Who pays?"})
    assert (reply.status_code, reply.json()["code"]) == (500, "failed")
    assert "zero" not in reply.text


def test_the_description_names_the_endpoints_and_their_errors(api):
    """OpenAPI, made from the code, with an example for each field that is sent."""
    described = api.get("/api/openapi.json").json()
    assert set(described["paths"]) == {"/api/ask", "/api/check", "/api/clauses", "/api/clauses/{id}"}
    assert {"400", "413", "422", "429", "503"} <= set(described["paths"]["/api/ask"]["post"]["responses"])
    for name in ("Ask", "Check"):
        for field in described["components"]["schemas"][name]["properties"].values():
            assert field["examples"]


def test_the_page_of_the_api_loads_nothing(api):
    """It has every endpoint, and no script, and nothing from another host."""
    reply = api.get("/api/docs")
    assert "POST /api/ask" in reply.text
    assert "overhead out of the cash" in reply.text
    assert "<script" not in reply.text
    assert re.findall(r"(?:src|href)=\"(?!openapi\.json)", reply.text) == []
    assert "script-src" not in reply.headers["Content-Security-Policy"]


def test_the_examples_in_the_documentation_work(api):
    """Each request of docs/api.md gives the reply that stands below it, as far as it is shown."""
    text = (ROOT / "docs" / "api.md").read_text(encoding="utf-8")
    examples = re.findall(r"```http\n(GET|POST) (\S+)\n(?:\n(.*?)\n)?```\n\n```json\n(.*?)\n```", text, re.DOTALL)
    assert {path.split("/")[2] for _, path, _, _ in examples} == {"ask", "check", "clauses"}
    assert len(examples) >= 5
    for method, path, body, shown in examples:
        reply = api.request(method, path, content=body or None, headers=JSON if body else {})
        assert_shown(json.loads(shown), reply.json(), path)


def assert_shown(shown: object, real: object, where: str) -> None:
    """Every value that is shown is real; "…" stands for what is left out."""
    if isinstance(shown, dict):
        assert isinstance(real, dict)
        for name, value in shown.items():
            assert name in real, f"{where}: {name}"
            assert_shown(value, real[name], f"{where} {name}")
    elif isinstance(shown, list):
        kept = [one for one in shown if one != "…"]
        assert isinstance(real, list)
        assert len(kept) <= len(real)
        for at, one in enumerate(kept):
            assert_shown(one, real[at], f"{where} {at}")
    elif isinstance(shown, str) and shown.endswith("…"):
        assert str(real).startswith(shown[:-1]), where
    elif not where.endswith((" ms", " corpus_hash", " score")):
        assert shown == real, where
