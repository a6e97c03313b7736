"""Plain denials about government pay, US restrictions and cloud procurement: Rules § I(a), (b) and (e).

A clause that names the topic in general, is denied, and holds nothing that takes part of the
denial back, is read by its sense. A denial of one body's pay, or of one country's list, is none.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from assistant.reader.claims import Claim, Frame, Hit, Read, compiled
from assistant.reader.clauses import Clause, clauses_of, has_caveat
from assistant.reader.modality import Mode

__all__ = ["FRAMES", "NEEDS"]

NEEDS = re.compile(
    r"GOV|govern|public|state|civil|sanction|export|ofac|list|restrict|procur|tender|cloud|AMZN|rfp|bids?\b|embargo|federal|ministr|municip|taxpayer|authorit"
)
_BESIDE = re.compile(
    r"\b(?:other than|apart from|aside from|except(?: for| as| from)?|besides|beside|beyond|outside(?: of)?|but(?: for)?|save for|excluding|not counting|leaving aside|(?<!not )only|(?<!not )just|otherwise|in addition to|on top of|bar|barring)(?: [\w'-]+){0,5}? "
    r"(?:university|college|school|institution|institute|academy|professor\w*|lecturer\w*|lectureship|teach\w*|faculty|salary|pay|post|job|it|that|this|them|position|chair|employer|UNI|academia|mine)(?: (?:'s|itself|salary|one|post|job|own|alone|there|here|at the university|paid by it|as \w+|position|in \w+))*"
)
_OTHERWISE = re.compile(
    r"\b(?:otherwise|besides|on the side|else|elsewhere|in addition|apart from that|as well|too|now or ever|before or now|today|currently|now|at all|at present|the state university|any more)\b"
)
_OTHERS = re.compile(r"\b(?:SPOUSE|PARENT|CHILD|SIBLING|PARTNER|INLAW|HOUSEMATE|OTHERREL|DISTANT|UNREL|FAMILY)\b")
_DOUBT: tuple[Mode, ...] = ("unsure", "supposed", "reported", "asked")

_GOVERNMENT = re.compile(
    r"\bGOVBODY\b|\bGOVUNCLEAR\b|\bgovernment\w*\b|\bpublic[- ](?:sector|body|bodies|office|offices|authority|authorities|employment|employer|purse|servant|pay|salary|money|entity|entities|institution|institutions|service|administration|agency|agencies|post|job|payroll|wage)\b|"
    r"\bstate (?:body|bodies|job|money|pay|employer|payroll|entity|entities|agency|agencies|salary|employment|employee|post|authority|organ|organs|institution|wage|office)\b|\b(?:paid by|from|for|by|of|with) the state\b|\bcivil (?:servant|service)\b|\bofficial (?:post|job|body)\b|\b(?:federal|municipal|ministerial|civic|provincial|governmental) (?:job|pay|employment|employee|post|salary|work|role|position|payroll)\b|"
    r"\b(?:any|other|public) authorit(?:y|ies)\b|\b(?:paid|employed) by (?:the |any )?state\b|\b(?:from|by) (?:the )?state\b|\btaxpayers?\b|\b(?:ministries|authorities|agencies)\b|\bgov (?:job|pay|work|post|role|employment|employee|salary|employer)\b|\bcrown\b"
)
_SINGLE = re.compile(
    r"\b(?:ministry|parliament|army|police|court|council|hall|nasa|nist|nih|laboratory|lab|embassy|that|this|municipality|congress|navy|treasury|commission)\b"
)
_SEAT = re.compile(
    r"\b(?:board|seat|committee|panel|advis\w+|volunteer|unpaid|grant|grants|funded|funding|project|contract work|scholarship|consult\w*|member|secret|clearance|interference)\b"
)
_SANCTIONS = re.compile(
    r"\b(?:sanction(?:s|ed)?|export[- ]?(?:controls?|control|ctrl|restrictions?|restricted|controlled|rules|bans?|limits?|regulations?)|exp(?:ort)?[. ]?(?:ctrl|control)|ofac|sdn|denied (?:persons?|part(?:y|ies))|entity list|embargo\w*|"
    r"(?:usa|us|american) (?:\w+ )?(?:lists?|restrictions?|blacklists?|watchlists?|controls)|trade restrictions|restricted party|debarred|blacklists?|watchlists?)\b"
)
_ELSEWHERE = re.compile(
    r"\b(?:eu|european|uk|british|swiss|un|united nations|chinese|russian|canadian|australian|japanese|own country|national|foreign|other countries|any country|removed|lifted|delisted|university|institution|lab|college|employer)\b"
)
_PROCUREMENT = re.compile(
    r"\b(?:procur\w*|tender\w*|rfps?)\b|\b(?:cloud|AMZN|hosting)(?: [\w'-]+){0,4}? (?:purchas\w*|buy\w*|vendors?|providers?|deals?|decisions?|selections?|acquisitions?|bids?|sourcing|stuff|infrastructure|matters|spend\w*|orders?|bought|choices?|committees?|computing|(?<!\bany )(?<!\ba )(?<!\bwhat )(?<!\bwhatever )capacity|resources|shopping|business|suppliers?)\b|"
    r"\b(?:purchas\w*|buy\w*|bought|choos\w*|chose\w*|select\w*|pick\w*|acquir\w*|acquisitions?|bids?|sourc\w*|order\w*|rent\w*|negotiat\w*|award\w*|decid\w*|evaluat\w*)(?: [\w'-]+){0,6}? (?:clouds?|AMZN|hosting|iaas)\b|\bcloud\b"
)
_FOR_CLOUD = re.compile(r"\b(?:cloud|AMZN|infrastructure|hosting|aws|iaas|any|such|kind|sort|whatever|it)\b")
_ROLE = re.compile(
    r"\b(?:procur\w*|tender\w*|rfp)\b.*\b(?:none|never|no|nothing)\b|\b(?:part|role|hand|involve\w*|sat|say|never|participat\w*|authority|been|nothing)\b"
)
_ACTED = re.compile(
    r"\b(?:chose|picked|won|scored|signed|voted|approved|evaluated|led|wrote|ran|helped|sat on|recommended|advised|negotiated)\b"
)


def _region(parts: tuple[Clause, ...], at: int, topics: re.Pattern[str]) -> str:
    """The clause, and what follows it without a topic of its own."""
    words = [parts[at].text]
    for clause in parts[at + 1 :]:
        if _ANY_TOPIC.search(clause.text) or topics.search(clause.text) or len(words) > _TAIL:
            break
        words.append(clause.text)
    return " , ".join(words)


_TAIL = 2
_ANY_TOPIC = re.compile(
    r"\b(?:AMZN|GOV[A-Z]+|government|sanction\w*|export|procur\w*|tender\w*|cloud|proposals?|accredit\w*|exclusions?|faculty|professor|lecturer|aged?|years old|university|submit\w*|FAMILY|no|never|not|none|one|live|full-time|\d\d)\b"
)


_SHORT = 4
_LABEL_MARKS = {" :", " ,", " -"}


def _is_answered(text: str, parts: tuple[Clause, ...], at: int) -> bool:
    """“Cloud procurement: I was never there”: a label, and a denial after it."""
    if at + 1 >= len(parts) or text[parts[at].end : parts[at].end + 2] not in _LABEL_MARKS:
        return False
    label = re.match(r"(?:and |so )?(?:as (?:to|for|regards)|about|regarding|concerning|with|on|re) ", parts[at].text)
    short = len(parts[at + 1].text.split()) <= _SHORT and re.match(r" ?(?:not|never|no)\b", parts[at + 1].text)
    if not label and not short and text[parts[at].end : parts[at].end + 2] != " :":
        return False
    return parts[at + 1].negator and not _ANY_TOPIC.search(
        re.sub(r"\b(?:no|never|not|none|one)\b", "", parts[at + 1].text)
    )


def _denies(fact: str, topic: re.Pattern[str], is_general: Callable[[Hit, str, str], bool]) -> Read:
    def read(hit: Hit) -> Iterator[Claim]:
        if hit.sentence.end_mark == "?" or any(hit.mode_anywhere(mode) for mode in _DOUBT):
            return
        parts = clauses_of(hit.text)
        for at, clause in enumerate(parts):
            if not topic.search(clause.text) or not (clause.denied or _is_answered(hit.text, parts, at)):
                continue
            around = _region(parts, at, topic)
            if is_general(hit, clause.text, around) and not _OTHERS.search(clause.text):
                yield hit.claim(fact, False, (clause.start, clause.end), weak=False)

    return read


def _government(hit: Hit, words: str, around: str) -> bool:
    plain = re.sub(r"\bagenc(?:y|ies)\b", " ", _OTHERWISE.sub(" ", _BESIDE.sub(" ", around)))
    return not (
        has_caveat(plain) or _SEAT.search(words) or (_SINGLE.search(_detail(hit, words)) and not _any(hit, words))
    )


def _detail(hit: Hit, words: str) -> str:
    del words
    return " ".join(token.detail for token in hit.sentence.tokens if token.text == "GOVBODY")


def _any(hit: Hit, words: str) -> bool:
    return bool(
        re.search(r"\b(?:any|other|government|public|state|no|whatsoever|kind)\b", f"{words} {_detail(hit, words)}")
    )


def _sanctions(hit: Hit, words: str, around: str) -> bool:
    del hit
    return not (
        has_caveat(_OTHERWISE.sub(" ", around))
        or _ELSEWHERE.search(words)
        or re.search(r"\b(?:research|study|teach\w*|work) (?:on|about)\b", words)
    )


def _procurement(hit: Hit, words: str, around: str) -> bool:
    del hit
    if re.search(r"\b(?:any|no|other) other (?:\w+ )?(?:procur|tender|cloud)", words):
        return False
    if not _FOR_CLOUD.search(words) and not _ROLE.search(words):
        return False
    plain = (
        re.sub(r"\b(?:signed|will|today|now|currently) ?", " ", _OTHERWISE.sub(" ", around))
        if "never" in words
        else _OTHERWISE.sub(" ", around)
    )
    tail = around[len(words) :]
    return not (
        has_caveat(plain)
        or _ACTED.search(tail)
        or re.search(r"\b(?:component|part of it was|vote|alone|lead|led|know|use|uses|using)\b", words)
    )


FRAMES: tuple[Frame, ...] = (
    Frame(
        "no pay from any government",
        compiled(r"^.+$"),
        _denies("government_pay", _GOVERNMENT, _government),
        (
            "No public-sector salary apart from the university's own.",
            "Not paid by any public body.",
            "government job? no",
            "I'm not employed by a public body beyond that.",
        ),
        (
            "I'm not only a professor but also paid by the government.",
            "My wife has no government job.",
            "I have had no government job since May.",
            "Is no government job allowed?",
        ),
    ),
    Frame(
        "under no US restrictions",
        compiled(r"^.+$"),
        _denies("us_restrictions", _SANCTIONS, _sanctions),
        (
            "US sanctions, export controls: none on me.",
            "The US neither sanctions me nor export-controls me; no sanctions.",
            "no US sanctions or export ctrl",
        ),
        (
            "I'm on no EU sanctions list.",
            "My university is not on the Entity List.",
            "I'm not sure about export controls.",
            "I'm no longer on the SDN list.",
        ),
    ),
    Frame(
        "never in a cloud procurement",
        compiled(r"^.+$"),
        _denies("procurement", _PROCUREMENT, _procurement),
        (
            "As for cloud purchases, never.",
            "procurement of AWS cloud: none",
            "I've stayed out of every cloud procurement.",
            "Never touched a cloud tender.",
        ),
        (
            "I didn't vote in the cloud tender.",
            "My colleague never took part in a cloud tender.",
            "I was not in charge of the cloud tender, I only scored the bids.",
            "I have never been in a cloud tender except one.",
        ),
    ),
)
