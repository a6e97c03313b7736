"""What programs send and get, as models: they make the OpenAPI description, and a test holds them to the contract."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from assistant.answer import AnswerKind
from assistant.clean import MAX_CHARACTERS
from assistant.eligibility import Facts, parse_facts
from corpus import Polarity
from corpus.errors import FactsError

__all__ = ["MAX_TURNS", "AnswerBody", "Ask", "Check", "ClauseBody", "FaqBody", "StatedFacts", "VerdictBody"]

MAX_TURNS = 20
"""Earlier questions that may be sent along."""


def _stated(data: object) -> Facts:
    try:
        return data if isinstance(data, Facts) else parse_facts(data)  # type: ignore[arg-type]  # told where it is none
    except FactsError as error:
        raise ValueError(str(error)) from None


StatedFacts = Annotated[Facts, BeforeValidator(_stated)]
"""Facts, with the messages of ``parse_facts`` where they cannot be read."""


class _Sent(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Ask(_Sent):
    """A question."""

    question: str = Field(
        description=f"The question, in English, at most {MAX_CHARACTERS:,} characters.",
        examples=["Can the university take its overhead out of the cash?"],
    )
    turns: tuple[str, ...] = Field(
        default=(),
        max_length=MAX_TURNS,
        description=f"What the same person asked before it, oldest first; at most {MAX_TURNS}.",
        examples=[["Who pays the taxes on an award?"]],
    )
    today: dt.date | None = Field(
        default=None,
        description="The day that a case in the question is judged on; the server's calendar where not given.",
        examples=["2026-11-20"],
    )


class Check(_Sent):
    """A case."""

    facts: StatedFacts = Field(
        description="What is known of the case; every fact may be left out.",
        examples=[{"position": "faculty", "full_time": True, "accredited": True}],
    )
    date: dt.date | None = Field(
        default=None,
        description="The day to judge on; the server's calendar where not given.",
        examples=["2026-11-20"],
    )


class _Got(BaseModel):
    model_config = ConfigDict(extra="forbid")


class CitationBody(_Got):
    """Words of a clause, cut out of it by offsets."""

    id: str = Field(description="The clause.", examples=["rules:III.c"])
    label: str = Field(description="The clause's name for people.", examples=["Rules § III(c)"])
    quote: str = Field(description="The words, exactly.")
    start: int = Field(description="Where they begin: characters into the clause's text.")
    end: int = Field(description="Where they end.")
    version: str = Field(description="The date of the Rules.", examples=["2021-03-12"])


class HitBody(_Got):
    """A ranked clause."""

    id: str
    score: float


class FindingBody(_Got):
    """What one requirement of section I comes to."""

    requirement: str
    clause: str
    state: Literal["met", "violated", "open"]
    quote: str
    reason: str
    facts: list[str] = Field(description="The stated facts that it rests on.")
    label: str
    question: str | None = Field(description="What would settle it, where it is open.")
    conflict: bool = Field(description="Whether it is open because statements contradict each other.")


class ChoiceBody(_Got):
    """An answer that is offered; the fact becomes `value`."""

    value: Any
    label: str


class QuestionBody(_Got):
    """A question that can still change the result."""

    fact: str
    kind: Literal["yes_no", "choice", "date", "place", "number", "people"]
    text: str
    why: str
    choices: list[ChoiceBody]
    requirement: str
    clause: str


class RemediesBody(_Got):
    """What would have to change; empty unless not eligible."""

    can_change: list[list[dict[str, Any]]]
    cannot_change: list[list[dict[str, Any]]]
    what_you_can_do: list[str]
    provided: list[str] = Field(description="Clauses that are open, and would still have to be settled.")


class VerdictBody(_Got):
    """A verdict by the checker, with its proof."""

    status: Literal["eligible", "not_eligible", "undetermined"]
    decisive: list[str] = Field(description="All violated clauses, or all open ones.")
    findings: list[FindingBody] = Field(description="One for each requirement, in the order of the Rules.")
    next_question: QuestionBody | None = Field(description="The question that settles most.")
    earliest_date: str | None = Field(description="The first day on which applying can help, where waiting helps.")
    facts: dict[str, dict[str, Any]] = Field(description="The facts as understood, with the words they were read from.")
    remedies: RemediesBody
    application_date: str
    today: str
    rules_version: str
    corpus_hash: str


class AnswerBody(_Got):
    """One answer, complete with what it rests on."""

    kind: AnswerKind
    polarity: Polarity | None = Field(description="The short answer to the question as worded.")
    text: str = Field(description="What a reader sees, Markdown.")
    citations: list[CitationBody]
    hits: list[HitBody] = Field(description="The ten best clauses, best first.")
    verdict: VerdictBody | None
    rewritten: str | None = Field(description="The question as it was understood, where it differs.")
    rules_version: str
    corpus_hash: str
    ms: float = Field(description="Milliseconds from question to answer.")


class ClauseBody(_Got):
    """A clause of the Rules."""

    id: str
    label: str
    section: str
    lead_in: str = Field(description="For a lettered item, the paragraph that it completes.")
    text: str = Field(description="The clause, word for word.")
    plain: str = Field(description="The same in plain words; not the Rules.")
    sha256: str = Field(description="The first 16 hex digits of the text's SHA-256.")
    start: int = Field(description="Where the text begins: characters into the Rules.")
    end: int
    version: str


class FaqBody(_Got):
    """An entry of the FAQ."""

    id: str
    label: str
    question: str
    answer: str
    source: str
    clauses: list[str] = Field(description="The clauses that the answer rests on.")
