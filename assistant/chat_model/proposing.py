"""Facts that a chat model proposes for a case, each with the exact words that it rests on.

A proposal is a question to the person, never a fact: no verdict is made from it. It is put only
where its words stand in the message and the deterministic reader read nothing of that fact.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, get_args

from assistant.chat_model.asking import Request
from assistant.chat_model.prompts import block, prompt
from assistant.chat_model.replies import Proposals, Proposed
from assistant.eligibility.facts import Position
from assistant.repeating import repeated

if TYPE_CHECKING:
    from assistant.eligibility import Facts

__all__ = ["PROPOSABLE", "Proposal", "facts_request", "proposals", "to_confirm"]

PROPOSABLE: Mapping[str, tuple[str, ...]] = {
    "position": tuple(post for post in get_args(Position) if post != "other"),
    "full_time": (),
    "institution": ("academic", "ngo", "company", "government"),
    "accredited": (),
    "permanent": (),
    "legal_status": (),
    "one_proposal": (),
    "government_pay": (),
    "amazon_relation": ("never", "director", "officer", "employee", "intern", "contractor"),
    "procurement": (),
}
"""Facts that may be proposed with their values; none for yes and no.

Age, dates, places, relatives and US restrictions are not among them: they are never guessed at.
"""
_FEWEST_WORDS, _MOST_WORDS = 2, 40
_MOST = 10


@dataclass(frozen=True, slots=True)
class Proposal:
    """A fact to be confirmed by the person."""

    fact: str
    value: bool | str
    words: str
    """As they stand in the message."""


def facts_request(message: str) -> Request:
    """What the model is asked about a case: the message, and the names of facts with their values."""
    listed = "\n".join(f"{name}: {', '.join(values) or 'true, false'}" for name, values in PROPOSABLE.items())
    return prompt("facts").asks(f"{block('facts', listed)}\n{block('message', message)}", Proposals)


def proposals(reply: Proposals, message: str, read: Facts) -> tuple[Proposal, ...]:
    """Those that may be put to the person; ``read`` is what the deterministic reader read of the same message."""
    found = {
        one.fact: Proposal(one.fact, one.value, words)
        for one in reply.facts[:_MOST]
        if _is_possible(one) and getattr(read, one.fact) is None and (words := _standing(one.words, message))
    }
    return tuple(found[name] for name in PROPOSABLE if name in found)


def _is_possible(one: Proposed) -> bool:
    values: Sequence[str] | None = PROPOSABLE.get(one.fact)
    if values is None:
        return False
    return one.value in values if values else isinstance(one.value, bool)


def _standing(claimed: str, message: str) -> str:
    """The words as they stand in the message, outside any question; empty where they do not."""
    if not _FEWEST_WORDS <= len(claimed.split()) <= _MOST_WORDS:
        return ""
    at = message.casefold().find(claimed.casefold())
    if at < 0 or len(message.casefold()) != len(message):
        return ""
    after = message[at + len(claimed) :]
    ends = [after.find(mark) for mark in ".!?;" if mark in after]
    return "" if ends and after[min(ends)] == "?" else message[at : at + len(claimed)]


def to_confirm(proposed: Sequence[Proposal]) -> str:
    """The proposals as questions to the person, as Markdown; empty where there are none."""
    from assistant.eligibility import parse_facts, summary

    lines = [
        f"- {row.question} {row.answer} ({repeated(one.words)})"
        for one in proposed
        for row in summary(parse_facts({one.fact: one.value}))
    ]
    return "\n".join([_TO_CONFIRM, "", *lines]) if lines else ""


_TO_CONFIRM = (
    "A language model also took this from your message. No verdict rests on it: please confirm or correct each under "
    "**Check eligibility**."
)
