"""For whom a text asks, where its writer asks for somebody else: that person becomes the applicant."""

from __future__ import annotations

import re

from assistant.reader.lexicon import PEOPLE
from assistant.reader.normalise import Token
from assistant.reader.sentences import Sentence

__all__ = ["APPLICANT", "with_applicant"]

APPLICANT = "APPLICANT"
"""The tag of that person in canonical sentences."""
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
_IN_APPOSITION = re.compile(r"\b[a-z]+ , (?:the|our|my) (?P<who>applicant|pi|principal investigator)\b")
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


def _renamed(sentence: Sentence, person: Token) -> Sentence:
    """The sentence with the applicant's tag in place of every mention of that person."""
    tokens = [
        token.spelt(APPLICANT) if (token.text, token.detail) == (person.text, person.detail) else token
        for token in sentence.tokens
    ]
    return sentence.rebuilt(tokens) if APPLICANT in {token.text for token in tokens} else sentence
