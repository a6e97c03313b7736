"""Every figure, on results small enough to work out by hand."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest

from corpus import Corpus
from evals.bootstrap import interval
from evals.cases import EligibilityText, Turn
from evals.fake import reply_with
from evals.given import GivenVerdict
from evals.items import Item
from evals.metrics import FIGURE_BY_KEY, FIGURES, scores
from evals.metrics.latency import percentiles
from evals.metrics.short_answers import confusion
from tests.evals.helpers import item

YES = Turn(question="q", kind="answerable", gold=[["rules:I.a", "rules:I.p1"]], polarity="yes")
TWO = Turn(question="q", kind="answerable", gold=[["rules:I.a"], ["rules:I.b"]], harmless=["rules:I.p2"])
NOTHING = Turn(question="q", kind="unanswerable")
ELSEWHERE = Turn(question="q", kind="out_of_scope")
ANSWER, REFUSAL = reply_with("answer", ["rules:I.a"]), reply_with("not_in_rules")


def value(key: str, items: Sequence[Item]) -> float | None:
    """The figure over ``items``."""
    shares = [share for one in items if (share := FIGURE_BY_KEY[key].score(one))]
    found = interval(shares, resamples=10)
    return None if found is None else pytest.approx(found.value)


def ranked(turn: Turn, hits: list[str], corpus: Corpus) -> Item:
    """An answer that cites nothing and ranks ``hits``."""
    return item(turn, reply_with("answer", [], hits=hits), corpus)


def test_recall_counts_the_first_clause_of_any_group(small: Corpus):
    """With the right clause second and fourth, recall is 0, 1/2 and 1 at one, three and five; MRR is 3/8."""
    items = [
        ranked(YES, ["rules:II.p1", "rules:I.p1"], small),
        ranked(TWO, ["rules:II.p1", "rules:P.p1", "rules:I.p1", "rules:I.b", "rules:I.p2"], small),
    ]
    assert [value(f"recall@{k}", items) for k in (1, 3, 5)] == [0.0, 0.5, 1.0]
    assert value("mrr", items) == (1 / 2 + 1 / 4) / 2


def test_all_needed_asks_for_every_group(small: Corpus):
    """A second group that is not among the first five makes the question miss."""
    assert value("all_needed@5", [ranked(TWO, ["rules:I.a", "rules:II.p1"], small)]) == 0.0
    assert value("all_needed@5", [ranked(TWO, ["rules:I.a", "rules:II.p1", "rules:I.b"], small)]) == 1.0


def test_citation_recall_counts_groups_and_a_refusal_as_none(small: Corpus):
    """One of two groups cited is a half; clauses shown beside a refusal recall nothing."""
    assert value("citation_recall", [item(TWO, ANSWER, small)]) == 0.5
    assert value("citation_recall", [item(TWO, reply_with("not_in_rules", ["rules:I.a"]), small)]) == 0.0


def test_citation_precision_lets_harmless_clauses_pass(small: Corpus):
    """Of a gold, a harmless and a wrong clause two thirds are precise; refusals have no precision."""
    cited = reply_with("answer", ["rules:I.a", "rules:I.p2", "rules:II.p1"])
    assert value("citation_precision", [item(TWO, cited, small), item(TWO, REFUSAL, small)]) == 2 / 3


def test_abstention_is_precision_and_recall_of_not_answering(small: Corpus):
    """Of three without an answer two refused, of two with one one refused: P 2/3, R 2/3, F1 2/3."""
    items = [
        item(NOTHING, REFUSAL, small),
        item(ELSEWHERE, reply_with("out_of_scope"), small),
        item(NOTHING, ANSWER, small),
        item(YES, REFUSAL, small),
        item(YES, ANSWER, small),
    ]
    assert [value(f"abstention_{name}", items) for name in ("precision", "recall", "f1")] == [2 / 3] * 3
    assert value("abstention_recall_unanswerable", items) == 0.5
    assert value("abstention_recall_out_of_scope", items) == 1.0
    assert value("wrong_refusals", items) == 0.5
    assert value("answered", items) == 2 / 5


def test_short_answers_are_counted_where_given(small: Corpus):
    """Of three yes/no questions two got a short answer, one of them right; one more was given where none fits."""
    items = [
        item(YES, reply_with("answer", ["rules:I.a"], polarity="yes"), small),
        item(YES, reply_with("answer", ["rules:I.a"], polarity="no"), small),
        item(YES, ANSWER, small),
        item(TWO, reply_with("answer", ["rules:I.a"], polarity="no"), small),
    ]
    assert value("short_given", items) == 2 / 3
    assert value("short_right", items) == 1 / 3
    assert [confusion(one) for one in items] == [("yes", "yes"), ("yes", "no"), ("yes", "none"), ("none", "no")]


def test_later_turns_are_kept_apart_from_first_ones(small: Corpus):
    """A later turn counts for dialogues and for no figure of questions that stand alone."""
    later = item(YES, ANSWER, small, kind="later_turn")
    assert value("later_turns_right", [later]) == 1.0
    assert set(scores(later)) == {"right", "later_turns_right", "quotes_exact"}


def test_hostile_questions_have_figures_of_their_own(small: Corpus):
    """A clean answer that does not answer the question beside the attack is clean and unanswered."""
    attack = YES.model_copy(update={"kind": "hostile"})
    items = [item(attack, REFUSAL, small), item(attack, ANSWER, small)]
    assert value("hostile_clean", items) == 1.0
    assert value("hostile_answered", items) == 0.5
    assert value("whole_right", items) is None


def case(status: str, *decisive: str) -> EligibilityText:
    """A written case with its gold."""
    return EligibilityText(id="e", text="t", today=date(2026, 11, 20), status=status, decisive=decisive)


def judged(gold: EligibilityText, status: str | None, corpus: Corpus, *decisive: str) -> Item:
    """A written case with the verdict that it got."""
    plain = item(gold, reply_with("verdict" if status else "answer"), corpus, kind="text")
    verdict = GivenVerdict(status=status, decisive=decisive) if status else None
    return Item(plain.ask, plain.given.model_copy(update={"verdict": verdict}), plain.clauses)


def test_verdicts_are_judged_with_their_clauses(small: Corpus):
    """Accuracy, false "eligible" and exact clauses are shares of the cases that they concern."""
    items = [
        judged(case("eligible"), "eligible", small),
        judged(case("not_eligible", "rules:I.a"), "not_eligible", small, "rules:I.a", "rules:I.b"),
        judged(case("not_eligible", "rules:I.a"), "not_eligible", small, "rules:I.a"),
        judged(case("undetermined", "rules:I.a"), "eligible", small),
        judged(case("undetermined", "rules:I.a"), None, small),
    ]
    assert value("verdict_accuracy", items) == 3 / 5
    assert value("false_eligible", items) == 1 / 4
    assert value("decisive_not_eligible", items) == 1 / 2
    assert value("decisive_undetermined", items) == 0.0


def test_percentiles_are_times_that_occurred():
    """The 50th, 95th and 99th percentile of 1 to 100 ms are 50, 95 and 99 ms, inside their intervals."""
    found = percentiles([float(ms) for ms in range(100, 0, -1)])
    assert [row.ms for row in found] == [50.0, 95.0, 99.0]
    assert all(row.low <= row.ms <= row.high for row in found)


def test_figures_have_names_of_their_own_and_say_what_they_are():
    """Every figure has a key of its own, a formula and a source."""
    assert len(FIGURE_BY_KEY) == len(FIGURES)
    assert all(figure.formula and figure.source for figure in FIGURES)
