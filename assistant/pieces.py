"""A message → the questions in it that are answered apart, each with what was found and decided."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from assistant.answer import Hit
from assistant.compose import Draft, compose
from assistant.decide import Decision, decide, says_enough
from assistant.parts import bare_question, parts
from assistant.repeating import orders
from assistant.turns import Understood
from corpus import Corpus
from index import SearchResult

if TYPE_CHECKING:
    from assistant.chat_model import Helping

__all__ = ["Apart", "Piece", "Pieces", "hits", "led_by", "surely_open", "together"]

_HITS = 10
_ELIGIBILITY = "rules:I."
_SURE_OPEN = 0.9
"""From this likelihood on there is no doubt that the Rules do not answer a part."""
_LIKELY = 0.3
"""From this likelihood by the head on, a clause of section I answers a question about what excludes."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One question of a message, with what was found and decided for it."""

    asked: str
    result: SearchResult
    decision: Decision
    short_answer: bool = True
    """Whether a yes or no would be understood: to several questions in one piece it would not, unless they share it."""

    def draft(self, corpus: Corpus) -> Draft:
        """The reviewed words for it."""
        return compose(self.asked, self.decision, self.result, corpus, short_answer=self.short_answer)


@dataclass(frozen=True, slots=True)
class Apart:
    """A message taken apart."""

    answered: tuple[Piece, ...]
    """Its questions that are answered apart, or the message in one piece."""
    left_open: tuple[Piece, ...] = ()
    """Its other questions, as far as there is no doubt that the Rules say nothing of them."""


class Pieces:
    """Takes messages apart."""

    def __init__(
        self,
        search: Callable[[str], SearchResult],
        read: Callable[[str, Sequence[str]], Understood],
        corpus: Corpus,
    ) -> None:
        """``read`` reads a part with the parts before it, as a turn is read with those before it."""
        self._search = search
        self._read = read
        self._corpus = corpus

    def of(self, asked: str, whole: SearchResult, helping: Helping | None) -> Apart:
        """The parts of the message that are answered apart and those that are left open, or the message in one piece.

        It is taken apart only where its parts are about different clauses, or the Rules surely say nothing of one;
        one part alone would otherwise lose what the others say about it.
        """
        single = self.one(asked, whole)
        asked_parts = parts(asked)
        return self._apart(asked_parts, single) if len(asked_parts) > 1 else self._apart_with_help(single, helping)

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

    def _apart(self, asked_parts: Sequence[str], single: Piece) -> Apart:
        """The parts as they are answered; ``single`` where they are about one clause, unless it is refused, or none is answered."""
        answered, left_open, leans = [], [], set()
        is_refused = single.decision.kind != "answer"
        for at, part in enumerate(asked_parts):
            read = self._read(part, asked_parts[:at])
            if read.doubtful or read.again:
                continue
            piece = self.one(part, read.result) if read.stands else Piece(part, read.result, decide(read.result))
            if piece.decision.kind == "answer":
                answered.append(piece)
                leans |= {piece.draft(self._corpus).polarity} if read.stands else set()
            elif surely_open(piece) and (read.stands or surely_open(self.one(part, self._search(part)))):
                left_open.append(piece)
        about = {piece.decision.clauses[:1] for piece in answered}
        if len(about) > 1:
            return Apart(tuple(answered), tuple(left_open))
        if is_refused and answered and (left_open or says_enough(answered[0].result)):
            return Apart((answered[0],), tuple(left_open))
        # What stands around a question helps to answer it, but its yes or no may be another one's.
        shared = leans - {None} <= {single.draft(self._corpus).polarity}
        return Apart((replace(single, short_answer=shared),), tuple(left_open) if answered else ())

    def _apart_with_help(self, single: Piece, helping: Helping | None) -> Apart:
        """The parts that a chat model sees in a message; none unless each leaves no doubt and the first clause stays.

        A message that has a short answer, or the answer of an FAQ entry, is in one piece.
        """
        whole = Apart((single,))
        if helping is None or single.decision.kind != "answer" or single.decision.faq:
            return whole
        if single.draft(self._corpus).polarity:
            return whole
        apart = self._apart(helping.split(single.asked), single)
        # What the writer asked is named in the writer's words alone.
        if len(apart.answered) == 1 or apart.left_open:
            return whole
        kept = single.decision.clauses[:1] in {piece.decision.clauses[:1] for piece in apart.answered}
        return apart if kept and all(says_enough(piece.result) for piece in apart.answered) else whole


def surely_open(piece: Piece) -> bool:
    """Whether there is no doubt that the Rules say nothing of a question."""
    is_sure = piece.decision.faq is not None or 1.0 - piece.result.answerable >= _SURE_OPEN
    return piece.decision.kind != "answer" and is_sure


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
