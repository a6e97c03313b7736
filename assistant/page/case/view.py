"""A judged case → the HTML of its part of the answer, which the browser puts there whole.

The chat library takes out of a message what labels and forms need, so that this part travels
as the value of a hidden field; ``case.js`` shows it.
"""

from __future__ import annotations

import json
from datetime import date

from markupsafe import Markup

from assistant.eligibility import Checker, Facts
from assistant.page.case.acting import next_question
from assistant.page.case.rows import fact_rows
from assistant.page.case.shown import Shown
from assistant.page.check.asking import question_about
from assistant.page.check.question_view import Form, question_form
from assistant.page.check.result_view import proof
from assistant.page.markup import fill, say

__all__ = ["case_section"]


def case_section(shown: Shown, checker: Checker, today: date) -> Markup:
    """What stands under the result: the next question, the facts, how the result follows."""
    conversation = shown.case.conversation
    verdict = shown.answer.verdict
    if verdict is None:
        raise ValueError("Only an answer with a verdict has a case to show.")
    return fill(
        "case/section.html",
        supposed=conversation.hypothetical,
        next_form="" if shown.changing else _next_form(shown, checker, today),
        rows=fact_rows(conversation, checker.rules),
        changing=shown.changing,
        form=_form(shown, checker, conversation.judged),
        unplaced=_unplaced(shown),
        facts=json.dumps(conversation.judged.to_dict(), ensure_ascii=False),
        proof=proof(checker.rules, verdict),
    )


def _form(shown: Shown, checker: Checker, facts: Facts) -> Markup:
    if not shown.changing:
        return Markup()
    form = Form(facts, say("check.changing"), True, shown.problem, shown.typed, at="case")
    return question_form(checker.rules, question_about(shown.changing), form)


def _next_form(shown: Shown, checker: Checker, today: date) -> Markup:
    question = next_question(shown, checker, today)
    if question is None:
        return Markup()
    facts = shown.case.conversation.judged
    form = Form(facts, say("case.next"), False, shown.problem, shown.typed, at="case")
    return question_form(checker.rules, question, form)


def _unplaced(shown: Shown) -> tuple[str, ...]:
    """Words that were recognised and not understood."""
    reading = shown.case.conversation.reading
    return tuple(dict.fromkeys(words.text for words in reading.unplaced)) if reading else ()
