"""`ara review`: the review in the terminal, driven by a fake one, and the commands around it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from assistant import Assistant
from assistant.cli.reviewing import Review
from assistant.cli.terminal import FakeTerminal
from assistant.record import Label
from assistant.record.opening import open_store
from assistant.record.store import Store
from corpus import load_corpus
from tests.assistant.record.samples import ASKED, DAY, DISLIKED, DOUBTFUL, DOWN
from tests.conftest import write_small_corpus

FAR = date(2999, 1, 1)
"""Old for no clock."""


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = open_store(None, tmp_path)
    for asked in (ASKED, DOUBTFUL):
        opened.keep(asked, DAY)
    opened.rate(DOWN, DISLIKED, DAY)
    yield opened
    opened.close()


@pytest.fixture
def sit(store: Store, assistant: Assistant) -> Callable[..., FakeTerminal]:
    """Review with these keys and lines."""

    def sitting(keys: str, *lines: str) -> FakeTerminal:
        terminal = FakeTerminal(keys, lines)
        Review(store, assistant, terminal, DAY).run()
        return terminal

    return sitting


def made(store: Store) -> list[tuple[str, str, tuple[str, ...], str | None]]:
    """The labels, oldest first."""
    return [(one.label.question, one.label.kind, one.label.clauses, one.label.polarity) for one in store.labels()[::-1]]


def test_a_card_shows_question_answer_clauses_and_examples(sit: Callable[..., FakeTerminal]):
    """All that is needed to decide, and what the reader wrote."""
    shown = sit("q").shown
    for part in ("Who pays taxes?", "Too long.", "The Rules do not say.", "1 Rules § III ¶ 3", "0.9", "3 to review"):
        assert part in shown


def test_one_key_names_the_clause_and_one_the_short_answer(sit: Callable[..., FakeTerminal], store: Store):
    """The first clause on the list, no short answer."""
    sit("1\rq")
    assert made(store) == [("Who pays taxes?", "answerable", ("rules:III.p3",), None)]


@pytest.mark.parametrize(("key", "polarity"), [("y", "yes"), ("n", "no"), ("d", "depends"), ("x", None)])
def test_the_short_answers(sit: Callable[..., FakeTerminal], store: Store, key: str, polarity: str | None):
    """Any other key gives none."""
    sit(f"1{key}q")
    assert made(store)[0][3] == polarity


def test_one_key_says_that_the_rules_do_not_say(sit: Callable[..., FakeTerminal], store: Store):
    """Or that the question is out of scope; the end of the list is told."""
    terminal = sit("uou")
    assert [kind for _, kind, _, _ in made(store)] == ["unanswerable", "out_of_scope", "unanswerable"]
    assert "Nothing is left to review." in terminal.shown


def test_another_clause_is_typed(sit: Callable[..., FakeTerminal], store: Store):
    """With or without its prefix; a wrong one is told, with all there are, and changes nothing."""
    terminal = sit("//nq", "XX.z", "IX.p1")
    assert "There is no clause 'rules:XX.z'. Accepted: rules:P.p1" in terminal.shown.replace("\n", " ")
    assert made(store) == [("Who pays taxes?", "answerable", ("rules:IX.p1",), "no")]


def test_words_are_changed_before_they_go_into_the_corpus(sit: Callable[..., FakeTerminal], store: Store):
    """What tells of a person is taken out here."""
    sit("euq", "Who pays the taxes of an award?")
    assert made(store) == [("Who pays the taxes of an award?", "unanswerable", (), None)]


def test_skipping_and_going_back_decide_nothing(sit: Callable[..., FakeTerminal], store: Store):
    """A skipped question waits for the next sitting; escape leaves a clause again."""
    sit("s1\x1bq")
    assert (made(store), len(store.questions())) == ([], 3)


def test_the_last_label_is_taken_back(sit: Callable[..., FakeTerminal], store: Store):
    """Its question comes again."""
    terminal = sit("uzq")
    assert made(store) == []
    assert terminal.shown.count("Who pays taxes?") >= 3


def test_dropping_asks_once_more(sit: Callable[..., FakeTerminal], store: Store):
    """Another key keeps it; the same key deletes it for good, with its feedback."""
    sit("dkq")
    assert len(store.questions()) == 3
    sit("ddq")
    assert ([kept.asked for kept in store.questions()], store.ratings()) == ([ASKED, DOUBTFUL], [])


def test_an_unknown_key_shows_the_keys(sit: Callable[..., FakeTerminal]):
    """And ctrl-c, which follows here, ends the sitting."""
    assert sit("0").shown.count("q quit") == 2


def test_another_reviewer_was_faster(store: Store, assistant: Assistant):
    """The second label is not made, and the reviewer is told."""
    terminal = FakeTerminal("q")
    review = Review(store, assistant, terminal, DAY)
    first = store.next_question()
    assert first
    keys = iter("u")

    def key() -> str:
        pressed = next(keys, "q")
        if pressed == "u":
            Review(store, assistant, FakeTerminal("oq"), DAY).run()
        return pressed

    terminal.key = key  # type: ignore[method-assign]
    assert review.run()["labelled"] == 0
    assert [kind for _, kind, _, _ in made(store)] == ["out_of_scope"]
    assert "Somebody else has just reviewed it." in terminal.shown


def test_the_labels_are_applied_by_the_command(run_ara, tmp_path: Path):
    """They stand in the examples, which the corpus then reads; a second run adds nothing."""
    corpus = write_small_corpus(tmp_path / "corpus")
    data = tmp_path / "data"
    store = open_store(None, data)
    store.keep(ASKED, DAY)
    kept = store.next_question()
    assert kept
    store.label(kept.id, Label("Who may I phone?", "unanswerable"), FAR)
    store.close()
    env = {"ARA_KEEP_QUESTIONS": "1", "ARA_DATA_DIR": str(data), "ARA_CORPUS_DIR": str(corpus)}
    first, second = run_ara("review", "--apply", env=env), run_ara("review", "--apply", env=env)
    assert "Added to the examples: 1." in first.stdout
    assert second.stdout == "There is no label that the corpus does not have.\n"
    assert load_corpus(corpus).examples[-1].question == "Who may I phone?"


def test_without_a_terminal_or_a_record_one_line_says_why(run_ara, tmp_path: Path):
    """Exit status 2, and what to do instead."""
    on = {"ARA_KEEP_QUESTIONS": "1", "ARA_DATA_DIR": str(tmp_path / "data")}
    for env, words in (({}, "Set ARA_KEEP_QUESTIONS=1"), (on, "needs a terminal")):
        run = run_ara("review", env=env)
        assert run.returncode == 2
        assert words in run.stderr
        assert run.stderr.count("\n") == 1


def test_the_password_is_hashed_and_everything_forgotten(run_ara, tmp_path: Path):
    """A short password is refused; `forget --everything` empties the record."""
    good = run_ara("staff", "hash-password", stdin="correct horse battery\n")
    assert good.stdout.startswith("$argon2id$")
    assert run_ara("staff", "hash-password", stdin="short\n").returncode == 2
    store = open_store(None, tmp_path / "data")
    store.keep(ASKED, DAY)
    env = {"ARA_KEEP_QUESTIONS": "1", "ARA_DATA_DIR": str(tmp_path / "data")}
    assert "version 0001" in run_ara("staff", "migrate", env=env).stdout
    assert run_ara("staff", "forget", "--everything", env=env).stdout == "Deleted for good: 1 rows.\n"
    assert store.questions() == []
    store.close()
