"""What a chat model makes of the asking: a follow-up that stands alone, the parts of a message.

Neither gives an answer. Both only choose what is searched for, out of the words that were
typed, and both are taken only where code finds nothing added and nothing lost.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.chat_model.asking import Request
from assistant.chat_model.prompts import block, prompt
from assistant.chat_model.replies import Parts, Rewriting
from assistant.stance import stance
from assistant.turns.leaning import points_back
from index import words

__all__ = ["may_be_several", "parts_hold", "rewrite_request", "rewriting_holds", "split_request"]

_LONGEST = 400
"""Characters of a question that a model writes."""
_PLAIN = re.compile(r"[\w ,.;:()?’'/%$&–-]+")
_MOST_PARTS = 4
_FEWEST_WORDS = 3
_COVERED = 0.8
"""So much of a message's meaningful words must stand in its parts."""
_ASKING = re.compile(
    r"\?|\b(?:and|also|plus) (?:also )?(?:who|what|which|when|where|how|is|are|do|does|can|may|must|will)\b"
)
_SEVERAL = 2


def rewrite_request(turn: str, before: Sequence[str]) -> Request:
    """What the model is asked about a follow-up: the turn and those before it."""
    return prompt("rewrite").asks(f"{block('before', chr(10).join(before))}\n{block('now', turn)}", Rewriting)


def rewriting_holds(rewriting: str, turn: str, before: Sequence[str]) -> bool:
    """Whether it has every meaningful word of the turn, none that was not typed, and leans as what was typed does.

    A pronoun that the turn before would have to fill is no rewording.
    """
    if not _usable(rewriting) or points_back(rewriting):
        return False
    own, said = set(words(rewriting)), set(words(turn))
    if not said <= own <= said | {word for text in before for word in words(text)}:
        return False
    written, typed, earlier = stance(rewriting), stance(turn), [stance(text) for text in before]
    modals = typed.modals.union(*(one.modals for one in earlier))
    most = typed.negations + max((one.negations for one in earlier), default=0)
    return (
        typed.modals <= written.modals <= modals
        and typed.negations <= written.negations <= most
        and (written.restricted or not typed.restricted)
    )


def may_be_several(message: str) -> bool:
    """Whether a message looks as if it asks more than one thing."""
    return len(_ASKING.findall(message.lower())) >= _SEVERAL


def split_request(message: str) -> Request:
    """What the model is asked about a message of several questions: the message."""
    return prompt("split").asks(block("message", message), Parts)


def parts_hold(questions: Sequence[str], message: str) -> bool:
    """Whether the parts have nearly every meaningful word of the message, none that is not in it, and its negations."""
    if not _SEVERAL <= len(questions) <= _MOST_PARTS or not all(map(_usable, questions)):
        return False
    if any(len(question.split()) < _FEWEST_WORDS for question in questions):
        return False
    typed, own = set(words(message)), {word for question in questions for word in words(question)}
    negations = sum(stance(question).negations for question in questions)
    return own <= typed and len(own) >= _COVERED * len(typed) and negations == stance(message).negations


def _usable(question: str) -> bool:
    return 0 < len(question) <= _LONGEST and bool(_PLAIN.fullmatch(question))
