"""The page without a mouse."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from assistant.page import EXAMPLES

pytestmark = [pytest.mark.web, pytest.mark.xdist_group("web")]
OVERHEAD = "Can the university take its overhead out of the cash?"


def tab_to(page, locator, key="Tab", most=60):
    """Press a key until the element has the focus."""
    for _ in range(most):
        if locator.evaluate("element => element === document.activeElement"):
            return
        page.keyboard.press(key)
    pytest.fail(f"{locator} was not reached with {key}")


def test_from_first_tab_to_a_cited_clause_and_back(visit):
    """Skip link, question, chip, clause, plain words, back, new chat: all with Tab, Enter and Escape."""
    page = visit()
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the question box")).to_be_focused()
    page.keyboard.press("Enter")
    box = page.get_by_label("Your question")
    expect(box).to_be_focused()
    page.keyboard.type(OVERHEAD)
    page.keyboard.press("Enter")
    page.locator(".answer .foot").wait_for()
    expect(box).to_be_focused()

    chip = page.locator(".answer .chip", has_text="§ III(c)")
    tab_to(page, chip, "Shift+Tab")
    page.keyboard.press("Enter")
    clause = page.locator('[id="rules:III.c"]')
    expect(clause).to_be_focused()
    tab_to(page, clause.locator("summary").first)
    page.keyboard.press("Enter")
    expect(clause.locator(".plain p")).to_be_visible()
    page.keyboard.press("Escape")
    expect(chip).to_be_focused()

    tab_to(page, page.get_by_role("button", name="New chat"))
    page.keyboard.press("Enter")
    expect(page.locator(".said")).to_have_count(0)
    expect(box).to_be_focused()


def test_the_rules_are_read_and_searched_without_a_mouse(visit):
    """View, search, next match, a clause's resting questions, and the answer to one."""
    page = visit()
    tab_to(page, page.locator(".views").get_by_role("link", name="Read the Rules"))
    page.keyboard.press("Enter")
    tab_to(page, page.get_by_role("searchbox"))
    page.keyboard.type("gift")
    page.keyboard.press("Enter")
    expect(page.locator(".find [role=status]")).to_contain_text("2 of ")
    rests = page.locator('[id="rules:P.p1"] .rests')
    tab_to(page, rests.locator("summary"))
    page.keyboard.press("Enter")
    tab_to(page, rests.locator(".follow-up").first)
    page.keyboard.press("Enter")
    page.locator(".answer .foot").wait_for()
    expect(page.get_by_label("Your question")).to_be_focused()


def test_follow_ups_editing_and_downloads_are_reached_with_tab(visit):
    """Everything that an answer offers."""
    page = visit()
    page.get_by_label("Your question").press_sequentially(OVERHEAD)
    page.keyboard.press("Enter")
    page.locator(".answer .foot").wait_for()
    for button in (
        page.get_by_role("button", name="JSON"),
        page.locator(".answer .follow-up").last,
        page.get_by_role("button", name="Copy with citation"),
        page.get_by_role("button", name="Link to this clause").first,
        page.locator(".cite").first,
        page.get_by_role("button", name="Edit this question"),
    ):
        tab_to(page, button, "Tab" if button.text_content() == "JSON" else "Shift+Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_label("Your question")).to_be_focused()


def test_shift_enter_makes_a_line_and_enter_sends(visit):
    """A question of two lines can be typed."""
    page = visit()
    box = page.get_by_label("Your question")
    box.fill("Who pays")
    box.press("Shift+Enter")
    box.press_sequentially("the taxes?")
    expect(box).to_have_value("Who pays\nthe taxes?")
    box.press("Enter")
    expect(page.locator(".said")).to_have_text("Who pays\nthe taxes?")


def test_examples_are_reached_with_tab(visit):
    """An example is asked with Enter."""
    page = visit()
    tab_to(page, page.get_by_role("button", name=list(EXAMPLES)[2]))
    page.keyboard.press("Enter")
    page.locator(".answer .foot").wait_for()


def test_focus_can_be_seen_everywhere(visit, ask):
    """Whatever has the keyboard's focus has an outline."""
    page = visit()
    ask(page, OVERHEAD)
    page.evaluate("document.activeElement.blur(); getSelection().collapse(document.body, 0)")
    bare = []
    for _ in range(12):
        page.keyboard.press("Tab")
        name, style, width = page.evaluate(
            """() => { const e = document.activeElement, s = getComputedStyle(e);
            return [e.outerHTML.slice(0, 80), s.outlineStyle, parseFloat(s.outlineWidth)]; }"""
        )
        if style == "none" or width < 2:
            bare.append(name)
    assert bare == []
