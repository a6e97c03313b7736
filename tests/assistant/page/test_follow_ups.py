"""What is offered to be asked next."""

from __future__ import annotations

from itertools import chain

import pytest

from assistant.answer import Answer, Citation
from assistant.page import EXAMPLES, FollowUps
from assistant.page.follow_ups import MOST, follow_ups
from assistant.turns import leans


def cites(corpus, *clauses) -> Answer:
    """An answer that quotes these clauses."""
    version = corpus.rules.version
    cited = tuple(Citation.cite(corpus.clause(clause), version) for clause in clauses)
    return Answer("answer", None, "Words.", version, corpus.hash, cited)


def entry_of(question, corpus):
    """The FAQ entry with this wording."""
    return next(entry for entry in corpus.faq if question in [one.ask for one in entry.questions])


def always(question, entry):
    """Every question is answered."""
    return True


def test_they_come_from_entries_that_the_cited_clause_decides(corpus):
    """The first clause of each entry is the cited one, as long as there are enough of them."""
    offered = follow_ups(cites(corpus, "rules:III.c"), (), corpus, always)
    assert len(offered) == MOST
    for question in offered:
        clauses = [support.id for support in entry_of(question, corpus).clauses]
        assert "rules:III.c" in clauses


def test_where_a_clause_has_too_few_its_neighbours_help(corpus):
    """The entries then rest on the clause before or after it."""
    found = set()
    for clause in corpus.rules.clauses:
        for question in follow_ups(cites(corpus, clause.id), (), corpus, always):
            ids = {support.id for support in entry_of(question, corpus).clauses}
            found.add(clause.id in ids)
            section = [one.id for one in corpus.rules.clauses if one.section == clause.section]
            place = section.index(clause.id)
            assert ids & set(section[max(place - 1, 0) : place + 2])
    assert found == {True, False}


def test_nothing_is_offered_that_was_asked_or_answered(corpus):
    """Neither in the same words nor in others of the same entry, nor the entry whose words were just read."""
    answer = cites(corpus, "rules:III.c")
    first = follow_ups(answer, (), corpus, always)
    other_wording = entry_of(first[0], corpus).questions[-1].ask
    assert first[0] not in follow_ups(answer, (other_wording,), corpus, always)
    said = Answer("answer", None, entry_of(first[1], corpus).answer, answer.rules_version, "", answer.citations)
    assert first[1] not in follow_ups(said, (), corpus, always)


def test_only_what_is_answered_is_offered(corpus):
    """And each question is tried once."""
    assert follow_ups(cites(corpus, "rules:III.c"), (), corpus, lambda *_: False) == ()


def test_an_answer_without_citations_is_followed_by_examples(corpus):
    """So that somebody who asked for the weather learns what can be asked."""
    answer = Answer("out_of_scope", None, "No.", corpus.rules.version, corpus.hash)
    examples = list(EXAMPLES)
    assert follow_ups(answer, examples[:1], corpus, always) == tuple(examples[1 : 1 + MOST])


@pytest.mark.slow
def test_every_follow_up_is_answered_from_its_clauses(assistant):
    """After an answer from any clause, each question offered gets an answer that cites the clause of its entry."""
    corpus, suggest = assistant.corpus, FollowUps(assistant.ask, assistant.corpus)
    asked = ["Who pays taxes on an Award?"]
    offered = {clause.id: suggest.after(cites(corpus, clause.id), asked) for clause in corpus.rules.clauses}
    assert all(offered.values())
    for question in set(chain.from_iterable(offered.values())):
        answer = assistant.ask(question)
        assert answer.kind == "answer", question
        assert entry_of(question, corpus).clauses[0].id in {citation.id for citation in answer.citations}
        assert not leans(question)
