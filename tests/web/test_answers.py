"""Asking in the browser: answers, chips, examples, follow-ups, a new chat."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from assistant.page import EXAMPLES

pytestmark = [pytest.mark.web, pytest.mark.xdist_group("web")]
OVERHEAD = "Can the university take its overhead out of the cash?"


def test_overhead_is_answered_no_with_both_clauses_quoted_exactly(visit, ask, corpus):
    """The overhead question gets a no that quotes § III(c) whole, and words of § III ¶ 3, as they stand."""
    answer = ask(visit(), OVERHEAD)
    expect(answer.locator(".short")).to_have_text("No.")
    chips = answer.locator(".chip")
    expect(chips).to_have_text(["§ III(c)", "§ III ¶ 3"])
    quotes = answer.locator("q").all_text_contents()
    assert quotes[0] == corpus.clause("rules:III.c").text
    for place, clause in enumerate(("rules:III.c", "rules:III.p3")):
        start, end = map(int, chips.nth(place).get_attribute("href").rsplit(":", 1)[1].split("-"))
        assert corpus.clause(clause).text[start:end] == quotes[place]


def test_the_page_names_the_version_its_standing_and_the_official_page(visit):
    """The date of the Rules, what an answer is not, and where the official page is stay in view."""
    page = visit()
    line = page.locator(".standing")
    expect(line).to_contain_text("ARA Program Rules, version of March 12, 2021")
    expect(line).to_contain_text("Not a decision by the programme")
    link = line.get_by_role("link", name="Official page")
    assert link.get_attribute("href") == "https://www.amazon.science/research-awards"
    expect(line).to_be_in_viewport()


@pytest.mark.parametrize("example", list(EXAMPLES))
def test_each_example_is_answered_from_the_rules(visit, example):
    """No example leads to a refusal."""
    page = visit()
    page.get_by_role("button", name=example).click()
    page.locator(".answer .foot").wait_for()
    assert page.locator(".answer-answer, .answer-verdict, .answer-clarify").count() == 1
    assert page.locator(".answer .chip").count() >= 1
    expect(page.get_by_role("button", name=example)).to_be_hidden()


def test_the_box_is_emptied_and_keeps_the_focus(visit, ask):
    """After a question the next one can be typed at once."""
    page = visit()
    ask(page, OVERHEAD)
    expect(page.get_by_label("Your question")).to_have_value("")
    expect(page.get_by_label("Your question")).to_be_focused()


def test_a_second_question_stands_at_the_top_with_its_answer_below(visit, ask):
    """A new question is scrolled to where its answer can be read."""
    page = visit()
    ask(page, OVERHEAD)
    answer = ask(page, "Who pays the taxes on an award?")
    question = page.locator(".said").nth(1)
    expect(question).to_be_in_viewport()
    expect(answer.locator(".says")).to_be_in_viewport()
    assert question.bounding_box()["y"] < 200


def test_nothing_that_was_read_moves_while_an_answer_grows(visit, ask):
    """From its first sentence to its foot, an answer only grows downwards."""
    page = visit()
    page.evaluate(
        """() => { window.tops = new Set(); new MutationObserver(() => {
            const said = document.querySelector(".said");
            const says = document.querySelector(".says");
            if (says) tops.add(`${Math.round(said.getBoundingClientRect().top)} ${Math.round(says.getBoundingClientRect().top)}`);
        }).observe(document.querySelector("gradio-app"), { childList: true, subtree: true, characterData: true }); }"""
    )
    ask(page, OVERHEAD)
    assert len(page.evaluate("[...tops]")) == 1


def test_new_chat_clears_the_conversation_and_keeps_what_is_typed(visit, ask):
    """New chat forgets the turns before, brings the examples back and loses no draft."""
    page = visit()
    ask(page, OVERHEAD)
    page.get_by_label("Your question").fill("a draft")
    page.get_by_role("button", name="New chat").click()
    expect(page.locator(".said")).to_have_count(0)
    expect(page.get_by_role("button", name=next(iter(EXAMPLES)))).to_be_visible()
    expect(page.get_by_label("Your question")).to_have_value("a draft")
    expect(page.get_by_label("Your question")).to_be_focused()


def test_reload_clears(visit, ask):
    """Nothing of a conversation is left after the page is loaded again."""
    page = visit()
    ask(page, OVERHEAD)
    page.reload()
    page.get_by_role("button", name=next(iter(EXAMPLES))).wait_for()
    expect(page.locator(".said")).to_have_count(0)


def test_copy_with_citation(visit, ask, corpus, site):
    """What is copied names clause, version and address, beside the exact words."""
    page = visit()
    answer = ask(page, OVERHEAD)
    answer.get_by_role("button", name="Copy with citation").click()
    expect(page.locator("#announcer")).to_have_text("Copied")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert f"“{corpus.clause('rules:III.c').text}”" in copied
    assert f"ARA Program Rules, version of March 12, 2021, § III(c): {site.url}#rules:III.c:0-111" in copied
    assert copied.startswith("No. ")


def test_a_finished_answer_is_announced_once(visit, ask):
    """A screen reader hears the short answer, the sentences and the clauses, not every step of the stream."""
    page = visit()
    page.evaluate(
        """() => { window.heard = []; new MutationObserver(() => heard.push(announcer.textContent))
        .observe(announcer, { childList: true, characterData: true, subtree: true }); }"""
    )
    ask(page, OVERHEAD)
    page.wait_for_function("heard.length > 0")
    heard = page.evaluate("heard")
    assert len(heard) == 1
    assert heard[0].startswith("No. ")
    assert "§ III(c)" in heard[0]
    log = page.get_by_role("log", name="Questions and answers")
    assert log.get_attribute("aria-live") == "off"
