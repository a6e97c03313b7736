"""Questions, ratings and labels to keep."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from assistant.record import Asked, Label, Rating

DAY = date(2026, 11, 20)
ASKED = Asked(
    question="Is there parking at the award ceremony?",
    reason="unanswered",
    kind="not_in_rules",
    confidence=0.27,
    answer="The Rules do not say.",
    cited=("rules:V.p1",),
    rules_version="2021-03-12",
    corpus_hash="0123456789abcdef",
)
DOUBTFUL = replace(ASKED, question="May my spouse consult?", reason="low_confidence", kind="answer", confidence=0.4)
DISLIKED = replace(ASKED, question="Who pays taxes?", reason="thumbs_down", kind="answer", confidence=0.9)
DOWN = Rating(
    up=False,
    reason="Too long.",
    question="Who pays taxes?",
    kind="answer",
    answer="You do.",
    cited=("rules:III.p3",),
    rules_version="2021-03-12",
    corpus_hash="0123456789abcdef",
)
NOT_IN_RULES = Label(ASKED.question, "unanswerable")
