"""A question and the answer that follows it, as one statement: "Government job? No." is "government job : no".

People fill in forms of their own making; the question is then no question of theirs.
"""

from __future__ import annotations

from dataclasses import replace

from assistant.reader.normalise import Token

__all__ = ["answered"]

Group = tuple[list[Token], str]
"""The words of a sentence and the mark that ended it."""

_ANSWERS = frozenset(
    "no none never nope nah nobody nothing not neither nil zero yes yep yeah yup sure correct affirmative negative n/a na "
    "one 1 single just only both true false".split()
)
_ASKS_FOR_A_VERDICT = frozenset(
    "eligible eligibility apply qualify participate submit ok okay allowed fine possible matter".split()
)
_AUXILIARIES = frozenset(
    "is are am was were do does did has have had will would can could any anything anyone anybody".split()
)
_WORDS_OF_QUESTION = ("how", "many"), ("how", "old"), ("how", "about"), ("what", "about"), ("what", "of")
_LONGEST_QUESTION = 26
_OF_THE_WRITER = frozenset(
    {"i", "my", "you", "we", "she", "he", "anyone", "anybody", "your", "our", "her", "his", "there"}
)


def answered(groups: list[Group]) -> list[Group]:
    """The sentences, with each question that is answered at once joined to its answer."""
    found: list[Group] = []
    at = 0
    while at < len(groups):
        words, mark = groups[at]
        if mark == "?" and words and at + 1 < len(groups) and _is_answered(words, groups[at + 1]):
            reply, end = groups[at + 1]
            found.append(([*_as_key(words), replace(words[-1], text=":", start=words[-1].end), *reply], end))
            at += 2
        else:
            found.append(groups[at])
            at += 1
    return found


def _is_answered(question: list[Token], reply: Group) -> bool:
    words, mark = reply
    first = words[0].text
    if mark == "?" or len(question) > _LONGEST_QUESTION:
        return False
    if not words[0].text.strip("()").isalnum() or question[0].text.startswith("(") or first.startswith("("):
        return False
    if _ASKS_FOR_A_VERDICT & {token.text for token in question}:
        return False
    if first in _ANSWERS or first.isdigit():
        return True
    # "Where? Boise, Idaho." and "Age? Thirty." are keys of one or two words.
    return len(question) <= _KEY and len(words) <= _VALUE and first not in {"i", "can", "may", "am"}


_KEY, _VALUE = 2, 5


def _as_key(words: list[Token]) -> list[Token]:
    """The question without what makes it one: "do i have a government job" is "i have a government job"."""
    for opening in _WORDS_OF_QUESTION:
        if tuple(token.text for token in words[:2]) == opening and len(words) > 2:
            return words[2:]
    if (
        words[0].text in _AUXILIARIES
        and len(words) > 1
        and (words[1].text in _OF_THE_WRITER or words[1].text.isupper())
    ):
        return words[1:]
    return words
