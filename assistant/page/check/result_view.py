"""The result with its proof: the decisive findings first, what would change it, what can be done, the receipt."""

from __future__ import annotations

from base64 import b64encode
from dataclasses import dataclass

from markupsafe import Markup

from assistant.eligibility import Finding, State, Status, Verdict, headline, make_receipt, receipt_page, receipt_text
from assistant.eligibility.explain import SECOND, caveat
from assistant.page.answer_view import Quote
from assistant.page.check.asking import Standing
from assistant.page.check.quoting import quote_of
from assistant.page.check.session import Session
from assistant.page.markup import fill, say
from corpus import Rules

__all__ = ["proof", "result_section"]

DECISIVE = {
    Status.ELIGIBLE: State.MET,
    Status.NOT_ELIGIBLE: State.VIOLATED,
    Status.UNDETERMINED: State.OPEN,
}


@dataclass(frozen=True, slots=True)
class Shown:
    """A finding with its quotation, and the question that would settle it where it is open."""

    finding: Finding
    quote: Quote
    question: str


def result_section(rules: Rules, session: Session, standing: Standing) -> Markup:
    """The result as the facts have it now, whether or not questions are left."""
    verdict = standing.step.verdict
    is_open = verdict.status is Status.UNDETERMINED
    return fill(
        "check/result.html",
        verdict=verdict,
        status=verdict.status.value,
        headline=headline(verdict),
        second=SECOND[verdict.status],
        note="" if is_open and standing.left else standing.step.note,
        can_resume=is_open and standing.left > 0,
        can_do_rest=verdict.status is Status.NOT_ELIGIBLE
        and standing.left > 0
        and not (session.rest and not session.paused),
        proof=proof(rules, verdict),
        downloads=_downloads(verdict),
    )


def proof(rules: Rules, verdict: Verdict) -> Markup:
    """Every finding with the words it rests on, the decisive ones first; what would change the result; what can be done."""
    decisive = DECISIVE[verdict.status]
    is_open = verdict.status is Status.UNDETERMINED
    return fill(
        "check/proof.html",
        status=verdict.status.value,
        decisive=decisive.value,
        findings=_findings(rules, verdict, decisive),
        others=[
            (state.value, shown)
            for state in State
            if state is not decisive and (shown := _findings(rules, verdict, state))
        ],
        would_change=_sets(verdict.remedies.can_change),
        cannot_change=() if verdict.remedies.can_change else _sets(verdict.remedies.cannot_change),
        steps=verdict.remedies.what_you_can_do,
        earliest=verdict.earliest_date.isoformat() if is_open and verdict.earliest_date else "",
        caveat=caveat(verdict),
    )


def _findings(rules: Rules, verdict: Verdict, state: State) -> list[Shown]:
    found = [finding for finding in verdict.findings if finding.state is state]
    return [Shown(one, quote_of(rules, one.clause, one.quote), _question(verdict, one)) for one in found]


def _question(verdict: Verdict, finding: Finding) -> str:
    question = verdict.question_about(finding)
    return question.text if question else ""


def _sets(sets: tuple[tuple[object, ...], ...]) -> tuple[str, ...]:
    return tuple(" and ".join(str(getattr(change, "text", change)) for change in one) for one in sets)


def _downloads(verdict: Verdict) -> tuple[tuple[str, str, str], ...]:
    """Label, file name and content of each receipt; the files are in the page, so that none is written anywhere."""
    receipt = make_receipt(verdict)
    return (
        (say("check.receipt_json"), "ara-receipt.json", _inline("application/json", receipt_text(receipt))),
        (say("check.receipt_page"), "ara-receipt.html", _inline("text/html", receipt_page(receipt))),
    )


def _inline(kind: str, text: str) -> str:
    return f"data:{kind};charset=utf-8;base64,{b64encode(text.encode()).decode()}"
