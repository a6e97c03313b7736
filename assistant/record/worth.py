"""Whether an answer is worth a look by staff, and what of it is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.decide import OPEN_LIKE
from assistant.record.values import MAX_ANSWER, MAX_WORDS, Asked, Reason, tidy
from corpus.lint import normal

if TYPE_CHECKING:
    from assistant.answer import Answer
    from assistant.pipeline import Trace

__all__ = ["LOW", "asked_of", "confidence", "worth_keeping"]

LOW = 0.7
"""Below it an answer is kept; of the answers to the dev questions one in twelve is."""
_FAQ_SAME = 0.80
_UNANSWERED = frozenset({"not_in_rules", "out_of_scope", "refused"})


def confidence(trace: Trace) -> float:
    """How sure it is that the Rules answer, and with which clause, whichever is less; 0 to 1, two digits.

    A question that an FAQ entry asks in almost the same words is as sure as it is like it.
    """
    if trace.result is None:
        return 0.0
    best = trace.result.clauses[0].head if trace.result.clauses else 0.0
    sure = min(trace.result.answerable, best)
    faq = trace.decision.faq if trace.decision else None
    if faq and faq.similarity >= _FAQ_SAME:
        sure = max(sure, min(faq.similarity, 1.0))
    return round(sure, 2)


def worth_keeping(trace: Trace) -> Asked | None:
    """What is kept of the answer where it was none or is doubtful, else ``None``.

    A stated case is never kept: it tells of a person. Neither is what could not be read, and
    what stands among the examples already.
    """
    reason = _reason(trace)
    return None if reason is None else asked_of(trace.answer, _words(trace), reason, confidence(trace))


def asked_of(answer: Answer, question: str, reason: Reason, sure: float) -> Asked:
    """What is kept of ``answer`` to ``question``."""
    return Asked(
        question=tidy(question, MAX_WORDS),
        reason=reason,
        kind=answer.kind,
        confidence=sure,
        answer=tidy(answer.text, MAX_ANSWER),
        cited=tuple(dict.fromkeys(citation.id for citation in answer.citations)),
        rules_version=answer.rules_version,
        corpus_hash=answer.corpus_hash,
    )


def _reason(trace: Trace) -> Reason | None:
    if trace.result is None or _is_example(trace):
        return None
    if trace.answer.kind in _UNANSWERED:
        # An FAQ entry says that the Rules do not answer it, and what does.
        faq = trace.decision.faq if trace.decision else None
        return None if faq and faq.similarity >= OPEN_LIKE else "unanswered"
    if trace.answer.kind == "answer" and confidence(trace) < LOW:
        return "low_confidence"
    return None


def _is_example(trace: Trace) -> bool:
    nearest = trace.result.examples[:1] if trace.result else ()
    return any(normal(near.record.text) == normal(_words(trace)) for near in nearest)


def _words(trace: Trace) -> str:
    return trace.rewritten or trace.cleaned or trace.question
