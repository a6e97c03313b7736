"""axe-core on every view, in light and dark, at the widths of a phone and a desk."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

pytestmark = [pytest.mark.web, pytest.mark.xdist_group("web")]
OVERHEAD = "Can the university take its overhead out of the cash?"


def violations(page):
    """What axe-core finds, of any weight."""
    found = Axe().run(page).response["violations"]
    return [(rule["id"], rule["impact"], [node["html"][:160] for node in rule["nodes"]]) for rule in found]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_axe_finds_nothing(visit, ask, scheme, width):
    """Start, answer, a refusal, a quoted clause, an edited question, an error, the Rules with a search: no violation."""
    page = visit(width=width, scheme=scheme)
    found = {"start": violations(page)}
    answer = ask(page, OVERHEAD)
    found["answer"] = violations(page)
    answer.locator(".cite").first.click()
    page.locator("#rules mark").wait_for()
    page.locator('[id="rules:III.c"] summary').first.click()
    page.get_by_text("Contents").click()
    found["quoted clause"] = violations(page)
    page.keyboard.press("Escape")
    ask(page, "What is the capital of Peru?")
    found["refusal"] = violations(page)
    page.get_by_role("button", name="Edit this question").click()
    found["editing"] = violations(page)
    page.get_by_label("Your question").fill("?")
    page.get_by_label("Your question").press("Enter")
    expect(page.get_by_role("alert")).to_be_visible()
    found["error"] = violations(page)
    page.locator(".views").get_by_role("link", name="Read the Rules").click()
    found["reading"] = violations(page)
    page.locator('[id="rules:I.p1"]').get_by_text("What rests on this").click()
    page.locator("#find").fill("award")
    page.locator("mark.now").wait_for()
    found["search"] = violations(page)
    assert {view: rules for view, rules in found.items() if rules} == {}


@pytest.mark.parametrize("language", ["de-DE", "ja-JP"])
def test_axe_finds_nothing_in_another_language(visit, language):
    """Start, interview and Rules."""
    page = visit(width=390, locale=language)
    found = {"start": violations(page)}
    for number, view in ((1, "interview"), (2, "reading")):
        page.locator(".views a").nth(number).click()
        found[view] = violations(page)
    assert {view: rules for view, rules in found.items() if rules} == {}


def test_headings_and_landmarks(visit, ask):
    """One first heading, each question a heading under it, and named regions to jump to."""
    page = visit()
    ask(page, OVERHEAD)
    assert page.locator("h1").count() == 1
    expect(page.get_by_role("navigation", name="Views")).to_be_visible()
    expect(page.get_by_role("search")).to_be_visible()
    expect(page.get_by_role("heading", level=2, name=OVERHEAD)).to_be_visible()
    expect(page.get_by_role("region", name="ARA Program Rules")).to_be_visible()
    expect(page.get_by_role("banner")).to_be_visible()
    assert page.get_by_role("main").count() == 1
