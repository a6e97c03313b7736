"""One spelling for each word: contractions taken apart, short forms written out, misspelt words mended.

Only words of the field are mended, and only where no ordinary word is meant: "lecturar"
is a lecturer, "lecture" is not. Likeness is rapidfuzz's, with swapped neighbours as one slip.
"""

from __future__ import annotations

from functools import lru_cache

from rapidfuzz.distance import OSA

from assistant.reader.normalise import Token
from assistant.reader.spellings import BEFORE_NOT, DOMAIN, IRREGULAR, ORDINARY, PHRASES, WHOLE

__all__ = ["canonical", "mended"]

_LONGEST_FROM: dict[str, int] = {}
"""The length of the longest phrase that begins with a word."""
for _phrase in PHRASES:
    _LONGEST_FROM[_phrase[0]] = max(len(_phrase), _LONGEST_FROM.get(_phrase[0], 0))

_SHORTEST, _LONG = 6, 9


_LETTER_ANSWERS = {"n": "no", "y": "yes"}


def canonical(tokens: list[Token]) -> list[Token]:
    """The tokens with each word in its one spelling."""
    tokens = [
        token.spelt(_LETTER_ANSWERS[token.text])
        if token.text in _LETTER_ANSWERS and at and tokens[at - 1].text in {":", "-"}
        else token
        for at, token in enumerate(tokens)
    ]
    return _joined([part for token in tokens for part in _parts(token)])


def _parts(token: Token) -> list[Token]:
    word = token.text
    if "'" in word and word not in WHOLE:
        return _apart(token)
    return [token.spelt(part) for part in _spelt(token).split()]


def _spelt(token: Token) -> str:
    """The word or words that a word without an apostrophe stands for."""
    word = token.text
    if word == "us" and token.shouted:
        return "usa"
    if word in WHOLE:
        return WHOLE[word]
    if "-" in word and not _COMPANY.isdisjoint(word.split("-")):
        return word.replace("-", " ")
    if word.endswith("nt") and word[:-2] in _NOTS:
        return f"{word[:-2]} not"
    if word.isalpha() and len(word) >= _SHORTEST and not token.shouted:
        return mended(word)
    return word


_COMPANY = frozenset({"amazon", "aws", "amzn"})
_NOTS = frozenset(BEFORE_NOT.split())


def _apart(token: Token) -> list[Token]:
    stem, _, tail = token.text.rpartition("'")
    if tail == "t" and stem.endswith("n"):
        verb = stem[:-1] or "is"
        return [token.spelt(IRREGULAR.get(verb, verb)), token.spelt("not")]
    ends = {"m": "am", "ve": "have", "ll": "will", "re": "are", "d": "would", "s": "'s"}
    if tail not in ends or not stem:
        return [token.spelt(token.text.replace("'", ""))] if not tail else [token]
    base = replace_end(token, stem)
    return [*_parts(base), token.spelt(ends[tail])]


def replace_end(token: Token, stem: str) -> Token:
    """The token for a word without its ending."""
    return Token(stem, token.start, token.end, token.capital, token.shouted, token.detail)


def _joined(tokens: list[Token]) -> list[Token]:
    found: list[Token] = []
    at = 0
    while at < len(tokens):
        longest = _LONGEST_FROM.get(tokens[at].text, 0)
        for size in range(min(longest, len(tokens) - at), 0, -1):
            phrase = PHRASES.get(tuple(token.text for token in tokens[at : at + size]))
            if phrase is not None:
                first, last = tokens[at], tokens[at + size - 1]
                found += [Token(word, first.start, last.end, first.capital) for word in phrase.split()]
                at += size
                break
        else:
            found.append(tokens[at])
            at += 1
    return found


@lru_cache(maxsize=8192)
def mended(word: str) -> str:
    """``word``, or the one word of the field that it must be a slip for."""
    if word in _KNOWN or word in ORDINARY:
        return word
    slips = 2 if len(word) >= _LONG else 1
    best, second = "", slips + 1
    least = slips + 1
    for known in DOMAIN:
        if abs(len(known) - len(word)) > slips or known[0] != word[0]:
            continue
        distance = OSA.distance(word, known, score_cutoff=slips)
        if distance < least:
            best, second, least = known, least, distance
        elif distance < second:
            second = distance
    if not best or (least == second and least > 1):
        return word
    # A plural or a verb's ending is no slip.
    if best + "s" == word or word + "s" == best or word + "d" == best or best + "d" == word:
        return word
    return best


_KNOWN = frozenset(DOMAIN)
