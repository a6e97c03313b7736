"""Whether two wordings of a question take the same short answer.

Sentence vectors barely see negation, so a borrowed yes or no is checked against the words
that turn a question round: negations, restrictions, permissions and duties. Where the two
wordings differ in any of these, no short answer is borrowed: a missing yes or no is cheap,
a wrong one is not.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

__all__ = ["Stance", "same_stance", "stance"]

SAME_WORDS = 0.97
"""From this cosine the wordings are the same but for spelling."""
_NEAR_WORDS = 0.70

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
        r"\b(?:forbid\w*|forbidden|prohibit\w*|ban|bans|banned|barred|exclude[sd]?|disqualif\w+|illegal|ineligible|"
        r"rule[sd]? (?:me|us|him|her|them|it|\w+) out|out of the question)\b",
        re.IGNORECASE,
    ),
}


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


def same_stance(question: str, known: str, similarity: float) -> bool:
    """Whether the short answer to ``known`` holds for ``question`` too; ``similarity`` is their cosine."""
    if similarity >= SAME_WORDS and stance(question).negations == stance(known).negations:
        return True
    return similarity >= _NEAR_WORDS and stance(question) == stance(known)
