"""A case as a conversation has it → the answer with the checker's verdict, and again after each edit."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from assistant.answer import Answer, Citation, Hit
from assistant.casework import cited, polarity_of, told
from assistant.render import version_line
from corpus import Corpus

if TYPE_CHECKING:
    from assistant.eligibility import Checker
    from assistant.reader import Conversation

__all__ = ["Beside", "Case", "judged"]


@dataclass(frozen=True, slots=True)
class Beside:
    """The answer to a question that stood beside a case in the same message."""

    text: str
    """Markdown."""
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Case:
    """A case as far as a conversation has come, with all that its answer is made of."""

    conversation: Conversation
    beside: tuple[Beside, ...] = ()
    hits: tuple[Hit, ...] = ()
    proposed: str = ""
    """What a chat model proposes to it, to be confirmed, as Markdown; no verdict rests on it."""
    since: tuple[str, ...] = ()
    """What was asked after it, oldest first; a message that goes on with the case is read with it."""


def judged(case: Case, checker: Checker, corpus: Corpus, today: date) -> Answer:
    """The answer to ``case``: the checker's verdict on ``today``, what was understood, what was asked beside it."""
    verdict = checker.check(case.conversation.judged, today)
    said = (told(verdict, case.conversation), case.proposed, *(one.text for one in case.beside), version_line(corpus))
    citations = [*cited(verdict, corpus), *(citation for one in case.beside for citation in one.citations)]
    return Answer(
        kind="verdict",
        polarity=polarity_of(verdict),
        text="\n\n".join(part for part in said if part),
        rules_version=corpus.rules.version,
        corpus_hash=corpus.hash,
        citations=tuple(dict.fromkeys(citations)),
        hits=case.hits,
        verdict=verdict,
    )
