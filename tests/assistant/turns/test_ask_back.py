"""The question that is asked back."""

from __future__ import annotations

from assistant.turns import ask_back
from corpus import Corpus


def test_it_says_back_what_was_typed_as_data(corpus: Corpus):
    """Nothing in the words said back is read as Markdown or as a quotation, and a long turn is cut short."""
    draft = ask_back('the *"other"* one', "x " * 300, ("rules:III.c", "rules:IV.p1"), corpus)
    assert '\\*\\"other\\"\\*' in draft.sentences[0]
    assert len(draft.sentences[0]) < 500
    assert draft.closing == "It may be about Rules § III(c) or Rules § IV ¶ 1."
    assert draft.citations == ()
