"""Lexical search."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from index.lexical import Lexical, words


def test_words_are_stems_without_stop_words():
    """Case, plural and possessive endings and small words do not count."""
    assert words("The University’s overheads") == words("university overhead")


def test_shared_words_score(tmp_path: Path):
    """The document that shares the rarer word scores highest, also after saving and loading."""
    built = Lexical.build(["cash and taxes", "cash and credits", "privacy notice"])
    built.save(tmp_path)
    loaded = Lexical.load(tmp_path, 3)
    assert int(np.argmax(loaded.scores("who pays taxes on cash?"))) == 0
    assert np.array_equal(built.scores("credits"), loaded.scores("credits"))


def test_a_question_of_small_words_scores_nothing():
    """A question without a word that counts scores nought everywhere."""
    assert not Lexical.build(["cash", "credits"]).scores("what is it?").any()
