"""What `ara corpus lint` finds."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from corpus import CORPUS_DIR, load_corpus
from corpus.errors import CorpusError
from corpus.lint import lint_corpus


def edit(root: Path, name: str, old: str, new: str) -> None:
    path = root / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_the_real_corpus_is_in_order():
    """Nothing is stale, misquoted, doubled or without its clause."""
    assert [str(finding) for finding in lint_corpus(CORPUS_DIR)] == []


def test_a_small_corpus_is_in_order(small_corpus: Path):
    """The lint finds nothing where nothing is wrong."""
    assert lint_corpus(small_corpus) == []


@pytest.mark.parametrize(
    ("name", "old", "new", "says"),
    [
        ("rules/2024-06-05.md", "Taxes are yours to pay.", "Taxes are yours to pay. Soon.", "'taxes' is stale"),
        (
            "rules/2024-06-05.md",
            "Taxes are yours to pay.",
            "Taxes are yours to pay. Soon.",
            "the note on rules:II.p1 is stale",
        ),
        ("faq.yaml", "rules:II.p1", "rules:II.p9", "no clause of these Rules"),
        ("faq.yaml", "quote: Taxes are", "quote: All taxes are", "do not stand in rules:II.p1"),
        ("faq.yaml", "answer: You pay the taxes.", "answer: You pay “all the taxes”.", "in no clause named"),
        ("faq.yaml", "source: rules", "source: hearsay", "source"),
        ("faq.yaml", "title: Taxes", "headline: Taxes", "title"),
        ("faq.yaml", "entries:", "entries: {", "is not YAML"),
        ("notes.yaml", "clause: rules:I.b", "clause: rules:I.a", "rules:I.b has 0 notes"),
        ("examples.jsonl", "Tell me a joke.", "Is it going to rain?", "stands here again"),
        ("examples.jsonl", "rules:I.a", "rules:I.z", "no clause of these Rules"),
        ("examples.jsonl", '"kind": "out_of_scope"', '"kind": "silly"', "kind"),
        ("examples.jsonl", '{"question": "Must I', '{question: "Must I', "examples.jsonl:1"),
    ],
)
def test_each_fault_is_named(small_corpus: Path, name: str, old: str, new: str, says: str):
    """A fault is found in its file, with what to do."""
    edit(small_corpus, name, old, new)
    findings = [str(finding) for finding in lint_corpus(small_corpus)]
    assert any(says in finding for finding in findings), findings
    assert all(str(small_corpus) in finding for finding in findings)


def test_faults_name_line_and_field(small_corpus: Path):
    """An entry that does not fit names the file, the line on which it begins, and the field."""
    edit(small_corpus, "faq.yaml", "polarity: 'yes'", "polarity: maybe")
    (finding,) = lint_corpus(small_corpus)
    assert finding.where == f"{small_corpus / 'faq.yaml'}:2 questions.1.polarity"


def test_yes_and_no_are_words(small_corpus: Path):
    """An unquoted yes or no in YAML stays the word, not a boolean."""
    edit(small_corpus, "faq.yaml", "polarity: 'yes'", "polarity: yes")
    assert load_corpus(small_corpus).faq[0].questions[1].polarity == "yes"


def test_a_key_may_stand_once(small_corpus: Path):
    """A repeated key is an error and not silently the last one."""
    edit(small_corpus, "faq.yaml", "  title: Taxes", "  title: Taxes\n  title: Money")
    with pytest.raises(CorpusError, match="stands twice"):
        load_corpus(small_corpus)


def test_missing_files_are_named(small_corpus: Path):
    """A corpus without its FAQ, or without Rules, says which file is missing."""
    (small_corpus / "faq.yaml").unlink()
    with pytest.raises(CorpusError, match=r"faq\.yaml.*no such file"):
        load_corpus(small_corpus)
    (small_corpus / "rules" / "2024-06-05.md").unlink()
    with pytest.raises(CorpusError, match="no version of the Rules"):
        load_corpus(small_corpus)


def test_the_hash_follows_every_file(small_corpus: Path):
    """A change in any file of the corpus changes its hash; reading it twice does not."""
    first = load_corpus(small_corpus).hash
    assert load_corpus(small_corpus).hash == first
    edit(small_corpus, "faq.yaml", "You pay the taxes.", "The taxes are paid by you.")
    assert load_corpus(small_corpus).hash != first


def test_real_faq_entries_are_plentiful_and_titled():
    """There are at least forty entries, each with a title, several wordings and its clauses."""
    corpus = load_corpus()
    assert len(corpus.faq) >= 40
    assert all(entry.title and len(entry.questions) >= 2 for entry in corpus.faq)
    assert {note.clause for note in corpus.notes} == set(corpus.rules.by_id)
    assert yaml.safe_load((CORPUS_DIR / "notes.yaml").read_text(encoding="utf-8"))
