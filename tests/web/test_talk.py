"""The way a conversation goes: suggestions, chips, editing, stopping, downloads."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import expect

pytestmark = [pytest.mark.web, pytest.mark.xdist_group("web-cases")]
OVERHEAD = "Can the university take its overhead out of the cash?"
TAXES = "Who pays taxes on an Award?"


def test_a_first_visit_leads_to_a_cited_answer(visit, corpus):
    """An example, a short answer, a chip in the text, the very words in the Rules."""
    page = visit(width=390, height=844)
    page.get_by_role("button", name=OVERHEAD).click()
    answer = page.locator(".answer")
    answer.locator(".foot").wait_for()
    expect(answer.locator(".short")).to_have_text("No.")
    answer.locator(".says .cite", has_text="§ III(c)").click()
    expect(page.get_by_role("dialog").locator("mark")).to_have_text(corpus.clause("rules:III.c").text)


def test_a_chip_in_the_text_marks_all_that_is_quoted_from_its_clause(visit, ask, corpus):
    """All quotations of § III ¶ 3 are one chip, and a mark each."""
    page = visit()
    answer = ask(page, TAXES)
    quotes = answer.locator("q").all_text_contents()
    assert quotes
    answer.locator(".cite").click()
    expect(page.locator("mark.cited")).to_have_text(quotes)
    assert page.locator('[id="rules:III.p3"] .exact').text_content() == corpus.clause("rules:III.p3").text


def test_follow_ups_go_on(visit, ask):
    """Three questions below the last answer alone; a press asks one and leaves a draft in the box alone."""
    page = visit()
    ask(page, OVERHEAD)
    expect(page.get_by_role("heading", name="You could also ask")).to_be_visible()
    offered = page.locator(".answer .follow-up")
    expect(offered).to_have_count(3)
    question = offered.first.text_content()
    page.locator("#box textarea").fill("a draft")
    offered.first.click()
    page.locator(".answer .foot").nth(1).wait_for()
    expect(page.locator(".said")).to_have_text([OVERHEAD, question])
    expect(page.locator(".follow-ups").first).to_be_hidden()
    expect(page.locator("#box textarea")).to_have_value("a draft")
    expect(page.locator("#box textarea")).to_be_focused()


def test_the_last_question_can_be_edited(visit, ask):
    """It comes back into the box, says that it will be replaced, and is; cancelling leaves all as it was."""
    page = visit()
    ask(page, TAXES)
    ask(page, "Who pays the overhed?")
    expect(page.get_by_role("button", name="Edit this question")).to_have_count(1)
    page.get_by_role("button", name="Edit this question").click()
    box = page.locator("#box textarea")
    expect(box).to_have_value("Who pays the overhed?")
    expect(box).to_be_focused()
    expect(page.get_by_text("Your last question will be replaced.")).to_be_visible()
    page.get_by_role("button", name="Cancel").click()
    expect(box).to_have_value("")
    expect(page.get_by_text("Your last question will be replaced.")).to_be_hidden()
    page.get_by_role("button", name="Edit this question").click()
    box.fill(OVERHEAD)
    box.press("Enter")
    expect(page.locator(".said")).to_have_text([TAXES, OVERHEAD])
    expect(page.locator(".answer .foot")).to_have_count(2)
    ask(page, "And AWS credits?")
    expect(page.locator(".said")).to_have_count(3)


def test_the_link_to_a_clause_opens_the_quoted_words(visit, ask, site):
    """What the button copies is an address that marks the same characters for somebody else."""
    page = visit()
    answer = ask(page, OVERHEAD)
    answer.get_by_role("button", name="Link to this clause § III ¶ 3").click()
    expect(page.locator("#announcer")).to_have_text("Link copied")
    link = page.evaluate("navigator.clipboard.readText()")
    assert link.startswith(f"{site.url}#rules:III.p3:")
    other = visit(link.removeprefix(site.url), width=390)
    expect(other.locator("mark.cited")).to_have_text(answer.locator("q").nth(1).text_content())


def test_the_conversation_can_be_kept_and_verified(visit, ask, run_ara, tmp_path):
    """Markdown to read, and JSON whose every quotation `ara verify` finds again; a changed word is found too."""
    page = visit()
    expect(page.get_by_role("button", name="JSON")).to_be_hidden()
    ask(page, OVERHEAD)
    ask(page, "And <b>credits</b>, `too`?")
    saved = {}
    for name, ending in (("Markdown", "md"), ("JSON", "json")):
        with page.expect_download() as download:
            page.get_by_role("button", name=name).click()
        assert download.value.suggested_filename == f"ara-conversation.{ending}"
        saved[ending] = tmp_path / ending
        download.value.save_as(saved[ending])
    text = saved["md"].read_text(encoding="utf-8")
    assert text.startswith(f"## {OVERHEAD}\n\n**No.**")
    assert "## And \\<b\\>credits\\</b\\>, \\`too\\`?" in text
    turns = json.loads(saved["json"].read_text(encoding="utf-8"))["turns"]
    assert [turn["question"] for turn in turns] == [OVERHEAD, "And <b>credits</b>, `too`?"]
    done = run_ara("verify", str(saved["json"]))
    assert (done.returncode, done.stdout.splitlines()[0]) == (0, "The conversation holds.")
    forged = tmp_path / "forged.json"
    forged.write_text(saved["json"].read_text(encoding="utf-8").replace("may not be", "may be"), encoding="utf-8")
    assert run_ara("verify", str(forged)).returncode == 1


def test_nothing_jumps_while_answers_stream(visit, ask):
    """From question to foot, the sum of layout shifts that nobody caused stays under 0.05."""
    page = visit(width=390, height=844)
    ask(page, TAXES)
    page.evaluate(
        """() => { window.shifted = 0; new PerformanceObserver(list => { for (const entry of list.getEntries())
        if (!entry.hadRecentInput) shifted += entry.value; }).observe({ type: "layout-shift" }); }"""
    )
    page.wait_for_function("performance.now() > 0")
    ask(page, OVERHEAD)
    page.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
    assert page.evaluate("shifted") < 0.05
