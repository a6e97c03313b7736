"""Whether a turn can be read without the one before it, by its words alone."""

from __future__ import annotations

import re

__all__ = ["asks_again", "leans", "points_back"]

_OPENERS = re.compile(
    r"^(?:and|but|or|so|then|what about|how about|what if|also|same for|for \w+ too|even if|ok(?:ay)?,? (?:and|but|so))\b",
    re.IGNORECASE,
)
_POLITE = r"(?:(?:and|but|ok(?:ay)?|hm+|sorry|so|please|huh|wait|no)\b[,.!…]* )*"
_THAT = r"(?: (?:that|this|it|so|please|exactly|for me))*"
_CLAUSE = r"(?:exact )?(?:clause|section|rule|paragraph|point|line|part|place|passage|article|sentence)"
_AGAIN = re.compile(
    rf"^{_POLITE}(?:"
    r"why(?: (?:not|so|though|is that(?: so)?|that|exactly))?"
    r"|how (?:come|so)|says who|who says(?: so)?|since when is that so"
    r"|(?:are you|r u|you|u) (?:really )?sure(?: about (?:that|this|it))?|really|seriously|for real|is that (?:so|true|right|certain)"
    r"|so (?:it['’]?s|is it|that['’]?s|that is|it is) a (?:clear )?(?:no|yes)(?: then)?"
    rf"|(?:in |on |under )?(?:which|what) {_CLAUSE}(?: (?:is|was|of the rules|says?|said|states?|covers?|does|are you quoting))*(?: (?:saying|say|said))?{_THAT}"
    r"|where(?: (?:does|do|did) (?:it|they|the rules|you) (?:say|state|write|get)|(?: is| was|['’]?s) (?:that|this|it)"
    rf"(?: (?:say|said|written|stand|standing|stated|from))?){_THAT}(?: in the rules)?"
    r"|(?:what(?:['’]s| is) the |the )?(?:source|reference|wording|exact (?:words|wording|text))"
    r"|(?:(?:can|could|would|will) (?:you|u) )?(?:please |pls )?(?:quote|cite|show|give|point)(?: me)?(?: to)?"
    rf" (?:it|that|this|the (?:exact )?(?:{_CLAUSE}|words|wording|text|quote)|(?:that|this) {_CLAUSE})(?:,? (?:please|pls|exactly|word for word))*"
    r"|show me|quote|quote please"
    r")\W*$",
    re.IGNORECASE,
)
_POINTERS = re.compile(
    r"\b(?:it|that|this|they|them|those|these|he|she|him|her|his|their|there|then|the same|the other|the two|either|"
    r"neither|both|such)\b",
    re.IGNORECASE,
)
_LONG = 14
_SHORT = 4


def leans(question: str) -> bool:
    """Whether ``question`` cannot be read without the one before it."""
    return bool(_OPENERS.match(question)) or len(question.split()) <= _SHORT or points_back(question)


def points_back(question: str) -> bool:
    """Whether a short question holds a word, such as “it” or “they”, that another turn must fill."""
    return len(question.split()) <= _LONG and bool(_POINTERS.search(question))


def asks_again(question: str) -> bool:
    """Whether ``question`` is no more than “why?”, “which clause?” or “quote it”: about the turn before."""
    return bool(_AGAIN.match(question))
