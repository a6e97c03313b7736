"""Nothing that is not the clause's own words gets past the last check."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.answer import Citation
from assistant.compose import Draft
from assistant.verify import faults
from corpus import Corpus, Span

VERSION = "2021-03-12"


@pytest.fixture
def citation(corpus: Corpus) -> Citation:
    return Citation.cite(corpus.clause("rules:III.c"), VERSION)


def draft(citation: Citation, words: str = "The cash pays no overhead.") -> Draft:
    return Draft(None, (words,), (citation,))


def test_a_whole_clause_is_exact(corpus: Corpus, citation: Citation):
    """A clause cited whole has no fault."""
    assert faults(draft(citation), corpus) == []


def test_a_range_is_exact(corpus: Corpus):
    """A range of a clause is cut by its offsets and has no fault."""
    clause = corpus.clause("rules:III.p3")
    cut = Citation.cite(clause, VERSION, clause.sentences[1])
    assert cut.quote.startswith("You will be required")
    assert faults(draft(cut), corpus) == []


@pytest.mark.parametrize(
    "change",
    [
        {"quote": "may be used for indirect expenses"},
        {"start": 1},
        {"end": 10_000},
        {"id": "rules:IV.b"},
        {"version": "2025-03-26"},
        {"quote": "", "start": 0, "end": 0},
    ],
)
def test_a_wrong_citation_is_a_fault(corpus: Corpus, citation: Citation, change: dict):
    """Other words, other offsets, another clause or another version are each found."""
    assert faults(draft(replace(citation, **change)), corpus)


def test_quotation_marks_hold_clause_words_only(corpus: Corpus, citation: Citation):
    """Words between quotation marks in a sentence must stand in a cited clause."""
    assert faults(draft(citation, "It speaks of “indirect expenses”."), corpus) == []
    assert faults(draft(citation, "It speaks of “free money”."), corpus)


def test_cutting_is_by_offsets(corpus: Corpus):
    """The quotation is the characters between the offsets and nothing else."""
    clause = corpus.clause("rules:I.c")
    cut = Citation.cite(clause, VERSION, Span(4, 8))
    assert cut.quote == clause.text[4:8]
