"""One case → its line of results."""

from __future__ import annotations

import inspect
from collections.abc import Sequence
from typing import Any, Protocol

from assistant import Answer, Trace
from corpus import Corpus
from evals.cases import EligibilityText, Located, Sentence
from evals.given import Given
from evals.helped import Helped
from evals.items import Ask, Item, asks_of
from evals.metrics import scores
from evals.metrics.retrieval import group_ranks
from evals.metrics.right import right
from evals.metrics.short_answers import confusion
from evals.reading import read_text
from evals.results import CaseRow, ItemRow
from evals.stages import Stages, lost_at

__all__ = ["Answerer", "score_case"]

_UNASKED = Given(kind="invalid")
"""In place of an answer to a sentence, which is read and not answered."""


class Answerer(Protocol):
    """What is measured: the assistant, or a fake."""

    corpus: Corpus

    def trace(self, question: str, turns: Sequence[str] = ()) -> Trace:
        """Answer and keep what each stage made of the question."""


def score_case(answerer: Answerer, located: Located) -> CaseRow:
    """Put the case to ``answerer`` and score what comes back.

    An exception is kept as the case's result, so that one bad question does not end a run.
    """
    clauses = {clause.id: clause.text for clause in answerer.corpus.rules.clauses}
    rows = tuple(_row(answerer, ask, clauses) for ask in asks_of(located))
    return CaseRow(id=located.case.id, items=rows)


def _row(answerer: Answerer, ask: Ask, clauses: dict[str, str]) -> ItemRow:
    error, reading, stages, helped = "", None, Stages(), None
    answer = {} if isinstance(ask.gold, Sentence) else _no_answer(answerer.corpus).to_dict()
    remembering = getattr(answerer, "hearing", None)
    # What answering has heard would else be read in no time.
    hearing = remembering.afresh() if remembering else None
    try:
        if isinstance(ask.gold, Sentence):
            reading = read_text(ask.question, ask.gold.today, ask.gold, hearing)
        else:
            trace = answerer.trace(ask.question, ask.before, **_day(answerer, ask))
            answer, stages, helped = trace.answer.to_dict(), Stages.of(trace), Helped.of(trace)
        if isinstance(ask.gold, EligibilityText):
            reading = read_text(ask.question, ask.gold.today, hearing=hearing)
    except Exception as failure:  # noqa: BLE001 - whatever a change broke is a result, not the end of the run
        error = f"{type(failure).__name__}: {failure}"
    item = Item(ask, Given.read(answer) if answer else _UNASKED, clauses, reading, stages.faq_entry)
    judged = right(item)
    return ItemRow(
        id=ask.id,
        type=ask.type,
        question=ask.question,
        before=ask.before,
        gold=ask.gold,
        tags={**(ask.tags or {}), **({"author": ask.author} if ask.author else {})},
        answer=answer,
        scores=scores(item),
        confusion=confusion(item),
        right=judged,
        lost="crash" if error and judged is False else lost_at(item),
        rank=_rank(item),
        stages=stages,
        reading=reading,
        helped=helped,
        error=error,
    )


def _day(answerer: Answerer, ask: Ask) -> dict[str, Any]:
    """The day on which a written case is read, for an assistant that takes one."""
    takes_it = "today" in inspect.signature(answerer.trace).parameters
    return {"today": ask.gold.today} if takes_it and isinstance(ask.gold, EligibilityText) else {}


def _no_answer(corpus: Corpus) -> Answer:
    return Answer("invalid", None, "", corpus.rules.version, corpus.hash)


def _rank(item: Item) -> int | None:
    ranks = group_ranks(item.ask.turn, item.given) if item.ask.turn else []
    known = [rank for rank in ranks if rank is not None]
    return max(known) if ranks and len(known) == len(ranks) else None
