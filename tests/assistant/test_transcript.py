"""Transcripts: made from answers, verified against the Rules."""

from __future__ import annotations

import json
import shutil
from datetime import date

import pytest

from assistant.answer import Answer, Citation
from assistant.transcript import turn_record, verify_transcript
from corpus import Span, load_corpus
from corpus.errors import ReceiptError

TODAY = date(2026, 11, 20)


def record_of(corpus, clause="rules:II.p1", span=None):
    """A turn that quotes a clause."""
    citation = Citation.cite(corpus.clause(clause), corpus.rules.version, span)
    answer = Answer("answer", "yes", "Words.", corpus.rules.version, corpus.hash, (citation,), rewritten="Understood?")
    return turn_record("Asked?", answer, TODAY)


def transcript(*turns):
    """A file as the page writes it, read again."""
    return json.loads(json.dumps({"kind": "ara-conversation", "format": 1, "turns": turns}))


@pytest.fixture
def small(small_corpus):
    """The small corpus, read."""
    return load_corpus(small_corpus)


def test_a_record_is_the_whole_receipt(small):
    """Question, rewriting, clause, offsets, quotation, version and corpus stand in it."""
    record = record_of(small, span=Span(27, 49))
    assert (record["question"], record["rewritten"], record["asked_on"]) == ("Asked?", "Understood?", "2026-11-20")
    assert record["citations"] == [
        {
            "id": "rules:II.p1",
            "label": "Rules § II ¶ 1",
            "quote": small.clause("rules:II.p1").text[27:49],
            "start": 27,
            "end": 49,
            "version": "2024-06-05",
        }
    ]
    assert (record["rules_version"], record["corpus_hash"]) == ("2024-06-05", small.hash)
    assert record == record_of(small, span=Span(27, 49))


def test_an_untouched_transcript_holds(small):
    """Each quotation is cut out again and is the same."""
    check = verify_transcript(transcript(record_of(small), record_of(small, "rules:I.a")), small)
    assert check.holds
    assert [len(turn.notes) for turn in check.turns] == [1, 1]
    assert "word for word" in check.turns[0].notes[0]


@pytest.mark.parametrize(
    ("field", "value"),
    [("quote", "The award is paid in gold."), ("start", 1), ("id", "rules:I.z"), ("label", "Rules § X")],
)
def test_a_changed_quotation_does_not_hold(small, field, value):
    """The words, the offsets, the clause and its name are all compared, beside the digest."""
    record = record_of(small)
    record["citations"][0] = {**record["citations"][0], field: value}
    check = verify_transcript(transcript(record, record_of(small)), small)
    assert [turn.holds for turn in check.turns] == [False, True]
    assert not check.holds
    assert len(check.turns[0].faults) == 2


@pytest.mark.parametrize("field", ["question", "answer", "asked_on", "polarity"])
def test_any_other_change_is_seen_by_the_digest(small, field):
    """An answer that was turned round is not passed off as ours by accident."""
    check = verify_transcript(transcript({**record_of(small), field: "2026-01-01"}), small)
    assert check.turns[0].faults == ("This turn was changed after it was saved: its digest does not fit its content.",)


def newer(small_corpus, old, new):
    """The corpus with a second version of the Rules in which words were changed."""
    text = (small_corpus / "rules" / "2024-06-05.md").read_text(encoding="utf-8")
    assert old in text
    text = text.replace("June 5, 2024", "July 1, 2025").replace(old, new)
    (small_corpus / "rules" / "2025-07-01.md").write_text(text, encoding="utf-8")
    return load_corpus(small_corpus)


def test_under_new_rules_a_quotation_holds_where_its_words_still_stand(small, small_corpus):
    """Both versions are read, and the difference is named."""
    saved = transcript(record_of(small))
    kept = verify_transcript(saved, newer(small_corpus, "owns no boat", "owns no ship"))
    assert kept.holds
    assert "The Rules are now those of 2025-07-01" in kept.turns[0].notes[-1]
    gone = verify_transcript(saved, newer(small_corpus, "paid in cash", "paid in kind"))
    assert not gone.holds
    assert "were its words in the version of June 5, 2024, and are no longer" in gone.turns[0].faults[0]


def test_a_version_that_is_not_here_cannot_be_vouched_for(small, small_corpus):
    """Without its text nothing says that the words were ever there; its name cannot lead out of the folder."""
    saved = transcript(record_of(small))
    corpus = newer(small_corpus, "owns no boat", "owns no ship")
    (small_corpus / "rules" / "2024-06-05.md").unlink()
    assert "there is no version" in verify_transcript(saved, corpus).turns[0].faults[0]
    saved["turns"][0]["citations"][0]["version"] = "../../secret"
    assert "there is no version" in verify_transcript(saved, corpus).turns[0].faults[1]


def test_another_corpus_is_named_and_does_no_harm(small, small_corpus):
    """The FAQ may change; the words of the Rules did not."""
    saved = transcript(record_of(small))
    with (small_corpus / "examples.jsonl").open("a", encoding="utf-8") as file:
        file.write('{"question": "More?", "kind": "out_of_scope", "clauses": [], "polarity": null}\n')
    check = verify_transcript(saved, load_corpus(small_corpus))
    assert check.holds
    assert "Other files of the corpus have changed" in check.turns[0].notes[-1]


@pytest.mark.parametrize("broken", [{"format": 2}, {"turns": []}, {"turns": [{}]}, {"turns": "x"}, {"turns": [7]}])
def test_what_is_no_transcript_is_refused(small, broken):
    """In one line that says what to give."""
    with pytest.raises(ReceiptError, match="as it was downloaded"):
        verify_transcript(transcript(record_of(small)) | broken, small)


def test_the_command_says_what_holds(run_ara, corpus, tmp_path):
    """Exit 0 where all holds, 1 where not, 2 where it is no such file; also for an eligibility receipt."""
    good = tmp_path / "good.json"
    good.write_text(json.dumps(transcript(record_of(corpus, "rules:III.c"))), encoding="utf-8")
    done = run_ara("verify", str(good))
    assert (done.returncode, done.stdout.splitlines()[0]) == (0, "The conversation holds.")
    assert "Rules § III(c), characters 0 to 111: quoted word for word." in done.stdout

    bad = tmp_path / "bad.json"
    bad.write_text(good.read_text(encoding="utf-8").replace("may not be used", "may be used"), encoding="utf-8")
    done = run_ara("verify", str(bad), "--json")
    assert done.returncode == 1
    assert json.loads(done.stdout)["holds"] is False

    receipt = tmp_path / "receipt.json"
    run_ara("check", "-", "--receipt", str(receipt), stdin='{"position": "postdoc"}')
    assert run_ara("verify", str(receipt)).stdout == "The receipt holds.\n"

    shutil.copy(__file__, tmp_path / "no.json")
    done = run_ara("verify", str(tmp_path / "no.json"))
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
