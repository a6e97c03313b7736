"""One step of the interview → the HTML of the whole view."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from markupsafe import Markup

from assistant.eligibility import Checker, Status, headline, summary
from assistant.eligibility.questions import can_be_asked
from assistant.page.check.actions import Outcome, act
from assistant.page.check.asking import Standing, stand
from assistant.page.check.names import short_name
from assistant.page.check.question_view import Form, question_form
from assistant.page.check.result_view import result_section
from assistant.page.markup import fill, say

__all__ = ["check_page"]


def check_page(checker: Checker, event: object, today: date) -> Markup:
    """What to show after ``event``, which is what the browser sent; anything else shows the first question.

    Pure: nothing of it is kept. Raises nothing, whatever ``event`` holds.
    """
    outcome = act(checker, event if isinstance(event, Mapping) else {}, today)
    standing = stand(checker, outcome.session, today)
    return fill(
        "check/page.html",
        session=outcome.session.to_json(),
        is_first=not summary(outcome.session.facts),
        notice=outcome.notice,
        so_far=_so_far(outcome, standing),
        main=_main(checker, outcome, standing),
        answers=[(row, short_name(row.fact), can_be_asked(row.fact)) for row in summary(outcome.session.facts)],
        changing=outcome.session.changing,
        can_pause=standing.question is not None and standing.step.answered > 0 and not outcome.session.changing,
    )


def _main(checker: Checker, outcome: Outcome, standing: Standing) -> Markup:
    if standing.question is not None:
        session = outcome.session
        form = Form(
            session.facts,
            say("check.changing") if session.changing else _progress(standing),
            bool(session.changing),
            outcome.problem,
            outcome.typed,
        )
        return question_form(checker.rules, standing.question, form)
    return result_section(checker.rules, outcome.session, standing)


def _progress(standing: Standing) -> Markup:
    return say("check.progress", number=standing.step.answered + 1, most=standing.most)


def _so_far(outcome: Outcome, standing: Standing) -> str:
    """A result that stands already while the rest is asked."""
    verdict = standing.step.verdict
    if standing.question is None or outcome.session.changing or verdict.status is Status.UNDETERMINED:
        return ""
    return say("check.so_far", headline=headline(verdict))
