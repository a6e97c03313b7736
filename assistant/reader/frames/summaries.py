"""Summaries of section I: "none of the exclusions applies", "none of (a) to (e)", "(c) no"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.eligibility import Gap
from assistant.reader.claims import Claim, Frame, Hit, compiled

__all__ = ["FRAMES", "NEEDS", "by_letters", "letters_by_themselves", "letters_in"]

NEEDS = re.compile(
    r"exclu|\([a-e]\)|section|obstacle|disqualif|a-e|a to e|a through e|criteria|requirements|conditions|points|items|represent|represent|reservations|bars?\b|restrictions"
)
_LETTERS = "abcde"
_DENIALS: dict[str, tuple[str, object]] = {
    "a": ("government_pay", False),
    "b": ("us_restrictions", False),
    "c": ("amazon_relation", "not_in_last_12_months"),
    "d": ("relatives_at_amazon", ()),
    "e": ("procurement", False),
}


def letters_in(text: str) -> str:
    """The letters of a list such as "(a) to (d)", "(a), (b) and (e)" or "a-e"."""
    found: set[str] = set()
    for match in re.finditer(r"\(?([a-e])\)? ?(?:-|to|through|till|until|bis|thru) ?\(?([a-e])\)?", text):
        found |= set(_LETTERS[_LETTERS.index(match[1]) : _LETTERS.index(match[2]) + 1])
    found |= {match[1] for match in re.finditer(r"\(([a-e])\)", text)}
    return "".join(sorted(found))


_ITEM = r"(?:(?<!\w)\([a-e]\)|(?<![\w(])[a-e]\)|(?<![\w'’.(])[a-e](?![\w'’)]|\.\w|-\w\w))"
_JOINT = (
    r"(?: ?(?:[,/;&+–—…-]|\.\.\.) ?(?:and |or |nor )?| ?(?:and|or|nor) ?| (?:right |all |straight )?(?:down |up )?"
    r"(?:to|through|till|until|thru) (?:letter )?| )"
)
_ROW = re.compile(rf"{_ITEM}(?:{_JOINT}{_ITEM})*", re.IGNORECASE)
_ANSWERED = re.compile(r"\W*(?:no|yes|none|not|hm+|\?|ok|maybe|unsure)(?!\w)", re.IGNORECASE)
_EXCEPTED = re.compile(r"\b(?:but|but not|except|except for|apart from|other than|save)(?: letter)? $", re.IGNORECASE)
_ENDS_OF_ALL = {"a", "e"}


def letters_by_themselves(text: str) -> frozenset[str]:
    """The letters (a) to (e) that a text, as typed, names otherwise than all together; empty where it names none so.

    Of "none of (a) to (e), but (d) I must check" it is d, of "(a), (b) and (e): no" these three.
    """
    named = []
    for match in _ROW.finditer(text):
        row = match.group().lower()
        letters = frozenset(re.findall(r"\b[a-e]\b", row))
        is_item = _EXCEPTED.search(text[: match.start()]) or (row != "a" and _ANSWERED.match(text, match.end()))
        if ")" in row or len(letters) > 1 or is_item:
            named.append(letters)
    apart = [letters for letters in named if letters not in (_ENDS_OF_ALL, set(_LETTERS))]
    together = frozenset[str]().union(*apart)
    from_end_to_end = together == _ENDS_OF_ALL and len(apart) == len(_ENDS_OF_ALL)
    return frozenset() if len(named) == 1 == len(together) or from_end_to_end else together


def _whole(hit: Hit) -> Iterator[Claim]:
    text = hit.text
    if not _is_own(hit):
        yield hit.nothing("none_of_the_exclusions")
        return
    if letters_in(text) and re.match(r" (?:among|of|in) (?:them|these|those)\b", hit.after):
        yield from by_letters(hit, letters_in(text))
        return
    excepted = re.search(
        r"\b(?:except|but|apart from|other than|save|besides|excluding)\b[^,]{0,60}?(\([a-e]\)|AMZN|place|government|sanction|family|FAMILY|procurement)",
        text[hit.match.start() :],
    )
    letters = letters_in(text[hit.match.start() : hit.match.end() + 60])
    if excepted and excepted.group(1).startswith("("):
        yield hit.claim("none_of_the_exclusions", True)
        for letter in letters_in(text[hit.match.start() + excepted.start() :]):
            yield hit.claim(_DENIALS[letter][0], Gap.UNKNOWN, weak=True)
    elif letters and re.search(r"\((?:[a-e])\)", hit.match.group()):
        yield from by_letters(hit, letters)
    elif excepted:
        yield from _all_but(hit, excepted.group(1))
    else:
        yield hit.claim("none_of_the_exclusions", True)


def _all_but(hit: Hit, what: str) -> Iterator[Claim]:
    """All but one: the summary stands, and the one is left open."""
    facts = {
        "AMZN": "amazon_relation",
        "place": "residence",
        "government": "government_pay",
        "sanction": "us_restrictions",
        "procurement": "procurement",
    }
    fact = _DENIALS[what[1]][0] if what.startswith("(") else facts.get(what, "relatives_at_amazon")
    yield hit.claim("none_of_the_exclusions", True)
    yield hit.claim(fact, Gap.UNKNOWN, weak=True)


def _is_own(hit: Hit) -> bool:
    return hit.is_self or hit.subjects[0].kind in {"nobody", "writer"} or _names_applicant(hit)


def _names_applicant(hit: Hit) -> bool:
    whom = (
        r"\b(?:me|her|him|them|my case|myself|us)\b" if hit.discourse.third_person else r"\b(?:me|my case|myself|us)\b"
    )
    return bool(re.search(whom, hit.after))


def _letters(hit: Hit) -> Iterator[Claim]:
    text = hit.text[hit.match.start() :]
    letters = letters_in(hit.match.group())
    excepted = re.search(
        r"\b(?:except|but|apart from|other than|save)(?: for)? (\([a-e]\)(?: (?:and|or|,) \([a-e]\))*)", text
    )
    if not letters or not _is_own(hit):
        yield hit.nothing("none_of_a_to_e")
        return
    if excepted:
        letters = "".join(letter for letter in letters if letter not in letters_in(excepted[1]))
    yield from by_letters(hit, letters)


def by_letters(hit: Hit, letters: str) -> Iterator[Claim]:
    """What it says to deny these letters: the summary for all of them, else each fact by itself."""
    if letters == _LETTERS:
        yield hit.claim("none_of_a_to_e", True)
        return
    for letter in letters:
        fact, value = _DENIALS[letter]
        yield hit.claim(fact, value, weak=True)


def _item(hit: Hit) -> Iterator[Claim]:
    """One item of a list: "(a) no", "(d) ???"."""
    letter = hit.match["letter"]
    fact, value = _DENIALS[letter]
    answer = hit.match["answer"]
    if answer in {"?", "-"}:
        yield hit.claim(fact, Gap.UNKNOWN, weak=True)
    elif answer == "yes":
        yield hit.claim(fact, Gap.UNKNOWN)
    else:
        yield hit.claim(fact, value, weak=True)


def _unanswered(hit: Hit) -> Iterator[Claim]:
    letter = hit.match["letter"]
    yield hit.claim(_DENIALS[letter][0], Gap.UNKNOWN, weak=True, mode="said")


def _applies(hit: Hit) -> Iterator[Claim]:
    """“One of the exclusions does apply”: no summary stands beside it."""
    if hit.negated:
        yield from _whole(hit)
    else:
        yield hit.claim("none_of_the_exclusions", False, mode="said" if hit.mode == "unsure" else hit.mode)


_X = r"(?:exclusions?|excluded|exclusion grounds?|exclusionary \w+|disqualif\w+|obstacles?|bars|excluding (?:grounds?|criteria|items|factors)|ineligibility \w+|grounds for exclusion|barriers?|impediments?|reservations|prohibitions|restrictions|hurdles?|knock-?outs?|(?:points|items|things|conditions|clauses|paragraphs|letters) (?:in|of|from|under) (?:your )?(?:the )?section (?:i|1|one)|(?:exclusion|other|remaining|negative) (?:points|items|conditions|criteria))"
_SEC = r"(?:section|sect|sec|§|part|chapter) ?(?:i|1|one)\b"
_LIST = r"(?:(?:the )?(?:items?|points?|letters?|clauses?|paragraphs?|conditions?|exclusions?|section i) )?\(?[a-e]\)? ?(?:(?:-|to|through|till|until|bis|thru|,|and|or|, and|, or) ?\(?[a-e]\)? ?)*"
_PLIST = r"(?:(?:the )?(?:items?|points?|letters?|clauses?|paragraphs?|conditions?|exclusions?|der punkte) )?(?:from )?\([a-e]\)(?: ?(?:-|to|through|till|until|bis|thru|,|and|or|, and|, or) ?\([a-e]\))*"
_QUANT = r"(?:none|not one|not any|nothing|neither|no one|not a single one|keiner|zero|nobody)"


def _represented(hit: Hit) -> Iterator[Claim]:
    """The items are worded as denials: to make them all is to deny all of (a) to (e)."""
    letters = letters_in(hit.match.group()) or _LETTERS
    if hit.negated or not _is_own(hit):
        yield hit.nothing("none_of_a_to_e")
    else:
        yield from by_letters(hit, letters)


def _fine(hit: Hit) -> Iterator[Claim]:
    if (
        (hit.negated and not re.search(r"\bclear of\b|\bno\b", hit.match.group()))
        or (
            re.search(r"\bclear of\b", hit.match.group())
            and "AMZN" in hit.text
            and not re.search(r"exclusion", hit.text)
        )
        or not _is_own(hit)
    ):
        yield hit.nothing("none_of_the_exclusions")
    else:
        yield hit.claim("none_of_the_exclusions", True)


FRAMES: tuple[Frame, ...] = (
    Frame(
        "none of the letters",
        compiled(
            r"\b<q>(?: (?:in|of|from|among|under|at|is|der punkte|points?|the|these|those|stuff|things?|cases?|circumstances|listed|mentioned|conditions|situations|described))* <l>|<l>(?: ?[:=-] ?| )(?:(?:do|does|is|are|was) not (?:apply|concern|fit|affect|relevant|an issue|apply to me|true|a problem|hold|touch|me)|don not apply|not apply|no|none|all no|never|nothing|not applicable|n/a|all clear|clear|are (?:all )?(?:fine|clear|negative|ok|no)|none appl\w+|: none)\b|"
            r"\bno (?:issues?|problems?|trouble|conflict) (?:with|under|in) <l>|\b(?:clear of|free of) <l>|\bnot (?:affected by|concerned by|covered by|caught by|subject to|under) (?:any of )?<l>|\bnone of (?:a|the items a)(?: ?(?:-|to|through) ?)e\b|\b(?:checked|read|went through|looked at) <l> ?[:,] ?(?:none|nothing|not one|no)\b",
            q=_QUANT,
            l=_PLIST,
        ),
        _letters,
        (
            "None of (a)-(e) applies to me.",
            "(a) to (d) don't apply to me.",
            "Nothing in (a) through (e) concerns me.",
            "(a)-(e): no.",
        ),
        ("I don't understand clause (e).", "Does (a) apply?", "My wife says none of (a) to (e) applies."),
    ),
    Frame(
        "item answered",
        compiled(
            r"^(?:and |or )?\((?P<letter>[a-e])\) ?(?:[:=-] ?)?(?:i |there is |that is |is |: )?(?P<answer>no|none|never|not|nope|nothing|nobody|n/a|false|yes|\?|neither|does not apply|not applicable)\b"
        ),
        _item,
        ("(a) no", "(d) none"),
        ("(a) is about governments.",),
    ),
    Frame(
        "item left blank",
        compiled(r"^\((?P<letter>[a-e])\) ?[?:. -]*$"),
        _unanswered,
        ("(a) no (d) ??? (e) no",),
        ("(d) no",),
    ),
    Frame(
        "none of the exclusions",
        compiled(
            r"\b(?:<q>(?: of)?(?: the| this| that| your)? (?:stuff|things?|points?|items?|cases?|rest|bits?) (?:in|of|from|under|listed in) <s>|<q>(?: (?:of|in|from|among|under|at|all|else|other))*(?: (?:the|your|these|those|any|its|that))?(?: (?:other|remaining|further|rest of the|listed|section|<s>|remaining other|rest of))*(?: <x>| <s>(?: \w+){0,4}?(?: <x>)?)|no (?:(?:other|further|single|additional|remaining|more|such) )*(?:<s> )?<x>|not (?:\w+ ){0,4}?(?:any|one|a single one)(?: of)?(?: the| your| these| those)? (?:<s> )?<x>|is not (?:one|a single|any) <x>|(?:<s> )<x>(?: (?:in|of|from|under) <s>)? ?,? (?:none|not one|no one|nothing)(?: (?:of them|apply|applies|is me|are me|fits|concerns?))*|<x>(?: (?:in|of|from|under) <s>)? ?[:,-] (?:not one|none|no one|not a single one)\b|of the <x>(?: \w+){0,6} , none|"
            r"(?:the |all )?(?:other|remaining|rest of the|rest of|further)(?: of)?(?: the)? ?(?:<s> )?(?:<x>|points|things|ones|items)?(?: (?:in|of|from|under) <s>(?: i)?)? (?:do|does|is|are) not (?:apply|concern|fit|for me|relevant|affect|touch|an issue|hold)\w*|(?:other|remaining) <x>[^.]{0,20}?[:,-] ?(?:none|no)\b|<x>(?: (?:in|of|from) <s>)?(?: \w+){0,2} ?[:=] ?(?:none|no|nothing|not applicable|n/a)\b|"
            r"nothing else (?:in|from|of|under|about) <s>|nothing in the <x>|none of the rest|none of your <x>|not any of the <x>)",
            q=_QUANT,
            x=_X,
            s=_SEC,
        ),
        _whole,
        (
            "None of the exclusions in section I applies to me.",
            "No other exclusion applies.",
            "no section I exclusion applies to me",
            "The other exclusions don't concern me.",
        ),
        (
            "Which exclusions are in section I?",
            "Do none of the exclusions matter?",
            "My colleague says none of the exclusions apply to him.",
        ),
    ),
    Frame(
        "representations made",
        compiled(
            r"\b(?:make|give|confirm|sign|stand by|hold|true|can represent|represent)\b(?: \w+){0,6}? (?:representations?|statements?|declarations?)(?: (?:in|under|of|from))? <l>|\b(?:make|give|sign) (?:all|every one of|each of)(?: of)? (?:the )?representations\b",
            l=_PLIST,
        ),
        _represented,
        ("I can truthfully make all the representations in (a) to (e).",),
        ("Must I make all the representations in (a) to (e)?",),
    ),
    Frame(
        "letters represented",
        compiled(
            r"<l>(?: ,)? (?:[\w']+ ){0,3}(?:represent(?:ed)?|declare[d]?|affirm(?:ed)?|confirm(?:ed)?|state[d]? truthfully|can be (?:made|signed|given)|are true|hold(?:s)? for me|hold true|true of me)\b",
            l=_PLIST,
        ),
        _represented,
        ("Everything from (a) through (e) I can represent truthfully.",),
        ("May (a) to (e) be represented by somebody else?",),
    ),
    Frame(
        "everything else is fine",
        compiled(
            r"\b(?:all (?:the )?(?:other|remaining) (?:<s> )?(?:points|conditions|requirements|criteria|items|exclusions|representations)(?: (?:in|of) <s>)? (?:are|is) (?:clear|fine|met|satisfied|ok|fulfilled)|(?:i|we) (?:meet|satisfy|fulfil|fulfill|pass) (?:all|every one of|each of) (?:of )?(?:the )?(?:other |remaining )?(?:eligibility )?(?:representations|exclusions)|"
            r"(?:i am |is )?clear of (?:all|every(?: one)?|each|any)(?: of)?(?: the| them| those)?(?: <s>)?(?: <x>)?\b|otherwise no (?:<s> )?<x>|all (?:the )?<s> <x>[^.]*\bclear of every one|otherwise clear|the rest (?:of <s> )?(?:is|are) (?:clear|fine|ok)|all other <s> points are clear|all the rest is fine)",
            x=_X,
            s=_SEC,
        ),
        _fine,
        ("I checked all the section I exclusions and I'm clear of every one.", "All other section I points are clear."),
        ("Is the rest fine?", "I'm clear of Amazon."),
    ),
    Frame(
        "some exclusion applies",
        compiled(
            r"\b(?:one|some|1|several|two|at least one) of the <x>(?: \w+){0,3} (?:does|do|may|might|applies|apply|concerns?)\b|\ball (?:of )?the exclusions apply\b",
            x=_X,
        ),
        _applies,
        ("One of the exclusions in section I does apply, I fear.",),
        ("Does one of the exclusions apply?",),
    ),
    Frame(
        "in other languages",
        compiled(
            r"\b(?:ninguna|ninguno|none|no|aucune?|keiner|keine|nenhuma|nessuna|geen|żadne) (?:de las|de los|des|der|das|delle|van de|z) (?:exclu\w+|ausschl\w+|esclus\w+|uitsluit\w+|wyklucz\w+)\b"
        ),
        lambda hit: iter((hit.claim("none_of_the_exclusions", True),)),
        ("Ninguna de las exclusiones de la sección I se aplica a mi caso.",),
        ("¿Se aplica alguna de las exclusiones?",),
    ),
)
