"""What is remembered of the last texts."""

from __future__ import annotations

from index import SearchResult
from index.recent import Recent

NOTHING = SearchResult((), (), (), (), 1.0, 0.0, 0.0, {})


def test_no_text_is_kept():
    """A remembered search can be found again, but its words cannot be read out of memory."""
    asked: list[str] = []
    recent = Recent(lambda text: asked.append(text) or NOTHING)
    assert recent("my salary") is recent("my salary")
    assert asked == ["my salary"]
    assert "salary" not in repr(vars(recent)["_results"])


def test_the_oldest_is_forgotten():
    """Only so many results are kept."""
    asked: list[str] = []
    recent = Recent(lambda text: asked.append(text) or NOTHING, kept=2)
    for text in ("a", "b", "c", "c", "a"):
        recent(text)
    assert asked == ["a", "b", "c", "a"]


def test_that_there_is_nothing_is_remembered_too():
    """A function that gives none for a text is not asked again."""
    asked: list[str] = []
    recent = Recent(asked.append)
    assert [recent("a"), recent("a")] == [None, None]
    assert asked == ["a"]


def test_what_is_noted_is_not_worked_out():
    """A result that somebody else worked out is remembered, and pushes out the oldest."""
    asked: list[str] = []
    recent = Recent(lambda text: asked.append(text) or text, kept=2)
    for text in ("a", "b"):
        recent.note(text, text.upper())
    assert [recent("b"), recent("a")] == ["B", "A"]
    recent.note("c", "C")
    assert [recent("b"), asked] == ["b", ["b"]]
