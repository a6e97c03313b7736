"""LangChain's view of the index, for programs that build their own chains on it."""

from __future__ import annotations

from typing import Any

from langchain_core.callbacks import CallbackManagerForRetrieverRun
from langchain_core.documents import Document
from langchain_core.retrievers import BaseRetriever

from corpus import Corpus
from index.search import Index

__all__ = ["ClauseRetriever"]


class ClauseRetriever(BaseRetriever):
    """Ranked clauses as LangChain documents: the clause's own words, and its id, label and score."""

    index: Any
    """An opened ``Index``."""
    corpus: Any
    """The ``Corpus`` that it was built from."""
    k: int = 5
    """How many clauses come back."""

    @classmethod
    def over(cls, index: Index, corpus: Corpus, k: int = 5) -> ClauseRetriever:
        """A retriever of the ``k`` best clauses."""
        return cls(index=index, corpus=corpus, k=k)

    def _get_relevant_documents(self, query: str, *, run_manager: CallbackManagerForRetrieverRun) -> list[Document]:
        del run_manager
        return [self._document(row.id, row.score) for row in self.index.search(query).clauses[: self.k]]

    def _document(self, clause_id: str, score: float) -> Document:
        clause = self.corpus.clause(clause_id)
        return Document(
            id=clause.id,
            page_content=clause.text,
            metadata={"id": clause.id, "label": clause.label, "score": score, "version": self.corpus.rules.version},
        )
