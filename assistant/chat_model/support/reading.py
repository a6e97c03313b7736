"""A sentence → the words that two sentences are compared by."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

import yaml

__all__ = ["CONDITIONS", "KINDS", "canonical", "kind_of", "variants"]

Words = tuple[str, ...]
RULES_FILE = Path(__file__).parent / "equivalents.yaml"
_WORD = re.compile(r"[a-z0-9]+(?:[’'][a-z]+)?")
_SHORT = {"can't": "can not", "won't": "will not", "shan't": "shall not", "cannot": "can not", "’": "'"}
_FREE = frozenset("a an the is are be am being that which who of any do does so then also".split())
"""Words that may be put in or left out."""
_NUMBERS = {
    word: str(number)
    for number, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen twenty".split()
    )
}
_NEGATIONS = frozenset("not no never neither nor none nothing nobody without".split())
_MODALS = frozenset("may must can shall should will would might need required allowed permitted obliged".split())
CONDITIONS = frozenset(
    "if unless except only solely until before after within when where whether provided while during once other than "
    "or either least most more less to up prior preceding following subject".split()
)
"""Words that limit what a sentence says."""
KINDS = ("a number", "a negation", "a modal word", "a condition", "a name", "other words")
_INCLUDING = re.compile(
    r",? (?:including|such as)\b[^;]*?(?=, (?:that|which|is|are|may|must|will|in|and you|but)\b|[;.]|$)", re.IGNORECASE
)
_BRACKETS = re.compile(r" ?\([^()]*\)")
_FRONT = re.compile(r"^((?:If|Unless|Except|Where|Before|After|Until|When|In the event)\b[^,]*), (.+?)\.?$")
_END = re.compile(r"^(.+?),? ((?:if|unless|except where|except if|before|after|until|when)\b.+?)\.?$")
_JOINT = re.compile(r"(?:; |, but )(?=(?:you|your|AWS|Amazon|the|this|it|they|any|other|each|no|an?)\b)", re.IGNORECASE)
_STANDS = re.compile(r"^(?:\S+ ){1,12}?(?:is|are|may|must|will|can|cannot|need|needs|has|have|requires?|agrees?)\b")
"""A part that has a subject and a verb of its own."""
_LIMITS = _NEGATIONS | _MODALS | (CONDITIONS - {"or", "either", "most", "to", "up"})
"""Words with which a list of examples or a bracket is more than that."""


def canonical(sentence: str) -> Words:
    """The words of ``sentence`` that say something, each group of equivalents as one word, in order."""
    text = unicodedata.normalize("NFKC", sentence).lower()
    for short, whole in _SHORT.items():
        text = text.replace(short, whole)
    found: list[str] = []
    for word in _WORD.findall(text.replace("n't", " not")):
        bare = word.partition("'")[0]
        if bare not in _FREE:
            found.append(_NUMBERS.get(bare) or _singular(bare))
    return tuple(_folded(found))


def variants(sentence: str) -> frozenset[Words]:
    """Every way in which ``sentence`` may be said: without its examples, its condition in front or at the end.

    Examples and brackets that hold a word which limits are left in. A part that stands by itself
    after a semicolon or “, but” may be said alone, unless a condition in front governs the whole.
    """
    shapes = {sentence}
    for pattern in (_INCLUDING, _BRACKETS):
        shapes |= {pattern.sub(_unless_it_limits, shape) for shape in shapes}
    for shape in tuple(shapes):
        front = _FRONT.match(shape)
        if front:
            shapes.add(f"{front[2]} {front[1]}")
        elif end := _END.match(shape):
            shapes.add(f"{end[2]}, {end[1]}")
    if not _FRONT.match(sentence):
        shapes.update(part for part in _JOINT.split(sentence) if _STANDS.search(part))
    return frozenset(words for shape in shapes if (words := canonical(shape)))


def _unless_it_limits(match: re.Match[str]) -> str:
    return match.group() if _LIMITS & set(_WORD.findall(match.group().lower())) else ""


def kind_of(word: str, names: frozenset[str]) -> str:
    """What kind of word it is, one of ``KINDS``."""
    if any(character.isdigit() for character in word):
        return "a number"
    for kind, known in (("a negation", _NEGATIONS), ("a modal word", _MODALS), ("a condition", CONDITIONS)):
        if any(part in known for part in word.split()):
            return kind
    return "a name" if word in names else "other words"


def _singular(word: str) -> str:
    if len(word) > 4 and word.endswith("ies"):
        return f"{word[:-3]}y"
    if len(word) > 4 and word.endswith(("xes", "ches", "shes", "sses")):
        return word[:-2]
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")) else word


def _folded(words: Sequence[str]) -> Iterator[str]:
    """Each phrase of a group written as the group's first phrase, the longest phrase first."""
    phrases, longest = _rules()
    at = 0
    while at < len(words):
        for length in range(min(longest, len(words) - at), 0, -1):
            meant = phrases.get(tuple(words[at : at + length]))
            if meant is not None:
                yield meant
                at += length
                break
        else:
            yield words[at]
            at += 1


@cache
def _rules() -> tuple[dict[Words, str], int]:
    """For each phrase the word of its group; a phrase of several groups joins them."""
    groups: list[list[Words]] = [
        [_plain(phrase) for phrase in group]
        for group in yaml.safe_load(RULES_FILE.read_text(encoding="utf-8"))["groups"]
    ]
    meant: dict[Words, str] = {}
    for group in groups:
        name = next((meant[phrase] for phrase in group if phrase in meant), " ".join(group[0]))
        meant.update(dict.fromkeys(group, name))
    return meant, max(map(len, meant))


def _plain(phrase: str) -> Words:
    words = [word for word in _WORD.findall(str(phrase).lower()) if word not in _FREE]
    return tuple(_NUMBERS.get(word) or _singular(word) for word in words)
