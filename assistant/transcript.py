"""Transcripts: a conversation to keep, and what of it still holds later.

Each turn of a transcript is a receipt: the question, how it was understood, the answer, the
quotations with clause ids and offsets, the version of the Rules and the hash of the corpus.
Verifying cuts each quotation out of the Rules again; nothing in the file is taken on trust. It is
not signed: it proves what the Rules say, not who asked.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, Literal

from pydantic import BaseModel, Field, ValidationError

from assistant.answer import Answer
from assistant.render import long_date
from corpus import Corpus, Rules, read_rules
from corpus.errors import CorpusError, ReceiptError

if TYPE_CHECKING:
    from assistant.reader import Conversation

__all__ = ["KIND", "CheckedTurn", "TranscriptCheck", "case_record", "turn_record", "verify_transcript"]

KIND = "ara-conversation"
FORMAT = 1


class _Quotation(BaseModel, frozen=True):
    id: str
    label: str
    quote: str = Field(min_length=1)
    start: int
    end: int
    version: str


class _Case(BaseModel, frozen=True):
    receipt: dict[str, Any]


class _Turn(BaseModel, frozen=True):
    asked_on: date
    question: str
    rewritten: str | None
    kind: str
    polarity: str | None
    answer: str
    citations: tuple[_Quotation, ...]
    rules_version: str
    corpus_hash: str
    digest: str
    case: _Case | None = None
    """The case that the turn judges."""


class _Transcript(BaseModel, frozen=True):
    kind: Literal["ara-conversation"]
    format: Literal[1]
    turns: tuple[_Turn, ...] = Field(min_length=1)


@dataclass(frozen=True, slots=True)
class CheckedTurn:
    """What of one turn still holds."""

    question: str
    faults: tuple[str, ...]
    """What does not hold."""
    notes: tuple[str, ...]
    """What holds, and what has changed without effect."""

    @property
    def holds(self) -> bool:
        """Whether all of it does."""
        return not self.faults


@dataclass(frozen=True, slots=True)
class TranscriptCheck:
    """What of a transcript still holds."""

    turns: tuple[CheckedTurn, ...]

    @property
    def holds(self) -> bool:
        """Whether every turn does."""
        return all(turn.holds for turn in self.turns)

    def to_dict(self) -> dict[str, Any]:
        """The check as plain data."""
        return {
            "holds": self.holds,
            "turns": [
                {"question": turn.question, "holds": turn.holds, "faults": list(turn.faults), "notes": list(turn.notes)}
                for turn in self.turns
            ],
        }


def case_record(answer: Answer, conversation: Conversation, edits: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """The case that a turn judges, as plain data: the receipt of its verdict, and what was changed by hand.

    ``own_facts`` are there where the verdict rests on a supposition, which leaves them as they are.
    """
    from assistant.eligibility import make_receipt

    if answer.verdict is None:
        raise ValueError("Only an answer with a verdict has a case to record.")
    own = {"own_facts": conversation.facts.to_dict()} if conversation.hypothetical else {}
    return {"supposed": conversation.hypothetical, **own, "edits": list(edits), "receipt": make_receipt(answer.verdict)}


def turn_record(question: str, answer: Answer, day: date, case: Mapping[str, Any] | None = None) -> dict[str, Any]:
    """One turn as plain data, asked on ``day``; the same turn gives the same record. ``case`` is that of ``case_record``."""
    whole = answer.to_dict()
    record = {
        "asked_on": day.isoformat(),
        "question": question,
        **{name: whole[name] for name in ("rewritten", "kind", "polarity")},
        "answer": answer.text,
        **{name: whole[name] for name in ("citations", "rules_version", "corpus_hash")},
    }
    if case is not None:
        record["case"] = dict(case)
    return record | {"digest": _digest(record)}


def verify_transcript(data: Mapping[str, Any], corpus: Corpus) -> TranscriptCheck:
    """Cut each quotation out of the Rules again and compare. Raises ``ReceiptError`` where it is no transcript."""
    try:
        transcript = _Transcript.model_validate(data)
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"])
        raise ReceiptError(
            f"The conversation cannot be read: {place}: {first['msg']}. Give the JSON file as it was downloaded."
        ) from None
    raw = data["turns"]
    return TranscriptCheck(tuple(_checked(turn, raw[place], corpus) for place, turn in enumerate(transcript.turns)))


def _checked(turn: _Turn, raw: Mapping[str, Any], corpus: Corpus) -> CheckedTurn:
    faults: list[str] = []
    notes: list[str] = []
    if turn.digest != _digest({key: value for key, value in raw.items() if key != "digest"}):
        faults.append("This turn was changed after it was saved: its digest does not fit its content.")
    for quotation in turn.citations:
        fault = _fault(quotation, corpus)
        (faults if fault else notes).append(fault or _stands(quotation))
    if turn.case is not None:
        wrong, right = _derived(turn, turn.case, corpus)
        faults += wrong
        notes += right
    notes += _harmless(turn, corpus)
    return CheckedTurn(turn.question, tuple(faults), tuple(notes))


def _derived(turn: _Turn, case: _Case, corpus: Corpus) -> tuple[list[str], list[str]]:
    """What is wrong with a verdict, derived again from its facts, and what is not."""
    from assistant.casework import polarity_of
    from assistant.eligibility import Checker, headline, verify_receipt

    try:
        result = verify_receipt(case.receipt, Checker.of(corpus))
    except ReceiptError as error:
        return [f"The verdict: {error}"], []
    if not result.holds:
        return [f"The verdict: {reason}" for reason in result.reasons], []
    if turn.polarity != polarity_of(result.verdict):
        return [f"The short answer is “{turn.polarity!s:.20}”; the facts come to: {headline(result.verdict)}"], []
    return [], [f"The verdict follows again from the facts: {headline(result.verdict)}"]


def _fault(quotation: _Quotation, corpus: Corpus) -> str:
    """What is wrong with a quotation; empty where it is exact, and still says what it said."""
    rules = corpus.rules
    now = _exact(quotation, rules)
    if quotation.version == rules.version:
        return (
            ""
            if now
            else f"{quotation.label}: these are not its words at characters {quotation.start} to {quotation.end}."
        )
    then = _version(quotation.version, corpus)
    if then is None:
        return f"{quotation.label}: there is no version of the Rules of {quotation.version:.20} here to compare with."
    if not _exact(quotation, then):
        return f"{quotation.label}: these were not its words in the version of {long_date(then.version)} either."
    clause = rules.by_id.get(quotation.id)
    if clause is None or quotation.quote not in clause.text:
        return (
            f"{quotation.label}: these were its words in the version of {long_date(then.version)}, and are no longer."
        )
    return ""


def _stands(quotation: _Quotation) -> str:
    return f"{quotation.label}, characters {quotation.start} to {quotation.end}: quoted word for word."


def _exact(quotation: _Quotation, rules: Rules) -> bool:
    clause = rules.by_id.get(quotation.id)
    return (
        clause is not None
        and 0 <= quotation.start < quotation.end
        and clause.label == quotation.label
        and clause.text[quotation.start : quotation.end] == quotation.quote
    )


def _version(version: str, corpus: Corpus) -> Rules | None:
    # A name of a file that comes from outside: a date and nothing else.
    try:
        return read_rules(corpus.root / "rules" / f"{date.fromisoformat(version).isoformat()}.md")
    except (ValueError, CorpusError):
        return None


def _harmless(turn: _Turn, corpus: Corpus) -> Iterator[str]:
    if not turn.citations:
        yield "It quotes nothing."
    if turn.rules_version != corpus.rules.version:
        yield f"The Rules are now those of {corpus.rules.version}; the answer rests on those of {turn.rules_version:.20}."
    elif turn.corpus_hash != corpus.hash:
        yield "Other files of the corpus have changed since; the same question may be answered in other words now."


def _digest(record: Mapping[str, Any]) -> str:
    canonical = json.dumps(record, ensure_ascii=True, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()
