"""How the page fits: narrow, zoomed, long words, first paint, print."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from assistant.page import EXAMPLES

pytestmark = [pytest.mark.web, pytest.mark.xdist_group("web")]
OVERHEAD = "Can the university take its overhead out of the cash?"


def sideways(page):
    """How far the page, or the Rules on it, can be scrolled sideways."""
    return page.evaluate(
        """Math.max(document.scrollingElement.scrollWidth - innerWidth,
        ...["#ask", "#rules"].map(q => document.querySelector(q)).map(e => e.scrollWidth - e.clientWidth))"""
    )


@pytest.mark.parametrize(("width", "height"), [(320, 640), (320, 256), (390, 844), (768, 1024), (1280, 800)])
def test_nothing_scrolls_sideways(visit, ask, width, height):
    """At every width, down to 320 pixels (1280 at 400 %), the page reflows."""
    page = visit(width=width, height=height)
    assert sideways(page) <= 0
    ask(page, "Who owns " + "antidisestablishmentarianism" * 12 + " after the award?")
    answer = ask(page, OVERHEAD)
    assert sideways(page) <= 0
    answer.locator(".chip").first.click()
    expect(page.locator("#rules mark")).to_be_visible()
    assert sideways(page) <= 0
    page.keyboard.press("Escape")
    page.locator(".views").get_by_role("link", name="Read the Rules").click()
    page.locator("#find").fill("award")
    page.locator('[id="rules:I.p1"]').get_by_text("What rests on this").click()
    assert sideways(page) <= 0


def test_at_400_percent_nothing_stays_over_what_is_read(visit, ask):
    """A new question and the beginning of its answer have the whole low screen, without heading line and box."""
    page = visit(width=320, height=256)
    ask(page, OVERHEAD)
    ask(page, "Who pays the taxes on an award?")
    expect(page.locator(".said").last).to_be_in_viewport(ratio=1)
    for part in (".top", "#composer"):
        assert page.locator(part).evaluate("element => getComputedStyle(element).position") == "static"


def test_chat_and_rules_stand_side_by_side_on_a_wide_screen(visit):
    """From 1024 pixels on, the Rules need no button."""
    page = visit(width=1280)
    expect(page.locator("#rules")).to_be_visible()
    assert page.locator("#rules").bounding_box()["x"] >= page.locator("#composer").bounding_box()["x"] + 500


def test_chips_and_buttons_are_large_enough_to_touch(visit, ask):
    """Everything to press is at least 24 pixels high and wide, as WCAG 2.2 asks."""
    page = visit(width=390, height=844)
    ask(page, OVERHEAD)
    small = page.evaluate(
        """[...document.querySelectorAll(".chip, .cite, #ask button, .views a, #language")].map(e => [e.textContent, e.getBoundingClientRect()])
        .filter(([, r]) => r.width > 1 && (r.height < 24 || r.width < 24)).map(([name]) => name)"""
    )
    assert small == []


def test_the_page_does_not_jump_while_it_loads(browser, site):
    """The sum of layout shifts stays under 0.05; the heading and the Rules are there before the chat."""
    context = browser.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.add_init_script(
        """window.shifted = 0; new PerformanceObserver(list => { for (const entry of list.getEntries()) shifted += entry.value; })
        .observe({ type: "layout-shift", buffered: true });"""
    )
    page.goto(site.url)
    page.get_by_label("Your question").wait_for()
    assert page.evaluate("shifted") < 0.05
    context.close()


def test_the_weight_of_the_page(browser, site):
    """All that a first visit loads is under 400 kB on the wire."""
    context = browser.new_context()
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    sizes = []
    session.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
    page.goto(site.url)
    page.get_by_role("button", name=next(iter(EXAMPLES))).wait_for()
    assert 0 < sum(sizes) < 400_000
    context.close()


def test_print_shows_the_conversation_and_the_rules_and_nothing_to_press(visit, ask):
    """On paper there is no box and no button, and the Rules are whole."""
    page = visit(width=390)
    ask(page, OVERHEAD)
    page.emulate_media(media="print")
    expect(page.locator(".answer")).to_be_visible()
    expect(page.locator('[id="rules:X.p2"] .exact')).to_be_visible()
    for button in page.get_by_role("button").all():
        expect(button).to_be_hidden()
    expect(page.locator("#box")).to_be_hidden()
