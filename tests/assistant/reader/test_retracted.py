"""Sentences that the next one takes back."""

from __future__ import annotations

from datetime import date

import pytest

from assistant import Assistant
from assistant.reader.retracted import retracted

TODAY = date(2026, 12, 1)


@pytest.mark.parametrize(
    "text",
    [
        "And I'm not a paid employee of the government. Delete that. The prefecture did call me.",
        "And I'm not a paid employee of the government... well. Delete that. Leave the point blank, please.",
        "I have no paid job in government, no, strike that.",
    ],
)
def test_what_is_deleted_is_open(assistant: Assistant, text: str):
    assert assistant.hearing is not None
    assert retracted(text, TODAY, assistant.hearing) == {"government_pay"}


def test_what_is_told_anew_is_not(assistant: Assistant):
    assert assistant.hearing is not None
    text = "I work for the government. Delete that. No government employs me, the university alone pays me."
    assert "government_pay" not in retracted(text, TODAY, assistant.hearing)


@pytest.mark.parametrize("text", ["Delete that.", "Delete this proposal, please.", "I live in Porto.", ""])
def test_nothing_is_taken_back_where_nothing_was_said(assistant: Assistant, text: str):
    assert assistant.hearing is not None
    assert not retracted(text, TODAY, assistant.hearing)
