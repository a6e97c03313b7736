"""Whether answers give reviewed words."""

from __future__ import annotations

from dataclasses import replace

from corpus import Corpus
from evals.cases import Turn
from evals.fake import reply_with
from evals.metrics import FIGURE_BY_KEY
from tests.evals.helpers import item

TURN = Turn(question="q", kind="answerable", gold=[["rules:I.a"]])


def test_an_answer_counts_where_its_words_are_an_faq_entry(small: Corpus):
    """An answer from the FAQ is 1 of 1, one from a clause's note 0 of 1, and a refusal does not count."""
    score = FIGURE_BY_KEY["reviewed_words"].score
    answered = item(TURN, reply_with("answer", ["rules:I.a"]), small)
    assert score(replace(answered, faq="faq:taxes")) == (1.0, 1.0)
    assert score(answered) == (0.0, 1.0)
    assert score(item(TURN, reply_with(), small)) is None
