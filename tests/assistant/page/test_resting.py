"""What rests on what."""

from __future__ import annotations

from assistant.answer import Citation
from assistant.eligibility import REQUIREMENTS
from assistant.page.resting import cited_by, resting_on


def test_each_entry_and_condition_stands_under_its_clauses(corpus):
    """None is left out, and none stands where it does not belong."""
    resting = resting_on(corpus)
    assert set(resting) == set(corpus.rules.by_id)
    for entry in corpus.faq:
        for support in entry.clauses:
            assert entry.questions[0].ask in resting[support.id].questions
    for requirement in REQUIREMENTS:
        assert requirement.question in resting[requirement.clause].conditions
    assert sum(len(one.questions) for one in resting.values()) == sum(
        len({support.id for support in entry.clauses}) for entry in corpus.faq
    )


def test_a_paragraph_has_the_clauses_that_its_words_come_from(corpus):
    """An entry's answer its clauses, a note's words their clause; what nobody claims stands last."""
    overhead = corpus.faq_by_key["faq:overhead"]
    note = corpus.note_by_clause["rules:IX.p1"]
    clauses = [*(support.id for support in overhead.clauses), "rules:IX.p1", "rules:V.p1"]
    citations = [Citation.cite(corpus.clause(clause), corpus.rules.version) for clause in clauses]
    first, second = cited_by([overhead.answer, note.note], citations, corpus)
    assert [group[0].id for group in first] == [support.id for support in overhead.clauses]
    assert [group[0].id for group in second] == ["rules:IX.p1", "rules:V.p1"]
    assert cited_by([], citations, corpus) == []
