"""Which language a message is written in; English unless there is good reason to think otherwise."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import TYPE_CHECKING

from assistant.language.english import FUNCTION_WORDS, common_words

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

__all__ = ["OTHER", "foreign_language"]

OTHER = "other"
"""A language that is not English and not among those that are answered."""
_ANSWERED = ("es", "fr", "de", "pt", "it")
_TOLD_APART = (
    *_ANSWERED,
    *"en nl sv da no fi pl cs sk ro hu tr vi id ca el hr et lt ar fa ur ps ru uk bg sr mk be kk hi mr ne".split(),
)
"""Small languages beside a large one would only take its share: Aragonese reads like Spanish."""
_SCRIPTS = {"ARABIC": "ar", "CYRILLIC": "ru", "DEVANAGARI": "hi", "CJK": "zh", "HIRAGANA": "ja", "KATAKANA": "ja"}
_SHARED_SCRIPTS = frozenset({"ar", "ru", "hi"})
"""Languages whose alphabet others write in too."""
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_CAPITAL = r"[^\W\d_a-zß-öø-ÿ][\w.'’-]*"
_PARTICLES = r"(?:(?:de|da|do|dos|das|del|della|di|la|las|los|le|les|du|des|der|den|van|von|zu|and|of|e|y|et|und) )*"
_NAME = re.compile(rf"(?<=[\w,;] ){_CAPITAL}(?:[ -]{_PARTICLES}{_CAPITAL})*|^{_CAPITAL}(?: {_PARTICLES}{_CAPITAL})+")
_PLAINLY = 0.2
"""From this share of small English words on a message is English."""
_MOSTLY = 0.6
"""From this share of common English words on, too."""
_SURE = 0.5
_FEWEST_WORDS = 3
_OPENERS = frozenset("is are am can may does who what which how when where why must should could would".split())
"""Who begins so asks in English, whatever names follow."""


def foreign_language(message: str) -> str | None:
    """The code of the language that ``message`` is in, such as ``es``, or ``OTHER``; ``None`` for English.

    Latin letters are taken for English unless few of the words are; names count for nothing.
    """
    script = _script(message)
    if script in _SHARED_SCRIPTS:
        language, probability = _identifier().classify(message.lower())
        return script if language == script or probability < _SURE else OTHER
    if script:
        return script
    words = [word.lower() for word in _WORD.findall(_NAME.sub(" ", message))]
    if (
        len(words) < _FEWEST_WORDS
        or words[0] in _OPENERS
        or _share(words, FUNCTION_WORDS) >= _PLAINLY
        or _share(words, common_words()) >= _MOSTLY
    ):
        return None
    language, probability = _identifier().classify(message.lower())
    if language == "en" or probability < _SURE:
        return None
    return language if language in _ANSWERED else OTHER


def _script(message: str) -> str | None:
    """The language of a message that is mostly in another alphabet; ``None`` for Latin letters."""
    names = [unicodedata.name(character, "").partition(" ")[0] for character in message if character.isalpha()]
    other = [name for name in names if name != "LATIN"]
    if not names or 2 * len(other) <= len(names):
        return None
    languages = [_SCRIPTS.get(name, OTHER) for name in other]
    if "ja" in languages:
        return "ja"
    return max(sorted(set(languages)), key=languages.count)


def _share(words: list[str], known: frozenset[str]) -> float:
    return sum(word in known for word in words) / len(words)


@cache
def _identifier() -> LanguageIdentifier:
    """The detector, loaded when the first message comes that is not plainly English."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages(list(_TOLD_APART))
    return identifier
