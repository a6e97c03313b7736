"""The interview in a real browser."""

from __future__ import annotations

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

pytestmark = [pytest.mark.web, pytest.mark.xdist_group("web-cases")]
REPLIES = {
    "position": "Professor, lecturer, instructor or reader",
    "full_time": "Yes",
    "accredited": "Yes",
    "of_age": "Yes",
    "one_proposal": "Yes",
    "government_pay": "No",
    "us_restrictions": "No",
    "amazon_relation": "Nothing, ever",
    "relatives_at_amazon": "No",
    "procurement": "No",
    "residence": "Ghana",
}
"""What somebody answers who meets every condition."""
ELIGIBLE, NOT_ELIGIBLE = "Eligible, on these facts.", "Not eligible, on these facts."


@pytest.fixture
def check(visit):
    """Open the page and go to the interview."""

    def open_view(**options):
        page = visit(**options)
        page.get_by_role("link", name="Check eligibility").click()
        page.locator(".question").wait_for()
        return page

    return open_view


def asked(page):
    """The fact that is asked for; empty where the result is shown."""
    fact = page.locator("#check [name=fact]")
    return fact.input_value() if fact.count() else ""


def reply(page, text):
    """Answer the question on the page, whatever its kind, and wait for what comes next."""
    fact, kind = asked(page), page.locator("#check .question").get_attribute("data-kind")
    if kind == "choice":
        page.get_by_role("radio", name=text, exact=True).check()
    elif kind in {"date", "place", "number"}:
        page.locator("#check .field").fill(text)
    if kind in {"choice", "date", "place", "number"}:
        page.get_by_role("button", name="Continue").click()
    else:
        page.get_by_role("button", name=text, exact=True).click()
    page.wait_for_function("fact => document.querySelector('#check [name=fact]')?.value !== fact", arg=fact)


def walk(page, **other):
    """Answer until the result is there."""
    replies = REPLIES | other
    while fact := asked(page):
        reply(page, replies[fact])


def tab_to(page, locator, most=40):
    """Press Tab until ``locator`` has the focus."""
    for _ in range(most):
        page.keyboard.press("Tab")
        if locator.evaluate("element => element === document.activeElement"):
            return
    pytest.fail(f"{locator} was not reached with Tab")


def test_from_nothing_to_a_verdict_with_the_keyboard_alone(visit):
    """Tab, Space, Enter and letters are enough; the focus goes to each new question and to the result."""
    page = visit()
    tab_to(page, page.get_by_role("link", name="Check eligibility"))
    page.keyboard.press("Enter")
    count = 0
    while fact := asked(page):
        count += 1
        kind = page.locator("#check .question").get_attribute("data-kind")
        if kind == "choice":
            tab_to(page, page.get_by_role("radio").first)
            page.keyboard.press("Space")
            tab_to(page, page.get_by_role("button", name="Continue"))
        elif kind == "place":
            tab_to(page, page.locator("#check .field"))
            page.keyboard.type(REPLIES[fact])
        else:
            tab_to(page, page.get_by_role("button", name=REPLIES[fact], exact=True))
        page.keyboard.press("Enter")
        page.wait_for_function("fact => document.querySelector('#check [name=fact]')?.value !== fact", arg=fact)
        expect(page.locator("#check [data-start]")).to_be_focused()
    assert count == len(REPLIES)
    expect(page.locator("#check-result")).to_have_text(ELIGIBLE)
    expect(page.locator(".finding-met")).to_have_count(10)


def test_a_clear_obstacle_ends_it_early_and_says_so(check):
    """One answer is enough; what would change the result and what can be done stand below; the rest can follow."""
    page = check()
    reply(page, "Postdoc")
    expect(page.locator("#check-result")).to_have_text(NOT_ELIGIBLE)
    expect(page.locator(".verdict")).to_contain_text("One condition that is not met is enough")
    expect(page.get_by_role("heading", name="What would change the result")).to_be_visible()
    expect(page.get_by_text("A colleague who meets every condition")).to_be_visible()
    expect(page.locator(".caveat")).to_contain_text("The programme decides")
    expect(page.locator(".caveat")).to_contain_text("March 12, 2021")
    page.get_by_role("button", name="Answer the rest anyway").click()
    expect(page.locator(".so-far")).to_contain_text(NOT_ELIGIBLE)
    walk(page)
    expect(page.locator("#check-result")).to_have_text(NOT_ELIGIBLE)


def test_changing_an_answer_updates_the_result_and_says_how(check):
    """The summary has every answer; a change is told, and heard."""
    page = check()
    walk(page)
    expect(page.locator("#check dl > div")).to_have_count(len(REPLIES))
    page.get_by_role("button", name="Change Full-time").click()
    page.get_by_role("button", name="No", exact=True).click()
    expect(page.locator("#check-result")).to_have_text(NOT_ELIGIBLE)
    notice = page.locator(".notice")
    expect(notice).to_contain_text("Changed: Full-time, from “Yes” to “No”.")
    expect(notice).to_contain_text("and is now “Not eligible, on these facts”")
    expect(page.locator("#announcer")).to_have_text(notice.text_content())
    page.get_by_role("button", name="Change Full-time").click()
    page.get_by_role("button", name="Yes", exact=True).click()
    expect(page.locator("#check-result")).to_have_text(ELIGIBLE)


def test_a_bad_date_is_explained_and_loses_nothing(check):
    """The message is tied to the field, which keeps what was typed; so do the answers before it."""
    page = check()
    while asked(page) != "amazon_relation":
        reply(page, REPLIES[asked(page)])
    reply(page, "Intern")
    field = page.get_by_label("When was your last day there?")
    field.fill("2025-02-30")
    field.press("Enter")
    expect(page.locator(".problem:visible")).to_contain_text("February 2025 has no day 30.")
    expect(field).to_have_value("2025-02-30")
    expect(field).to_have_attribute("aria-invalid", "true")
    expect(field).to_have_accessible_description(re.compile("no day 30.*A year, a month or a day"))
    expect(field).to_be_focused()
    expect(page.locator("#check dl > div")).to_have_count(len(REPLIES))
    field.fill("2020")
    field.press("Enter")
    expect(page.locator("#check-result")).to_have_text(ELIGIBLE)


def test_the_receipt_holds(check, run_ara, tmp_path):
    """What is downloaded is verified by the command; the page to print has the result."""
    page = check()
    walk(page)
    files = {}
    for name in ("JSON", "page to print"):
        with page.expect_download() as download:
            page.get_by_role("link", name=f"Download receipt ({name})").click()
        files[name] = tmp_path / download.value.suggested_filename
        download.value.save_as(files[name])
    assert [path.name for path in files.values()] == ["ara-receipt.json", "ara-receipt.html"]
    result = run_ara("check", "--verify", str(files["JSON"]))
    assert (result.returncode, result.stdout.splitlines()[0]) == (0, "The receipt holds.")
    assert ELIGIBLE in files["page to print"].read_text(encoding="utf-8")


def test_a_chip_opens_the_clause_and_escape_comes_back(check):
    """The Rules are beside both views, and a question waits while they are read."""
    page = check()
    page.get_by_text("Why am I asked this?").click()
    chip = page.locator("#check .chip")
    chip.click()
    expect(page.locator("#rules mark")).to_contain_text("either a full-time faculty member")
    page.keyboard.press("Escape")
    expect(chip).to_be_focused()
    assert page.url.endswith("#check")
    expect(page.locator("#rules")).to_be_visible()


def test_the_address_names_the_view(check):
    """A link to the interview opens it; going back in the browser goes back to the chat."""
    page = check()
    page.reload()
    expect(page.locator(".question")).to_be_visible()
    expect(page.get_by_role("link", name="Check eligibility")).to_have_attribute("aria-current", "page")
    expect(page).to_have_title(re.compile("^Check eligibility – "))
    expect(page.get_by_label("Your question")).to_be_hidden()
    page.go_back()
    expect(page.get_by_label("Your question")).to_be_visible()
    expect(page.locator(".question")).to_be_hidden()


def test_two_people_do_not_see_each_other(check):
    """Each has answers of their own, and a new page has none."""
    first, second = check(), check()
    reply(first, "Postdoc")
    reply(second, REPLIES["position"])
    expect(first.locator("#check-result")).to_have_text(NOT_ELIGIBLE)
    reply(second, "Yes")
    expect(second.locator("#check dl > div")).to_have_count(2)
    expect(first.locator("#check dl > div")).to_have_count(1)
    expect(check().locator("#check dl > div")).to_have_count(0)


def test_answers_are_stored_nowhere(check, site):
    """Not in the browser's stores, not in the server's output; starting again forgets them on the page."""
    page = check()
    reply(page, "Postdoc")
    stores = page.evaluate("JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie])")
    assert "postdoc" not in stores
    assert "postdoc" not in "".join(site.output)
    page.get_by_role("button", name="Start again").click()
    expect(page.locator(".progress")).to_contain_text("Question 1 of")
    assert "postdoc" not in page.locator(".check-view").get_attribute("data-session")


@pytest.mark.parametrize(("width", "scheme"), [(390, "light"), (390, "dark"), (1280, "light"), (1280, "dark")])
def test_axe_finds_nothing(check, width, scheme):
    """Each kind of question, an error, a change and the result: no violation of any weight."""
    page = check(width=width, scheme=scheme)
    found = {}

    def look(view):
        violations = Axe().run(page).response["violations"]
        found[view] = [(rule["id"], [node["html"][:160] for node in rule["nodes"]]) for rule in violations]

    page.get_by_text("Why am I asked this?").click()
    look("choice")
    reply(page, REPLIES["position"])
    look("yes or no")
    while asked(page) != "residence":
        reply(page, REPLIES[asked(page)])
    page.locator("#check .field").fill("Atlantis")
    page.get_by_role("button", name="Continue").click()
    expect(page.locator(".problem:visible")).to_contain_text("Atlantis")
    look("error")
    walk(page, position="Postdoc")
    look("eligible")
    page.get_by_role("button", name="Change Post").click()
    page.get_by_role("radio", name="Postdoc").check()
    look("change")
    page.get_by_role("button", name="Continue").click()
    expect(page.locator("#check-result")).to_have_text(NOT_ELIGIBLE)
    page.locator(".others summary").first.click()
    look("not eligible")
    assert {view: rules for view, rules in found.items() if rules} == {}


@pytest.mark.parametrize(("width", "height"), [(320, 640), (320, 256), (390, 844), (1280, 800)])
def test_it_fits_and_can_be_touched(check, width, height):
    """Nothing scrolls sideways, and everything to press is at least 44 pixels high."""
    page = check(width=width, height=height)
    for answer in (REPLIES["position"], "No"):
        assert fits(page)
        reply(page, answer)
    page.locator(".others summary").first.click()
    assert fits(page)


def fits(page):
    """Whether nothing scrolls sideways, with the reason for a question unfolded and every target large enough."""
    if asked(page):
        page.get_by_text("Why am I asked this?").click()
    small = page.evaluate(
        """[...document.querySelectorAll("#check :is(button, a, summary, .choice, .field), .views a")]
        .filter(e => e.checkVisibility() && !e.closest("li > a, ul:not(.findings) li") && e.getBoundingClientRect().height < 43.9)
        .map(e => e.outerHTML.slice(0, 90))"""
    )
    assert small == []
    return (
        page.evaluate(
            """Math.max(document.scrollingElement.scrollWidth - innerWidth,
        ...["#ask", "#rules"].map(q => document.querySelector(q)).map(e => e.scrollWidth - e.clientWidth))"""
        )
        <= 0
    )
