"""What may be answered from, and its reader."""

from corpus.clauses import Clause, Rules, Section, Span, text_hash
from corpus.examples import Example, ExampleKind
from corpus.faq import FaqEntry, FaqQuestion, FaqSource, Polarity, Support
from corpus.library import CORPUS_DIR, Corpus, load_corpus, rules_files
from corpus.notes import Note, Point
from corpus.parser import normalise, parse_rules, read_rules

__all__ = [
    "CORPUS_DIR",
    "Clause",
    "Corpus",
    "Example",
    "ExampleKind",
    "FaqEntry",
    "FaqQuestion",
    "FaqSource",
    "Note",
    "Point",
    "Polarity",
    "Rules",
    "Section",
    "Span",
    "Support",
    "load_corpus",
    "normalise",
    "parse_rules",
    "read_rules",
    "rules_files",
    "text_hash",
]
