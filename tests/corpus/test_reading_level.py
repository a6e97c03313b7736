"""The project's own words read like a careful newspaper: short sentences, words that are no longer than they must be."""

from __future__ import annotations

import re

import pytest

from corpus import load_corpus
from corpus.clauses import sentence_spans

CORPUS = load_corpus()
LONGEST = 33
"""Words in a sentence; names such as “Amazon Web Services, Inc.” cannot be shortened."""
NOTES = {note.clause: note.note for note in CORPUS.notes}
ANSWERS = {entry.id: entry.answer for entry in CORPUS.faq}
WORD = re.compile(r"[\w’'()§.-]*\w[\w’'()§.-]*")


def level(text: str) -> float:
    """The school year that a text asks for (Automated Readability Index, Senter and Smith 1967)."""
    words = [re.sub(r"\W", "", word) for word in WORD.findall(text)]
    return 4.71 * sum(map(len, words)) / len(words) + 0.5 * len(words) / len(sentence_spans(text)) - 21.43


@pytest.mark.parametrize("texts", [NOTES, ANSWERS], ids=["notes", "answers"])
def test_no_sentence_is_too_long(texts):
    """Whoever reads on a phone, in a second language, keeps its beginning in mind."""
    long = {
        name: span.cut(text)
        for name, text in texts.items()
        for span in sentence_spans(text)
        if len(WORD.findall(span.cut(text))) > LONGEST
    }
    assert long == {}


@pytest.mark.parametrize(("texts", "most"), [(NOTES, 11.5), (ANSWERS, 10.5)], ids=["notes", "answers"])
def test_together_they_ask_for_no_more_than_school(texts, most):
    """The Rules themselves ask for nearly twice as many years."""
    assert level(" ".join(texts.values())) < most
    assert level(" ".join(clause.text for clause in CORPUS.rules.clauses)) > 15
