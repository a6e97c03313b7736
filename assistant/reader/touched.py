"""Which conditions a text can be about at all, by its words.

The network takes "they converted me in January" for something about Amazon. What it hears of a condition counts only where
the text has a word of its topic, an obstacle excepted of which it is sure.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

__all__ = ["untouched"]

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
    "us_restrictions": r"us|u\.s\.?|usa|america\w*|washington|sanction\w*|lists?|listed|export\w*|control\w*|ofac|sdn|entity|denied|bis|restrict\w*|commerce|treasury|"
    r"removed|delisted|embargo\w*|eu|british|uk|ee ?uu|estados unidos|sanci\w*|exporta\w*",
    "government_pay": r"gov\w*|gob\w*|gomen\w*|gouv\w*|regierung\w*|staat\w*|stato|estado|estatal|state|ministr\w*|minister\w*|public|city|cities|town|county|council\w*|municip\w*|pay|pays|paid|payroll|salar\w*|wage\w*|fees?|employ\w*|jobs?|post|"
    r"agency|army|reserv\w*|judge|court|police|commission|committee|board|seat|advis\w*|civil|federal|national|region\w*|provinc\w*|office|official|contract\w*|stipend\w*|"
    r"honorar\w*|money|earn\w*|unpaid|volunteer\w*|nasa|nsf|nih|crown|parliament",
}
_PATTERNS: Final = {condition: re.compile(rf"\b(?:{words})\b", re.IGNORECASE) for condition, words in _WORDS.items()}


def untouched(text: str) -> frozenset[str]:
    """The conditions of which the text has no word; those that may be told in any words are never among them."""
    return frozenset(condition for condition, pattern in _PATTERNS.items() if not pattern.search(text))
