"""The award checklist as Markdown: what is not in order first, then what is open."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.eligibility.award.checklist import AwardStatus, Checklist
from assistant.eligibility.finding import State
from assistant.eligibility.markdown import finding_item

__all__ = ["award_text"]

HEADLINES = {
    AwardStatus.READY: "**Everything on the checklist for accepting an award is in order, on these facts.**",
    AwardStatus.NOT_READY: "**Something on the checklist for accepting an award is not in order.**",
    AwardStatus.OPEN: "**The checklist for accepting an award is not complete yet.**",
}
TITLES = {State.VIOLATED: "Not in order:", State.OPEN: "Open:"}


def award_text(checklist: Checklist) -> str:
    """The checklist in Markdown. It says nothing about eligibility."""
    return "\n\n".join(_paragraphs(checklist)) + "\n"


def _paragraphs(checklist: Checklist) -> Iterator[str]:
    yield HEADLINES[checklist.status]
    questions = {question.requirement: question.text for question in checklist.questions}
    for state, title in TITLES.items():
        findings = [finding for finding in checklist.findings if finding.state is state]
        if findings:
            yield title
            yield "\n".join(finding_item(finding, questions.get(finding.requirement, "")) for finding in findings)
    yield (
        "This checklist covers sections II, III and X of the Rules and is no part of the eligibility result. "
        f"The programme decides; the Rules are those of {checklist.rules_version}."
    )
