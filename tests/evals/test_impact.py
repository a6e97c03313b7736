"""New Rules, old answers."""

from __future__ import annotations

import pytest

from corpus import Corpus, read_rules
from corpus.diff import RulesDiff, diff_rules
from corpus.errors import EvalError
from evals.cases import Turn
from evals.fake import FakeAssistant, Reply, reply_with
from evals.impact import carry_over, find_rules, impact_of, stale_entries
from evals.metrics.right import exact
from tests.evals.helpers import NEW_RULES, item, located


@pytest.fixture(scope="module")
def diff(real_corpus: Corpus) -> RulesDiff:
    """What changed from the real Rules to the second version."""
    return diff_rules(real_corpus.rules, read_rules(NEW_RULES))


def changed(real_corpus: Corpus, diff: RulesDiff, before: Reply, after: Reply) -> list[str]:
    """Why one question's answer counts as changed."""
    old = FakeAssistant(real_corpus, usual=before)
    new = FakeAssistant(carry_over(real_corpus, diff), usual=after)
    return [row.why for row in impact_of([located()], old, new, diff).changed]


def test_an_answer_from_a_clause_that_only_moved_is_the_same(real_corpus: Corpus, diff: RulesDiff):
    """§ I(d) became § I(c) word for word, so an answer that quotes it has not changed."""
    same = changed(real_corpus, diff, reply_with("answer", ["rules:I.d"]), reply_with("answer", ["rules:I.c"]))
    assert same == []


def test_an_answer_from_a_reworded_clause_changes(real_corpus: Corpus, diff: RulesDiff):
    """The words quoted from § I(c) are not those quoted from the new § I(b)."""
    why = changed(real_corpus, diff, reply_with("answer", ["rules:I.c"]), reply_with("answer", ["rules:I.b"]))
    assert why == ["rules:I.c reworded"]


def test_an_answer_from_a_removed_clause_changes(real_corpus: Corpus, diff: RulesDiff):
    """What rested on § I(b) is no longer said."""
    assert changed(real_corpus, diff, reply_with("answer", ["rules:I.b"]), reply_with()) == ["rules:I.b removed"]


def test_an_abstention_may_name_other_near_clauses(real_corpus: Corpus, diff: RulesDiff):
    """An abstention beside other untouched clauses is the same answer."""
    near = [reply_with("not_in_rules", [clause]) for clause in ("rules:V.p1", "rules:VI.p1")]
    assert changed(real_corpus, diff, *near) == []


def test_what_rests_on_changed_clauses_is_stale(real_corpus: Corpus, diff: RulesDiff):
    """FAQ entries and notes on the removed and the reworded clause must be reviewed, on the moved ones not."""
    stale = stale_entries(diff, real_corpus)
    assert {"note rules:I.b", "note rules:I.c"} <= set(stale)
    assert "note rules:I.d" not in stale
    rest = [entry for entry in real_corpus.faq if any(support.id == "rules:I.c" for support in entry.clauses)]
    assert {entry.key for entry in rest} <= set(stale)


def test_the_corpus_follows_the_clauses(real_corpus: Corpus, diff: RulesDiff):
    """Under the new Rules every id exists, every hash fits, and an answer can be quoted exactly."""
    carried = carry_over(real_corpus, diff)
    supports = [support for entry in carried.faq for support in entry.clauses]
    assert all(carried.rules.clause(support.id).hash == support.sha256 for support in supports)
    assert all(clause in carried.rules.by_id for example in carried.examples for clause in example.clauses)
    assert carried.hash != real_corpus.hash
    assert exact(item(Turn(question="q"), reply_with("answer", ["rules:I.p5"]), carried))


def test_rules_are_named_by_date_or_file():
    """A date finds the Rules in the corpus, a path a file, and anything else is an error."""
    assert find_rules("2021-03-12").version == "2021-03-12"
    assert find_rules(str(NEW_RULES)).version == "2023-09-01"
    with pytest.raises(EvalError, match="no Rules of '1999-01-01'"):
        find_rules("1999-01-01")
