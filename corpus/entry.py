"""One clause or FAQ entry as plain data: what ``ara corpus show``, the API and the MCP server show."""

from __future__ import annotations

from corpus.errors import CorpusError
from corpus.library import Corpus

__all__ = ["entry_row"]


def entry_row(corpus: Corpus, key: str) -> dict[str, str | int | list[str]]:
    """The clause (``rules:I.c``, or ``I.c`` for short) or FAQ entry (``faq:overhead``) named ``key``.

    Raises ``CorpusError`` naming what there is.
    """
    return _faq_row(corpus, key) if key.startswith("faq:") else _clause_row(corpus, key)


def _clause_row(corpus: Corpus, key: str) -> dict[str, str | int | list[str]]:
    clause = corpus.rules.by_id.get(key) or corpus.rules.by_id.get(f"rules:{key}")
    if clause is None:
        known = ", ".join(corpus.rules.by_id)
        raise CorpusError("corpus", f"there is no clause {key[:80]!r}.", f"The clauses are: {known}.")
    note = corpus.note_by_clause.get(clause.id)
    return {
        "id": clause.id,
        "label": clause.label,
        "section": f"{clause.section}. {clause.section_title}",
        "lead_in": clause.lead_in,
        "text": clause.text,
        "plain": note.note.strip() if note else "",
        "sha256": clause.hash,
        "start": clause.span.start,
        "end": clause.span.end,
        "version": corpus.rules.version,
    }


def _faq_row(corpus: Corpus, key: str) -> dict[str, str | int | list[str]]:
    entry = corpus.faq_by_key.get(key)
    if entry is None:
        raise CorpusError("corpus", f"there is no FAQ entry {key[:80]!r}.", "corpus/faq.yaml lists them by id.")
    return {
        "id": entry.key,
        "label": entry.label,
        "question": entry.questions[0].ask,
        "answer": entry.answer.strip(),
        "source": entry.source,
        "clauses": [support.id for support in entry.clauses],
    }
