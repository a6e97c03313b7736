"""A message → the questions in it that are answered apart, each with what was found and decided."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from assistant.answer import Hit
from assistant.compose import compose
from assistant.decide import Decision, decide, says_enough
from assistant.parts import bare_question, parts
from assistant.repeating import orders
from corpus import Corpus
from index import SearchResult

if TYPE_CHECKING:
    from assistant.chat_model import Helping

__all__ = ["Piece", "Pieces", "hits", "led_by", "together"]

_HITS = 10
_ELIGIBILITY = "rules:I."
_LIKELY = 0.3
"""From this likelihood by the head on, a clause of section I answers a question about what excludes."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One question of a message, with what was found and decided for it."""

    asked: str
    result: SearchResult
    decision: Decision


class Pieces:
    """Takes messages apart."""

    def __init__(self, search: Callable[[str], SearchResult], corpus: Corpus) -> None:
        self._search = search
        self._corpus = corpus

    def of(self, asked: str, whole: SearchResult, helping: Helping | None) -> list[Piece]:
        """The parts of the message that are answered apart, or the message in one piece.

        It is taken apart only where its parts are about different clauses; one part alone
        would otherwise lose what the others say about it.
        """
        single = self.one(asked, whole)
        asked_parts = parts(asked)
        apart = self._apart(asked_parts) if len(asked_parts) > 1 else self._apart_with_help(single, helping)
        return apart or [single]

    def one(self, asked: str, found: SearchResult) -> Piece:
        """The message as one question.

        Where it is not answered, or gives orders besides, the bare question in it is tried. What the Rules say of
        eligibility answers whoever asks whether a circumstance excludes them, be it only by not naming it.
        """
        piece = Piece(asked, found, decide(found))
        if piece.decision.kind == "answer" and not orders(asked):
            return piece
        bare = bare_question(asked)
        if bare is not None and says_enough(alone := self._search(bare)):
            piece = Piece(bare, alone, decide(alone))
        clause = _about_an_obstacle(piece) if piece.decision.kind == "not_in_rules" else None
        if clause is None:
            return piece
        decision = Decision("answer", (clause,), reason="what may exclude is asked about")
        return replace(piece, decision=decision, result=led_by((clause,), piece.result))

    def _apart(self, asked_parts: Sequence[str]) -> list[Piece]:
        """The parts that the Rules answer; none where they are about one clause."""
        results = [self._search(part) for part in asked_parts]
        pieces = [Piece(part, found, decide(found)) for part, found in zip(asked_parts, results, strict=True)]
        answered = [piece for piece in pieces if piece.decision.kind == "answer"]
        first = {piece.decision.clauses[:1] for piece in answered}
        return answered if len(first) > 1 else []

    def _apart_with_help(self, single: Piece, helping: Helping | None) -> list[Piece]:
        """The parts that a chat model sees in a message; none unless each leaves no doubt and the first clause stays.

        A message that has a short answer, or the answer of an FAQ entry, is in one piece.
        """
        if helping is None or single.decision.kind != "answer" or single.decision.faq:
            return []
        if compose(single.asked, single.decision, single.result, self._corpus).polarity:
            return []
        pieces = self._apart(helping.split(single.asked))
        kept = single.decision.clauses[:1] in {piece.decision.clauses[:1] for piece in pieces}
        return pieces if kept and all(says_enough(piece.result) for piece in pieces) else []


def _about_an_obstacle(piece: Piece) -> str | None:
    """The clause of section I that whoever asks whether a circumstance excludes them asks about, by rank or by words."""
    from assistant.reader.routing import asks_about_an_obstacle, lettered_obstacle

    best = piece.result.clauses[0]
    if best.id.startswith(_ELIGIBILITY) and best.head >= _LIKELY:
        return best.id if asks_about_an_obstacle(piece.asked) else None
    return lettered_obstacle(piece.asked)


def together(pieces: Sequence[Piece]) -> Decision:
    """The decision on several questions in one message."""
    clauses = dict.fromkeys(clause for piece in pieces for clause in piece.decision.clauses)
    return Decision("answer", tuple(clauses), reason=f"{len(pieces)} questions in one message")


def led_by(clauses: Sequence[str], result: SearchResult) -> SearchResult:
    """The result with ``clauses`` ranked before all others."""
    best = result.clauses[0].score
    rows = [replace(row, score=row.score + best) if row.id in clauses else row for row in result.clauses]
    return replace(result, clauses=tuple(sorted(rows, key=lambda row: (-row.score, row.id))))


def hits(pieces: Sequence[Piece]) -> tuple[Hit, ...]:
    """The best clauses of all pieces, each at the best of its scores."""
    best: dict[str, float] = {}
    for piece in pieces:
        for row in piece.result.clauses[:_HITS]:
            best[row.id] = max(best.get(row.id, row.score), row.score)
    ranked = sorted(best.items(), key=lambda row: (-row[1], row[0]))
    return tuple(Hit(clause, score) for clause, score in ranked[:_HITS])
