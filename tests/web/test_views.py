"""Three views, one address each, and the language of the interface."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from assistant.page.texts import CATALOGUE, LANGUAGES

pytestmark = [pytest.mark.web, pytest.mark.xdist_group("web")]
OVERHEAD = "Can the university take its overhead out of the cash?"
REGIONS = {"es": "MX", "fr": "FR", "de": "DE", "pt": "BR", "zh": "CN", "ja": "JP", "hi": "IN"}
VIEWS = {"Ask": "#composer", "Check eligibility": "#check", "Read the Rules": "#rules"}


def go(page, name):
    """Choose a view in the heading line."""
    page.locator(".views").get_by_role("link", name=name).click()


@pytest.mark.parametrize("width", [390, 1280])
def test_each_view_has_an_address_and_back_leads_to_the_one_before(visit, width):
    """The current view is named to a screen reader and in the title; its address opens it."""
    page = visit(width=width)
    for name, part in VIEWS.items():
        go(page, name)
        expect(page.locator(part)).to_be_visible()
        expect(page.locator(".views [aria-current=page]")).to_have_text(name)
        expect(page.locator(".standing")).to_be_in_viewport()
    assert page.url.endswith("#rules")
    expect(page).to_have_title("Read the Rules – ARA Rules Assistant")
    expect(page.locator("#ask")).to_be_hidden()
    page.go_back()
    expect(page.locator("#check")).to_be_visible()
    expect(visit("#rules", width=width).locator(".rules-print")).to_be_visible()


def test_the_conversation_is_there_when_one_comes_back(visit, ask):
    """Neither reading nor checking clears it, and it stands where it was left."""
    page = visit(width=390)
    ask(page, OVERHEAD)
    page.locator(".foot").scroll_into_view_if_needed()
    before = page.evaluate("scrollY")
    go(page, "Read the Rules")
    assert page.evaluate("scrollY") == 0
    go(page, "Ask")
    expect(page.locator(".said")).to_have_text([OVERHEAD])
    assert page.evaluate("scrollY") == before


def test_a_clause_that_was_followed_in_the_reading_view_stays_there(visit):
    """Reload and Back keep the view, though the address names the clause alone."""
    page = visit("#rules")
    page.locator(".contents").get_by_role("link", name="IX. Disputes").click()
    assert page.url.endswith("#rules:IX")
    page.reload()
    page.locator("#box textarea").wait_for(state="attached")
    expect(page.locator(".rules-print")).to_be_visible()
    expect(page.get_by_role("heading", name="IX. Disputes")).to_be_in_viewport()


@pytest.mark.parametrize("language", REGIONS)
def test_the_interface_speaks_the_browsers_language(visit, ask, language):
    """Every text of it, in answers too; the Rules, the quotations and the answers stay English and are marked so."""
    assert {"en", *REGIONS} == set(LANGUAGES)
    page = visit(locale=f"{language}-{REGIONS[language]}", width=390)
    assert page.evaluate("document.documentElement.lang") == language
    expect(page.locator("#language")).to_have_value(language)
    expect(page.locator("#send")).to_have_text(CATALOGUE["send"].in_(language))
    expect(page.locator("h1")).to_have_text(CATALOGUE["title"].in_(language))
    box = page.get_by_label(CATALOGUE["box"].in_(language), exact=True)
    expect(box).to_have_attribute("placeholder", CATALOGUE["placeholder"].in_(language))
    box.fill(OVERHEAD)
    box.press("Enter")
    page.locator(".answer .foot").wait_for()
    expect(page.locator(".quotes-title")).to_have_text(CATALOGUE["quotes"].in_(language))
    expect(page.locator(".answer .says")).to_contain_text("The cash may not be used")
    assert page.locator("q").first.evaluate("words => words.closest('[lang]').lang") == "en"
    assert page.locator("#rules .exact").first.evaluate("words => words.closest('[lang]').lang") == "en"
    left = page.evaluate(
        """english => [...document.querySelectorAll('[class^="t:"]')].filter(e => english.includes(e.textContent.trim()))
        .map(e => e.className)""",
        [text.en for text in CATALOGUE.values() if text.en != text.in_(language) and "{" not in text.en],
    )
    assert left == []
    assert page.evaluate("document.scrollingElement.scrollWidth - innerWidth") <= 0


def test_a_chosen_language_stays_in_the_address_and_loses_nothing(visit, ask):
    """The chat goes on; English comes back; nothing is stored."""
    page = visit()
    ask(page, OVERHEAD)
    page.get_by_label("Language").select_option("es")
    expect(page.locator(".views")).to_contain_text("Leer las reglas")
    expect(page.locator(".standing")).to_contain_text("versión del 12 de marzo de 2021")
    assert "?lang=es" in page.url
    expect(page.locator(".said")).to_have_text([OVERHEAD])
    page.reload()
    expect(page.locator("#send")).to_have_text("Preguntar")
    assert page.evaluate("document.documentElement.lang") == "es"
    page.locator("#language").select_option("en")
    expect(page.locator("#send")).to_have_text("Ask")
    assert page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]") == [0, 0, ""]


def test_what_is_copied_is_english_in_every_language(visit, ask):
    """A citation names the Rules as they are called."""
    page = visit(locale="de-DE")
    page.locator("#box textarea").fill(OVERHEAD)
    page.locator("#box textarea").press("Enter")
    page.locator(".answer .copy").click()
    expect(page.locator("#announcer")).to_have_text("Kopiert")
    assert "ARA Program Rules, version of" in page.evaluate("navigator.clipboard.readText()")
