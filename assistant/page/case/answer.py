"""The answer to a case as the chat shows it: the result, then the case with all that belongs to it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date

from markupsafe import Markup

from assistant.answer import Answer
from assistant.eligibility import Checker, State, Status, Verdict, headline
from assistant.eligibility.explain import SECOND
from assistant.judging import Beside
from assistant.page.answer_view import chips_of, one_block, with_chips
from assistant.page.case.shown import Shown
from assistant.page.case.view import case_section
from assistant.page.markup import fill, markdown
from assistant.page.resting import cited_by
from assistant.transcript import case_record, turn_record
from corpus import Corpus

__all__ = ["case_answer", "case_stages"]


def case_stages(question: str, shown: Shown, checker: Checker, corpus: Corpus, day: date) -> Iterator[Markup]:
    """The result alone, then the whole answer, with the record of a turn asked on ``day``."""
    yield _filled(shown)
    yield case_answer(question, shown, checker, corpus, day)


def case_answer(question: str, shown: Shown, checker: Checker, corpus: Corpus, day: date) -> Markup:
    """The whole answer."""
    conversation = shown.case.conversation
    record = turn_record(question, shown.answer, day, case_record(shown.answer, conversation, shown.edits_as_data()))
    return _filled(
        shown,
        view=str(case_section(shown, checker, day)),  # a value of a field, to be escaped
        beside=[_beside(one, corpus) for one in shown.case.beside],
        follow_ups=shown.follow_ups,
        record=json.dumps(record, ensure_ascii=False),
    )


def _filled(shown: Shown, view: str = "", **values: object) -> Markup:
    verdict = shown.answer.verdict
    if verdict is None:
        raise ValueError("Only an answer with a verdict has a case to show.")
    return one_block(
        fill(
            "case/answer.html",
            answer=shown.answer,
            headline=headline(verdict),
            second=SECOND[verdict.status],
            notice=shown.notice,
            step=shown.step,
            reasons=_reasons(verdict, shown.answer),
            view=view,
            **values,
        )
    )


def _reasons(verdict: Verdict, answer: Answer) -> list[tuple[str, Markup]]:
    """Each condition that is not met with its clause; for what is open or met, the clauses alone."""
    chips = {citation.id: chips_of([[citation]]) for citation in answer.citations}
    if verdict.status is Status.NOT_ELIGIBLE:
        violated = [finding for finding in verdict.findings if finding.state is State.VIOLATED]
        return [(finding.reason, chips[finding.clause]) for finding in violated]
    if verdict.status is Status.UNDETERMINED:
        return [("", Markup("").join(chips[clause] for clause in verdict.decisive))]
    return []


def _beside(beside: Beside, corpus: Corpus) -> list[Markup]:
    """The paragraphs of an answer beside the case, with chips in the place of quotations."""
    paragraphs = [paragraph for paragraph in beside.text.split("\n\n") if not paragraph.startswith("> **")]
    cited = cited_by(paragraphs, beside.citations, corpus)
    return [with_chips(markdown(text), chips_of(groups)) for text, groups in zip(paragraphs, cited, strict=True)]
