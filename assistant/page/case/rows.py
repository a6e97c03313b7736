"""The facts of a case as the rows of a list: each with the words it was read from and the clauses it matters for."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from assistant.eligibility import REQUIREMENTS, Facts, Gap, summary
from assistant.eligibility.paths import root, value_at
from assistant.eligibility.questions import can_be_asked
from assistant.page.answer_view import Quote
from assistant.page.check.names import short_name
from assistant.page.check.quoting import quote_of
from assistant.page.markup import say
from assistant.reader import Conversation
from corpus import Rules

__all__ = ["FactRow", "fact_rows"]

_LONGEST_WORDS = 160


@dataclass(frozen=True, slots=True)
class FactRow:
    """One fact as it is judged now."""

    fact: str
    name: str
    answer: str
    """In plain words, as text or HTML."""
    words: str
    """What it was read from; empty where it was set in the list."""
    by_hand: bool
    quotes: tuple[Quote, ...]
    """The words of the Rules that it matters for, one for each clause."""
    supposed: bool
    real: str
    """Where it is supposed: what was really stated; empty where nothing was."""
    can_be_asked: bool
    is_unknown: bool


def fact_rows(conversation: Conversation, rules: Rules) -> tuple[FactRow, ...]:
    """Every stated fact, in the order of the Rules."""
    facts, real = conversation.judged, {row.fact: row.answer for row in summary(conversation.facts)}
    left_open = {words.fact for words in conversation.reading.unplaced} if conversation.reading else set()
    rows = []
    for row in summary(facts):
        is_top = row.fact == root(row.fact)
        words = facts.words.get(row.fact, "")
        supposed = conversation.hypothetical and real.get(row.fact) != row.answer
        rows.append(
            FactRow(
                fact=row.fact,
                name=short_name(row.fact),
                answer=_shown(facts, row.fact, row.answer, understood=root(row.fact) not in left_open),
                words=_short(words),
                by_hand=is_top and not words,
                quotes=_quotes(row.fact, rules) if is_top else (),
                supposed=supposed,
                real=real.get(row.fact, "") if supposed else "",
                can_be_asked=can_be_asked(row.fact),
                is_unknown=value_at(facts, row.fact) == Gap.UNKNOWN,
            )
        )
    return tuple(rows)


def _shown(facts: Facts, path: str, answer: str, *, understood: bool) -> str | Markup:
    value = value_at(facts, path)
    if value == Gap.CONTRADICTORY:
        return say("case.contradictory")
    if value == Gap.UNKNOWN:
        return say("check.not_sure" if understood else "case.not_understood")
    return answer


def _short(words: str) -> str:
    flat = " ".join(words.split())
    return flat if len(flat) <= _LONGEST_WORDS else f"{flat[: _LONGEST_WORDS - 1].rstrip()}…"


def _quotes(fact: str, rules: Rules) -> tuple[Quote, ...]:
    found: dict[str, Quote] = {}
    for requirement in REQUIREMENTS:
        if fact in requirement.reads and requirement.clause not in found:
            found[requirement.clause] = quote_of(rules, requirement.clause, requirement.quote)
    return tuple(found.values())
