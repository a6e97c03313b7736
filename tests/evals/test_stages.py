"""Which stage lost an answer."""

from __future__ import annotations

import pytest

from corpus import Corpus
from evals.cases import Turn
from evals.fake import Reply, reply_with
from evals.stages import lost_at
from tests.evals.helpers import item

GOLD = Turn(question="q", kind="answerable", gold=[["rules:II.p1"]], polarity="no", must_mention=["taxes"])
NOTHING = Turn(question="q", kind="unanswerable")
FAR = ["rules:I.a", "rules:I.b", "rules:I.p1", "rules:I.p2", "rules:P.p1", "rules:II.p1"]


@pytest.mark.parametrize(
    ("turn", "reply", "stage"),
    [
        (GOLD, reply_with("answer", ["rules:II.p1"]), None),
        (GOLD, reply_with("out_of_scope"), "route"),
        (GOLD, reply_with("verdict", ["rules:I.a"]), "route"),
        (GOLD, reply_with("answer", ["rules:I.a"], hits=FAR), "retrieve"),
        (GOLD, reply_with("answer", ["rules:I.a"], hits=["rules:I.a", "rules:II.p1"]), "decide"),
        (GOLD, reply_with("not_in_rules", hits=["rules:II.p1"]), "decide"),
        (GOLD, reply_with("answer", ["rules:II.p1"], polarity="yes"), "compose"),
        (GOLD, reply_with("answer", ["rules:II.p1"], text="You do."), "compose"),
        (NOTHING, reply_with("answer", ["rules:I.a"]), "decide"),
        (NOTHING, reply_with("verdict", ["rules:I.a"]), "route"),
    ],
)
def test_the_first_stage_after_which_it_cannot_be_right(small: Corpus, turn: Turn, reply: Reply, stage: str | None):
    """Route, then retrieve, then decide, then compose; nothing where the answer is right."""
    assert lost_at(item(turn, reply, small)) == stage
