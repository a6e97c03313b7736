"""The verdict as Markdown: the result first, then why with the quoted clauses, then what would change it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from assistant.eligibility.finding import Finding, State
from assistant.eligibility.markdown import finding_item
from assistant.eligibility.verdict import Status, Verdict
from assistant.repeating import escaped

__all__ = ["caveat", "explain", "headline"]

HEADLINES = {
    Status.ELIGIBLE: "Eligible, on these facts.",
    Status.NOT_ELIGIBLE: "Not eligible, on these facts.",
    Status.UNDETERMINED: "Not settled yet.",
}
SECOND = {
    Status.ELIGIBLE: "Every condition of section I of the Rules is stated as met.",
    Status.NOT_ELIGIBLE: "At least one condition of section I of the Rules is not met.",
    Status.UNDETERMINED: "Nothing stated excludes you, but the points below are open.",
}


def explain(verdict: Verdict, *, supposed: bool = False) -> str:
    """The verdict in Markdown for the person; ``supposed`` says that the facts are only assumed."""
    return "\n\n".join(_paragraphs(verdict, supposed=supposed)) + "\n"


def headline(verdict: Verdict) -> str:
    """The result in one line."""
    return HEADLINES[verdict.status]


def caveat(verdict: Verdict) -> str:
    """Who decides, and which text of the Rules the verdict rests on."""
    day = date.fromisoformat(verdict.rules_version)
    return (
        f"The programme decides; this is a reading of its Rules, last updated on {day:%B} {day.day}, {day.year}. "
        f"Day of application used here: {verdict.case.application.shown}."
    )


def _paragraphs(verdict: Verdict, *, supposed: bool) -> Iterator[str]:
    yield f"**{headline(verdict)}** {SECOND[verdict.status]}"
    if supposed:
        yield "This takes what you suppose as if it were true."
    yield from _why(verdict)
    if verdict.status is Status.NOT_ELIGIBLE:
        yield from _what_would_change_it(verdict)
    elif verdict.earliest_date is not None:
        yield f"For an application on or after {verdict.earliest_date.isoformat()}, the 12 months have certainly passed."
    if verdict.next_question is not None:
        yield f"**The question that settles most:** {escaped(verdict.next_question.text)}"
    yield caveat(verdict)


def _why(verdict: Verdict) -> Iterator[str]:
    if verdict.status is Status.NOT_ELIGIBLE:
        yield from _listed(verdict, "Why:", State.VIOLATED)
        if also := _open_labels(verdict):
            yield "Not settled beside that: " + ", ".join(also) + "."
    elif verdict.status is Status.UNDETERMINED:
        yield from _listed(verdict, "Open:", State.OPEN)
    else:
        yield from _listed(verdict, "Why:", State.MET)


def _open_labels(verdict: Verdict) -> list[str]:
    return list(dict.fromkeys(finding.label for finding in verdict.findings if finding.state is State.OPEN))


def _listed(verdict: Verdict, title: str, state: State) -> Iterator[str]:
    findings = [finding for finding in verdict.findings if finding.state is state]
    if findings:
        yield title
        yield "\n".join(_item(verdict, finding) for finding in findings)


def _item(verdict: Verdict, finding: Finding) -> str:
    question = verdict.question_about(finding)
    return finding_item(finding, question.text if question else "")


def _what_would_change_it(verdict: Verdict) -> Iterator[str]:
    remedies = verdict.remedies
    if remedies.can_change:
        yield "What would change the result, if it became true:"
        yield "\n".join(f"- {escaped(' and '.join(change.text for change in one))}" for one in remedies.can_change)
    elif remedies.cannot_change:
        yield "The result rests on something that you cannot change:"
        yield "\n".join(f"- {escaped(' and '.join(change.text for change in one))}" for one in remedies.cannot_change)
    yield "What you can do:"
    yield "\n".join(f"- {escaped(step)}" for step in remedies.what_you_can_do)
