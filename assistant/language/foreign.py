"""A question in another language → an honest sentence in that language, and the clauses that may be meant."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import yaml
from pydantic import BaseModel, TypeAdapter

from assistant.answer import Citation
from assistant.compose import Draft
from corpus import Corpus

__all__ = ["Foreign", "foreign_draft", "foreign_languages", "in_english"]

_FILE = Path(__file__).with_name("foreign.yaml")
_GENERAL = "award"
"""A word that every question may hold; alone it finds nothing."""
_WHOLE = 3
"""Beginnings of so few letters are whole words."""
_ENGLISH = (
    "The Rules are in English, and this assistant reads English best. Please ask your question in English if you can."
)
_MAY_BE_MEANT = "These clauses may be meant:"


class Foreign(BaseModel, frozen=True, extra="forbid"):
    """One language that is answered."""

    name: str
    says: str
    found: str
    terms: Mapping[str, tuple[str, ...]]
    """English words of the domain, each with what means it."""


@cache
def foreign_languages() -> Mapping[str, Foreign]:
    """The languages that are answered, by code."""
    return TypeAdapter(dict[str, Foreign]).validate_python(yaml.safe_load(_FILE.read_text(encoding="utf-8")))


def in_english(message: str, language: str) -> str:
    """The words of the domain that ``message`` holds, in English; empty where it holds none to search with."""
    known = foreign_languages().get(language)
    if known is None:
        return ""
    text = f" {_folded(message)} "
    found = [english for english, means in known.terms.items() if any(_stands_in(word, text) for word in means)]
    return ", ".join(found) if set(found) - {_GENERAL} else ""


def foreign_draft(language: str, clauses: tuple[str, ...], corpus: Corpus) -> Draft:
    """What is said to a question in ``language``: that it is better asked in English, and ``clauses``, where there are any."""
    known = foreign_languages().get(language)
    says, found = (known.says, known.found) if known else ("", "")
    cited = [corpus.clause(clause) for clause in clauses]
    notes = [corpus.note_by_clause[clause.id].note.strip() for clause in cited if clause.id in corpus.note_by_clause]
    sentences = [says, _ENGLISH, *([found or _MAY_BE_MEANT, *notes] if cited else [])]
    return Draft(
        None,
        tuple(sentence for sentence in sentences if sentence),
        tuple(Citation.cite(clause, corpus.rules.version) for clause in cited),
    )


def _folded(text: str) -> str:
    """Lower case, accents off, one space between words; marks of other alphabets stay."""
    letters = unicodedata.normalize("NFD", text.casefold().replace("’", "'"))
    plain = "".join(letter for letter in letters if not "\u0300" <= letter <= "\u036f")
    return " ".join(unicodedata.normalize("NFC", plain).split())


def _stands_in(word: str, text: str) -> bool:
    if not word[0].isascii() and not "а" <= word[0] <= "я":
        return _folded(word) in text
    end = r"\b" if len(word) <= _WHOLE and word.isascii() else ""
    return bool(re.search(rf"\b{re.escape(_folded(word))}{end}", text))
