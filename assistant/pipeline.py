"""The way of a question: clean, stand alone, search, decide, compose, verify."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Self

from assistant.answer import Answer, AnswerKind
from assistant.casework import Told, blank_after, case_stated, lead_to_interview
from assistant.clean import Unusable, clean
from assistant.compose import Draft, compose, join
from assistant.decide import Decision, decide, says_enough
from assistant.judging import Beside, Case, judged
from assistant.language import Speller, foreign_draft, foreign_language, in_english
from assistant.left_open import left_open
from assistant.named import asks_for_the_text, misnamed, quote_named, references
from assistant.parts import parts
from assistant.pieces import Apart, Piece, Pieces, hits, led_by, surely_open, together
from assistant.render import body, render
from assistant.repeating import repeated
from assistant.settings import Settings
from assistant.small_talk import out_of_place, small_talk
from assistant.turns import Turns, Understood, ask_back, said_again
from assistant.verify import faults
from corpus import Corpus, load_corpus
from index import Index, IndexPlace, Progress, SearchResult, open_index
from index.recent import Recent

if TYPE_CHECKING:
    from assistant.chat_model import Help, Helper, Helping
    from assistant.eligibility import Checker, Facts
    from assistant.going_on import GoingOn
    from assistant.reader import Conversation
    from index.hearing import Hearing

__all__ = ["Assistant", "Trace"]

_NEAR = 3
"""A follow-up read by a chat model must lead to one of the best so many clauses of the first reading."""
_READ_WITH = 3
"""So many turns before it are shown to a chat model with a follow-up; none where one of them states a case."""
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
    help: Help | None = None
    """What a chat model did for it; none where none is configured or none was asked."""


class Assistant:
    """Answers questions from one corpus and its index; holds no state of any conversation."""

    def __init__(
        self,
        corpus: Corpus,
        index: Index,
        *,
        read_cases: bool = False,
        clock: Callable[[], date] = date.today,
        helper: Helper | None = None,
    ) -> None:
        """``read_cases`` gives a typed case its verdict at once; else the answer leads to the interview.

        ``helper`` is a chat model that may word answers.
        """
        self.corpus = corpus
        self.index = index
        self._speller = Speller(corpus)
        self._turns = Turns(index.search)
        self._pieces = Pieces(index.search, self._turns.understood, corpus)
        # What the network does not hold against the frames' reading is not told as a verdict.
        self._read_cases = read_cases and index.hears
        self._clock = clock
        self._helper = helper
        # A turn that tells nothing does so on any day.
        self._blanks = Recent(lambda text: blank_after(text, clock(), self.hearing))

    @cached_property
    def checker(self) -> Checker:
        """The eligibility checker over the same corpus, with its tables."""
        from assistant.eligibility import Checker

        return Checker.of(self.corpus)

    @property
    def hearing(self) -> Hearing | None:
        """The network that a typed case's reading is held against; ``None`` where cases are not read."""
        return self.index.hearing if self._read_cases else None

    @cached_property
    def plain(self) -> Assistant:
        """The same assistant without a chat model, for what the program asks itself."""
        if self._helper is None:
            return self
        return Assistant(self.corpus, self.index, read_cases=self._read_cases, clock=self._clock)

    @classmethod
    def open(cls, settings: Settings, progress: Progress | None = None) -> Self:
        """Load the corpus and open its index, building it first where there is none; open the chat model, if one is named.

        Raises ``CorpusError``, ``SearchIndexError``, ``ModelError`` or ``ChatModelError``.
        """
        helper = None
        if settings.chat_model is not None:
            from assistant.chat_model import open_helper

            helper = open_helper(settings)
        corpus = load_corpus(settings.corpus_dir, settings.rules_version)
        place = IndexPlace(settings.data_dir, settings.embedding_model, settings.chroma_url)
        index = open_index(place, corpus, progress) if progress else open_index(place, corpus)
        return cls(corpus, index, read_cases=settings.read_cases, helper=helper)

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
        cleaned = clean(question, later=bool(turns or case))
        if isinstance(cleaned, Unusable):
            trace = self._stopped(question, "invalid", cleaned.reason)
        else:
            told = [turn for turn in _cleaned(turns) if small_talk(turn) is None]
            before = [self._speller.correct(text) for text in told]
            helping = self._helper.begin() if self._helper else None
            day = today or self._clock()
            of_case = self._case(cleaned, told, day, case)
            if of_case.is_change and self._is_beside_the_case(cleaned, before, helping):
                of_case = replace(of_case, case=None)
            trace = (
                self._judged(question, cleaned, of_case.case, day, helping)
                or self._chatted(question, cleaned)
                or self._foreign(question, cleaned)
                or self._named(question, cleaned)
                or self._read_on(question, cleaned, self._understood(cleaned, before, helping), of_case, day, helping)
            )
            trace = replace(trace, help=helping.result() if helping else None)
        timed = trace.answer.timed((time.perf_counter() - began) * 1000)
        return replace(trace, answer=timed)

    def _understood(self, cleaned: str, before: Sequence[str], helping: Helping | None) -> Understood:
        """The message in its conversation; where that leaves a doubt, as a chat model reads it, if that leaves none."""
        read = self._turns.understood(self._speller.correct(cleaned), before)
        if not read.doubtful or helping is None:
            return read
        before = before[-_READ_WITH:]
        if not helping.cases and any(case_stated(text, (), self._clock()).case for text in before):
            return read
        asked = helping.stand_alone(read.typed, before)
        result = self.index.search(asked) if asked else None
        near = {row.id for row in read.result.clauses[:_NEAR]}
        if asked is None or result is None or not says_enough(result) or result.clauses[0].id not in near:
            return read
        return replace(read, asked=asked, result=result, doubtful=False)

    def _case(self, cleaned: str, turns: Sequence[str], today: date, before: Case | None) -> Told:
        """The case that the message states, or goes on with where one stands ``before`` it."""
        if before is None:
            return case_stated(cleaned, turns, today, None, self.hearing, self._blanks, self._going_on)
        since = _cleaned(before.since)
        return case_stated(cleaned, since, today, before.conversation, self.hearing, going_on=self._going_on)

    @cached_property
    def _going_on(self) -> GoingOn:
        from assistant.going_on import GoingOn, near_clauses

        return GoingOn(self.hearing, lambda: self.checker, lambda text: near_clauses(self.index.search(text)))

    def _is_beside_the_case(self, cleaned: str, before: Sequence[str], helping: Helping | None) -> bool:
        from assistant.going_on import may_be_of_a_case

        return not may_be_of_a_case(self._understood(cleaned, before, helping).result)

    def _read_on(
        self, question: str, cleaned: str, read: Understood, of_case: Told, today: date, helping: Helping | None
    ) -> Trace:
        """What a message gets that states no case: an answer.

        Where it tells something that touches the case before it and was not understood, it gets the verdict with that left open.
        """
        stands = of_case.before if self._read_cases else None
        if stands is None:
            return self._answered(question, cleaned, read, helping)
        from assistant.going_on import is_of_a_case, near_clauses, tells_or_supposes

        if not is_of_a_case(read.result) or not tells_or_supposes(cleaned, today):
            return self._answered(question, cleaned, read, helping)
        case = self._going_on.unread(stands, cleaned, today, near_clauses(read.result))
        return self._verdict(question, cleaned, case, read.result, today)

    def _judged(
        self, question: str, cleaned: str, said: Conversation | None, today: date, helping: Helping | None
    ) -> Trace | None:
        """The checker's verdict, where the message states a case."""
        # The way to the interview is told in English; another language has its own sentence.
        if said is None or (not self._read_cases and foreign_language(cleaned)):
            return None
        result = self.index.search(cleaned)
        proposed = _proposed(cleaned, said.judged, helping)
        if not self._read_cases:
            draft = lead_to_interview()
            draft = _closed(draft, proposed, draft.closing)
            return self._drafted(question, cleaned, result, Decision("clarify", (), reason="a case"), draft)
        return self._verdict(question, cleaned, said, result, today, proposed)

    def _verdict(
        self, question: str, cleaned: str, said: Conversation, result: SearchResult, today: date, proposed: str = ""
    ) -> Trace:
        case = Case(said, self._beside(cleaned), hits([Piece(cleaned, result, decide(result))]), proposed=proposed)
        answer = judged(case, self.checker, self.corpus, today)
        return Trace(question, cleaned, None, result, None, None, (), answer, case)

    def _chatted(self, question: str, cleaned: str) -> Trace | None:
        """The reply to a message that asks nothing; nothing is searched for."""
        draft = small_talk(cleaned) or out_of_place(cleaned)
        if draft is None:
            return None
        return self._drafted(question, cleaned, None, Decision("out_of_scope", (), reason="small talk"), draft)

    def _foreign(self, question: str, cleaned: str) -> Trace | None:
        """What is said to a message in another language, with the clauses that its words lead to."""
        language = foreign_language(cleaned)
        # Two slips of the keyboard in four words look like another language.
        if language is None or foreign_language(self._speller.correct(cleaned)) is None:
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
        return self._drafted(question, cleaned, led_by(clauses, self.index.search(cleaned)), decision, draft)

    def _drafted(
        self,
        question: str,
        cleaned: str,
        result: SearchResult | None,
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
            hits=hits([Piece(cleaned, result, decision)]) if result else (),
            rewritten=rewritten,
        )
        return Trace(question, cleaned, rewritten, result, decision, draft, (), answer)

    def _beside(self, message: str) -> tuple[Beside, ...]:
        """What is said to the questions that stand beside a case: the answers, and which of them the Rules leave open."""
        from assistant.going_on import asks_for_the_verdict
        from assistant.reader.routing import other_questions

        found: list[Beside] = []
        open_ones: list[Piece] = []
        asked = [question for part in parts(message) for question in other_questions(part)]
        questions = [question for question in asked if not asks_for_the_verdict(question)]
        for question in questions[:_MOST_BESIDE]:
            piece = self._pieces.one(question, self.index.search(question))
            draft = piece.draft(self.corpus)
            if piece.decision.kind == "answer" and says_enough(piece.result) and not faults(draft, self.corpus):
                text = f"**You also asked:** {repeated(question)}\n\n{body(draft, self.corpus)}"
                found.append(Beside(text, draft.citations))
            elif surely_open(piece):
                open_ones.append(piece)
        if open_ones:
            found.append(Beside(left_open(open_ones, self.corpus), ()))
        return tuple(found)

    def _answered(self, question: str, cleaned: str, read: Understood, helping: Helping | None) -> Trace:
        asked, result = read.asked, read.result
        rewritten = asked if asked != cleaned else None
        if read.doubtful:
            decision = Decision("clarify", tuple(row.id for row in result.clauses[:2]), reason="a doubtful follow-up")
            draft = ask_back(cleaned, read.subject, decision.clauses, self.corpus)
            return self._drafted(question, cleaned, result, decision, draft, rewritten)
        # How a follow-up leans, to yes or to no, is in its own words; those of its context would lend theirs.
        alone = Piece(read.typed, result, decide(result))
        apart = self._pieces.of(asked, result, helping) if read.stands else Apart((alone,))
        pieces = apart.answered
        decision = pieces[0].decision if len(pieces) == 1 else together(pieces)
        draft = join([self._draft(piece, helping) for piece in pieces])
        if read.again and decision.kind != "out_of_scope":
            draft = said_again(read.again, draft, self.corpus, is_answered=decision.kind == "answer")
        draft = replace(draft, sentences=(*misnamed(cleaned, self.corpus), *draft.sentences))
        wrong = faults(draft, self.corpus)
        if wrong:
            # The quoted clauses alone can always be shown: they are cut from the text.
            decision = replace(decision, faq=None, reason=f"{decision.reason}; words dropped: {wrong[0]}")
            draft = replace(compose(read.typed, decision, result, self.corpus), sentences=(), polarity=None)
        elif helping and helping.note:
            draft = _closed(draft, draft.closing, helping.said)
        if apart.left_open:
            draft = _closed(draft, left_open(apart.left_open, self.corpus), draft.closing)
        answer = Answer(
            kind=decision.kind,
            # “Why?” is answered with what it asks about, and takes no yes or no itself.
            polarity=None if read.again else draft.polarity,
            text=render(draft, self.corpus),
            rules_version=self.corpus.rules.version,
            corpus_hash=self.corpus.hash,
            citations=draft.citations,
            hits=hits(pieces),
            rewritten=rewritten,
        )
        return Trace(question, cleaned, rewritten, result, decision, draft, tuple(wrong), answer)

    def _draft(self, piece: Piece, helping: Helping | None) -> Draft:
        """The reviewed words for one question, worded by a chat model where there is one."""
        draft = piece.draft(self.corpus)
        if helping is None or piece.decision.kind != "answer" or faults(draft, self.corpus):
            return draft
        return helping.write(piece.asked, draft, piece.decision, self.corpus)

    def _stopped(self, question: str, kind: AnswerKind, reason: str) -> Trace:
        answer = Answer(kind, None, reason, self.corpus.rules.version, self.corpus.hash)
        return Trace(question, None, None, None, None, None, (), answer)


def _closed(draft: Draft, *closings: str) -> Draft:
    return replace(draft, closing="\n\n".join(filter(None, closings)))


def _cleaned(turns: Sequence[str]) -> list[str]:
    return [text for turn in turns if isinstance(text := clean(turn, later=True), str)]


def _proposed(message: str, read: Facts, helping: Helping | None) -> str:
    """What a chat model proposes to a case, to be confirmed, as Markdown; no verdict rests on it."""
    if helping is None:
        return ""
    from assistant.chat_model import to_confirm

    return to_confirm(helping.propose(message, read))
