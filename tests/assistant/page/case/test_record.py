"""What a downloaded conversation keeps of a case."""

from __future__ import annotations

import pytest

from assistant.page.case.shown import MOST_EDITS
from assistant.transcript import verify_transcript
from tests.assistant.page.case.conftest import ELIGIBLE


def test_a_record_holds_the_receipt_and_what_was_changed_by_hand(chat, corpus):
    """It is verified from its facts; a supposition says that it is one, and has the own facts beside it."""
    case = chat()
    case.change("full_time", "no")
    record = case.record()
    assert record["case"]["edits"] == [
        {
            "fact": "full_time",
            "name": "Full-time",
            "before": "Yes",
            "after": "No",
            "result_before": "Eligible, on these facts",
            "result_after": "Not eligible, on these facts",
        }
    ]
    assert record["case"]["receipt"]["facts"]["full_time"] is False
    assert verify(record, corpus).holds
    supposed = chat(ELIGIBLE, "What if I lived in Tehran?").record()["case"]
    assert (supposed["supposed"], supposed["own_facts"]["residence"]) == (True, "Accra")


def verify(record, corpus):
    """The record as a downloaded file, verified."""
    return verify_transcript({"kind": "ara-conversation", "format": 1, "turns": [record]}, corpus)


@pytest.mark.parametrize(
    ("forge", "fault"),
    [
        (lambda record: record["case"]["receipt"]["facts"].update(full_time=False), "The verdict: "),
        (lambda record: record["case"]["receipt"].pop("facts"), "The verdict: The receipt is not complete"),
        (lambda record: record.update(polarity="no"), "The short answer is “no”; the facts come to: Eligible"),
    ],
)
def test_a_forged_verdict_is_found(chat, corpus, forge, fault):
    """Whatever else the file says, the verdict is derived from its facts."""
    record = chat().record()
    forge(record)
    check = verify(record, corpus)
    assert not check.holds
    assert any(one.startswith(fault) for one in check.turns[0].faults)


def test_the_last_edits_are_kept(chat):
    """A record does not grow without end, and the facts hold every edit."""
    case = chat()
    for number in range(MOST_EDITS + 6):
        case.change("age", str(30 + number % 2))
    assert len(case.shown.edits) == MOST_EDITS
    assert case.facts.age == 31
