"""What is said, asked, supposed, guessed or wished: the hypothetical axis of ConText (Harkema et al. 2009).

Only what is said plainly gives a fact. What is supposed is kept apart; what is guessed
becomes "not known", so that its clause stays open; the rest gives nothing.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

__all__ = ["Mode", "Zone", "mode_at", "zones"]

Mode = Literal["said", "asked", "reported", "supposed", "unsure", "wished"]
Zone = tuple[int, int, Mode]

_AUX = r"(?:can|could|may|might|am|is|are|was|were|do|does|did|would|will|shall|should|have|has|had|must)"
_WHO = r"(?:i|we|she|he|they|you|it|that|this|there|my|our|his|her|their|the|a|an|any|AMZN|anyone|anybody|everybody|APPLICANT|[A-Z]+|\w+ing|postdocs|teaching|being|old|in|\d+)"
_ASKING = re.compile(
    rf"(?:^|[,:;(-] |\b(?:and|but|so|then|or|now|also|please|hence|ok|okay|hi|hello|well) )(?P<q>(?:{_AUX} (?:not )?{_WHO}\b|"
    r"(?:what|how|why|when|which|who|whom|whose|where|whether)\b|surely\b|right \?|any chance))"
)
_OPENING = re.compile(rf"(?:(?:and|but|so|hi|hello|also|then|ok|or) ,? ?)?{_AUX} (?!have\b)")
_BARE = re.compile(
    r"(?:^|(?<= ))(?:(?:can|could|may) (?:i|we|she|he|they) (?:still |now |then )?(?:apply|be|submit|send|take part|participate)|"
    r"(?:am i|is she|is he|are they|are we|is it) (?:still |then |now )?(?:eligible|ok|okay|allowed|in|out|fine|qualified|a problem|possible)|"
    r"do i (?:still )?(?:qualify|count)|would (?:i|she|he) (?:still |then )?(?:be eligible|qualify|be ok))\b"
)
_SUBORDINATE = re.compile(
    r"\b(?:if|when|given that|given|although|though|even though|while|because|since|considering|seeing that|now that|"
    r"with|who|whose|despite|as i|as we|as a|as an|as someone|that i|that we|that my|that our|in spite of|provided)\b"
)
_IF = re.compile(r"\b(?:if|in case|unless|provided(?: that)?|as long as|assuming(?: that)?|once|as soon as|until)\b")
_SUPPOSE = re.compile(
    r"\b(?:suppose|supposing|imagine|what if|hypothetically|let us (?:say|assume|suppose|imagine|pretend)|assume that|assume i|"
    r"assume my|pretend|what about if|and if|even if)\b|^(?:say|assume|had i|were i|should i|had my|were my|if)\b|(?:^|[,:] )say (?:i|my|our|the|we)\b"
)
_IF_ENDS = re.compile(
    r"(?:, (?:then )?|\bthen )(?:would|could|can|may|am|is|are|do|does|will|should|what|when|how|i would|i will|i can|i could|it would|"
    r"i have|i had|then|that would|this would|she would|he would|nobody|we would|we have)\b"
)
_EMPTY_IF = re.compile(
    r"\bif (?:you must|that matters|it matters|that counts|selected|awarded|funded|needed|necessary|required|so|not|any|possible|"
    r"you need|you want|you like|relevant|applicable|i may|i am honest|memory serves|i remember|you ask|anything|at all|"
    r"you will|you please|only)\b"
)
_KNOWING = re.compile(
    r"\b(?:tell(?: me| us)?|wonder|wondering|know|ask|asking|asked|confirm|check|see|let me know|clarify|advise|question is|sure|say|curious|unclear|idea|tell you|find out|clear)(?: me| us)? $"
)
_UNSURE = re.compile(
    r"\b(?:not (?:quite |really |entirely |at all |completely |100 % )?(?:sure|certain)|unsure|uncertain|no idea|do not know|"
    r"does not know|do not (?:really )?(?:remember|recall)|can not (?:tell|say for sure|say whether|say if|remember|recall|rule out|swear|speak for|exclude|say anything)|"
    r"could not (?:tell|find|say)|nobody could tell|nobody knows|probably|perhaps|maybe|possibly|presumably|apparently|allegedly|supposedly|"
    r"i (?:think|believe|guess|suppose|assume|reckon|fear|imagine|suspect)|as far as i (?:know|can tell|am aware|remember)|"
    r"to (?:the best of )?my knowledge|(?:might|may|could) (?:or may not |well |also |have |be |still |belong)+|seems?|likely|"
    r"unclear|not clear|not been told|have not (?:checked|asked|heard|been told|had it checked)|"
    r"would not (?:swear|bet)|prefer not|rather not|will not (?:say|tell|answer|discuss|comment|go into|disclose)|not (?:going to|willing to|here to|want to|wish to|like to|about to) (?:discuss|say|talk|comment|answer|disclose|go into|reveal|share|tell)|decline to|no comment|none of your business|keep (?:it|that|this) (?:to myself|private)|confidential|nda|it depends|whether|that i know of|rumou?r|not known|open question|"
    r"in a way|in some sense|arguably|debatable|in principle|technically|if i am not mistaken|doubt|doubtful|claims to be|claims it is|says it is|say it is|calls itself|so they say|or so|wait for|forget whether|my guess)\b"
)
_NO_DATE = re.compile(
    r"(?:(?:do|does|did|can) not (?:really |exactly )?(?:know|recall|remember)|forgot|forget|no idea|not sure|unsure|not certain)(?: (?:of|about))?"
    r"(?: exactly| until| till| since)?(?: the)?(?: exact)? (?:date|day|days|dates|when|month|year|end)\b[^,;]*"
)
_BELIEF_IN = re.compile(r"\bi (?:believe in|guess so|think so|suppose so|think of|fear that is)\b")
_WISH = re.compile(
    r"\b(?:would (?:like|love|want|wish) to|want to|wants to|hope to|hopes to|hoping to|wish to|wishes to|dream(?:s|ing)? of|plans? to|planning to|"
    r"aims? to|intends? to|aspires? to|might(?! (?:or|be|have|belong|still|well))|(?<!in )(?<!since )(?<!until )(?<!from )(?<!of )(?<!to )(?<!\d )(?<!last )(?<!this )may(?! (?:this|last|of|or|be|still|well|belong|\d))|could(?! (?:be|still|well|have|belong))|looking for|applied for|applying for|apply for|interviewed|interview(?:s|ing)? (?:at|with)|"
    r"offer(?:ed)? (?:from|by|at)|an offer|job offer|considering|thinking of|would rather)\b"
)
_REPORT = re.compile(
    r"\b(?:(?:ignore|disregard|forget|never mind|scrap) (?:what|my|the|everything|all)|the rules? (?:say|says|state|require|demand|exclude)|according to|your (?:website|page|rules|faq)|it says|they say|people say|"
    r"(?:someone|somebody|he|she|they|colleagues?|[A-Z]{3,}|hr|lawyer|office|department) (?:told|tells|says?|said|thinks?|claims?|believes?)|i (?:have )?(?:read|heard) that|must be|must not|has to be|have to be|"
    r"is required|are required|one has to|is allowed|are allowed|should define|is defined|are not eligible|not eligible|the previous applicant|"
    r"the clause|this clause|your definition)\b"
)


@lru_cache(maxsize=512)
def zones(text: str, *, question: bool) -> tuple[Zone, ...]:
    """The parts of a canonical sentence that say nothing plainly, with how they are meant instead."""
    found: list[Zone] = [*_asked(text, question=question)]
    found += _supposed(text)
    found += [(match.start(), len(text), "reported") for match in _REPORT.finditer(text)]
    found += _guessed(text)
    found += [(match.start(), _clause_end(text, match.end()), "wished") for match in _WISH.finditer(text)]
    return tuple(found)


_RANK: dict[Mode, int] = {"asked": 0, "reported": 1, "supposed": 2, "unsure": 3, "wished": 4, "said": 5}


def mode_at(text: str, at: int, *, question: bool) -> Mode:
    """How the words at ``at`` are meant."""
    inside: list[Mode] = [mode for start, end, mode in zones(text, question=question) if start <= at < end]
    return min(inside, key=_RANK.__getitem__, default="said")


def _clause_end(text: str, at: int) -> int:
    match = re.search(r" (?:,|\(|\)|:|but|-)(?= |$)", text[at:])
    return at + match.start() if match else len(text)


def _asked(text: str, *, question: bool) -> list[Zone]:
    """From where the question begins to the end, without what it only takes for granted."""
    begins = [match.start("q") for match in _ASKING.finditer(text)] if question else []
    if question and _OPENING.match(text):
        begins.append(0)
    begins += [match.start() for match in _BARE.finditer(text)]
    opens = re.match(
        rf"(?:{_AUX} (?:i|we|my|she|he|they|you)\b|(?:how (?:many|long|much|do|does|can)|why (?:is|are|do|does|would)|what (?:does|is|are|about|counts)|which (?:clause|rule|section|one)|who (?:is|counts|decides)|is \d)\b)",
        text,
    )
    if opens:
        begins.append(0)
    if text.endswith((" :", ":")):
        begins.append(0)
    if question and not begins and len(text.split()) <= _BARE_TOPIC:
        begins.append(0)
    if not begins:
        return []
    start = min(begins)
    body = text[start:]
    granted = _SUBORDINATE.search(body)
    return [(start, start + granted.start() if granted else len(text), "asked")]


_BARE_TOPIC = 6
"""So few words before a question mark only name a topic: "And cloud purchases?"."""


def _supposed(text: str) -> list[Zone]:
    found: list[Zone] = []
    plain = _EMPTY_IF.sub(lambda match: "~" * len(match.group()), text)
    for match in _SUPPOSE.finditer(plain):
        end = _IF_ENDS.search(plain, match.end()) if match.group().endswith("if") else None
        found.append((match.start(), end.start() if end else len(text), "supposed"))
    for match in _IF.finditer(plain):
        if match.group() in {"once", "until"} and not re.match(r" (?:i|my|we) ", plain[match.end() :]):
            continue
        if match.group() == "until":
            continue
        end = _IF_ENDS.search(plain, match.end())
        stop = end.start() if end else len(text)
        known = _KNOWING.search(plain[: match.start()])
        mode: Mode = (
            "unsure"
            if known and re.search(r"not|no idea|unsure|unclear|wonder", plain[: match.start()])
            else "supposed"
        )
        if known and mode == "supposed":
            mode = "asked"
        found.append((match.start(), stop, mode))
    return found


def _guessed(text: str) -> list[Zone]:
    plain = _NO_DATE.sub(lambda match: "~" * len(match.group()), text)
    plain = _BELIEF_IN.sub(lambda match: "~" * len(match.group()), plain)
    found: list[Zone] = []
    for match in _UNSURE.finditer(plain):
        rest = plain[match.end() :].strip()
        start = 0 if not rest or rest.startswith(",") or len(rest) < 4 else match.start()
        if start == 0 and match.start() > _CLOSE:
            start = max(plain.rfind(mark, 0, match.start()) for mark in (" , ", " : ", " - ", " but "))
            start = max(start, 0)
        if match.group() in {
            "can not tell",
            "could not tell",
            "i can not say",
            "nobody could tell",
            "can not say for sure",
            "unclear",
            "not clear",
            "would not swear",
            "would not bet",
            "doubt",
            "doubtful",
            "so they say",
            "decline to",
            "no comment",
            "confidential",
        }:
            start = 0
        found.append((start, _guess_end(plain, match.end()), "unsure"))
    return found


_CLOSE = 60
"""A guess at the end of a longer sentence is about its last clause."""


def _guess_end(text: str, at: int) -> int:
    match = re.search(r" (?:but|, (?:i am|i have|as for|so|now|one|full-time|and i))\b", text[at:])
    return at + match.start() if match else len(text)
