"""What is remembered of the last searches."""

from __future__ import annotations

from index.recent import Recent
from index import SearchResult

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
