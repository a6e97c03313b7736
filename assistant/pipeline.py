"""The way of a question: clean, stand alone, search, decide, compose, verify."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Self

from assistant.answer import Answer, AnswerKind, Hit
from assistant.clean import Unusable, clean
from assistant.compose import Draft, compose
from assistant.decide import Decision, decide
from assistant.followup import stand_alone
from assistant.render import render
from assistant.settings import Settings
from assistant.verify import faults
from corpus import Corpus, load_corpus
from index import Index, IndexPlace, Progress, SearchResult, open_index

__all__ = ["Assistant", "Trace"]

_HITS = 10


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


class Assistant:
    """Answers questions from one corpus and its index; holds no state of any conversation."""

    def __init__(self, corpus: Corpus, index: Index) -> None:
        self.corpus = corpus
        self.index = index

    @classmethod
    def open(cls, settings: Settings, progress: Progress | None = None) -> Self:
        """Load the corpus and open its index, building it first where there is none.

        Raises ``CorpusError``, ``SearchIndexError`` or ``ModelError``.
        """
        corpus = load_corpus(settings.corpus_dir, settings.rules_version)
        place = IndexPlace(settings.data_dir, settings.embedding_model, settings.chroma_url)
        index = open_index(place, corpus, progress) if progress else open_index(place, corpus)
        return cls(corpus, index)

    def ask(self, question: str, turns: Sequence[str] = ()) -> Answer:
        """Answer ``question``; ``turns`` are what the same person asked before it, oldest first."""
        return self.trace(question, turns).answer

    def trace(self, question: str, turns: Sequence[str] = ()) -> Trace:
        """Answer ``question`` and keep what each stage made of it."""
        began = time.perf_counter()
        cleaned = clean(question)
        if isinstance(cleaned, Unusable):
            trace = self._stopped(question, "invalid", cleaned.reason)
        else:
            before = [text for turn in turns if isinstance(text := clean(turn), str)]
            trace = self._answered(question, cleaned, stand_alone(cleaned, before))
        timed = trace.answer.timed((time.perf_counter() - began) * 1000)
        return replace(trace, answer=timed)

    def _answered(self, question: str, cleaned: str, rewritten: str | None) -> Trace:
        asked = rewritten or cleaned
        result = self.index.search(asked)
        decision = decide(result)
        draft = compose(asked, decision, result, self.corpus)
        wrong = faults(draft, self.corpus)
        if wrong:
            # The quoted clauses alone can always be shown: they are cut from the text.
            decision = replace(decision, faq=None, reason=f"{decision.reason}; words dropped: {wrong[0]}")
            draft = replace(compose(asked, decision, result, self.corpus), sentences=(), polarity=None)
        answer = Answer(
            kind=decision.kind,
            polarity=draft.polarity,
            text=render(draft, self.corpus),
            rules_version=self.corpus.rules.version,
            corpus_hash=self.corpus.hash,
            citations=draft.citations,
            hits=tuple(Hit(row.id, row.score) for row in result.clauses[:_HITS]),
            rewritten=rewritten,
        )
        return Trace(question, cleaned, rewritten, result, decision, draft, tuple(wrong), answer)

    def _stopped(self, question: str, kind: AnswerKind, reason: str) -> Trace:
        answer = Answer(kind, None, reason, self.corpus.rules.version, self.corpus.hash)
        return Trace(question, None, None, None, None, None, (), answer)
