"""The Rules beside the chat: opened by a chip, a link or the keyboard, and closed again."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

pytestmark = [pytest.mark.web, pytest.mark.xdist_group("web")]
OVERHEAD = "Can the university take its overhead out of the cash?"


@pytest.mark.parametrize("width", [390, 768, 1280])
def test_a_click_on_a_chip_marks_the_exact_characters(visit, ask, corpus, width):
    """At every width a chip opens the Rules, scrolled to the clause, with the quoted characters marked."""
    page = visit(width=width)
    answer = ask(page, OVERHEAD)
    answer.locator(".chip", has_text="§ III ¶ 3").click()
    mark = page.locator("#rules mark")
    expect(mark).to_have_text(answer.locator("q").nth(1).text_content())
    expect(mark).to_be_in_viewport(ratio=1)
    clause = page.locator('[id="rules:III.p3"]')
    expect(clause).to_be_focused()
    assert clause.locator(".exact").text_content() == corpus.clause("rules:III.p3").text
    answer.locator(".chip", has_text="§ III(c)").evaluate("chip => chip.click()")
    expect(mark).to_have_text(corpus.clause("rules:III.c").text)
    assert clause.locator(".exact").text_content() == corpus.clause("rules:III.p3").text


@pytest.mark.parametrize("way", ["Escape", "button", "Back"])
@pytest.mark.parametrize("width", [390, 1280])
def test_closing_gives_the_focus_back_to_the_chip(visit, ask, width, way):
    """Escape, the button and the browser's Back lead from the Rules to where one was."""
    page = visit(width=width)
    chip = ask(page, OVERHEAD).locator(".chip", has_text="§ III(c)")
    chip.click()
    expect(page.locator("#rules mark")).to_be_visible()
    if way == "Escape":
        page.keyboard.press("Escape")
    elif way == "Back":
        page.go_back()
    else:
        page.get_by_role("button", name="Close" if width == 390 else "Back to the answer").click()
    expect(chip).to_be_focused()
    expect(page.locator("#rules mark")).to_have_count(0)
    assert "#" not in page.url
    if width == 390:
        expect(page.locator("#rules")).to_be_hidden()


def test_the_sheet_on_a_phone_keeps_the_rest_out_of_reach(visit, ask):
    """On a phone the Rules are a modal dialog: a name, nothing behind it takes the focus."""
    page = visit(width=390, height=844)
    ask(page, OVERHEAD).locator(".chip", has_text="§ III(c)").click()
    sheet = page.get_by_role("dialog", name="ARA Program Rules")
    expect(sheet).to_be_visible()
    assert sheet.bounding_box()["width"] == 390
    assert page.locator("#ask").evaluate("part => part.inert")
    for _ in range(8):
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement === document.body || rules.contains(document.activeElement)")


@pytest.mark.parametrize("width", [390, 1280])
def test_a_link_to_a_clause_opens_it(visit, width):
    """`/#rules:III.c` shows the clause on arrival; a link with offsets marks the characters."""
    page = visit("#rules:III.c", width=width)
    expect(page.locator('[id="rules:III.c"]')).to_be_in_viewport()
    expect(page.locator('[id="rules:III.c"]')).to_have_class("clause item shown")
    marked = visit("#rules:III.c:8-20", width=width)
    expect(marked.locator("#rules mark")).to_have_text("be used for")


@pytest.mark.parametrize("address", ["#rules:XX.z", "#rules:III.c:9999-99999", "#%", "#rules:III.c:5-1", "#anything"])
def test_a_link_to_nothing_does_no_harm(visit, ask, address):
    """An address that names no clause, or no characters of it, leaves the page as it is."""
    page = visit(address)
    expect(page.locator("#rules mark")).to_have_count(0)
    expect(ask(page, OVERHEAD).locator(".short")).to_have_text("No.")


def test_the_panel_holds_the_whole_rules_word_for_word(visit, corpus):
    """Every clause stands in the panel with its text, and none more."""
    page = visit()
    shown = page.evaluate(
        """[...document.querySelectorAll(".clause")].map(c => [c.id, c.querySelector(".exact").textContent])"""
    )
    assert shown == [[clause.id, clause.text] for clause in corpus.rules.clauses]


def test_each_clause_has_its_plain_words_folded_under_it(visit, corpus):
    """The note of a clause is shown when it is asked for."""
    page = visit()
    clause = page.locator('[id="rules:I.p4"]')
    note = clause.locator(".plain p")
    expect(note).to_be_hidden()
    clause.get_by_text("In plain words").click()
    expect(note).to_have_text(" ".join(corpus.note_by_clause["rules:I.p4"].note.split()))
    expect(note).to_be_visible()


def test_contents_lead_to_the_sections(visit):
    """The contents open a section and show it."""
    page = visit()
    page.get_by_text("Contents").click()
    page.get_by_role("link", name="IX. Disputes").click()
    expect(page.get_by_role("heading", name="IX. Disputes")).to_be_in_viewport()


def test_the_name_of_a_clause_copies_a_link_to_it(visit, site):
    """The label under a clause is its address."""
    page = visit()
    page.get_by_role("link", name="Copy a link to Rules § I(c)").click()
    expect(page.locator("#announcer")).to_have_text("Link copied")
    assert page.evaluate("navigator.clipboard.readText()") == f"{site.url}#rules:I.c"


def test_the_rules_can_be_read_without_javascript(browser, site, corpus):
    """With scripts off the page still shows the whole Rules and says what is missing."""
    context = browser.new_context(java_script_enabled=False, viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.goto(site.url, wait_until="domcontentloaded")
    expect(page.get_by_text("The chat needs JavaScript")).to_be_visible()
    expect(page.get_by_text(corpus.clause("rules:X.p2").text)).to_be_visible()
    context.close()
