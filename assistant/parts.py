"""A message that asks several things → its parts, each to be answered."""

from __future__ import annotations

import re
from itertools import islice

from assistant.turns import leans

__all__ = ["asked_words", "bare_question", "parts"]

MAX_PARTS = 4
_MOST_JOINTS = 12
"""So many are tried in a sentence; one of more is made to be slow."""
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
_SUBJECT = r"(?:i|we|you|u|they|he|she|it|one|there|this|that|these|the|an?|any|my|our|your|amazon|aws)"
_INDIRECTLY = (
    r"\b(?:tell (?:me|us)|(?:like|want|need|love|let (?:me|us)|do you) (?:to )?know|clarify|confirm|asks?|asking|wonder\w*|curious|"
    r"not sure|explain|hear)\b[^.?!]{0,80}\b(?:if|whether|who|what|which|when|where|how)\b"
)
_WITHIN = (
    # Behind a comma “who” and “which” begin no question, and a verb does only before its subject.
    rf"(?:[:;–—-]|,) *(?:so |then |and |but |also )?(?:(?:what|how|why) \w+|(?:{_AUXILIARIES}) {_SUBJECT}\b)",
    rf"[:;–—-] *{_ASKS} \w+",
    rf"[:;,] *\(?[a-d1-4]\) *{_ASKS} \w+",
    _INDIRECTLY,
    r"\b(?:ok|okay|allowed|fine|possible) or not\W*$",
)
_ASKS_WITHIN = re.compile("|".join(_WITHIN), re.IGNORECASE)
_THIS = r"(?:this|that|it)"
_SO = r"(?:right|correct|true|so|ok|okay|fine|allowed|possible|legal|a problem|permitted)"
_HELPS = r"(?:help|advise|assist|explain|clarify|confirm|answer|reply|guide)"
_YOU = r"(?:(?:can|could|would|will) (?:you|u|someone|anyone)|(?:i (?:was|am) wondering (?:if|whether) )?you could)"
_NOTHING = (
    rf"{_YOU}(?: please| kindly)? {_HELPS}(?: me| us)?(?: out)?(?: (?:with|on) {_THIS})?(?: (?:by|before) \w+)?(?: please)?",
    r"how are you(?: today| doing)*",
    r"do you (?:have (?:a (?:minute|moment|second)|time)|speak \w+)",
    r"are you (?:an? )?(?:bot|robot|human|real|ai|there|person|machine)",
    rf"(?:is|was) (?:{_THIS}|my understanding)(?: really| also| all)? {_SO}(?: or not| then| please)?",
    rf"am i (?:right|correct|wrong|mistaken)|(?:do|does) {_THIS} make sense|yes or no|any (?:ideas?|advice|help|thoughts)",
    rf"is (?:{_THIS}|here) the right (?:place|address|channel|person|team)(?: to ask)?",
    r"i(?: am|['’]?m) not sure (?:who|whom|what|where|how) to (?:ask|do|go|start)",
)
_ASKS_NOTHING = re.compile(rf"\W*{_GREETS}\W*(?:{'|'.join(_NOTHING)})\W*", re.IGNORECASE)
"""Tags, calls for help and pleasantries."""
_JOINT = re.compile(
    rf"[,;]?\s+(?:and|also|plus|but|n|&)\s+(?:(?:also|then|second|secondly)\b,?\s+)?"
    rf"(?={_ASKS}\b|whether\b|if (?!so|not|yes|no\b)[^,?]{{0,120}},? {_ASKS}\b)|"
    rf";\s+(?={_ASKS}\b)|[,;:]?\s+\(?[a-d1-4]\)\s*(?={_ASKS}\b)",
    re.IGNORECASE,
)
_ADDS = re.compile(r"^(?:\W+|(?:and|also|plus|but|n)\b|question \d\b|\d\))+", re.IGNORECASE)
_SENTENCE = re.compile(r"[^.?!]*(?:[.!](?=\S)[^.?!]*)*[.?!]*\s*")


def parts(message: str) -> tuple[str, ...]:
    """The questions in ``message``, in order; the message itself where it asks one thing.

    A statement stands with the question after it, which it leads up to, or with the last one; so does a tag or a call for
    help, which asks nothing. A part may lean on the one before it.
    """
    found: list[str] = []
    lead = ""
    for sentence in _SENTENCE.findall(message):
        if not _is_asked(sentence) or _ASKS_NOTHING.fullmatch(sentence):
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
    """The question of a part, without what leads up to it and what follows it; the whole part where that is a word or three."""
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
    joints = islice(_JOINT.finditer(question), _MOST_JOINTS)
    cuts = [joint for joint in joints if len(question[joint.end() :].split()) >= _FEWEST_WORDS]
    halves: list[str] = []
    start = 0
    for joint in cuts:
        half = question[start : joint.start()]
        if len(half.split()) >= _FEWEST_WORDS and (_OPENS.match(half) or _ASKS_WITHIN.search(half)):
            halves.append(half)
            start = joint.end()
    halves.append(question[start:])
    return [half if half.endswith("?") else f"{half}?" for half in halves] if len(halves) > 1 else [question]
