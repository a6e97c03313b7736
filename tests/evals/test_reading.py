"""Reading texts in a run: facts with their words, scores, time."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from evals.cases import Sentence
from evals.fake import reply_with
from evals.reading import read_text
from evals.report import write_report
from evals.results import read_results
from evals.summary import Summary, read_summary

TODAY = date(2026, 11, 20)
Run = Callable[..., Summary]


def sentence(case_id: str, text: str, *says: tuple[str, str, str]) -> dict[str, Any]:
    """A sentence about the applicant, with what it says as fact, value and words."""
    labels = [{"about": "applicant", "fact": fact, "value": value, "words": words} for fact, value, words in says]
    return {"id": case_id, "text": text, "today": "2026-11-20", "says": labels, "author": "x"}


FULL_TIME = sentence("s1", "I am full-time.", ("full_time", "yes", "full-time"))
MISLABELLED = sentence("s2", "I am 36.", ("age", "63", "36"))
NOTHING = sentence("s3", "Thank you for your help!")


def test_each_fact_is_kept_with_the_words_it_was_read_from():
    """The words are those of the text, and the verdict on the facts and its time stand beside them."""
    reading = read_text("I'm a full-time lecturer and I'm 36.", TODAY)
    words = {fact.fact: fact.words for fact in reading.facts}
    assert words["full_time"] == "full-time"
    assert "36" in words["age"]
    assert reading.status == "undetermined"
    assert reading.ms > 0


def test_what_is_supposed_is_no_fact_of_a_sentence():
    """A supposition is judged in a case, and is silence where a sentence is held against its labels."""
    text = "If I went down to 80 %, could I still apply?"
    assert read_text(text, TODAY).supposed
    row = Sentence.model_validate(sentence("s", text))
    assert read_text(text, TODAY, row).facts == ()


def test_sentences_have_figures_and_slices_of_their_own(run_fake: Run, tmp_path: Path):
    """One of two facts read rightly: precision and recall a half; sentences are kept apart from answers."""
    summary = run_fake("run", FULL_TIME, MISLABELLED, NOTHING)
    values = {key: measured.value for key, measured in summary.figures.items()}
    assert (values["fact_precision"], values["fact_recall"]) == (0.5, 0.5)
    assert (values["silence_kept"], round(values["sentence_right"], 3)) == (1.0, 0.667)
    assert "right" not in values
    assert (summary.judged, summary.sentences, summary.sentences_right) == (0, 3, 2)
    assert summary.said == {"age": (1, 0), "full_time": (1, 1)}
    assert summary.read == {"age": (1, 1), "full_time": (1, 0)}
    assert summary.slices["says"]["yes"]["fact_recall"].value == 1.0
    assert len(summary.reading_latency) == 3
    assert read_summary(tmp_path / "run") == summary


def test_what_is_left_open_does_not_count_as_a_value(run_fake: Run):
    """A fact wrongly left open lowers the precision of facts, and not that of facts with a value."""
    unsure = sentence("s4", "The museum that pays me may or may not belong to the city.")
    values = run_fake("run", FULL_TIME, unsure).figures
    assert (values["fact_precision"].value, values["value_precision"].value) == (0.5, 1.0)


def test_a_misread_sentence_says_what_was_missed_and_from_which_words(run_fake: Run, tmp_path: Path):
    """The report shows the fact that was read, its words, and the label that it is not."""
    run_fake("run", FULL_TIME, MISLABELLED)
    page = write_report(tmp_path / "run").read_text(encoding="utf-8")
    failure = page[page.index('id="case-s2"') :]
    assert "“age: 63” was not read; “age: 36” was read and is not said" in failure
    assert "<td>age</td><td>36</td>" in failure
    assert 'id="case-s1"' not in page


def test_a_written_case_keeps_what_was_read_of_it(run_fake: Run, tmp_path: Path):
    """A case without a verdict is lost at the route, and its facts are shown all the same."""
    text = "I'm a full-time lecturer, 36."
    case = {"id": "e1", "text": text, "today": "2026-11-20", "status": "undetermined", "author": "x"}
    run_fake("run", case, replies=[reply_with()])
    (row,) = read_results(tmp_path / "run" / "results.jsonl")
    (item,) = row.items
    assert item.lost == "route"
    assert item.reading is not None
    assert "full_time" in {fact.fact for fact in item.reading.facts}
