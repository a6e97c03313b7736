"""The way of a question: clean, stand alone, search, decide, compose, verify."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Self

from assistant.answer import Answer, AnswerKind, Hit
from assistant.casework import case_stated, lead_to_interview, plain
from assistant.clean import Unusable, clean
from assistant.compose import Draft, compose, join
from assistant.decide import Decision, decide, says_enough
from assistant.judging import Beside, Case, judged
from assistant.language import Speller, foreign_draft, foreign_language, in_english
from assistant.named import asks_for_the_text, misnamed, quote_named, references
from assistant.parts import bare_question, parts
from assistant.render import body, render
from assistant.settings import Settings
from assistant.turns import Turns, Understood, ask_back
from assistant.verify import faults
from corpus import Corpus, load_corpus
from index import Index, IndexPlace, Progress, SearchResult, open_index

if TYPE_CHECKING:
    from assistant.eligibility import Checker
    from index.hearing import Hearing

__all__ = ["Assistant", "Trace"]

_HITS = 10
_MOST_BESIDE = 2
"""So many questions beside a case are answered."""


@dataclass(frozen=True, slots=True)
class Trace:
    """What each stage made of a question."""

    question: str
    cleaned: str | None
    rewritten: str | None
    result: SearchResult | None
    decision: Decision | None
    draft: Draft | None
    faults: tuple[str, ...]
    answer: Answer
    case: Case | None = None
    """The case that the answer judges, to go on from; ``None`` where it judges none."""


@dataclass(frozen=True, slots=True)
class _Piece:
    """One question of a message, with what was found and decided for it."""

    asked: str
    result: SearchResult
    decision: Decision


class Assistant:
    """Answers questions from one corpus and its index; holds no state of any conversation."""

    def __init__(
        self, corpus: Corpus, index: Index, *, read_cases: bool = False, clock: Callable[[], date] = date.today
    ) -> None:
        """``read_cases`` gives a typed case its verdict at once; else the answer leads to the interview."""
        self.corpus = corpus
        self.index = index
        self._speller = Speller(corpus)
        self._turns = Turns(index.search)
        self._read_cases = read_cases
        self._clock = clock

    @cached_property
    def checker(self) -> Checker:
        """The eligibility checker over the same corpus, with its tables."""
        from assistant.eligibility import Checker

        return Checker.of(self.corpus)

    @property
    def hearing(self) -> Hearing | None:
        """The network that a typed case's reading is held against; ``None`` where cases are not read."""
        return self.index.hearing if self._read_cases else None

    @classmethod
    def open(cls, settings: Settings, progress: Progress | None = None) -> Self:
        """Load the corpus and open its index, building it first where there is none.

        Raises ``CorpusError``, ``SearchIndexError`` or ``ModelError``.
        """
        corpus = load_corpus(settings.corpus_dir, settings.rules_version)
        place = IndexPlace(settings.data_dir, settings.embedding_model, settings.chroma_url)
        index = open_index(place, corpus, progress) if progress else open_index(place, corpus)
        return cls(corpus, index, read_cases=settings.read_cases)

    def ask(self, question: str, turns: Sequence[str] = (), today: date | None = None) -> Answer:
        """Answer ``question``; ``turns`` are what the same person asked before it, oldest first.

        ``today`` is the day that a stated case is judged on; the clock's where it is not given.
        """
        return self.trace(question, turns, today).answer

    def trace(
        self,
        question: str,
        turns: Sequence[str] = (),
        today: date | None = None,
        case: Case | None = None,
    ) -> Trace:
        """Answer ``question`` and keep what each stage made of it.

        ``case`` is the one that an earlier turn judged, as it stands after what was changed in it by hand.
        """
        began = time.perf_counter()
        cleaned = clean(question)
        if isinstance(cleaned, Unusable):
            trace = self._stopped(question, "invalid", cleaned.reason)
        else:
            before = self._readable(turns)
            trace = (
                self._judged(question, cleaned, before, today or self._clock(), case)
                or self._foreign(question, cleaned)
                or self._named(question, cleaned)
                or self._answered(question, cleaned, self._turns.understood(self._speller.correct(cleaned), before))
            )
        timed = trace.answer.timed((time.perf_counter() - began) * 1000)
        return replace(trace, answer=timed)

    def _readable(self, turns: Sequence[str]) -> list[str]:
        return [self._speller.correct(text) for turn in turns if isinstance(text := clean(turn), str)]

    def _judged(
        self, question: str, cleaned: str, turns: Sequence[str], today: date, before: Case | None = None
    ) -> Trace | None:
        """The checker's verdict, where the message states a case or goes on with the one before it."""
        said = (
            case_stated(cleaned, self._readable(before.since), today, before.conversation, lambda: self.hearing)
            if before
            else case_stated(cleaned, turns, today, hearing=lambda: self.hearing)
        )
        # The way to the interview is told in English; another language has its own sentence.
        if said is None or (not self._read_cases and foreign_language(cleaned)):
            return None
        result = self.index.search(cleaned)
        if not self._read_cases:
            return self._drafted(
                question, cleaned, result, Decision("clarify", (), reason="a case"), lead_to_interview()
            )
        beside = self._beside(cleaned) if said.route == "case_and_question" else ()
        case = Case(said, beside, _hits([_Piece(cleaned, result, decide(result))]))
        answer = judged(case, self.checker, self.corpus, today)
        return Trace(question, cleaned, None, result, None, None, (), answer, case)

    def _foreign(self, question: str, cleaned: str) -> Trace | None:
        """What is said to a message in another language, with the clauses that its words lead to."""
        language = foreign_language(cleaned)
        if language is None:
            return None
        english = in_english(cleaned, language)
        result = self.index.search(english or cleaned)
        decision = Decision("clarify", decide(result).clauses[:2] if english else (), reason=f"language: {language}")
        draft = foreign_draft(language, decision.clauses, self.corpus)
        return self._drafted(question, cleaned, result, decision, draft, english or None)

    def _named(self, question: str, cleaned: str) -> Trace | None:
        """A clause that is asked for by its number, or that the Rules have none of that number."""
        named = references(cleaned)
        if not named or not asks_for_the_text(cleaned):
            return None
        draft = quote_named(named, self.corpus)
        clauses = tuple(citation.id for citation in draft.citations)
        exists = any(reference.clauses(self.corpus.rules) for reference in named)
        decision = Decision("answer" if exists else "not_in_rules", clauses, reason="named by number")
        return self._drafted(question, cleaned, _led_by(clauses, self.index.search(cleaned)), decision, draft)

    def _drafted(
        self,
        question: str,
        cleaned: str,
        result: SearchResult,
        decision: Decision,
        draft: Draft,
        rewritten: str | None = None,
    ) -> Trace:
        answer = Answer(
            kind=decision.kind,
            polarity=None,
            text=render(draft, self.corpus),
            rules_version=self.corpus.rules.version,
            corpus_hash=self.corpus.hash,
            citations=draft.citations,
            hits=_hits([_Piece(cleaned, result, decision)]),
            rewritten=rewritten,
        )
        return Trace(question, cleaned, rewritten, result, decision, draft, (), answer)

    def _beside(self, message: str) -> tuple[Beside, ...]:
        """The answers to the questions that stand beside a case."""
        from assistant.reader.routing import other_questions

        found: list[Beside] = []
        for question in other_questions(message)[:_MOST_BESIDE]:
            piece = self._piece(question, self.index.search(question))
            draft = compose(piece.asked, piece.decision, piece.result, self.corpus)
            if piece.decision.kind == "answer" and not faults(draft, self.corpus):
                text = f"**You also asked:** {plain(question)}\n\n{body(draft, self.corpus)}"
                found.append(Beside(text, draft.citations))
        return tuple(found)

    def _answered(self, question: str, cleaned: str, read: Understood) -> Trace:
        asked, result = read.asked, read.result
        rewritten = asked if asked != cleaned else None
        if read.doubtful:
            decision = Decision("clarify", tuple(row.id for row in result.clauses[:2]), reason="a doubtful follow-up")
            draft = ask_back(cleaned, read.subject, decision.clauses, self.corpus)
            return self._drafted(question, cleaned, result, decision, draft, rewritten)
        # How a follow-up leans, to yes or to no, is in its own words; those of its context would lend theirs.
        pieces = self._pieces(asked, result) if read.stands else [_Piece(read.typed, result, decide(result))]
        decision = pieces[0].decision if len(pieces) == 1 else _together(pieces)
        draft = join([compose(piece.asked, piece.decision, piece.result, self.corpus) for piece in pieces])
        draft = replace(draft, sentences=(*misnamed(cleaned, self.corpus), *draft.sentences))
        wrong = faults(draft, self.corpus)
        if wrong:
            # The quoted clauses alone can always be shown: they are cut from the text.
            decision = replace(decision, faq=None, reason=f"{decision.reason}; words dropped: {wrong[0]}")
            draft = replace(compose(read.typed, decision, result, self.corpus), sentences=(), polarity=None)
        answer = Answer(
            kind=decision.kind,
            # “Why?” is answered with what it asks about, and takes no yes or no itself.
            polarity=None if read.again else draft.polarity,
            text=render(draft, self.corpus),
            rules_version=self.corpus.rules.version,
            corpus_hash=self.corpus.hash,
            citations=draft.citations,
            hits=_hits(pieces),
            rewritten=rewritten,
        )
        return Trace(question, cleaned, rewritten, result, decision, draft, tuple(wrong), answer)

    def _pieces(self, asked: str, whole: SearchResult) -> list[_Piece]:
        """The parts of the message that are answered apart, or the message in one piece.

        It is taken apart only where its parts are about different clauses; one part alone
        would otherwise lose what the others say about it.
        """
        single = [self._piece(asked, whole)]
        asked_parts = parts(asked)
        if len(asked_parts) == 1:
            return single
        results = [self.index.search(part) for part in asked_parts]
        pieces = [_Piece(part, found, decide(found)) for part, found in zip(asked_parts, results, strict=True)]
        answered = [piece for piece in pieces if piece.decision.kind == "answer"]
        first = {piece.decision.clauses[:1] for piece in answered}
        return answered if len(first) > 1 else single

    def _piece(self, asked: str, found: SearchResult) -> _Piece:
        """The message as one question; where it is not answered, the bare question in it is tried."""
        piece = _Piece(asked, found, decide(found))
        bare = None if piece.decision.kind == "answer" else bare_question(asked)
        if bare is None:
            return piece
        alone = self.index.search(bare)
        return _Piece(bare, alone, decide(alone)) if says_enough(alone) else piece

    def _stopped(self, question: str, kind: AnswerKind, reason: str) -> Trace:
        answer = Answer(kind, None, reason, self.corpus.rules.version, self.corpus.hash)
        return Trace(question, None, None, None, None, None, (), answer)


def _together(pieces: Sequence[_Piece]) -> Decision:
    clauses = dict.fromkeys(clause for piece in pieces for clause in piece.decision.clauses)
    return Decision("answer", tuple(clauses), reason=f"{len(pieces)} questions in one message")


def _led_by(clauses: Sequence[str], result: SearchResult) -> SearchResult:
    """The result with ``clauses`` ranked before all others."""
    best = result.clauses[0].score
    rows = [replace(row, score=row.score + best) if row.id in clauses else row for row in result.clauses]
    return replace(result, clauses=tuple(sorted(rows, key=lambda row: (-row.score, row.id))))


def _hits(pieces: Sequence[_Piece]) -> tuple[Hit, ...]:
    """The best clauses of all pieces, each at the best of its scores."""
    best: dict[str, float] = {}
    for piece in pieces:
        for row in piece.result.clauses[:_HITS]:
            best[row.id] = max(best.get(row.id, row.score), row.score)
    ranked = sorted(best.items(), key=lambda row: (-row[1], row[0]))
    return tuple(Hit(clause, score) for clause, score in ranked[:_HITS])
