"""A message that asks several things → its parts, each to be answered."""

from __future__ import annotations

import re

from assistant.turns import leans

__all__ = ["bare_question", "parts"]

MAX_PARTS = 4
_FEWEST_WORDS = 4

_ASKS = r"(?:who|whom|whose|what|which|when|where|how|why|is|are|am|do|does|did|can|could|may|must|should|will|would|has|have)"
_OPENS = re.compile(rf"(?:(?:so|hi|hello|please|and|also)\b[, ]*)*{_ASKS}\b", re.IGNORECASE)
_JOINT = re.compile(rf",?\s+(?:and|also|plus|but)\s+(?:also\s+)?(?={_ASKS}\b)", re.IGNORECASE)
_SENTENCE = re.compile(r"[^.?!]*(?:[.!](?=\S)[^.?!]*)*[.?!]*\s*")


def parts(message: str) -> tuple[str, ...]:
    """The questions in ``message``, in order; the message itself where it asks one thing.

    A statement stands with the question after it, which it leads up to. A sentence that
    points back at another is not cut off from it; the two halves of one sentence are.
    """
    found: list[str] = []
    lead = ""
    for sentence in _SENTENCE.findall(message):
        if not sentence.rstrip().endswith("?") and not _OPENS.match(sentence):
            lead += sentence
            continue
        if found and leans(sentence):
            return (message,)
        first, *more = _halves(sentence.strip())
        found += [(lead + first).strip(), *more]
        lead = ""
    if not 2 <= len(found) <= MAX_PARTS or any(len(part.split()) < _FEWEST_WORDS for part in found):
        return (message,)
    found[-1] = f"{found[-1]} {lead}".strip()
    return tuple(found)


def bare_question(message: str) -> str | None:
    """The one question of a message without the statements around it; ``None`` where there is no such thing.

    What leads up to a question can drown it: an attack, a complaint, a greeting.
    """
    sentences: list[str] = [sentence.strip() for sentence in _SENTENCE.findall(message) if sentence.strip()]
    questions = [sentence for sentence in sentences if sentence.endswith("?")]
    if len(sentences) == 1 or len(questions) != 1 or leans(questions[0]):
        return None
    return questions[0].rpartition(": ")[2]


def _halves(question: str) -> list[str]:
    """“Who pays, and may I keep it?” → both; a joint inside a phrase cuts nothing."""
    if not _OPENS.match(question):
        return [question]
    return [half if half.endswith("?") else f"{half}?" for half in _JOINT.split(question)]
