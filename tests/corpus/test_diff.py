"""What changed between two versions of the Rules.

The second version was made for the tests: § I(b) is gone, so that (c) to (e) move up;
the twelve months of § I(c) became twenty-four; and section I has a new last paragraph.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus import Rules, load_corpus, parse_rules, read_rules
from corpus.diff import RulesDiff, dependants, diff_lines, diff_rules, word_marks

NEW_RULES = Path(__file__).parent.parent / "evals" / "data" / "2023-09-01.md"


@pytest.fixture(scope="module")
def diff() -> RulesDiff:
    """What changed from the real Rules to the second version."""
    return diff_rules(load_corpus().rules, read_rules(NEW_RULES))


def rules(*items: str, lead_in: str = "You say that you:") -> Rules:
    """Rules with one list."""
    lines = [f"({chr(97 + at)}) {text}" for at, text in enumerate(items)]
    parts = ["Rules", "Last updated: June 5, 2024", "Hello there.", "I. One", lead_in, *lines]
    return parse_rules("\n\n".join(parts))


def test_every_change_is_found_and_named(diff: RulesDiff):
    """One removed, one reworded, two renumbered, one added; nothing else."""
    assert [(change.kind, change.title) for change in diff.changes] == [
        ("removed", "Rules § I(b)"),
        ("reworded", "Rules § I(c) → Rules § I(b)"),
        ("renumbered", "Rules § I(d) → Rules § I(c)"),
        ("renumbered", "Rules § I(e) → Rules § I(d)"),
        ("added", "Rules § I ¶ 5"),
    ]


def test_reworded_words_are_marked(diff: RulesDiff):
    """The marks show twelve going and twenty-four coming, and nothing else."""
    reworded = diff.changes[1]
    assert "within the [-12-] {+24+} months preceding" in reworded.marked()
    assert [mark.kind for mark in reworded.marks] == ["same", "removed", "added", "same"]


def test_marks_give_back_both_texts():
    """Without what was added the marks are the old text, without what was removed the new."""
    old, new = "You pay all taxes and fees.", "You pay local taxes, and all fees."
    marks = word_marks(old, new)
    assert "".join(mark.text for mark in marks if mark.kind == "removed") != ""
    for text, other in ((new, "removed"), (old, "added")):
        told = "".join(mark.text for mark in marks if mark.kind != other)
        assert told.split() == text.split()


def test_equal_rules_do_not_differ():
    """A version compared with itself has no changes, and every clause maps to itself."""
    same = load_corpus().rules
    found = diff_rules(same, same)
    assert found.changes == ()
    assert all(old == new for old, new in found.moved.items())


def test_an_item_under_another_lead_in_is_not_the_same():
    """The same words after "you do not:" say the opposite, and must be reviewed."""
    found = diff_rules(rules("own a boat."), rules("own a boat.", lead_in="You say that you do not:"))
    assert ("lead-in", "rules:I.a") in [(change.kind, change.id) for change in found.changes]
    assert "rules:I.a" in found.stale


def test_items_that_trade_places_are_renumbered():
    """Two items that swap letters keep their words and are not stale."""
    found = diff_rules(rules("own a boat;", "own a car."), rules("own a car.", "own a boat;"))
    assert {(change.kind, change.title) for change in found.changes} == {
        ("renumbered", "Rules § I(a) → Rules § I(b)"),
        ("renumbered", "Rules § I(b) → Rules § I(a)"),
    }
    assert found.stale == frozenset()


def test_an_item_with_other_words_is_removed_and_added():
    """A clause with nothing in common with what stands in its place is not called reworded."""
    found = diff_rules(rules("own a boat that floats on water."), rules("have never sung in public or at home."))
    assert [change.kind for change in found.changes] == ["removed", "added"]


def test_what_hangs_on_a_clause_is_listed():
    """The FAQ entries, the note and the examples that rest on § I(c)."""
    corpus = load_corpus()
    found = dependants("rules:I.c", corpus)
    assert found.notes == ("rules:I.c",)
    assert found.examples >= 30
    assert all(key in corpus.faq_by_key for key in found.faq)
    assert found.faq


def test_the_lines_say_what_to_review(diff: RulesDiff):
    """Each change has its line; what hangs on a reworded clause is to review, on a moved one only the id moves."""
    lines = diff_lines(diff, load_corpus())
    assert lines[0] == "Rules of 2021-03-12 → 2023-09-01: 5 clauses changed"
    reworded = lines.index("reworded   Rules § I(c) → Rules § I(b)")
    assert "[-12-] {+24+}" in lines[reworded + 1]
    assert lines[reworded + 2].strip().startswith("to review: FAQ")
    moved = lines.index("renumbered Rules § I(d) → Rules § I(c)")
    assert lines[moved + 1].strip().startswith("only the id moves")
    assert lines[-1].strip() == "{+A proposal must be written in English.+}"
