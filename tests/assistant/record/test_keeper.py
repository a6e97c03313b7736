"""What the server keeps while it answers."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from assistant import Assistant, Settings
from assistant.record import Keeper, open_record
from assistant.record.store import Store
from corpus.errors import RecordError
from tests.assistant.record.samples import ASKED, DAY


def test_it_counts_all_and_keeps_what_is_worth_it(assistant: Assistant, store: Store):
    """Two answers, one of them none: one question, two counts, no time of day."""
    keeper = Keeper(store, 90, lambda: DAY)
    keeper.start()
    for question in ("Is there parking at the award ceremony?", "Who pays taxes on an Award?"):
        keeper.notice(assistant.trace(question), "page")
    keeper.flush()
    assert [kept.asked.question for kept in store.questions()] == ["Is there parking at the award ceremony?"]
    assert sorted((count.endpoint, count.kind, count.answers) for count in store.counts(DAY)) == [
        ("page", "answer", 1),
        ("page", "not_in_rules", 1),
    ]
    keeper.close()


def test_the_limit_is_applied_at_start_and_on_the_next_day(store: Store, assistant: Assistant):
    """Nobody has to run anything for old questions to go."""
    today = [DAY]
    store.keep(ASKED, DAY - timedelta(days=8))
    keeper = Keeper(store, 7, lambda: today[0])
    keeper.start()
    keeper.notice(assistant.trace("Who pays taxes on an Award?"), "page")
    keeper.flush()
    assert store.questions() == []
    store.keep(ASKED, DAY - timedelta(days=7))
    today[0] = DAY + timedelta(days=1)
    for _ in range(2):  # the first wakes the keeper; before it takes the second, it has swept
        keeper.notice(assistant.trace("Who pays taxes on an Award?"), "page")
        keeper.flush()
    assert store.questions() == []
    keeper.close()


def test_a_failing_store_stops_no_answer(
    store: Store, assistant: Assistant, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
):
    """It is logged once, without the question."""

    def fail(*_: object) -> None:
        raise RecordError("The disk is full.")

    monkeypatch.setattr(store, "count", fail)
    keeper = Keeper(store, 90, lambda: DAY)
    keeper.start()
    for _ in range(3):
        keeper.notice(assistant.trace("Is there parking at the award ceremony?"), "page")
        keeper.flush()
    keeper.close()
    assert [record.getMessage() for record in caplog.records] == ["The disk is full."]


def test_nothing_is_opened_where_it_is_off(tmp_path):
    """No file appears, and asking for the record says what to set."""
    with pytest.raises(RecordError, match="ARA_KEEP_QUESTIONS=1"):
        open_record(Settings(data_dir=tmp_path))
    assert list(tmp_path.iterdir()) == []


def test_keeping_holds_no_time_finer_than_a_day(store: Store):
    """No column could tell a person by the moment of asking."""
    store.keep(ASKED, DAY)
    assert type(store.questions()[0].last_day) is date
