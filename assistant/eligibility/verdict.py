"""What a case comes to: the verdict, its proof, and what would settle or change it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import Any

from assistant.eligibility.asking import Question
from assistant.eligibility.finding import Finding, State
from assistant.eligibility.kleene import Truth
from assistant.eligibility.next_question import open_question, open_questions
from assistant.eligibility.remedy import Remedies, remedies
from assistant.eligibility.requirements import Case, Ruling
from assistant.eligibility.waiting import earliest_date

__all__ = ["Status", "Verdict"]


class Status(StrEnum):
    """What all of them come to."""

    ELIGIBLE = "eligible"
    NOT_ELIGIBLE = "not_eligible"
    UNDETERMINED = "undetermined"


STATUSES = {Truth.YES: Status.ELIGIBLE, Truth.NO: Status.NOT_ELIGIBLE, Truth.OPEN: Status.UNDETERMINED}


@dataclass(frozen=True)
class Verdict:
    """The result of one case. Questions and remedies are worked out when they are asked for."""

    status: Status
    findings: tuple[Finding, ...]
    """One for each requirement, in the order of the Rules."""
    case: Case
    rulings: tuple[Ruling, ...]
    rules_version: str
    corpus_hash: str

    @cached_property
    def decisive(self) -> tuple[str, ...]:
        """The ids of all violated clauses, or of all open ones; empty where eligible."""
        state = State.VIOLATED if self.status is Status.NOT_ELIGIBLE else State.OPEN
        if self.status is Status.ELIGIBLE:
            return ()
        return tuple(dict.fromkeys(finding.clause for finding in self.findings if finding.state is state))

    @cached_property
    def questions(self) -> tuple[Question, ...]:
        """Every question that can still change the result, best first; empty once it is settled."""
        return open_questions(self.case, self.rulings) if self.status is Status.UNDETERMINED else ()

    @property
    def next_question(self) -> Question | None:
        """The question that settles most."""
        return self.questions[0] if self.questions else None

    @cached_property
    def earliest_date(self) -> date | None:
        """The first day of application on which every time-bound obstacle has ended; ``None`` where waiting cannot help."""
        return earliest_date(self.case, self.rulings)

    @cached_property
    def remedies(self) -> Remedies:
        """What would have to change; empty unless not eligible."""
        return remedies(self.case, self.rulings, self.earliest_date)

    def question_about(self, finding: Finding) -> Question | None:
        """The question that would settle an open finding."""
        index = self.findings.index(finding)
        return open_question(self.case, self.rulings[index], index)

    def to_dict(self) -> dict[str, Any]:
        """The verdict as the contract has it; the same case gives the same data, key for key."""
        question, earliest = self.next_question, self.earliest_date
        return {
            "status": self.status.value,
            "decisive": list(self.decisive),
            "findings": [self._finding_dict(finding) for finding in self.findings],
            "next_question": question.to_dict() if question else None,
            "earliest_date": earliest.isoformat() if earliest else None,
            "facts": self.case.facts.understood(),
            "remedies": self.remedies.to_dict(),
            "application_date": str(self.case.application),
            "today": self.case.today.isoformat(),
            "rules_version": self.rules_version,
            "corpus_hash": self.corpus_hash,
        }

    def to_json(self) -> str:
        """One line of JSON."""
        return json.dumps(self.to_dict(), ensure_ascii=False)

    def _finding_dict(self, finding: Finding) -> dict[str, Any]:
        question = self.question_about(finding) if finding.state is State.OPEN else None
        return finding.to_dict(question.text if question else None)
