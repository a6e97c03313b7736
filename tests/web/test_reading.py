"""Reading the Rules: contents, search, plain words, what rests on a clause, print."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

pytestmark = [pytest.mark.web, pytest.mark.xdist_group("web")]


@pytest.mark.parametrize(("width", "beside"), [(390, False), (768, True), (1280, True)])
def test_plain_words_stand_beside_the_exact_ones_where_there_is_room(visit, corpus, width, beside):
    """On a phone they are folded under the clause."""
    page = visit("#rules", width=width)
    clause = page.locator('[id="rules:I.p1"]')
    note = clause.locator(".plain p")
    if beside:
        expect(note).to_be_visible()
        assert note.bounding_box()["x"] > clause.locator(".exact").bounding_box()["x"] + 200
    else:
        expect(note).to_be_hidden()
        clause.get_by_text("In plain words").click()
    expect(note).to_have_text(" ".join(corpus.note_by_clause["rules:I.p1"].note.split()))


def test_contents_stay_in_view_on_a_wide_screen(visit):
    """They lead to each section and are still there below."""
    page = visit("#rules")
    contents = page.get_by_role("navigation", name="Contents")
    contents.get_by_role("link", name="X. Representations and Warranties").click()
    expect(page.get_by_role("heading", name="X. Representations")).to_be_in_viewport()
    expect(contents).to_be_in_viewport()


@pytest.mark.parametrize("width", [390, 1280])
def test_search_marks_and_counts_every_match(visit, corpus, width):
    """In the exact and the plain words; Enter goes to the next one and round again, and the contents count along."""
    page = visit("#rules", width=width)
    box = page.get_by_role("searchbox", name="Search the Rules")
    box.fill("OVERHEAD")
    texts = [clause.text for clause in corpus.rules.clauses] + [note.note.strip() for note in corpus.notes]
    count = sum(text.lower().count("overhead") for text in texts)
    assert count > 1
    expect(page.locator("#rules mark.found")).to_have_count(count)
    expect(page.locator(".find [role=status]")).to_have_text(f"1 of {count}")
    expect(page.locator("mark.now")).to_be_in_viewport()
    for number in [*range(2, count + 1), 1]:
        box.press("Enter")
        expect(page.locator(".find [role=status]")).to_have_text(f"{number} of {count}")
        expect(page.locator("mark.now")).to_be_in_viewport()
    page.get_by_role("button", name="Previous match").click()
    expect(page.locator(".find [role=status]")).to_have_text(f"{count} of {count}")
    assert sum(int(text.strip("()") or 0) for text in page.locator(".hits").all_text_contents()) == count
    box.press("Escape")
    expect(page.locator("#rules mark")).to_have_count(0)
    expect(box).to_have_value("")
    assert page.locator('[id="rules:III.p3"] .exact').text_content() == corpus.clause("rules:III.p3").text


def test_search_and_citation_mark_the_same_words(visit, corpus):
    """Each keeps its own characters, and the text stays whole."""
    page = visit("#rules:III.c:0-35")
    page.locator("#find").fill("not be used for indirect expenses")
    clause = page.locator('[id="rules:III.c"] .exact')
    expect(clause.locator("mark.now")).to_have_count(2)
    assert "".join(clause.locator("mark.cited").all_text_contents()) == corpus.clause("rules:III.c").text[:35]
    assert "".join(clause.locator("mark.found").all_text_contents()) == "not be used for indirect expenses"
    assert clause.text_content() == corpus.clause("rules:III.c").text


@pytest.mark.parametrize("typed", ["zebra", "<b>", ".*", "’"])
def test_a_search_without_a_match_says_so(visit, typed):
    """Nothing typed is read as a pattern or as markup."""
    page = visit("#rules")
    page.locator("#find").fill(typed)
    expect(page.locator(".find [role=status]")).to_have_text("No match")
    expect(page.locator("#rules mark")).to_have_count(0)


def test_what_rests_on_a_clause_can_be_asked(visit, corpus):
    """A question of the FAQ under a clause leads to its answer; a condition stands there as the interview asks it."""
    page = visit("#rules")
    clause = page.locator('[id="rules:I.p1"]')
    clause.get_by_text("What rests on this").click()
    expect(clause.get_by_text("Conditions of the eligibility check:")).to_be_visible()
    question = clause.locator(".follow-up").first.text_content()
    clause.locator(".follow-up").first.click()
    page.locator(".answer .foot").wait_for()
    expect(page.locator(".said")).to_have_text([question])
    expect(page.locator(".views [aria-current=page]")).to_have_text("Ask")
    expect(page.locator("#box textarea")).to_be_focused()


def test_it_prints_without_anything_to_press(visit):
    """The whole Rules with the plain words, and no box, button or link list."""
    page = visit("#rules", width=390)
    page.emulate_media(media="print")
    expect(page.locator('[id="rules:X.p2"] .exact')).to_be_visible()
    expect(page.locator('[id="rules:X.p2"] .plain p')).to_be_visible()
    for part in (".find", ".rules-print", ".views", ".language", ".contents", ".rests", "#composer"):
        expect(page.locator(part).first).to_be_hidden()
    assert page.evaluate("document.scrollingElement.scrollWidth - innerWidth") <= 0
