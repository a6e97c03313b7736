"""What staff have switched on: thumbs under an answer, and the pages at /staff, in a real browser."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from argon2 import PasswordHasher
from playwright.sync_api import Browser, Page, expect

from assistant.record.opening import open_store
from assistant.record.store import Store
from tests.assistant.record.samples import ASKED, DAY, NOT_IN_RULES
from tests.web.conftest import Site, start
from tests.web.test_accessibility import violations

pytestmark = [pytest.mark.web, pytest.mark.xdist_group("web")]
PASSWORD = "correct horse battery"  # noqa: S105 - of the tests alone
TAXES = "Who pays taxes on an Award?"


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("record")


@pytest.fixture(scope="module")
def keeping(tmp_path_factory: pytest.TempPathFactory, database: Path) -> Iterator[Site]:
    """The app with everything of this page switched on."""
    site = start(
        tmp_path_factory.mktemp("keeping"),
        ARA_KEEP_QUESTIONS="1",
        ARA_DATABASE_URL=f"sqlite:///{database / 'record.sqlite3'}",
        ARA_STAFF_PASSWORD_HASH=PasswordHasher(time_cost=1, memory_cost=64).hash(PASSWORD),
    )
    yield site
    site.process.terminate()
    site.process.wait(20)


@pytest.fixture
def store(database: Path, keeping: Site) -> Iterator[Store]:
    opened = open_store(None, database)
    yield opened
    opened.close()


@pytest.fixture
def at(keeping: Site, browser: Browser) -> Iterator[object]:
    """Open a page of this app as a new user."""
    contexts = []

    def open_page(path: str = "", *, width: int = 1280, scheme: str = "light") -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": 800}, color_scheme=scheme, reduced_motion="reduce"
        )
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(15_000)
        page.goto(keeping.url + path)
        return page

    yield open_page
    for context in contexts:
        context.close()


def log_in(page: Page) -> None:
    page.get_by_label("Password").fill(PASSWORD)
    page.keyboard.press("Enter")
    page.get_by_role("navigation", name="Pages").wait_for()


def test_a_thumb_is_sent_with_what_the_form_shows(at, ask, store):
    """Nothing is kept before “Send”; then question, answer, thumb and reason are, and the question waits for review."""
    page = at()
    page.get_by_label("Your question").wait_for()
    expect(page.locator(".kept")).to_contain_text("kept for 90 days")
    expect(page.locator(".not-kept")).to_have_count(0)
    answer = ask(page, TAXES)
    answer.get_by_role("button", name="Bad answer").click()
    form = page.get_by_role("dialog", name="Bad answer")
    expect(form).to_contain_text(TAXES)
    expect(form).to_contain_text("deleted after 90 days")
    assert violations(page) == []
    page.keyboard.press("Escape")
    expect(form).to_be_hidden()
    assert store.ratings() == []
    answer.get_by_role("button", name="Bad answer").click()
    form.get_by_label("Why?").fill("Which taxes?")
    form.get_by_role("button", name="Send").click()
    expect(page.locator("#announcer")).to_have_text("Thank you. Your rating was sent.")
    expect(form).to_be_hidden()
    [rated] = store.ratings()
    assert (rated.rating.up, rated.rating.reason, rated.rating.question) == (False, "Which taxes?", TAXES)
    assert rated.rating.answer.endswith("*Rules version: March 12, 2021.*")
    assert [kept.asked.reason for kept in store.questions()] == ["thumbs_down"]


def test_without_the_switch_there_is_no_thumb(visit, ask, site):
    """Nor is there anywhere to send one; the start says that nothing is stored."""
    page = visit()
    expect(page.locator(".not-kept")).to_contain_text("What you write is not stored.")
    answer = ask(page, TAXES)
    expect(answer.get_by_role("button", name="Copy")).to_be_visible()
    expect(answer.locator(".thumb").first).to_be_hidden()
    assert page.locator(".kept, #rate").count() == 0
    assert page.request.post(f"{site.url}feedback", data={"question": TAXES, "up": True}).status in (404, 405)
    assert page.request.get(f"{site.url}staff").status == 404


def test_staff_are_asked_for_the_password(at, keeping):
    """A wrong one is told; the right one opens the pages, and nothing was shown before."""
    page = at("staff")
    expect(page.get_by_role("heading", level=1)).to_have_text("Log in")
    assert page.request.get(f"{keeping.url}staff/export/questions.json").status == 403
    page.get_by_label("Password").fill("wrong password")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("That is not the password")
    log_in(page)
    expect(page.get_by_role("heading", level=1)).to_have_text("Overview")


def test_a_question_is_labelled_with_the_keyboard_alone(at, store):
    """From the log-in to the label without a mouse."""
    store.keep(ASKED, DAY)
    page = at("staff/review?reason=unanswered")
    page.get_by_label("Password").focus()
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    page.get_by_role("link", name="Review").focus()
    page.keyboard.press("Enter")
    page.get_by_role("link", name=re.compile("Not answered")).focus()
    page.keyboard.press("Enter")
    expect(page.locator(".question")).to_have_text(ASKED.question)
    page.get_by_label("The Rules do not say").focus()
    page.keyboard.press("Space")
    page.get_by_role("button", name="Label it").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_contain_text("Labelled.")
    assert [one.label for one in store.labels()] == [NOT_IN_RULES]


@pytest.mark.parametrize(("width", "scheme"), [(320, "dark"), (390, "light"), (1280, "light"), (1280, "dark")])
def test_every_page_for_staff_is_sound(at, width, scheme):
    """axe-core finds nothing, and no page is wider than the window."""
    page = at("staff", width=width, scheme=scheme)
    found = {"log in": violations(page)}
    log_in(page)
    for name in ("", "review", "questions", "feedback", "labels", "quality"):
        page.goto(f"{page.url.split('/staff')[0]}/staff/{name}".rstrip("/"))
        found[name] = violations(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert {name: rules for name, rules in found.items() if rules} == {}
