"""A message that asks several things → its parts, each to be answered."""

from __future__ import annotations

import re

from assistant.turns import leans

__all__ = ["asked_words", "bare_question", "parts"]

MAX_PARTS = 4
_FEWEST_WORDS = 3
"""Fewer do not make a question of their own."""

_AUXILIARIES = "is|are|am|do|does|did|can|could|may|must|should|will|would|has|have"
_ASKS = (
    r"(?:(?:(?:from|to|in|at|on|by|for|with|until|under|of|about) )?(?:who|whom|whose|what|which|when|where|how|why)"
    rf"|{_AUXILIARIES})"
)
_GREETS = (
    r"(?:(?:(?:so|hi|hello|dear \w+|good (?:morning|day|evening|afternoon)|please|and|also|plus|but|n)\b|&)[,.! ]*)*"
)
_OPENS = re.compile(rf"{_GREETS}{_ASKS}\b", re.IGNORECASE)
_ASKS_WITHIN = re.compile(
    # Behind a comma “who” and “which” begin no question.
    rf"(?:[:;–—-]|,) *(?:so |then |and |but |also )?(?:what|how|why|{_AUXILIARIES}) \w+|[:;,] *\(?[a-d1-4]\) *{_ASKS} \w+|[:;–—-] *{_ASKS} \w+|"
    r"\b(?:tell (?:me|us)|(?:like|want|need|love|let (?:me|us)|do you) (?:to )?know|clarify|confirm|asks?|asking|wonder\w*|"
    r"curious|not sure|explain|hear)\b[^.?!]*"
    r"\b(?:if|whether|who|what|which|when|where|how)\b|\b(?:ok|okay|allowed|fine|possible)(?: or not)?\W*$",
    re.IGNORECASE,
)
_JOINT = re.compile(
    rf"[,;]?\s+(?:and|also|plus|but|n|&)\s+(?:(?:also|then|second|secondly)\b,?\s+)?"
    rf"(?={_ASKS}\b|whether\b|if (?!so|not|yes|no\b)[^,?]*,? {_ASKS}\b)|"
    rf";\s+(?={_ASKS}\b)|[,;:]?\s+\(?[a-d1-4]\)\s*(?={_ASKS}\b)",
    re.IGNORECASE,
)
_ADDS = re.compile(r"^\W*(?:(?:and|also|plus|but|n)\b[, ]*)+", re.IGNORECASE)
_SENTENCE = re.compile(r"[^.?!]*(?:[.!](?=\S)[^.?!]*)*[.?!]*\s*")


def parts(message: str) -> tuple[str, ...]:
    """The questions in ``message``, in order; the message itself where it asks one thing.

    A statement stands with the question after it, which it leads up to. A part may lean on the one before it.
    """
    found: list[str] = []
    lead = ""
    for sentence in _SENTENCE.findall(message):
        if not _is_asked(sentence):
            lead += sentence
            continue
        first, *more = _halves(sentence.strip())
        found += [(lead + first).strip(), *more]
        lead = ""
    if not 2 <= len(found) <= MAX_PARTS:
        return (message,)
    found[-1] = f"{found[-1]} {lead}".strip()
    return tuple(found)


def asked_words(part: str) -> str:
    """The question of a part, without what leads up to it and what follows it."""
    asked = next((one for one in _SENTENCE.findall(part) if _is_asked(one)), part)
    if len(asked.split()) <= _FEWEST_WORDS:
        asked = part
    return f"{_ADDS.sub('', asked).strip(' .,;:!?')}?"


def bare_question(message: str) -> str | None:
    """The one question of a message without the statements around it; ``None`` where there is no such thing.

    What leads up to a question can drown it: an attack, a complaint, a greeting.
    """
    sentences: list[str] = [sentence.strip() for sentence in _SENTENCE.findall(message) if sentence.strip()]
    questions = [sentence for sentence in sentences if sentence.endswith("?")]
    if len(sentences) == 1 or len(questions) != 1 or leans(questions[0]):
        return None
    return questions[0].rpartition(": ")[2]


def _is_asked(sentence: str) -> bool:
    return sentence.rstrip().endswith("?") or bool(_OPENS.match(sentence) or _ASKS_WITHIN.search(sentence))


def _halves(question: str) -> list[str]:
    """“Who pays, and may I keep it?” → both; a joint inside a phrase cuts nothing, nor does one after a statement."""
    cuts = [joint for joint in _JOINT.finditer(question) if len(question[joint.end() :].split()) >= _FEWEST_WORDS]
    halves: list[str] = []
    start = 0
    for joint in cuts:
        half = question[start : joint.start()]
        if len(half.split()) >= _FEWEST_WORDS and (_OPENS.match(half) or _ASKS_WITHIN.search(half)):
            halves.append(half)
            start = joint.end()
    halves.append(question[start:])
    return [half if half.endswith("?") else f"{half}?" for half in halves] if len(halves) > 1 else [question]
