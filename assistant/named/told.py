"""A named clause → its words and what they mean; or that the Rules have no such clause, and what they have."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.answer import Citation
from assistant.compose import Draft
from assistant.named.references import Reference, references
from corpus import Clause, Corpus

__all__ = ["misnamed", "quote_named"]

_MOST_QUOTED = 10


def quote_named(named: Sequence[Reference], corpus: Corpus) -> Draft:
    """What the named clauses say, in plain words and quoted whole; of one that does not exist, that it does not."""
    sentences: list[str] = []
    cited: dict[str, Clause] = {}
    for reference in named:
        clauses = reference.clauses(corpus.rules)
        if not clauses:
            sentences.append(_correction(reference, corpus))
            clauses = _lone_clause(reference, corpus)
        sentences += [_plain_words(clause, corpus) for clause in clauses]
        cited |= {clause.id: clause for clause in clauses}
    quoted = list(cited.values())[:_MOST_QUOTED]
    return Draft(None, tuple(sentences), tuple(Citation.cite(clause, corpus.rules.version) for clause in quoted))


def misnamed(message: str, corpus: Corpus) -> tuple[str, ...]:
    """For each clause that ``message`` names and the Rules do not have, a sentence that says so."""
    wrong = [reference for reference in references(message) if not reference.clauses(corpus.rules)]
    return tuple(_correction(reference, corpus) for reference in wrong)


def _correction(reference: Reference, corpus: Corpus) -> str:
    """“The Rules have no § IV(b).”, and what they have there."""
    numbered = [section for section in corpus.rules.sections if section.numeral != "P"]
    section = next((section for section in numbered if section.numeral == reference.section), None)
    missing = f"The Rules have no {reference.label}."
    if section is None:
        titles = ", ".join(f"{each.numeral} ({each.title})" for each in numbered)
        return f"{missing} After the preamble they have {len(numbered)} sections: {titles}."
    held = [clause.label.removeprefix("Rules ") for clause in section.clauses]
    what = f"one paragraph, {held[0]}" if len(held) == 1 else f"{', '.join(held[:-1])} and {held[-1]}"
    return f"{missing} Section {section.numeral} ({section.title}) holds {what}."


def _lone_clause(reference: Reference, corpus: Corpus) -> tuple[Clause, ...]:
    """The one clause of a section that has but one: what was meant is in it."""
    clauses = Reference(reference.section).clauses(corpus.rules)
    return clauses if len(clauses) == 1 else ()


def _plain_words(clause: Clause, corpus: Corpus) -> str:
    note = corpus.note_by_clause.get(clause.id)
    label = clause.label.removeprefix("Rules ")
    return f"**{label}:** {note.note.strip()}" if note else ""
