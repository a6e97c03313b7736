"""The lettered items of section I, denied in whatever words: Rules § I(a) to (e).

A sentence that names letters, denies them and takes nothing back is read by its sense. The
items are worded as denials, so that to call them true is to deny them as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.eligibility import Gap
from assistant.reader.claims import Claim, Frame, Hit, compiled
from assistant.reader.clauses import NEGATOR
from assistant.reader.frames.summaries import by_letters, letters_in

__all__ = ["FRAMES", "NEEDS"]

NEEDS = re.compile(r"\([a-e]\)|\b[a-e] [a-e] [a-e]\b|\ba ?, ?b\b|\ba - e\b|\ba to e\b|\bletters?\b|\bbox(?:es)?\b")
_BARE_LIST = re.compile(
    r"(?:letters?|items?|points?|boxes|clauses?)? ?\b(?P<list>[a-e](?: ?(?:,|and|or|-|to|through|;|/|&) ?(?:and |or )?[a-e]){1,4}|[a-e](?: [a-e]){2,4})\b(?! ?[a-z]\b)"
)
_DENIES = re.compile(
    r"\b(?:deny|denied|clean|clear|negative|false|n/a|inapplicable|free|fine|none|no|not|never|nothing|nope|neither|don)\b"
)
_AFFIRMS_REPRESENTATION = re.compile(
    r"\b(?:true|represent\w*|hold|affirm\w*|confirm\w*|declare\w*|can sign|sign|met|satisf\w*|fulfil\w*|ok|fine|in order)\b"
)
_TAKES_BACK = re.compile(
    r"\b(?:except|but not|apart from|other than|save|unless|only|not sure|unsure|know|think|perhaps|maybe|may|might|could|depends|problem with|yes|applies to me(?! not)|whether|if|understand|mean|means|worry|worried|say|says)\b"
)
_UNTRUE = re.compile(
    r"\bnot (?:one|a single one|any) of\b.*\b(?:untrue|false|a lie)\b|\bnone of\b.*\b(?:untrue|false)\b"
)


def _denied(hit: Hit) -> Iterator[Claim]:
    text = hit.text
    if hit.sentence.end_mark == "?" or any(
        hit.mode_anywhere(mode) for mode in ("unsure", "supposed", "reported", "asked")
    ):
        return
    letters = letters_in(text)
    bare = _BARE_LIST.search(text)
    if not letters and bare and re.search(r"\b(?:letters?|all|no|none|items?|points?|clean|clear)\b", text):
        letters = letters_in(re.sub(r"\b([a-e])\b", r"(\1)", bare["list"]))
    if len(letters) < _FEWEST or not _is_own(hit):
        return
    region = _region(hit, bare)
    plain = region.replace("no more", "")
    if _UNTRUE.search(region):
        yield from by_letters(hit, letters)
    elif _TAKES_BACK.search(plain):
        return
    elif NEGATOR.search(plain) or _DENIES.search(plain) or _AFFIRMS_REPRESENTATION.search(plain):
        yield from by_letters(hit, letters)


def _region(hit: Hit, bare: re.Match[str] | None) -> str:
    """The clause of the letters, from the mark before the first to the end of what is said of them."""
    marks = [match.start() for match in re.finditer(r"\([a-e]\)", hit.text)]
    first, last = (marks[0], marks[-1] + 3) if marks else (bare.start(), bare.end()) if bare else (0, len(hit.text))
    begin = max(hit.text.rfind(mark, 0, first) for mark in (" ; ", " . ", " , ", " and i "))
    after = re.search(
        r" (?:,|;) (?!all|none|no\b|not\b|clean|clear|and )| and (?:i|my|one|full-time|single)\b", hit.text[last:]
    )
    return hit.text[max(0, begin) : last + after.start() if after else len(hit.text)]


_FEWEST = 2


def _is_own(hit: Hit) -> bool:
    named = re.search(r"\b(?:SPOUSE|PARENT|CHILD|SIBLING|UNREL|PARTNER) (?:denies|says|thinks|has|is)\b", hit.text)
    kinds = {subject.kind for subject in hit.nearest_subjects}
    return named is None and (hit.is_self or bool(kinds & {"nobody", "writer"}))


def _each(hit: Hit) -> Iterator[Claim]:
    """“I(a)=N”, "(a): true, I'm not": one item answered at a time."""
    letter, answer = hit.match["letter"], hit.match["answer"]
    if answer.startswith("yes"):
        yield hit.claim(by_fact(letter), Gap.UNKNOWN)
    else:
        yield from by_letters(hit, letter)


def by_fact(letter: str) -> str:
    """The fact that an item is about."""
    return {
        "a": "government_pay",
        "b": "us_restrictions",
        "c": "amazon_relation",
        "d": "relatives_at_amazon",
        "e": "procurement",
    }[letter]


FRAMES: tuple[Frame, ...] = (
    Frame(
        "letters denied",
        compiled(r"^.*(?:\([a-e]\)|\b[a-e] ?(?:,|-|to|and|;|/)|\b[a-e] [a-e] [a-e]\b).*$"),
        _denied,
        (
            "I deny all of (a), (b), (c), (d) and (e).",
            "(a), (b), (c), (d) all clean.",
            "None of letters a, b, c, d, e.",
            "No to (a), (c), (d), (e).",
            "I tick no box in (a) to (e).",
            "regarding b c d e = all no",
        ),
        (
            "I don't understand (d) and (e).",
            "Not sure about (a) and (b).",
            "Only (a) and (b) don't apply.",
            "My wife denies (a) and (b).",
        ),
    ),
    Frame(
        "letter by letter",
        compiled(
            r"(?:^|i |, |; )\((?P<letter>[a-e])\) ?(?::|-)? ?(?P<answer>true , (?:i am|i have|no|not|i do)\b[\w ]*|(?:no|none|not|never|n)\b(?! \w+ (?:sure|idea|know)))"
        ),
        _each,
        ("I(a): no; I(b): no.", "(a): true, I'm not."),
        ("(a) applies to governments.",),
    ),
)
