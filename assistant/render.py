"""Draft → the Markdown that a person reads."""

from __future__ import annotations

from datetime import date

from assistant.answer import Citation
from assistant.compose import Draft
from corpus import Corpus

__all__ = ["body", "long_date", "render", "version_line"]


def long_date(version: str) -> str:
    """``2021-03-12`` → ``March 12, 2021``."""
    day = date.fromisoformat(version)
    return f"{day:%B} {day.day}, {day.year}"


def version_line(corpus: Corpus) -> str:
    """Which version of the Rules an answer rests on."""
    return f"*Rules version: {long_date(corpus.rules.version)}.*"


def body(draft: Draft, corpus: Corpus) -> str:
    """The short answer and plain words, and the quotations."""
    quotations = [_quotation(citation, corpus) for citation in draft.citations]
    return "\n\n".join(part for part in [*draft.sentences, *quotations] if part)


def render(draft: Draft, corpus: Corpus) -> str:
    """The short answer and plain words, the quotations, where else to look, the version."""
    parts = [body(draft, corpus), draft.closing, version_line(corpus)]
    return "\n\n".join(part for part in parts if part)


def _quotation(citation: Citation, corpus: Corpus) -> str:
    clause = corpus.clause(citation.id)
    lead_in = f"*{_last_sentence(clause.lead_in)}* {clause.marker} " if clause.lead_in else ""
    before = "… " if citation.start else ""
    after = " …" if citation.end < len(clause.text) else ""
    return f"> **{citation.label}** — {lead_in}“{before}{citation.quote}{after}”"


def _last_sentence(text: str) -> str:
    from corpus.clauses import sentence_spans

    return sentence_spans(text)[-1].cut(text)
