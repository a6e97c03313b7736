"""The words that a requirement rests on, as the page quotes them."""

from __future__ import annotations

from assistant.answer import Citation
from assistant.page.answer_view import Quote
from corpus import Rules, Span

__all__ = ["quote_of"]


def quote_of(rules: Rules, clause_id: str, words: str) -> Quote:
    """``words`` of a clause with their address; the checker has made sure that they stand there."""
    clause = rules.clause(clause_id)
    start = clause.text.index(words)
    return Quote(Citation.cite(clause, rules.version, Span(start, start + len(words))), clause)
