"""Feedback from the page."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.record.opening import open_store

TAXES = "Who pays taxes on an Award?"


@pytest.fixture
def client(serve, tmp_path):
    return serve(keep_questions=True, data_dir=tmp_path)


@pytest.fixture
def store(client, tmp_path):
    opened = open_store(None, tmp_path)
    yield opened
    opened.close()


def test_the_answer_is_worked_out_again(client, store, assistant):
    """What is kept is the real answer, whoever sends what; a thumb up puts nothing on the list."""
    assert client.post("/feedback", json={"question": TAXES, "up": True}).status_code == 201
    [rated] = store.ratings()
    assert rated.rating.answer == assistant.ask(TAXES).text
    assert store.questions() == []


def test_a_follow_up_is_kept_as_it_was_understood(client, store):
    """With the words of the question that it leans on."""
    sent = {
        "question": "And for bicycles?",
        "turns": ["Is there parking at the award ceremony?"],
        "up": False,
        "reason": " x ",
    }
    client.post("/feedback", json=sent)
    [kept] = store.questions()
    assert "ceremony" in kept.asked.question
    assert "bicycles" in kept.asked.question
    assert store.reasons_given(kept) == ["x"]


@pytest.mark.parametrize(
    "sent",
    [
        {"question": "", "up": True},
        {"question": "x" * 4001, "up": True},
        {"question": TAXES},
        {"question": TAXES, "up": True, "reason": "x" * 501},
        {"question": TAXES, "up": True, "email": "ada@example.org"},
        {"question": TAXES, "up": True, "turns": ["x"] * 21},
    ],
)
def test_what_the_form_does_not_send_is_not_taken(client, store, sent):
    """The reply says what is wrong, and nothing is kept."""
    reply = client.post("/feedback", json=sent)
    assert reply.status_code == 422
    assert reply.json()["error"]
    assert store.ratings() == []


def test_a_failing_store_is_told(client, monkeypatch: pytest.MonkeyPatch):
    """Nobody is thanked for what was lost."""
    monkeypatch.setattr("assistant.record.store.MOST", 0)
    reply = client.post("/feedback", json={"question": TAXES, "up": True})
    assert (reply.status_code, reply.json()["code"]) == (503, "not_kept")


def test_answers_of_all_endpoints_are_noticed(client, store):
    """The API's are counted, and kept where they are none; a rating is no question asked."""
    client.post("/api/ask", json={"question": "Is there parking at the award ceremony?"})
    client.post("/feedback", json={"question": TAXES, "up": True})
    client.__exit__(None, None, None)  # stopping writes what waits
    assert [kept.asked.question for kept in store.questions()] == ["Is there parking at the award ceremony?"]
    assert sum(count.answers for count in store.counts(date.min)) == 1


def test_off_means_off(serve, tmp_path):
    """No route, no file, whatever is asked."""
    client = serve(data_dir=tmp_path)
    client.post("/api/ask", json={"question": "Is there parking at the award ceremony?"})
    assert client.post("/feedback", json={"question": TAXES, "up": True}).status_code == 404
    assert list(tmp_path.iterdir()) == []
