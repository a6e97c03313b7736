"""The store, in SQLite always and in Postgres where the machine has it."""

from __future__ import annotations

import os
import pwd
import shutil
import socket
import stat
import subprocess
import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from assistant.record import Label
from assistant.record.opening import open_store
from assistant.record.store import Store
from corpus.errors import RecordError
from tests.assistant.record.samples import ASKED, DAY, DISLIKED, DOUBTFUL, DOWN, NOT_IN_RULES

POSTGRES = next(
    (Path(path) for path in ("/usr/local/bin", "/usr/lib/postgresql/15/bin") if (Path(path) / "initdb").exists()),
    Path(shutil.which("initdb") or "/nowhere/initdb").parent,
)


@pytest.fixture(scope="module")
def postgres() -> Iterator[str]:
    """A server of our own in a temporary folder, reached through a socket there; run by a user who may do nothing else."""
    if not (POSTGRES / "initdb").exists():
        pytest.skip("Postgres is not installed on this machine")
    if os.geteuid() == 0 and "nobody" not in {user.pw_name for user in pwd.getpwall()}:
        pytest.skip("there is no unprivileged user to run Postgres as")
    folder = Path(tempfile.mkdtemp(prefix="ara-postgres-"))
    user = {}
    if os.geteuid() == 0:
        nobody = pwd.getpwnam("nobody")
        os.chown(folder, nobody.pw_uid, nobody.pw_gid)
        user = {"user": nobody.pw_uid, "group": nobody.pw_gid}

    def run(*command: str) -> None:
        subprocess.run(command, cwd=folder, check=True, capture_output=True, timeout=120, **user)

    data = str(folder / "data")
    try:
        run(str(POSTGRES / "initdb"), "-D", data, "-U", "ara", "-A", "trust", "-N", "-E", "UTF8", "--locale=C")
        options = f"-c listen_addresses= -c unix_socket_directories={folder} -c fsync=off"
        run(str(POSTGRES / "pg_ctl"), "-D", data, "-w", "-l", str(folder / "log"), "-o", options, "start")
        yield f"postgresql://ara@/postgres?host={folder}"
    finally:
        if (folder / "data" / "postmaster.pid").exists():
            run(str(POSTGRES / "pg_ctl"), "-D", data, "-w", "-m", "fast", "stop")
        shutil.rmtree(folder)


@pytest.fixture(params=["sqlite", "postgres"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    url = request.getfixturevalue("postgres") if request.param == "postgres" else None
    opened = open_store(url, tmp_path)
    opened.forget(date.max, 0)
    yield opened
    opened.close()


def test_a_question_is_kept_once_and_counted(store: Store):
    """The same words, whatever their case and punctuation, are one question asked twice."""
    store.keep(ASKED, DAY)
    store.keep(replace(ASKED, question="is there parking at the award ceremony"), DAY + timedelta(days=2))
    [kept] = store.questions()
    assert (kept.times, kept.first_day, kept.last_day) == (2, DAY, DAY + timedelta(days=2))


def test_the_most_pressing_comes_first(store: Store):
    """Thumbs down before questions that were not answered, those before doubtful ones."""
    for asked in (DOUBTFUL, ASKED, DISLIKED):
        store.keep(asked, DAY)
    assert [kept.asked.reason for kept in store.questions()] == ["thumbs_down", "unanswered", "low_confidence"]
    first = store.next_question()
    assert first
    assert first.asked == DISLIKED
    second = store.next_question({first.id})
    assert second
    assert second.asked == ASKED
    assert [kept.asked for kept in store.questions(reason="low_confidence")] == [DOUBTFUL]


def test_a_label_takes_the_question_off_the_list_and_can_be_taken_back(store: Store):
    """One label a question; the second reviewer is told, and taking it back puts the question on the list again."""
    store.keep(ASKED, DAY)
    [kept] = store.questions()
    number = store.label(kept.id, NOT_IN_RULES, DAY)
    assert number
    assert store.label(kept.id, NOT_IN_RULES, DAY) is None
    assert store.next_question() is None
    assert [one.label for one in store.labels(applied=False)] == [NOT_IN_RULES]
    assert store.take_back(number)
    assert store.next_question() == kept
    assert store.labels() == []


def test_an_applied_label_stays(store: Store):
    """What the corpus has is not taken back here."""
    store.keep(ASKED, DAY)
    number = store.label(store.questions()[0].id, Label(ASKED.question, "answerable", ("rules:V.p1",), "no"), DAY)
    assert number
    store.applied([number], DAY)
    assert not store.take_back(number)
    assert [one.applied for one in store.labels(applied=True)] == [DAY]
    assert store.totals().unapplied == 0


def test_a_thumb_down_puts_its_question_on_the_list(store: Store):
    """The reason that was written stands beside the question."""
    store.rate(DOWN, DISLIKED, DAY)
    store.rate(replace(DOWN, up=True, reason=""), None, DAY)
    [kept] = store.questions()
    assert store.reasons_given(kept) == ["Too long."]
    assert [rated.rating.up for rated in store.ratings()] == [True, False]
    totals = store.totals()
    assert (totals.up, totals.down, totals.open["thumbs_down"]) == (1, 1, 1)


def test_dropping_deletes_question_and_ratings(store: Store):
    """Nothing of it is left."""
    store.rate(DOWN, DISLIKED, DAY)
    assert store.drop(store.questions()[0].id)
    assert (store.questions(labelled=None), store.ratings()) == ([], [])
    assert not store.drop(1)


def test_counts_add_up(store: Store):
    """Two batches of one day are summed."""
    key = (DAY, "page", "answer", 10)
    store.count(Counter({key: 3, (DAY, "api", "answer", 10): 1}))
    store.count(Counter({key: 2}))
    assert {(count.endpoint, count.answers) for count in store.counts(DAY)} == {("page", 5), ("api", 1)}


def test_what_is_older_than_the_limit_goes(store: Store):
    """Questions, ratings, labels and counts alike; the last day within the limit stays."""
    for back, words in ((91, "Old?"), (90, "Just within?")):
        day = DAY - timedelta(days=back)
        store.keep(replace(ASKED, question=words), day)
        store.rate(replace(DOWN, question=words), None, day)
        store.count(Counter({(day, "page", "answer", 10): 1}))
    old, within = (kept.id for kept in sorted(store.questions(), key=lambda kept: kept.last_day))
    store.label(old, NOT_IN_RULES, DAY - timedelta(days=91))
    store.label(within, NOT_IN_RULES, DAY - timedelta(days=90))
    assert store.forget(DAY, 90) == 4
    assert [kept.asked.question for kept in store.questions(labelled=None)] == ["Just within?"]
    assert (len(store.ratings()), len(store.labels()), len(store.counts(date.min))) == (1, 1, 1)


def test_hostile_words_are_kept_as_words(store: Store):
    """Controls, unpaired characters and bidi overrides are left out; length is bounded."""
    words = "a\x00b\x1b[2J\ud800\u202ec'; DROP TABLE ara_question; --" + "x" * 9000
    store.rate(replace(DOWN, reason=words, question=words), None, DAY)
    [rated] = store.ratings()
    assert rated.rating.reason.startswith("ab[2Jc'; DROP TABLE")
    assert (len(rated.rating.reason), len(rated.rating.question)) == (500, 4000)


def test_a_full_store_takes_no_more(store: Store, monkeypatch: pytest.MonkeyPatch):
    """A flood of questions cannot fill the disk; a known one is still counted."""
    monkeypatch.setattr("assistant.record.store.MOST", 1)
    assert store.keep(ASKED, DAY)
    assert not store.keep(DOUBTFUL, DAY)
    assert store.keep(ASKED, DAY)
    assert [kept.times for kept in store.questions()] == [2]


def test_it_opens_again_with_everything(tmp_path: Path):
    """What was kept is there after a restart."""
    first = open_store(None, tmp_path)
    first.keep(ASKED, DAY)
    first.close()
    assert [kept.asked for kept in open_store(None, tmp_path).questions()] == [ASKED]


def test_the_file_is_its_owners(tmp_path: Path):
    """Nobody else on the machine may read it."""
    open_store(None, tmp_path).close()
    assert stat.S_IMODE((tmp_path / "record.sqlite3").stat().st_mode) == 0o600


def test_deleted_words_leave_the_file(tmp_path: Path):
    """Neither the database nor its journal holds a dropped question any longer."""
    store = open_store(None, tmp_path)
    store.keep(ASKED, DAY)
    store.forget(DAY + timedelta(days=91), 90)
    store.close()
    assert b"parking at" not in b"".join(path.read_bytes() for path in tmp_path.iterdir())


def test_an_unreachable_database_is_told_without_its_password():
    """One line says what failed and what to set."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))  # bound, and nobody listens
        port = taken.getsockname()[1]
        with pytest.raises(RecordError, match="ARA_DATABASE_URL") as told:
            open_store(f"postgresql://ara:hunter2secret@127.0.0.1:{port}/ara", Path())
    assert "hunter2secret" not in str(told.value)
    assert "\n" not in str(told.value)
