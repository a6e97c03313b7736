"""An assistant for tests: answers from a queue, and keeps what it was asked."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from assistant import Answer, Citation, Hit, Trace
from assistant.answer import AnswerKind
from corpus import Corpus, Polarity, load_corpus

__all__ = ["FakeAssistant", "Reply", "fake_opener", "reply_with"]

Reply = Callable[[Corpus], Answer] | Exception
"""What makes an answer from the corpus, or an exception to raise."""


@dataclass
class FakeAssistant:
    """Gives the queued replies in turn, then ``usual`` for ever."""

    corpus: Corpus
    queue: deque[Reply] = field(default_factory=deque)
    history: list[tuple[str, tuple[str, ...]]] = field(default_factory=list)
    """Each question with the turns before it."""
    usual: Reply | None = None

    def queue_up(self, replies: Iterable[Reply]) -> None:
        """Add to what will be answered."""
        self.queue.extend(replies)

    def trace(self, question: str, turns: Sequence[str] = ()) -> Trace:
        """Give the next reply; raises it where it is an exception."""
        self.history.append((question, tuple(turns)))
        reply = self.queue.popleft() if self.queue else self.usual or reply_with()
        if isinstance(reply, Exception):
            raise reply
        answer = reply(self.corpus)
        return Trace(question, question, None, None, None, None, (), answer)


def reply_with(
    kind: AnswerKind = "not_in_rules",
    cites: Sequence[str] = (),
    hits: Sequence[str] | None = None,
    polarity: Polarity | None = None,
    text: str = "",
    ms: float = 5.0,
) -> Reply:
    """A reply that quotes the clauses ``cites`` whole and ranks ``hits``, else ``cites``."""

    def answer(corpus: Corpus) -> Answer:
        citations = tuple(Citation.cite(corpus.clause(clause), corpus.rules.version) for clause in cites)
        ranked = tuple(Hit(clause, 1.0 - at / 10) for at, clause in enumerate(cites if hits is None else hits))
        said = text or " ".join(citation.quote for citation in citations)
        return Answer(kind, polarity, said, corpus.rules.version, corpus.hash, citations, ranked, ms=ms)

    return answer


def fake_opener(threads: int) -> FakeAssistant:
    """Opens a fake over the real corpus that always abstains; any process can call it."""
    del threads
    return FakeAssistant(load_corpus())
