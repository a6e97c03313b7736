"""“Why?”, “which clause?”, “are you sure?”: a turn that asks for nothing but more about the answer before it."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Literal

from assistant.compose import Draft
from corpus import Corpus

__all__ = ["Again", "asks_again", "said_again"]

Again = Literal["reason", "place", "certainty"]
"""What a turn wants to know of the answer before it: why it is so, where it stands, or whether it is so."""

_POLITE = r"(?:(?:and|but|ok(?:ay)?|hm+|sorry|so|please|huh|wait|no)\b[,.!…]* )*"
_THAT = r"(?: (?:that|this|it|so|please|exactly|for me))*"
_CLAUSE = r"(?:exact )?(?:clause|section|rule|paragraph|point|line|part|place|passage|article|sentence)"
_REASON = r"why(?: (?:not|so|though|is that(?: so)?|that|exactly))?|how (?:come|so)"
_CERTAINTY = (
    r"(?:are you|r u|you|u) (?:really )?sure(?: about (?:that|this|it))?|really|seriously|for real|is that (?:so|true|right|certain)"
    r"|so (?:it['’]?s|is it|that['’]?s|that is|it is) a (?:clear )?(?:no|yes)(?: then)?"
)
_PLACE = (
    r"says who|who says(?: so)?|since when is that so"
    rf"|(?:in |on |under )?(?:which|what) {_CLAUSE}(?: (?:is|was|of the rules|says?|said|states?|covers?|does|are you quoting))*(?: (?:saying|say|said))?{_THAT}"
    r"|where(?: (?:does|do|did) (?:it|they|the rules|you) (?:say|state|write|get)|(?: is| was|['’]?s) (?:that|this|it)"
    rf"(?: (?:say|said|written|stand|standing|stated|from))?){_THAT}(?: in the rules)?"
    r"|(?:what(?:['’]s| is) the |the )?(?:source|reference|wording|exact (?:words|wording|text))"
    r"|(?:(?:can|could|would|will) (?:you|u) )?(?:please |pls )?(?:quote|cite|show|give|point)(?: me)?(?: to)?"
    rf" (?:it|that|this|the (?:exact )?(?:{_CLAUSE}|words|wording|text|quote)|(?:that|this) {_CLAUSE})(?:,? (?:please|pls|exactly|word for word))*"
    r"|show me|quote|quote please"
)
_ASKS: dict[Again, re.Pattern[str]] = {
    "reason": re.compile(rf"^{_POLITE}(?:{_REASON})\W*$", re.IGNORECASE),
    "place": re.compile(rf"^{_POLITE}(?:{_PLACE})\W*$", re.IGNORECASE),
    "certainty": re.compile(rf"^{_POLITE}(?:{_CERTAINTY})\W*$", re.IGNORECASE),
}
_MOSTLY_NO_REASONS = "The Rules say what holds and seldom why. This is what they say:"
_RESTS_ON = "So the Rules say, in the words quoted below. Whether a proposal is accepted, the programme alone decides."
_NONE_FOUND = "I looked through every clause, and none settles this."


def asks_again(question: str) -> Again | None:
    """What ``question`` wants to know of the answer before it; ``None`` where it asks more than that."""
    return next((again for again, words in _ASKS.items() if words.match(question)), None)


def said_again(again: Again, draft: Draft, corpus: Corpus, *, is_answered: bool) -> Draft:
    """What was said before, once more, led by what is asked of it; the place of an answer needs no plain words beside it."""
    if not is_answered:
        return replace(draft, sentences=(_NONE_FOUND, *draft.sentences))
    if again == "place":
        labels = " and ".join(dict.fromkeys(corpus.clause(citation.id).label for citation in draft.citations))
        return replace(draft, sentences=(f"It rests on {labels}:",)) if labels else draft
    return replace(draft, sentences=(_MOSTLY_NO_REASONS if again == "reason" else _RESTS_ON, *draft.sentences))
