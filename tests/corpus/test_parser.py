"""The text of the Rules and its clauses."""

from __future__ import annotations

import hashlib
import itertools
import re
import string
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus import CORPUS_DIR, Corpus, normalise, parse_rules, read_rules
from corpus.clauses import sentence_spans
from corpus.errors import CorpusError
from corpus.parser import roman

SOURCE = CORPUS_DIR / "rules" / "2021-03-12.md"
SHA256 = "ceac8f861465177373cdc854b82db58ff076ef2a0d398c71ba57b2045f6dbb7e"
IDS = [
    "P.p1",
    "I.p1",
    "I.p2",
    "I.a",
    "I.b",
    "I.c",
    "I.d",
    "I.e",
    "I.p3",
    "I.p4",
    "II.p1",
    "II.p2",
    "II.a",
    "II.b",
    "II.c",
    "III.p1",
    "III.p2",
    "III.a",
    "III.b",
    "III.c",
    "III.p3",
    "IV.p1",
    "V.p1",
    "VI.p1",
    "VI.p2",
    "VII.p1",
    "VIII.p1",
    "IX.p1",
    "X.p1",
    "X.a",
    "X.b",
    "X.c",
    "X.d",
    "X.e",
    "X.p2",
]


def test_the_rules_are_word_for_word():
    """The normalised text has the checksum that was taken when the Rules were brought in."""
    text = normalise(SOURCE.read_text(encoding="utf-8"))
    assert hashlib.sha256(text.encode()).hexdigest() == SHA256


def test_there_are_thirty_five_clauses(corpus: Corpus):
    """The clauses have the ids of the contract, in the order of the text."""
    assert [clause.id for clause in corpus.rules.clauses] == [f"rules:{part}" for part in IDS]


def test_every_character_stands_in_one_place(corpus: Corpus):
    """Title, dateline, headings, item markers and clauses cover the text once, with only blank lines between."""
    rules = corpus.rules
    covered = [0] * len(rules.text)
    pieces = [(0, len(rules.title)), (rules.text.index(rules.dateline), len(rules.dateline))]
    for section in rules.sections[1:]:
        heading = f"{section.numeral}. {section.title}"
        pieces.append((rules.text.index(f"\n{heading}\n") + 1, len(heading)))
    for clause in rules.clauses:
        marker = len(clause.marker) + 1 if clause.is_item else 0
        pieces.append((clause.span.start - marker, len(clause.text) + marker))
    for start, length in pieces:
        for at in range(start, start + length):
            covered[at] += 1
    outside = "".join(char for char, times in zip(rules.text, covered, strict=True) if times == 0)
    assert max(covered) == 1
    assert not outside.strip("\n")


def test_spans_cut_the_clauses(corpus: Corpus):
    """A clause's span cuts its text out of the Rules, exactly."""
    assert all(clause.span.cut(corpus.rules.text) == clause.text for clause in corpus.rules.clauses)


@pytest.mark.parametrize(
    ("clause_id", "label"),
    [
        ("rules:I.c", "Rules § I(c)"),
        ("rules:III.p3", "Rules § III ¶ 3"),
        ("rules:V.p1", "Rules § V ¶ 1"),
        ("rules:P.p1", "Rules, preamble ¶ 1"),
    ],
)
def test_labels(corpus: Corpus, clause_id: str, label: str):
    """People read a section sign, a numeral, and a letter or a paragraph number."""
    assert corpus.clause(clause_id).label == label


def test_items_know_their_lead_in(corpus: Corpus):
    """An item carries the paragraph that it completes; a paragraph carries none."""
    assert corpus.clause("rules:III.c").lead_in.endswith("Any cash component of an Award:")
    assert corpus.clause("rules:II.a").lead_in == "You represent and warrant that your proposal"
    assert corpus.clause("rules:III.p3").lead_in == ""


def test_sentences_survive_abbreviations(corpus: Corpus):
    """Full stops in “Inc.”, “i.e.” and “Services, Inc., 410” end no sentence."""
    assert len(corpus.clause("rules:P.p1").sentences) == 4
    assert len(corpus.clause("rules:V.p1").sentences) == 4


def test_wrapped_lines_and_windows_ends_change_nothing():
    """Wrapping at 60 columns, CRLF, a byte-order mark and trailing spaces give the same text."""
    raw = SOURCE.read_text(encoding="utf-8")
    wrapped = "\n\n".join(_wrap(block) for block in raw.strip().split("\n\n"))
    windows = "\ufeff" + wrapped.replace("\n", " \r\n")
    assert parse_rules(windows).text == parse_rules(raw).text
    assert parse_rules(windows).clauses == parse_rules(raw).clauses


def _wrap(block: str) -> str:
    lines, line = [], ""
    for word in block.split(" "):
        if line and len(line) + len(word) > 60:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}" if line else word
    return "\n".join([*lines, line])


def test_items_without_blank_lines_are_items():
    """A lettered list may follow its lead-in line by line."""
    rules = parse_rules(
        "T\n\nLast updated: May 1, 2020\n\nHello.\n\nI. One\n\nYou promise:\n(a) this;\n(b) that.\n\nEnd."
    )
    assert [clause.id for clause in rules.clauses] == [
        f"rules:{part}" for part in ["P.p1", "I.p1", "I.a", "I.b", "I.p2"]
    ]


def test_a_reference_at_a_line_start_is_no_item():
    """A wrapped line that begins with “(c)” belongs to its paragraph."""
    rules = parse_rules("T\n\nLast updated: May 1, 2020\n\nHello.\n\nI. One\n\nAs said in item\n(c) above, no.")
    assert rules.clauses[-1].text == "As said in item (c) above, no."


def test_a_paragraph_between_items_leaves_their_lead_in():
    """A note between two items does not become the lead-in of the second."""
    rules = parse_rules("T\n\nLast updated: May 1, 2020\n\nP.\n\nI. One\n\nYou:\n\n(a) do;\n\nA note.\n\n(b) go.")
    assert rules.clause("rules:I.b").lead_in == "You:"


@pytest.mark.parametrize(
    ("text", "line", "expected"),
    [
        ("", 1, "a title"),
        ("T", 1, "Last updated"),
        ("T\n\nUpdated in May", 3, "Last updated: March 12, 2021"),
        ("T\n\nLast updated: Foo 12, 2021\n\nP.\n\nI. One\n\nx", 3, "no date"),
        ("T\n\nLast updated: May 1, 2020\n\nP.", 5, "I. Eligibility Requirements"),
        ("T\n\nLast updated: May 1, 2020\n\nP.\n\nII. Two\n\nx", 7, "expected section I"),
        ("T\n\nLast updated: May 1, 2020\n\nP.\n\nI. One\n\nII. Two\n\nx", 7, "no text"),
        ("T\n\nLast updated: May 1, 2020\n\nP.\n\nI. One\n\nYou:\n\n(b) go.", 11, "expected (a)"),
        ("T\n\nLast updated: May 1, 2020\n\nP.\n\nI. One\n\n(a) go.", 9, "no lead-in"),
        ("T\n\nLast updated: May 1, 2020\n\nI. One\n\nx", 5, "preamble has no text"),
    ],
)
def test_malformed_rules_name_line_and_form(text: str, line: int, expected: str):
    """A damaged file gives its line, what was expected, and an example."""
    with pytest.raises(CorpusError) as caught:
        parse_rules(text, name="rules/x.md")
    assert f"rules/x.md:{line}:" in str(caught.value)
    assert expected in str(caught.value)


def test_the_file_name_must_be_the_date(tmp_path: Path):
    """A file named after another day is refused, with the right name."""
    path = tmp_path / "2020-01-01.md"
    path.write_text("T\n\nLast updated: May 1, 2020\n\nP.\n\nI. One\n\nx", encoding="utf-8")
    with pytest.raises(CorpusError, match=re.escape("2020-05-01.md")):
        read_rules(path)


def test_unreadable_files_say_so(tmp_path: Path):
    """A missing file and one that is not UTF-8 give one plain line each."""
    with pytest.raises(CorpusError, match="no such file"):
        read_rules(tmp_path / "2020-05-01.md")
    (tmp_path / "2020-05-02.md").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(CorpusError, match="not UTF-8"):
        read_rules(tmp_path / "2020-05-02.md")


_WORDS = st.lists(st.text(string.ascii_letters + "’“”,;&%ÄÖé中", min_size=1, max_size=9), min_size=1, max_size=12)
_PARAGRAPH = _WORDS.map(lambda words: "x" + " ".join(words) + ".")
_SECTION = st.tuples(
    st.lists(_PARAGRAPH, min_size=1, max_size=3), st.lists(_PARAGRAPH, max_size=6), st.lists(_PARAGRAPH, max_size=2)
)


@settings(max_examples=150, deadline=None)
@given(preamble=_PARAGRAPH, sections=st.lists(_SECTION, min_size=1, max_size=6))
def test_what_is_written_is_read(preamble: str, sections: list[tuple[list[str], list[str], list[str]]]):
    """Any Rules of paragraphs, items and paragraphs come back clause by clause, at their offsets."""
    blocks, expected = ["Title", "Last updated: May 1, 2020", preamble], [preamble]
    for number, (before, items, after) in enumerate(sections, start=1):
        blocks += [f"{roman(number)}. Heading", *before]
        blocks += [f"({chr(97 + at)}) {item}" for at, item in enumerate(items)] + after
        expected += [*before, *items, *after]
    rules = parse_rules("\n\n".join(blocks))
    assert [clause.text for clause in rules.clauses] == [" ".join(normalise(text).split()) for text in expected]
    assert all(clause.span.cut(rules.text) == clause.text for clause in rules.clauses)
    assert len(rules.by_id) == len(rules.clauses)
    assert normalise(rules.text) == rules.text


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=300))
def test_no_text_raises_anything_else(text: str):
    """Whatever is in the file, the parser answers with Rules or with a CorpusError."""
    try:
        parse_rules(text)
    except CorpusError:
        return


@given(st.text(min_size=1, max_size=200))
def test_sentences_are_in_order_and_inside(text: str):
    """Sentence spans are inside the text, in order, and lose nothing but white space."""
    spans = sentence_spans(text)
    assert all(a.end <= b.start for a, b in itertools.pairwise(spans))
    kept = "".join(span.cut(text) for span in spans)
    assert "".join(kept.split()) == "".join(text.split())
