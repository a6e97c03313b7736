"""An obstacle that was told goes only where a later message takes it back."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from assistant.eligibility import Facts, read_tables
from assistant.eligibility.answers import is_known
from assistant.going_on.doubt import unknown
from assistant.reader import Conversation
from assistant.reader.standing import FACTS_OF, standing
from corpus import CORPUS_DIR
from corpus.statements import State

__all__ = ["held_to"]

_TAKES_BACK = re.compile(
    r"\b(?:sorry|mean|meant|mistak\w*|wrong\w*|correct\w*|actually|forget|scrap|another|same name|no longer|any ?more|turns? out|check\w*|found|instead|typo|oops|"
    r"not me|not my|was my|it was|moved|now)\b|^\W*no\b(?=\W+(?!i am\b|i['’]?m\b))",
    re.IGNORECASE,
)
_OF_ANOTHER_SCHOOL = re.compile(
    r"\b(?:univ\w*|uni|college|institut\w*|school|academy|there|another|new)\b", re.IGNORECASE
)
_ACCREDITED = re.compile(
    r"\b(?:accredit\w*|recogni[sz]ed|same (?:univ\w*|uni|college|institut\w*|school|place|department|dept|faculty))\b",
    re.IGNORECASE,
)
"""What was said of the accreditation was said of the school of the post before."""
_THROUGH_OTHERS = ("agency_staff", "acquired_later")
"""Ties that no contract with Amazon itself made, nor can undo."""
_NOT_AMAZON_AFTER_ALL = re.compile(
    r"\bnot amazon\b|\bwas not (?:bought|acquired)|\b(?:bought|acquired|buyer|owner|owned)\b.{0,40}\b(?:is|was|by)\b (?!amazon|aws)\w+",
    re.IGNORECASE,
)
_OF_A_POST = frozenset({"position", "full_time", "accredited", "permanent", "legal_status", "place"})
_SINCE = re.compile(
    r"\b(?:since|as of|as from|from|until|till|old|again|already|last (?:year|yr|month|week|summer|winter|spring|autumn)|these days|these|this (?:year|month|week|september|october|november))\b",
    re.IGNORECASE,
)
"""A post changes: "since October it is 100 % again" takes nothing back, and is meant of the same post."""
_OF_A_TIE = re.compile(
    r"\b(?:amazon|aws|amzn|audible|twitch|whole foods|there|them|it|contract\w*|intern\w*|last day|employ\w*)\b",
    re.IGNORECASE,
)
_NEVER = re.compile(r"\bnever\b|\bnot (?:me|i)\b|\b(?:was|is) my\b", re.IGNORECASE)
_OTHER_THINGS_END = re.compile(
    r"\bsince\b|\b(?:ph\.?d|doctora\w+|degrees?|stud(?:y|ies|ied)|thesis|grants?|projects?|courses?|fellowships?|postdoc\w*|leave|sabbatical|visa|marriage|divorce\w*|lease|term)\b",
    re.IGNORECASE,
)
"""What ends as well, and what has not ended; a day that is told of it is no last day at Amazon."""
_UNSURE = re.compile(
    r"\b(?:not sure|unsure|maybe|perhaps|i think|i guess|probably|possibly|no idea|(?:do not|don['’]?t|cannot|can['’]?t|could not|couldn['’]?t) (?:know|find|say|remember|tell|recall))\b",
    re.IGNORECASE,
)


def held_to(before: Conversation, read: Conversation, message: str, today: date) -> Conversation:
    """The case after a message, with what stood against it before gone only where the message takes it back.

    "No, I am on no list" after a listing was told may be meant of something else than the listing, and "I left Google in
    March 2024" is: the condition is open then, as it is where the writer is not sure. What the message is silent about stays.
    """
    if read.hypothetical or read.third_person is not before.third_person:
        return read
    tables = read_tables(CORPUS_DIR)
    held, now = standing(before.facts, today, tables), standing(read.facts, today, tables)
    against = [one for one in FACTS_OF if held[one] in {"violated", "open"}]
    stays = {fact: getattr(before.facts, fact) for one in against if now[one] == "unsaid" for fact in FACTS_OF[one]}
    facts = read.facts.model_copy(update=stays)
    met = [one for one in FACTS_OF if now[one] == "met" and (one in against or _is_told(one, before.facts))]
    doubtful = [
        one for one in met if not _is_plain(one, held[one], getattr(before.facts, FACTS_OF[one][0]), facts, message)
    ]
    if (
        held["position"] == "violated" != now["position"]
        and _OF_ANOTHER_SCHOOL.search(message)
        and not _ACCREDITED.search(message)
    ):
        doubtful.append("accredited")
    return replace(read, facts=unknown(facts, doubtful))


def _is_plain(condition: str, held: State, was: object, facts: Facts, message: str) -> bool:
    """Whether the words by which the condition is met now are meant of what was told before."""
    if held in {"violated", "open"} and _UNSURE.search(message):
        return False
    if condition == "amazon" and was in _THROUGH_OTHERS and facts.amazon_relation not in _THROUGH_OTHERS:
        return bool(_NOT_AMAZON_AFTER_ALL.search(message))
    if _is_denied(condition, facts):
        return bool((_NEVER if condition == "amazon" else _TAKES_BACK).search(message))
    if condition in {"amazon", "family"} and (_OTHER_THINGS_END.search(message) or not _OF_A_TIE.search(message)):
        return False
    taken_back = _TAKES_BACK.search(message) or (condition in _OF_A_POST and _SINCE.search(message))
    return held != "violated" or bool(taken_back)


def _is_told(condition: str, facts: Facts) -> bool:
    """Whether something was told that is neither a denial nor unknown."""
    value = getattr(facts, FACTS_OF[condition][0])
    return is_known(value) and not _is_denied(condition, facts)


def _is_denied(condition: str, facts: Facts) -> bool:
    return getattr(facts, FACTS_OF[condition][0]) in (False, "never", ())
