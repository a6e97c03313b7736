"""Which question stands on the page, and how many may follow."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from assistant.eligibility import REQUIREMENTS, Checker, Facts, Period, Question, Status, Step, step
from assistant.eligibility.next_question import open_questions
from assistant.eligibility.paths import root, value_at
from assistant.eligibility.questions import question_for
from assistant.page.check.session import Session

__all__ = ["Standing", "question_about", "stand"]


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a session stands on one day."""

    step: Step
    question: Question | None
    """What is asked now; ``None`` where the result is shown."""
    left: int
    """How many facts may still be asked for, the one asked now included."""

    @property
    def most(self) -> int:
        """How many questions it may come to in all."""
        return self.step.answered + self.left


def stand(checker: Checker, session: Session, today: date) -> Standing:
    """The question to show: the answer being changed, else the one that settles most, else none.

    Once the result is "not eligible" the interview has nothing to ask; what is open beside
    that is asked only of people who want to go on.
    """
    now = step(checker, session.facts, today)
    left = questions_left(session.facts, now)
    if session.changing:
        return Standing(now, question_about(session.changing), len(left))
    goes_on = now.verdict.status is Status.UNDETERMINED or session.rest
    asked = left[0] if left and goes_on and not session.paused else None
    return Standing(now, asked, len(left))


def questions_left(facts: Facts, now: Step) -> tuple[Question, ...]:
    """What can be asked about open requirements, whatever the result; answers "not sure" are not asked again."""
    questions = open_questions(now.verdict.case, now.verdict.rulings)
    return tuple(question for question in questions if _is_to_ask(value_at(facts, question.fact)))


def _is_to_ask(value: object) -> bool:
    return value is None or (isinstance(value, Period) and not value.is_day)


def question_about(path: str) -> Question:
    """The question for a fact that was answered already, to answer it anew."""
    fact = question_for(path)
    requirement = next(one for one in REQUIREMENTS if root(path) in one.reads)
    return Question(path, fact.kind, fact.text, fact.why, fact.choices, requirement.id, requirement.clause)
