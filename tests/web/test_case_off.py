"""A case typed into the chat where typed cases are not judged."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.web.conftest import start

pytestmark = [pytest.mark.web, pytest.mark.xdist_group("web")]
CASE = "I am a full-time professor at an accredited university in Ghana. Am I eligible?"


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """The app that leaves typed cases to the interview."""
    site = start(tmp_path_factory.mktemp("no_cases"), ARA_READ_CASES="false")
    yield site
    site.process.terminate()
    site.process.wait(20)


def test_a_case_leads_to_the_interview_with_one_press(visit, ask):
    """The answer to a typed case holds the link, and no verdict; the start does not say that a case can be told."""
    page = visit()
    expect(page.get_by_text("describe your case")).to_have_count(0)
    answer = ask(page, CASE)
    expect(page.locator(".case")).to_have_count(0)
    answer.get_by_role("link", name="Check your eligibility").click()
    expect(page.locator("#check .question")).to_be_visible()
    expect(page.locator("#check [data-start]")).to_be_focused()


def test_what_is_asked_next_is_answered(visit, ask):
    """A question after a case that was not judged is answered as ever."""
    page = visit()
    ask(page, CASE)
    expect(ask(page, "Who pays the taxes on an award?").locator(".chip").first).to_be_visible()
