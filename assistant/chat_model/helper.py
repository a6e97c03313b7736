"""What a chat model helps with in one answer, and what came of it."""

from __future__ import annotations

import logging
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from assistant.chat_model.asked import (
    may_be_several,
    parts_hold,
    rewrite_request,
    rewriting_holds,
    split_request,
)
from assistant.chat_model.asking import ChatError, ChatModel, Request, Trouble
from assistant.chat_model.limits import Breaker, Limits, Minute, Spending
from assistant.chat_model.patient import Patient
from assistant.chat_model.prompts import prompt
from assistant.chat_model.proposing import Proposal, facts_request, proposals
from assistant.chat_model.replies import Form, Parts, Proposals, Rewriting, Written
from assistant.chat_model.support import Checked, Dropped, Units
from assistant.chat_model.writing import write_request, written
from assistant.compose import Draft
from assistant.decide import Decision
from corpus import Corpus

if TYPE_CHECKING:
    from assistant.eligibility import Facts

__all__ = ["NOTES", "Asked", "Help", "Helper", "Helping"]

_log = logging.getLogger(__name__)

NOTES = {
    "worded": "*A language model helped to word this. Each of its sentences was checked against the clauses.*",
    "silent": "*The language model gave no usable answer, so this is in the reviewed words alone.*",
    "unheld": "*What the language model wrote did not hold against the clauses, so this is in the reviewed words alone.*",
}
"""What is said below an answer of the part that a model had in it."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One request to the model."""

    task: str
    version: int
    """Of the prompt."""
    ms: float
    trouble: Trouble | None = None
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Help:
    """What a model did for one answer; part of its trace."""

    model: str
    asked: tuple[Asked, ...]
    shown: tuple[Checked, ...]
    dropped: tuple[Dropped, ...]
    rewritten: str | None
    parts: tuple[str, ...]
    proposed: tuple[Proposal, ...]
    tokens: int
    note: str
    """A key of ``NOTES``, or empty."""


class Helper:
    """A chat model with its limits, shared by all answers."""

    def __init__(
        self, model: ChatModel, limits: Limits | None = None, *, cases: bool = False, breaker: Breaker | None = None
    ) -> None:
        """``cases`` lets messages that state a case be sent to the model."""
        self.limits = limits or Limits()
        self.cases = cases
        self.patient = Patient(model, breaker)
        self._minute = Minute(self.limits.per_minute)

    def begin(self) -> Helping:
        """Help with one more answer."""
        return Helping(self.patient, Spending(self.limits), self._minute, cases=self.cases)


@dataclass
class Helping:
    """Help with one answer; asks the model at most for what that answer needs."""

    patient: Patient
    spending: Spending
    minute: Minute
    cases: bool = False
    asked: list[Asked] = field(default_factory=list)
    shown: list[Checked] = field(default_factory=list)
    dropped: list[Dropped] = field(default_factory=list)
    rewriting: str | None = None
    parts: tuple[str, ...] = ()
    proposed: tuple[Proposal, ...] = ()
    note: str = ""

    def stand_alone(self, turn: str, before: Sequence[str]) -> str | None:
        """The follow-up as a question that can be read by itself; none where there is no such that holds."""
        reply = self._ask(rewrite_request(turn, before), Rewriting)
        if reply is None or not rewriting_holds(reply.question, turn, before):
            return None
        self.rewriting = reply.question
        return reply.question

    def split(self, message: str) -> tuple[str, ...]:
        """The questions of the message; empty where it asks one thing or the model's parts do not hold."""
        if not may_be_several(message):
            return ()
        reply = self._ask(split_request(message), Parts)
        if reply is None or not parts_hold(reply.questions, message):
            return ()
        self.parts = tuple(reply.questions)
        return self.parts

    def propose(self, message: str, read: Facts) -> tuple[Proposal, ...]:
        """Facts to be confirmed, of a message that states a case; none unless that is switched on."""
        reply = self._ask(facts_request(message), Proposals) if self.cases else None
        self.proposed = proposals(reply, message, read) if reply else ()
        return self.proposed

    def write(self, question: str, draft: Draft, decision: Decision, corpus: Corpus) -> Draft:
        """The draft in the model's words as far as they hold."""
        units = Units.of(draft, decision, corpus)
        reply = self._ask(write_request(question, units), Written)
        if reply is None:
            self.note = self.note or "silent"
            return draft
        try:
            writing = written(reply, draft, units)
        except ChatError as error:
            self.asked[-1] = Asked("write", prompt("write").version, self.asked[-1].ms, error.trouble, str(error))
            self.note = self.note or "silent"
            return draft
        self.shown += writing.shown
        self.dropped += writing.dropped
        if writing.shown:
            self.note = "worded"
        elif writing.dropped and not self.note:
            self.note = "unheld"
        return writing.draft

    @property
    def said(self) -> str:
        """What is said below the answer of the model's part in it; empty where it had none."""
        return NOTES.get(self.note, "")

    def result(self) -> Help | None:
        """What came of it; none where the model was not asked."""
        if not self.asked:
            return None
        return Help(
            self.patient.model.name,
            tuple(self.asked),
            tuple(self.shown),
            tuple(self.dropped),
            self.rewriting,
            self.parts,
            self.proposed,
            self.spending.spent,
            self.note,
        )

    def _ask(self, request: Request, form: type[Form]) -> Form | None:
        began = time.perf_counter()
        trouble: ChatError | None = None
        reply: Form | None = None
        if self.asked or self.minute.take():
            try:
                reply = self.patient.ask(request, form, self.spending)
            except ChatError as error:
                trouble = error
        else:
            trouble = ChatError("rate", "the answers of this minute are spent")
        ms = round((time.perf_counter() - began) * 1000, 1)
        why = (trouble.trouble, str(trouble)) if trouble else (None, "")
        if trouble:
            # A provider's name for what went wrong; never a word of what was asked.
            _log.warning("The chat model was of no help: %s (%s)", trouble, request.task)
        self.asked.append(Asked(request.task, prompt(request.task).version, ms, *why))
        return reply
