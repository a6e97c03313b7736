"""What stands behind each clause."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from corpus import Corpus
from evals.coverage import coverage_of, coverage_page, orphans, stale


def test_examples_faq_and_notes_are_counted(small: Corpus):
    """The clause about taxes has two examples, one FAQ entry with two wordings, and a note."""
    row = next(row for row in coverage_of(small) if row.clause.id == "rules:II.p1")
    assert (row.examples, row.faq, row.paraphrases, row.note) == (2, 1, 2, True)


def test_an_orphan_is_named_with_what_it_lacks(small: Corpus):
    """A clause without an FAQ entry is an orphan; so is one whose note was taken away."""
    without = replace(small, notes=small.notes[1:])
    lines = orphans(coverage_of(without))
    assert "rules:P.p1 has no answerable example, no FAQ entry, no note." in lines
    assert "rules:I.a has no FAQ entry." in lines
    assert not any(line.startswith("rules:II.p1") for line in lines)


def test_a_lead_in_needs_no_examples_of_its_own(small: Corpus):
    """The line that opens a list of items may have a note alone."""
    assert not any(line.startswith("rules:I.p2") for line in orphans(coverage_of(small)))


def test_the_page_is_stale_when_it_differs(small: Corpus, tmp_path: Path):
    """A missing page and a page of yesterday are stale; the page itself is not."""
    page, path = coverage_page(coverage_of(small)), tmp_path / "coverage.md"
    assert stale(page, path)
    path.write_text(page, encoding="utf-8")
    assert not stale(page, path)
    assert "| Rules § I ¶ 2 (lead-in) |" in page
