"""Whose situation a word of a sentence is about: the experiencer axis of ConText (Harkema et al. 2009)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from assistant.reader.lexicon import PEOPLE, gender_of
from assistant.reader.normalise import Token
from assistant.reader.sentences import Sentence

__all__ = ["APPLICANT", "Subject", "subjects_at", "with_applicant"]

APPLICANT = "APPLICANT"
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


_FOR_OTHERS = re.compile(
    r"\b(?:ask|asking|asks|write|writing|enquiring|inquiring|inquire|enquire|enquiry|question|applying|apply|here|request|filling this in)"
    r"(?: this)?(?: (?:for|on behalf of|about|regarding|concerning|as the assistant of))(?: a| an| my| our| the| one of my| one of our)?(?: \w+){0,2}? (?P<who>[A-Z]+)\b"
)
_OPENS_FOR = re.compile(
    r"^(?:hi ,? |hello ,? |so )?(?:for|about|on behalf of|it is for|this is for|concerning) (?:my|our|a) (?:\w+ )?(?P<who>[A-Z]+) ?(?:[:,-]|$)"
)
_WANTS = re.compile(
    r"\b(?:my|our|a|the|one of my|one of our)(?: \w+)? (?P<who>[A-Z]+)(?: (?:of mine|\w+|\( [^)]* \)))?(?: ,[^,]*,)? (?:also )?(?:wants?|would like|plans?|intends?|is going|hopes?|wishes|is planning|is about|"
    r"is thinking of|is considering|is preparing|will) (?:to )?(?:apply|applying|submit|submitting|send|put|lead|be pi|be the pi|be principal)\b"
)
_APPLIES_FOR = re.compile(
    r"\b(?:is|may|can|could|would|does|might|should) (?:dr|professor|mr|mrs|ms|our pi|our applicant) (?:[a-z-]+ ){0,2}(?:eligible|apply|submit|file|be|qualify)\b|\b(?:is|are|may|can|could|would|will|does|might|should) (?:she|he|they) (?:still |then |be |also |really )*(?:eligible|apply|submit|qualify|allowed|send|ok|in|lead|the pi|pi|the principal investigator|principal investigator)|"
    r"\b(?:she|he|they) (?:asked|asks|wants|begged) me to (?:check|ask|write|find out|enquire|inquire|mail)\b|\bappl(?:y|ies) to (?:her|him|them)\b|\b(?:she|he) (?:will|would|wants? to|is going to|plans to|intends to|shall) (?:submit|send|apply|be pi|be the pi|lead)|"
    r"\b(?:she|he) (?:submits|applies|sends)\b|\b(?:is it|is that|would that|is there|would it)[^?]* (?:for|to) (?:her|him|them)\b|(?:concerns?|apply to|apply for|applies for|fits?|is true of) (?:her|him)\b"
)
_LEAD = re.compile(
    r"(?<!be )(?<!as )(?<!am )\b(?:our|my|the|a) (?P<who>pi|principal investigator|applicant|lead applicant|candidate|lead researcher)\b(?! (?:must|has to|should|of 1|of one|on))"
)
_TITLED = re.compile(
    r"^(?:dear \w+ , )?(?:dr|mr|mrs|ms|professor) (?!(?:auxiliar|titular|emerit\w+|adjunt\w+|asociad\w+|associad\w+|contratado|catedr\w+|ordinari\w+|full-time|of|in|at)\b)(?P<who>[a-z-]+)(?: [a-z-]+)? (?:is|was|works|has|holds|,)"
)
_ON_BEHALF = re.compile(
    r"\b(?:on behalf of|asking for|writing for|enquiring for|inquiring for|ask for|write for|question for|here for|filling this in for|about) (?:our |my )?(?:colleague |boss |supervisor )?(?:dr|mr|mrs|ms|mx|professor) (?P<who>[a-z]+(?:-[a-z]+)*)"
)
_BY_TITLE = re.compile(
    r"\b(?:for|behalf of|about|scientist|researcher|lecturer|friend|leader|head|colleague|supervisor|boss|chair|pi|applicant|candidate|[:,-]) (?:our colleague |my colleague )?(?:dr|mr|mrs|ms|mx|professor) (?P<who>[^\W\d_]+(?:-[^\W\d_]+)*)"
)
_FIRST_PERSON = re.compile(
    r"\bi (?:am|have|work|teach|hold|lecture|live|was|left|will (?:submit|send)|submit|would (?:submit|send))\b"
)


def with_applicant(sentences: tuple[Sentence, ...]) -> tuple[tuple[Sentence, ...], bool]:
    """The sentences with the one for whom somebody else asks as ``APPLICANT``, and whether there is such a one."""
    found = _announced(sentences) or _spoken_of(sentences) or _named_first(sentences) or _opens_with(sentences)
    if found is None:
        return sentences, False
    return tuple(_renamed(_spoken(sentence), found) for sentence in sentences), True


_TELLS = frozenset({"told", "tells", "says", "said", "assures", "confirms", "confirmed", "writes", "wrote", "assured"})


def _spoken(sentence: Sentence) -> Sentence:
    """What the applicant told the writer is what the applicant says: "she told me: never at Amazon"."""
    texts = [token.text for token in sentence.tokens[:4]]
    if len(texts) < 3 or texts[0] not in {"she", "he", "they"} or texts[1] not in _TELLS:
        return sentence
    at = 2
    while at < len(sentence.tokens) - 1 and sentence.tokens[at].text in {"me", "us", "that", ":", ","}:
        at += 1
    kept = sentence.tokens[at:]
    if sentence.dates or not kept:
        return sentence
    return sentence.rebuilt(kept)


def _token(sentence: Sentence, match: re.Match[str]) -> Token:
    return sentence.tokens[sentence.token_at(match.start("who"))]


def _announced(sentences: tuple[Sentence, ...]) -> Token | None:
    """“Asking for a friend”, “my colleague wants to apply”."""
    for sentence in sentences:
        named = _ON_BEHALF.search(sentence.text)
        if named and _token(sentence, named).capital:
            return _token(sentence, named)
        for pattern in (_FOR_OTHERS, _OPENS_FOR, _WANTS):
            match = pattern.search(sentence.text)
            if match and match["who"] in PEOPLE:
                return _token(sentence, match)
    return None


def _spoken_of(sentences: tuple[Sentence, ...]) -> Token | None:
    """“My daughter is an instructor … May she apply?”: the first person named."""
    if not _APPLIES_FOR.search(" . ".join(sentence.text for sentence in sentences)):
        return None
    for sentence in sentences:
        match = _LEAD.search(sentence.text) or _TITLED.match(sentence.text) or _BY_TITLE.search(sentence.text)
        if match and _token(sentence, match).capital:
            return _token(sentence, match)
        person = next(
            (
                token
                for at, token in enumerate(sentence.tokens)
                if token.text in PEOPLE - {"FAMILY"}
                and not (at and sentence.tokens[at - 1].text in {"her", "his", "their"})
            ),
            None,
        )
        if person and not _FIRST_PERSON.search(sentence.text):
            return person
    return None


_ANY_FIRST_PERSON = re.compile(r"\b(?:i|me|myself)\b")
_OPENS_WITH = re.compile(r"^(?:(?:hi|hello|so|ok|dear [a-z]+|good [a-z]+) ,? ?)?(?:my|our) (?P<who>UNREL)\b")


def _opens_with(sentences: tuple[Sentence, ...]) -> Token | None:
    """“My colleague Dr Bui, full-time lecturer …”, where nobody says "I"."""
    if any(_ANY_FIRST_PERSON.search(sentence.text) for sentence in sentences) or not sentences:
        return None
    match = _OPENS_WITH.match(sentences[0].text)
    post = re.search(r"\b(?:lecturer|professor|faculty|reader|instructor|researcher)\b", sentences[0].text)
    return _token(sentences[0], match) if match and post and "AMZN" not in sentences[0].words else None


def _named_first(sentences: tuple[Sentence, ...]) -> Token | None:
    """“Our PI is …”, “Dr Okello, the applicant, is …”, before anything is said in the first person."""
    for sentence in sentences:
        if _FIRST_PERSON.search(sentence.text):
            return None
        match = _LEAD.search(sentence.text) or _TITLED.match(sentence.text) or _IN_APPOSITION.search(sentence.text)
        if match:
            return _token(sentence, match)
    return None


_IN_APPOSITION = re.compile(r"\b[a-z]+ , (?:the|our|my) (?P<who>applicant|pi|principal investigator)\b")


def _renamed(sentence: Sentence, person: Token) -> Sentence:
    """The sentence with the applicant's tag in place of every mention of that person."""
    tokens = [
        token.spelt(APPLICANT) if (token.text, token.detail) == (person.text, person.detail) else token
        for token in sentence.tokens
    ]
    return sentence.rebuilt(tokens) if APPLICANT in {token.text for token in tokens} else sentence


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
