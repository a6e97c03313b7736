"""LangChain's interfaces over the index."""

from __future__ import annotations

from assistant import Assistant
from index.retriever import ClauseRetriever

QUESTION = "Who pays the taxes on an award?"


def test_the_retriever_gives_the_ranking(assistant: Assistant):
    """Invoked as LangChain does, the retriever gives the index's own ranking, in the clauses' own words."""
    retriever = ClauseRetriever.over(assistant.index, assistant.corpus, k=4)
    documents = retriever.invoke(QUESTION)
    ranking = [row.id for row in assistant.index.search(QUESTION).clauses[:4]]
    assert [document.metadata["id"] for document in documents] == ranking
    assert documents[0].page_content == assistant.corpus.clause(ranking[0]).text


def test_the_store_is_a_langchain_vector_store(assistant: Assistant):
    """The same Chroma collection answers LangChain's similarity search with the records it holds."""
    store = assistant.index.store.as_vector_store(assistant.index.encoder)
    found = store.similarity_search(QUESTION, k=3)
    assert len(found) == 3
    assert all(document.metadata["kind"] in {"clause", "point", "faq", "example"} for document in found)


def test_hits_on_the_faq_count_for_its_clauses(assistant: Assistant):
    """A question that only the FAQ words this way brings up the clauses that the entry rests on."""
    entry = assistant.corpus.faq_by_key["faq:overhead"]
    best = assistant.index.search(entry.questions[0].ask).clauses[0]
    assert best.id == entry.clauses[0].id


def test_searching_twice_gives_the_same(assistant: Assistant):
    """The same question gives the same scores to the last digit."""
    assert assistant.index.search(QUESTION) == assistant.index.search(QUESTION)
