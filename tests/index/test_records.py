"""The texts that are embedded."""

from __future__ import annotations

from pathlib import Path

from corpus import load_corpus
from corpus.dialogues import DIALOGUES_FILE
from index.records import make_records

DIALOGUE = (
    '{"turns": ['
    '{"question": "Is the award paid in cash?", "kind": "answerable", "clauses": ["rules:II.p1"], "polarity": "yes"}, '
    '{"question": "to me?", "alone": "Is it paid to me?", "kind": "unanswerable", "clauses": [], "polarity": null}, '
    '{"question": "who pays tax", "alone": "Who pays tax on it?", "kind": "answerable", "clauses": ["rules:II.p1"]}, '
    '{"question": "May I own a boat?", "kind": "answerable", "clauses": ["rules:I.b"], "polarity": "no"}, '
    '{"question": "a small one?", "alone": "May I own a small boat?", "kind": "answerable", "clauses": ["rules:I.b"], "polarity": "no"}'
    "]}"
)


def test_a_later_turn_is_there_in_full_and_about_what_came_before(small_corpus: Path):
    """About the last turn that stood alone and the last one that leaned on it, as a conversation is searched."""
    (small_corpus / DIALOGUES_FILE).write_text(f"{DIALOGUE}\n", encoding="utf-8")
    records = {one.id: one for one in make_records(load_corpus(small_corpus)) if one.id.startswith("turn:")}
    assert {id_: one.text for id_, one in records.items()} == {
        "turn:0.0": "Is the award paid in cash?",
        "turn:0.1": "Is it paid to me?",
        "turn:0.1#about": "to me (about: Is the award paid in cash)?",
        "turn:0.2": "Who pays tax on it?",
        "turn:0.2#about": "who pays tax (about: Is the award paid in cash? to me)?",
        "turn:0.3": "May I own a boat?",
        "turn:0.3#about": "May I own a boat (about: Is the award paid in cash? who pays tax)?",
        "turn:0.4": "May I own a small boat?",
        "turn:0.4#about": "a small one (about: May I own a boat)?",
    }
    assert {one.asks for id_, one in records.items() if id_.startswith("turn:0.1")} == {"unanswerable"}
    assert {one.polarity for id_, one in records.items() if id_.startswith("turn:0.4")} == {"no"}
