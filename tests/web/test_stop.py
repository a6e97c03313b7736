"""Stopping an answer while it is written."""

from __future__ import annotations

import threading

import pytest
import uvicorn
from playwright.sync_api import expect

import app
from assistant import Settings
from tests.web.conftest import free_port

pytestmark = [pytest.mark.web, pytest.mark.xdist_group("web")]
OVERHEAD = "Can the university take its overhead out of the cash?"


@pytest.fixture
def held(assistant, monkeypatch):
    """The app in this process, whose answers stop growing after their first sentence until the event is set."""
    go_on, ended = threading.Event(), threading.Event()
    converse = app.converse

    def halting(*arguments, **named):
        try:
            for view in converse(*arguments, **named):
                yield view
                go_on.wait(30)
        finally:
            ended.set()

    monkeypatch.setattr(app, "converse", halting)
    port = free_port()
    server = uvicorn.Server(
        uvicorn.Config(
            app.web_app(assistant, Settings(port=port)).server, port=port, log_level="error", access_log=False
        )
    )
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{port}/", go_on, ended
    go_on.set()
    server.should_exit = True
    thread.join(20)


def test_an_answer_can_be_stopped_and_what_was_written_stays(browser, held):
    """Half an answer has no foot and no record, and the next question is answered as ever."""
    address, go_on, ended = held
    context = browser.new_context()
    page = context.new_page()
    page.goto(address)
    box = page.get_by_label("Your question")
    box.fill(OVERHEAD)
    box.press("Enter")
    page.get_by_role("button", name="Stop").click()
    expect(page.get_by_role("button", name="Stop")).to_be_hidden()
    expect(page.locator(".answer .says")).to_have_text(
        "The cash may not be used for indirect expenses unless they are "
        "incurred solely for the Principal Investigator's research."
    )
    expect(page.locator(".answer .foot, .record")).to_have_count(0)
    expect(page.locator(".downloads")).to_be_hidden()
    go_on.set()
    # The server lets go of a stopped answer at its next sentence; what is asked before that waits behind it.
    assert ended.wait(30)
    box.fill("Who pays taxes on an Award?")
    box.press("Enter")
    page.locator(".answer .foot").wait_for()
    expect(page.locator(".said")).to_have_count(2)
    expect(page.locator(".record")).to_have_count(1)
    context.close()
