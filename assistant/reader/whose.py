"""Whose situation a word of a sentence is about: the experiencer axis of ConText (Harkema et al. 2009)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from assistant.reader.applicant import APPLICANT
from assistant.reader.lexicon import PEOPLE, gender_of
from assistant.reader.normalise import Token
from assistant.reader.sentences import Sentence

__all__ = ["Subject", "subjects_at"]

_SELF = frozenset({"i", "me", "myself", "we", "ich", "je", "yo"})
_PRONOUNS = {"he": "m", "him": "m", "she": "f", "they": "", "who": "", "them": "", "whom": ""}
_NOBODY = frozenset({"nobody", "anybody", "anyone", "somebody", "someone", "everybody", "everyone"})
_JOIN = re.compile(
    r"(?:(?:and|or|nor|neither|,|both|but|also|not|everybody|everyone|all|somebody|people|others|member|members|single|every|each|my|our|her|his|their|the|a|an|any|of|has|have|had|did|does|do|is|are|was|were|"
    r"nobody|anybody|anyone|in|elder|older|younger|whole|two|three|either|too|other|else|little|big) )*"
)


@dataclass(frozen=True, slots=True)
class Subject:
    """The applicant, a person near or far, or nobody in particular."""

    kind: str
    """``self``, a tag of a person such as ``SPOUSE``, ``nobody``, or ``writer``."""
    sentence: int
    at: int
    """Where the person is named, in the sentence's text; -1 where only implied."""
    word: str = ""
    """The word that the person was named by, which tells one sibling from another."""

    @property
    def is_self(self) -> bool:
        """Whether it is the applicant."""
        return self.kind == "self"


def subjects_at(
    sentences: Sequence[Sentence], index: int, at: int, third_person: bool, *, lists: bool = True
) -> tuple[Subject, ...]:
    """Whose situation the words at ``at`` of sentence ``index`` are about.

    With ``lists``, an item such as ", no government pay" or ", full-time lecturer" is about the
    applicant again, whoever was named in the item before it.
    """
    sentence = sentences[index]
    last = sentence.token_at(at)
    hidden = _asides(sentence, last)
    nearest = next(
        (spot for spot in range(last - 1, -1, -1) if spot not in hidden and _is_subject(sentence.tokens, spot)), None
    )
    if nearest is None or (lists and _listed(sentence, nearest, last)):
        return (Subject("self", index, -1),)
    found = [nearest]
    spot = nearest - 1
    while spot >= 0:
        earlier = next((one for one in range(spot, -1, -1) if _is_subject(sentence.tokens, one)), None)
        if earlier is None:
            break
        between = " ".join(token.text for token in sentence.tokens[earlier + 1 : found[-1]]) + " "
        joined = re.fullmatch(_JOIN, between)
        within = sentence.tokens[earlier].text in _NOBODY and re.fullmatch(
            r"(?:else )?(?:in|of|from|at|under) (?:my |our |the |her |his )?(?:whole )?", between
        )
        if not within and (not joined or not re.search(r"\b(?:and|or|nor)\b|,", between)):
            break
        found.append(earlier)
        spot = earlier - 1
    return tuple(dict.fromkeys(_resolved(sentences, index, one, third_person) for one in found))


_ITEM = re.compile(
    r", (?:and )?(?:no|not|never|none|nobody|full-time|part-time|accredited|one|single|now|currently|i|professor|lecturer|assistant|associate|age|aged|otherwise|none of|\d+)\b"
)


def _asides(sentence: Sentence, last: int) -> frozenset[int]:
    """The tokens of closed relative clauses before ``last``: "my partner, with whom I live, works …"."""
    tokens = sentence.tokens
    hidden: set[int] = set()
    for at in range(1, last):
        if tokens[at].text in {"i", "we"} and (
            tokens[at - 1].text in PEOPLE
            or (tokens[at - 1].text in {"who", "whom", "that"} and tokens[at - 2].text in PEOPLE)
        ):
            hidden |= {at, at - 1} if tokens[at - 1].text not in PEOPLE else {at}
    opened = [at for at in range(last) if tokens[at].text == "("]
    for first in opened:
        closed = next((at for at in range(first, last) if tokens[at].text == ")"), None)
        if closed is not None and first:
            hidden |= set(range(first, closed + 1))
    for at in range(2, last):
        if (
            tokens[at].text in {"she", "he"}
            and tokens[at - 2].text in {"so", "as"}
            and tokens[at - 1].text in {"is", "are", "was"}
        ):
            hidden.add(at)
    commas = [at for at in range(last) if tokens[at].text == ","]
    for first, second in pairwise(commas):
        opening = tokens[first + 1].text
        if opening in {"who", "whom", "whose", "which"} or (
            opening in {"with", "to"} and tokens[first + 2].text == "whom"
        ):
            hidden |= set(range(first, second + 1))
    return frozenset(hidden)


def _listed(sentence: Sentence, nearest: int, last: int) -> bool:
    """Whether the words stand in a later item of a list than the person does."""
    token = sentence.tokens[nearest]
    if token.text not in PEOPLE or (
        nearest + 2 < len(sentence.tokens)
        and sentence.tokens[nearest + 1].text == ","
        and sentence.tokens[nearest + 2].text in {"a", "an", "the", "who", "full-time"}
    ):
        return False
    between = sentence.text[sentence.starts[nearest] : sentence.starts[min(last, len(sentence.starts) - 1)] + 14]
    return bool(_ITEM.search(between))


_COMITATIVE = frozenset(
    {"with", "like", "unlike", "than", "besides", "beside", "to", "told", "tell", "of", "from", "by", "for", "about"}
)
_DETERMINERS = frozenset({"my", "our", "her", "his", "their", "the", "a", "an", "one", "two", "some", "another", "ex"})


def _is_subject(tokens: Sequence[Token], at: int) -> bool:
    """Whether the token can be what the rest of the clause is said of."""
    text = tokens[at].text
    if text in _SELF or text in _PRONOUNS or text in _NOBODY or text == APPLICANT:
        if (
            text in {"me", "him", "them"}
            and at
            and tokens[at - 1].text in _COMITATIVE | {"pays", "paid", "employs", "on", "put", "gave", "against"}
        ):
            return False
        return not (text == "i" and at and tokens[at - 1].text in {"section", "sect", "sec", "part", "chapter", "§"})
    if text not in PEOPLE:
        return False
    if (
        text == "UNREL"
        and any(token.text in {"am", "as", "was", "be"} for token in tokens[max(0, at - 4) : at])
        and not any(token.text in {"my", "our"} for token in tokens[max(0, at - 3) : at])
    ):
        return False
    before = at - 1
    while before >= 0 and tokens[before].text in _DETERMINERS:
        before -= 1
    # "I work with my brother at AWS": the one who works there is "I".
    follows = tokens[at + 1].text if at + 1 < len(tokens) else ""
    leads = before >= 0 and tokens[before].text in {"with", "like", "unlike", "than", "told", "besides"}
    return not (
        leads
        and follows not in {"who", "employed", "working"}
        and any(token.text == "i" for token in tokens[:before])
        and not _lives(tokens[:before])
    )


def _lives(tokens: Iterable[Token]) -> bool:
    return any(token.text in {"live", "living", "lives", "share", "sharing", "married"} for token in tokens)


def _resolved(sentences: Sequence[Sentence], index: int, spot: int, third_person: bool) -> Subject:
    sentence = sentences[index]
    token = sentence.tokens[spot]
    at = sentence.starts[spot]
    if token.text in _SELF:
        both = token.text == "we" and any(
            one.text in {"live", "share", "both"} for one in sentence.tokens[spot : spot + 3]
        )
        return Subject("writer" if third_person and not both else "self", index, at)
    if token.text == APPLICANT:
        return Subject("self", index, at)
    if token.text in _NOBODY:
        return Subject("nobody", index, at)
    if token.text in _PRONOUNS:
        return _antecedent(sentences, index, spot, _PRONOUNS[token.text], third_person)
    return Subject(token.text, index, at, token.detail)


def _is_oneself(tokens: Sequence[Token], at: int, gender: str) -> bool:
    """“I was the guy who picked it”: the guy is the one who writes."""
    said_of_i = any(one.text == "i" for one in tokens[:at])
    return tokens[at].text == "UNREL" and not gender and said_of_i and not _is_subject(tokens, at)


def _in_apposition(tokens: Sequence[Token], at: int) -> bool:
    """“Our lodger, the young man in the attic”: the man is the lodger."""
    comma = next((back for back in range(at - 1, max(-1, at - 5), -1) if tokens[back].text == ","), None)
    return (
        comma is not None
        and comma > 0
        and tokens[comma - 1].text in PEOPLE
        and tokens[comma + 1].text in {"a", "an", "the", "that", "this"}
    )


def _antecedent(sentences: Sequence[Sentence], index: int, spot: int, gender: str, third_person: bool) -> Subject:
    """The last person before a pronoun who can be meant by it."""
    for back in range(index, max(-1, index - 4), -1):
        sentence = sentences[back]
        stop = spot if back == index else len(sentence.tokens)
        for place in range(stop - 1, -1, -1):
            token = sentence.tokens[place]
            if token.text == APPLICANT:
                return Subject("self", back, sentence.starts[place])
            if token.text == "UNREL" and _in_apposition(sentence.tokens, place):
                continue
            if _is_oneself(sentence.tokens, place, gender):
                return Subject("writer" if third_person else "self", back, sentence.starts[place])
            if (
                token.text in PEOPLE
                and (token.text != "FAMILY" or not gender)
                and (not gender or gender_of(token.detail) in {"", gender})
            ):
                return Subject(token.text, back, sentence.starts[place], token.detail)
    if third_person:
        return Subject("self", index, -1)
    return Subject("UNREL", index, -1) if gender else Subject("self", index, -1)
