"""Which conditions a text can be about at all, by its words.

The network takes "they converted me in January" for something about Amazon. What it hears of a condition counts only where
the text has a word of its topic, an obstacle excepted of which it is sure.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

__all__ = ["NEAR_ONES", "untouched"]

_TIE = (
    r"amazon\w*|amzn|aws|audible|twitch|zoox|whole foods|kuiper|alexa|kindle|prime|imdb|ring|zappos|goodreads|blink|eero|"
    r"(?:for|at|with|by|from|to|join\w*|left|leave|leaving|quit) (?:them|it|you)|there|your (?:company|firm|people|group|warehouse)"
)
_WORDS: Final[Mapping[str, str]] = {
    "amazon": rf"{_TIE}|intern\w*|contractor\w*|last day",
    "family": rf"{_TIE}|famil\w*|house\w*|home|flat\w*|room\w*|lodger\w*|tenant\w*|live\w*|lives|living|wife|husband|spouse|partner|girlfriend|boyfriend|"
    r"fianc\w*|mother|father|mum|mom|dad|parents?|brother\w*|sister\w*|siblings?|son|daughter\w*|child\w*|kids?|cousin\w*|uncle|aunt|niece|nephew|"
    r"esposa|marido|hij[oa]s?|padres|hogar|casa|he|she|they|him|her|his|relatives?|in-law\w*|everyone|everybody|somebody|someone",
    "procurement": r"cloud\w*|aws|amazon\w*|procur\w*|tender\w*|bids?|bidd\w*|buy\w*|bought|purchas\w*|server\w*|vendor\w*|provider\w*|suppl\w*|committee|panel|"
    r"azure|google|microsoft|oracle|huawei|host\w*|order\w*|sign\w*|rfp|infrastructure|storage|compute|invoice\w*|credits?|chose|chosen|select\w*|evaluat\w*|"
    r"nube|licita\w*|contrata\w*|compra\w*|adquis\w*|achats?",
    "us_restrictions": r"us|u\.s\.?|usa|america\w*|washington|sanction\w*|(?<!lettered )lists?|listed|export\w*|control\w*|ofac|sdn|entity|denied|bis|restrict\w*|commerce|treasury|"
    r"removed|delisted|embargo\w*|eu|british|uk|ee ?uu|estados unidos|sanci\w*|exporta\w*",
    "government_pay": r"gov\w*|gob\w*|gomen\w*|gouv\w*|regierung\w*|staat\w*|stato|estado|estatal|state|ministr\w*|minister\w*|public|city|cities|town|county|council\w*|municip\w*|pay|pays|paid|payroll|salar\w*|wage\w*|fees?|employ\w*|jobs?|post|"
    r"agency|army|reserv\w*|judge|court|police|commission|committee|board|seat|advis\w*|civil|federal|national|region\w*|provinc\w*|office|official|contract\w*|stipend\w*|"
    r"honorar\w*|money|earn\w*|unpaid|volunteer\w*|nasa|nsf|nih|crown|parliament",
}
NEAR_ONES = (
    r"famil\w*|house\w*|home|flat\w*|room\w*|relatives?|kin|wife|husband|spouse|partner|mother|father|mum|mom|dad|parents?|brothers?|sisters?|"
    r"siblings?|sons?|daughters?|child\w*|kids?|in-laws?|cousins?"
)
"""The applicant's family and household, as people call them."""
_PURCHASES = re.compile(r"\b(?:procure\w*|purchas\w*|tenders?|cloud|buy\w*|bought)\b", re.IGNORECASE)
_OF_NEAR_ONES = re.compile(rf"\b(?:{NEAR_ONES})\b", re.IGNORECASE)
_OF_ONESELF = re.compile(
    r"\b(?:i|i['’]?(?:m|ve|d|ll)|im|ive|me|mine|myself|own|personally|applicant|he|she|they|them|himself|herself|themselves|"
    r"both|us|we|everyone|everybody|nobody|no one)\b",
    re.IGNORECASE,
)
# "My husband worked for Amazon until 2020. I never have": the second part is about the same company.
_LIKEWISE = re.compile(
    r"\b(?:nor|neither) (?:have|did|do|was|am) i\b|\b(?:i|me)(?: myself| personally)?,?:? never(?: (?:have|did|was|either|too))*\s*(?:[.,;:!?\n(]|$)|"
    r"\bi (?:have not|haven['’]?t|did not|didn['’]?t) either\b|\bneither of us\b|\bthe same (?:goes|is true|holds) for (?:me|myself)\b",
    re.IGNORECASE,
)
_PARTS = re.compile(r"[.,;:!?\n()–—]|\s-\s")
_PATTERNS: Final = {condition: re.compile(rf"\b(?:{words})\b", re.IGNORECASE) for condition, words in _WORDS.items()}


def untouched(text: str) -> frozenset[str]:
    """The conditions of which the text has no word; those that may be told in any words are never among them.

    What is noted of family and household alone (“Family + household at Amazon: none”) is no word about oneself.
    """
    found = {condition for condition, pattern in _PATTERNS.items() if not pattern.search(text)}
    touching = [part for part in _PARTS.split(text) if _PATTERNS["amazon"].search(part) and not _PURCHASES.search(part)]
    if (
        touching
        and not _LIKEWISE.search(text)
        and all(_OF_NEAR_ONES.search(part) and not _OF_ONESELF.search(part) for part in touching)
    ):
        found.add("amazon")
    return frozenset(found)
