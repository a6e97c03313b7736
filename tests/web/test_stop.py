"""Stopping an answer while it is written."""

from __future__ import annotations

import threading
import time

import pytest
import uvicorn
from playwright.sync_api import expect

import app
from assistant import Settings
from tests.web.conftest import free_port

pytestmark = [pytest.mark.web, pytest.mark.xdist_group("web-cases")]
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


@pytest.mark.parametrize("line", ["fast", "slow"])
def test_an_answer_can_be_stopped_and_what_was_written_stays(browser, held, line):
    """Half an answer has no foot and no record, and the next question is answered as ever, once, on a slow line too."""
    address, go_on, ended = held
    context = browser.new_context()
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url) if "/queue/join" in request.url else None)
    if line == "slow":
        page.route("**/gradio_api/reset", lambda route: (time.sleep(0.4), route.continue_()))
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
    # The server lets go of a stopped answer at its next sentence; what is asked before that waits.
    box.fill("Who pays")
    box.press("Enter")
    page.locator("html.waiting").wait_for()
    box.press_sequentially(" taxes on an Award?")
    expect(page.locator("html.waiting"), "it is still being written").to_have_count(0)
    box.press("Enter")
    page.locator("html.waiting").wait_for()
    assert len(asked) == 1
    go_on.set()
    assert ended.wait(30)
    page.locator(".answer .foot").wait_for()
    expect(page.locator("html.waiting")).to_have_count(0)
    expect(box).to_have_value("")
    expect(page.locator(".said")).to_have_text([OVERHEAD, "Who pays taxes on an Award?"])
    expect(page.locator(".record")).to_have_count(1)
    assert len(asked) == 2
    box.fill(OVERHEAD)
    box.press("Enter")
    expect(page.locator(".record")).to_have_count(2)
    context.close()
