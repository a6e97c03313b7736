"""A server that stops in the middle of an answer, and one that comes back."""

from __future__ import annotations

import signal

import pytest
from playwright.sync_api import expect

from tests.web.conftest import start

pytestmark = [pytest.mark.web, pytest.mark.xdist_group("web-cases")]
TAXES = "Who pays taxes on an Award?"
OVERHEAD = "Can the university take its overhead out of the cash?"


def test_a_lost_server_is_said_to_be_lost_and_nothing_typed_is(browser, tmp_path, ask):
    """One sentence at the question; when the server is back, question and turns are still there."""
    (tmp_path / "first").mkdir()
    (tmp_path / "second").mkdir()
    site = start(tmp_path / "first")
    context = browser.new_context(accept_downloads=True)
    page = context.new_page()
    page.goto(site.url)
    page.get_by_label("Your question").wait_for()
    ask(page, TAXES)

    site.process.send_signal(signal.SIGSTOP)
    page.get_by_label("Your question").fill(OVERHEAD)
    page.get_by_label("Your question").press("Enter")
    site.process.kill()
    site.process.wait()
    alert = page.get_by_role("alert")
    expect(alert).to_have_text(
        "The connection to the server was lost, so the last answer is missing or cut short. What you see can still be "
        "read and downloaded. Please ask again in a moment.",
        timeout=15_000,
    )
    expect(page.locator(".said")).to_have_text([TAXES])
    expect(page.get_by_label("Your question")).to_have_value(OVERHEAD)
    expect(page.locator(".toast-wrap")).to_be_hidden()

    again = start(tmp_path / "second", ARA_PORT=site.host.rsplit(":", 1)[1])
    expect(page.get_by_role("alert")).to_contain_text("The server was started again", timeout=30_000)
    expect(page.get_by_label("Your question")).to_have_value(OVERHEAD)
    with page.expect_download() as download:
        page.get_by_role("button", name="Markdown").click()
    assert TAXES in download.value.path().read_text(encoding="utf-8")
    assert page.evaluate("sessionStorage.length") == 0
    ask(page, OVERHEAD)
    expect(page.get_by_role("alert")).to_have_count(0)
    context.close()
    again.process.terminate()
    again.process.wait(20)
