"""The last check before an answer is shown: every quotation is the clause's own words."""

from __future__ import annotations

import re

from assistant.answer import Citation
from assistant.compose import Draft
from corpus import Corpus

__all__ = ["faults", "quoted_words"]

_QUOTED = re.compile(r"[“\"]([^“”\"]{3,})[”\"]")


def quoted_words(text: str) -> list[str]:
    """What stands between quotation marks in ``text``."""
    return _QUOTED.findall(text)


def faults(draft: Draft, corpus: Corpus) -> list[str]:
    """What is wrong with a draft, each in a few words; empty where all is well."""
    found = [fault for citation in draft.citations if (fault := _citation_fault(citation, corpus))]
    clauses = [corpus.clause(citation.id).text for citation in draft.citations if citation.id in corpus.rules.by_id]
    for sentence in draft.sentences:
        found += [
            f"“{words}” stands in no cited clause"
            for words in quoted_words(sentence)
            if not any(words.strip(" ,.;") in text for text in clauses)
        ]
    return found


def _citation_fault(citation: Citation, corpus: Corpus) -> str:
    clause = corpus.rules.by_id.get(citation.id)
    if clause is None:
        return f"there is no clause {citation.id}"
    exact = citation.quote and clause.text[citation.start : citation.end] == citation.quote
    if not exact or not 0 <= citation.start < citation.end <= len(clause.text):
        return f"the quotation from {citation.id} is not its words"
    if citation.version != corpus.rules.version:
        return f"{citation.id} is cited from version {citation.version}"
    return ""
