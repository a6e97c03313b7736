"""A case as its answer shows it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.answer import Citation
from assistant.judging import Beside
from assistant.page.case import case_stages
from assistant.page.case.rows import fact_rows
from tests.assistant.page.case.conftest import ELIGIBLE, TODAY


def test_each_fact_has_its_words_and_its_clauses(chat, checker):
    """In the order of the Rules, in plain words; a fact of a person listed has neither of its own."""
    case = chat(f"{ELIGIBLE} My dad drives for Amazon.").shown.case.conversation
    rows = {row.fact: row for row in fact_rows(case, checker.rules)}
    assert (rows["full_time"].answer, rows["full_time"].words) == ("Yes", "full-time")
    assert [quote.label for quote in rows["full_time"].quotes] == ["§ I ¶ 1"]
    assert [quote.label for quote in rows["relatives_at_amazon"].quotes] == ["§ I(d)"]
    assert rows["relatives_at_amazon.0.relation"].quotes == ()
    assert not rows["relatives_at_amazon.0.relation"].by_hand
    assert len(rows["none_of_the_exclusions"].quotes) == 7


def test_the_result_comes_first_and_the_rest_in_one_piece(chat, corpus, checker):
    """Two stages, neither with a line break, and only the second with a record."""
    first, second = case_stages("Asked?", chat().shown, checker, corpus, TODAY)
    assert "Eligible, on these facts." in first
    assert "case-source" not in first
    assert "record" in second
    assert "\n" not in first + second


def test_what_was_asked_beside_a_case_stays_below_it(chat, corpus, checker):
    """Also after a change, with chips in the place of its quotations."""
    case = chat()
    citation = Citation.cite(corpus.clause("rules:III.c"), corpus.rules.version)
    beside = Beside(f"**You also asked:** Overhead?\n\nNo.\n\n> **Rules § III(c)** — “{citation.quote}”", (citation,))
    case.shown = replace(case.shown, case=replace(case.shown.case, beside=(beside,)))
    case.change("full_time", "no")
    html = case.html()
    assert "Overhead?" in html
    assert '<a class="cite" href="#rules:III.c:0-111">§ III(c)</a>' in html
    assert citation in case.shown.answer.citations
    assert beside.text in case.shown.answer.text


@pytest.mark.parametrize("words", ["<script>x</script>", '"><img src=x onerror=y>', "{{ 7 * 7 }}"])
def test_words_of_the_writer_are_escaped_twice(chat, words):
    """Once for the field that carries the list, and once in the list."""
    case = chat()
    facts = case.own.model_copy(update={"words": {**case.own.words, "full_time": words}})
    conversation = replace(case.shown.case.conversation, facts=facts)
    case.shown = replace(case.shown, case=replace(case.shown.case, conversation=conversation))
    for html in (case.html(), case.section()):
        assert "<script" not in html
        assert "<img" not in html
