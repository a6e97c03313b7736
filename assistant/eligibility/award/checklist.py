"""Facts → checklist: what is in order for accepting an award, what is not, and what is open."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from assistant.eligibility.asking import Choice, Question
from assistant.eligibility.award.facts import AwardFacts
from assistant.eligibility.award.requirements import AWARD_REQUIREMENTS
from assistant.eligibility.finding import Finding, State
from assistant.eligibility.kleene import Truth, all_of
from assistant.eligibility.quotes import labels_of
from corpus import Rules

__all__ = ["AwardStatus", "Checklist", "check_award"]


class AwardStatus(StrEnum):
    """What the checklist comes to."""

    READY = "ready"
    NOT_READY = "not_ready"
    OPEN = "open"


STATUSES = {Truth.YES: AwardStatus.READY, Truth.NO: AwardStatus.NOT_READY, Truth.OPEN: AwardStatus.OPEN}


@dataclass(frozen=True)
class Checklist:
    """The findings of sections II, III and X in one case."""

    status: AwardStatus
    findings: tuple[Finding, ...]
    facts: AwardFacts
    rules_version: str

    @property
    def questions(self) -> tuple[Question, ...]:
        """One yes-or-no question for each open item, in the order of the Rules."""
        choices = (Choice(True, "Yes"), Choice(False, "No"))
        return tuple(
            Question(item.reads[0], "yes_no", item.question, item.why, choices, item.id, item.clause)
            for item, finding in zip(AWARD_REQUIREMENTS, self.findings, strict=True)
            if finding.state is State.OPEN
        )

    def to_dict(self) -> dict[str, Any]:
        """The checklist as plain data."""
        texts = {question.requirement: question.text for question in self.questions}
        return {
            "status": self.status.value,
            "findings": [finding.to_dict(texts.get(finding.requirement)) for finding in self.findings],
            "facts": self.facts.to_dict(),
            "rules_version": self.rules_version,
        }


def check_award(rules: Rules, facts: AwardFacts) -> Checklist:
    """Go through the checklist; raises ``CorpusError`` where the Rules no longer have the quoted words."""
    labels = labels_of(rules, AWARD_REQUIREMENTS)
    rulings = [requirement(facts) for requirement in AWARD_REQUIREMENTS]
    return Checklist(
        status=STATUSES[all_of(ruling.truth for ruling in rulings)],
        findings=tuple(
            Finding.of(requirement, ruling, facts, labels[requirement.clause])
            for requirement, ruling in zip(AWARD_REQUIREMENTS, rulings, strict=True)
        ),
        facts=facts,
        rules_version=rules.version,
    )
