"""Whether two wordings of a question take the same short answer.

Sentence vectors barely see negation, so a borrowed yes or no is checked against the words
that turn a question round: negations, restrictions, permissions and duties. Where the two
wordings differ in any of these, no short answer is borrowed: a missing yes or no is cheap,
a wrong one is not.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from corpus import Polarity
from index import Near, words

__all__ = ["Stance", "agreed_polarity", "borne_out", "likely_polarity", "same_stance", "stance", "takes_yes_or_no"]

_NEAR_WORDS = 0.75
"""From this cosine a wording may lend its short answer."""
_LIKE = 0.6
"""From this cosine a wording may bear a short answer out."""
_SHARED = 0.25
"""So much of the words that carry meaning must be shared."""
_SURE = 0.88
"""From this likelihood on a short answer is given; docs/experiments.md has the figures."""
_ANSWERABLE = 0.7
"""And only where the Rules answer the question with this likelihood or more."""

POLARITIES: dict[str, Polarity] = {"yes": "yes", "no": "no", "depends": "depends"}

_NEGATION = re.compile(
    r"\b(?:not|no|never|none|nothing|nobody|neither|nor|without|cannot|unable|refuse\w*|deny|denied|"
    r"\w+n['’]t|dont|doesnt|isnt|cant|wont|arent|didnt|hasnt|havent|shouldnt|wouldnt|needn['’]?t|mustn['’]?t)\b",
    re.IGNORECASE,
)
_RESTRICTION = re.compile(r"\b(?:only|just|solely|even|still|unless|except|anyway|other than)\b", re.IGNORECASE)
_MODALS = {
    "may": re.compile(
        r"\b(?:may|can|could|allowed|permitted|possible|ok|okay|fine|free to|able to|eligible)\b", re.IGNORECASE
    ),
    "must": re.compile(
        r"\b(?:must|need|needs|needed|have to|has to|required?|requires|oblig\w+|necessary)\b", re.IGNORECASE
    ),
    "barred": re.compile(
        r"\b(?:forbid\w*|forbidden|prohibit\w*|ban|bans|banned|bar|bars|barred|block(?:s|ed)?|exclude[sd]?|disqualif\w+|illegal|"
        r"ineligible|(?:rule|shut|lock|knock)(?:s|ed)? (?:me|us|him|her|them|it|\w+) out|out of the question|am i out|problem|issue|"
        r"trouble|obstacle|hurts?|harms?|counts? against|in the way|stops? (?:me|us|him|her|them|\w+)|prevents?|deal[- ]?breaker|"
        r"a conflict|against the rules|matters?)\b",
        re.IGNORECASE,
    ),
}
_OPEN_QUESTION = re.compile(
    r"^(?:\W*(?:so|and|but|hi|hello|please|ok(?:ay)?|well)\b\W*)*(?:(?:in|on|at|to|for|from|by|under|with|until|since|of) )?"
    r"(?:what|which|who|whom|whose|when|where|why|how)\b",
    re.IGNORECASE,
)
_ASKS_WHAT = re.compile(r"[,;:]\s*(?:what|which|who|whom|whose|when|where|why|how)\b[^,;:]*\?\s*$", re.IGNORECASE)
_CHOICE = re.compile(r"\bor\b(?! not\b| (?:no|yes)\b)", re.IGNORECASE)
_YES_NO = re.compile(
    r"\b(?:is|are|am|was|were|do|does|did|can|could|may|might|must|shall|should|will|would|has|have|had|need|allowed|ok|"
    r"okay|possible|isn['’]?t|aren['’]?t|don['’]?t|doesn['’]?t|can['’]?t|won['’]?t)\b|,\s*(?:right|correct)\W*$",
    re.IGNORECASE,
)
_DENIES = r"\b(?:not|no|never|nothing|nobody|cannot|cant|dont|doesnt|wont|\w+n['’]t)\b"
_DENIED_TAG = re.compile(
    rf"{_DENIES}.*,\s*(?:is|are|am|was|can|could|do|does|did|will|would|has|have|may|must|should) (?:i|we|you|they|it|he|she|that|there)\W*$"
    rf"|{_DENIES}.*,\s*(?:right|correct)\W*$",
    re.IGNORECASE,
)
_DENIED_GUESS = re.compile(
    rf"^\W*(?:(?:and|but|ok|okay|well) )*(?:so|then|thus|hence|presumably|surely)\b(?:(?!,\s*not\b).)*?{_DENIES}",
    re.IGNORECASE,
)
_ASKS_IF_SAID = re.compile(
    r"\b(?:do|does|did) (?:the |these |your |ara )*(?:program |programme )?(?:rules?|terms|clauses?|text|document)\b (?:\w+ )?"
    r"(?:say|tell|state|mention|explain|specify|define|describe|name|cover|give|set|fix|spell)\b.*?"
    r"\b(?:who|whom|whose|what|when|where|which|how|why|whether|if)\b",
    re.IGNORECASE,
)
"""“Do the Rules say who …?”: where they do, the answer is yes, whatever they say."""


def takes_yes_or_no(question: str) -> bool:
    """Whether a question as worded can be answered with a yes or a no.

    Of what is denied and put up for confirmation (“so I need not …?”, “that can't matter, can it?”) a bare yes or no says
    the one to some people and the other to others: it takes neither.
    """
    last = [part for part in re.split(r"(?<=[.!?])\s+", question.strip()) if part][-1]
    if _OPEN_QUESTION.match(last) or _ASKS_WHAT.search(last) or _CHOICE.search(last):
        return False
    if _DENIED_TAG.search(last) or _DENIED_GUESS.search(last):
        return False
    return bool(_YES_NO.search(last))


@dataclass(frozen=True, slots=True)
class Stance:
    """How a question leans."""

    negations: int
    restricted: bool
    modals: frozenset[str]


def stance(question: str) -> Stance:
    """Read the stance of one question."""
    return Stance(
        negations=len(_NEGATION.findall(question)),
        restricted=bool(_RESTRICTION.search(question)),
        modals=frozenset(name for name, pattern in _MODALS.items() if pattern.search(question)),
    )


def same_stance(question: str, known: str) -> bool:
    """Whether the short answer to ``known`` can hold for ``question`` too: the same lean, much the same words."""
    return stance(question) == stance(known) and _shared(question, known) >= _SHARED


def agreed_polarity(question: str, known: Sequence[Near], clause: str) -> Polarity | None:
    """The short answer on which all near wordings about ``clause`` agree; ``None`` where there is none.

    ``known`` are FAQ wordings and examples, each with its own short answer. One that leans
    the same way and answers otherwise is enough for silence.
    """
    if not takes_yes_or_no(question):
        return None
    lent = {
        near.record.polarity
        for near in known
        if near.similarity >= _NEAR_WORDS and clause in near.record.clauses and same_stance(question, near.record.text)
    }
    return POLARITIES.get(lent.pop()) if len(lent) == 1 else None


def likely_polarity(question: str, shares: Mapping[str, float], answerable: float) -> Polarity | None:
    """The short answer of which the index is sure; ``None`` where it is not, or where the question takes none.

    ``shares`` are the likelihoods of the short answers, the empty one for none; ``answerable``
    is how likely the Rules answer the question at all.
    """
    if not shares or answerable < _ANSWERABLE or not takes_yes_or_no(question):
        return None
    best = max(shares, key=lambda answer: (shares[answer], answer))
    return POLARITIES.get(best) if shares[best] >= _SURE else None


def borne_out(question: str, polarity: Polarity, known: Sequence[Near], clause: str) -> bool:
    """Whether this short answer fits what ``question`` asks for: whether the Rules say a thing, or whether it is an obstacle.

    The Rules answer it, so they say who, what or when. An obstacle must have been one to a near question that asks for one too.

    “Is that a problem?” and “may I?” turn the same rule round, and their sentences lie close together.
    """
    if _ASKS_IF_SAID.search(question):
        return polarity == "yes"
    if "barred" not in stance(question).modals:
        return True
    return any(
        near.record.polarity == polarity
        for near in known
        if near.similarity >= _LIKE and clause in near.record.clauses and "barred" in stance(near.record.text).modals
    )


def _shared(one: str, other: str) -> float:
    """The share of meaningful words that two texts have in common (Jaccard 1912)."""
    first, second = set(words(one)), set(words(other))
    return len(first & second) / (len(first | second) or 1)
