"""US export controls and sanctions: Rules § I(b). Nationality and birthplace say nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.reader.claims import Claim, Frame, Hit, compiled
from assistant.reader.negation import negated

__all__ = ["FRAMES", "NEEDS"]

NEEDS = re.compile(
    r"sanction|export|ofac|sdn|entity list|denied|list|embargo|blocked|bis\b|restrict|commerce|treasury|asset|listed|freeze|froze|frozen|designat|magnitsky"
)
_ELSEWHERE = re.compile(
    r"\b(?:eu|european union|european|uk|british|swiss|switzerland|un|united nations|chinese|russian|ukrainian|canadian|australian|japanese|another country|israeli|turkish)\b"
)
_US = re.compile(
    r"\b(?:specially designated|consolidated screening|unverified list|blocked persons|debarred|bureau of industry|usa|us|ofac|sdn|commerce department|department of commerce|bis|treasury|denied persons|entity list|commerce dept|commerce)\b"
)
_INSTITUTION = re.compile(
    r"\b(?:my|our|the|his|her) (?:\w+ )?(?:university|institution|college|school|institute|employer|department|lab|faculty|academy)\b(?! 's payroll)"
)
_STUDIED = re.compile(
    r"\b(?:research|study|studies|studying|teach|teaching|class|course|papers?|books?|project|expert|work) (?:\w+ ){0,2}(?:on|about|of|into|in) (?:[\w-]+ ){0,3}$"
)
_REMOVED = re.compile(
    r"\b(?:removed|taken off|delisted|de-listed|struck off|dropped from|off the|lifted|no longer|came off|got off|cleared)\b"
)


_LOOKED = re.compile(r"\b(?:checked|read|searched|looked|went through|consulted|familiar with)\b")
_UNDER = re.compile(
    r"\b(?:on|under|by|subject|listed|sanction\w*|designated|added|named|put|frozen|blocked|against|apply|applies|yes|restricted|falls?|hit)\b"
)


def _sanctioned(hit: Hit) -> Iterator[Claim]:
    sentence = hit.text
    denied = negated(sentence, hit.match.end() - 1)
    if _about_institution(hit):
        if denied:
            yield hit.nothing("us_restrictions")
        else:
            yield hit.claim("us_restrictions", "listed_institution")
        return
    if not denied and (
        _LOOKED.search(sentence)
        or (hit.match.group() in {"ofac", "sdn", "export controls", "export control"} and not _UNDER.search(sentence))
    ):
        yield hit.nothing("us_restrictions")
        return
    if _STUDIED.search(hit.before) or not (hit.is_self or hit.subjects[0].kind == "nobody"):
        yield hit.nothing("us_restrictions")
        return
    yield from _denied(hit) if denied else _admitted(hit)


def _denied(hit: Hit) -> Iterator[Claim]:
    """A denial of another country's list says nothing of American ones."""
    if _ELSEWHERE.search(hit.text) and not _US.search(hit.text):
        yield hit.nothing("us_restrictions")
    else:
        yield hit.claim("us_restrictions", False)


def _admitted(hit: Hit) -> Iterator[Claim]:
    sentence = re.sub(r"\bnot (?:of |by |in |from |on )?(?:the |any )?(?:usa|us|american)\b", "", hit.text)
    elsewhere = _ELSEWHERE.search(sentence)
    domestic = _US.search(hit.match.group()) or (_US.search(sentence) and not elsewhere)
    if elsewhere and not domestic:
        yield (
            hit.nothing("us_restrictions")
            if _REMOVED.search(sentence)
            else hit.claim("us_restrictions", "other_country")
        )
    elif _REMOVED.search(sentence) and not re.search(
        r"\bstill\b|\bnot (?:yet )?(?:removed|lifted|cleared|taken)", sentence
    ):
        yield from _removed(hit)
    elif re.search(r"\b(?:froze|frozen|blocked)\b", hit.match.group()):
        yield (
            hit.claim("us_restrictions", "unknown")
            if domestic or elsewhere is None
            else hit.claim("us_restrictions", "other_country")
        )
    elif not domestic:
        yield from _some_list(hit)
    else:
        yield hit.claim("us_restrictions", True, mode="unsure" if hit.mode == "wished" else hit.mode)


def _removed(hit: Hit) -> Iterator[Claim]:
    if elsewhere := _ELSEWHERE.search(hit.text):
        yield hit.claim("us_restrictions", "other_country") if not elsewhere else hit.nothing("us_restrictions")
    elif re.search(r"\b(?:asked|applied|hope|expect|will|requested|waiting|appeal)\b", hit.text):
        yield hit.claim("us_restrictions", True)
    else:
        yield hit.claim("us_restrictions", False)


def _some_list(hit: Hit) -> Iterator[Claim]:
    """Sanctions of nobody in particular: whose list it is has to be asked."""
    if re.search(r"\bsanction|blocked|frozen|\b(?:put|placed|added|named) (?:me|my name)", hit.text):
        yield hit.claim("us_restrictions", "unknown")
    else:
        yield hit.nothing("us_restrictions")


def _about_institution(hit: Hit) -> bool:
    where = _INSTITUTION.search(hit.text)
    if where is None or re.search(r"\bpayroll|accredited\b", where.group()):
        return False
    nearest = re.search(r"\b(?:i|me|my name|myself|personally)\b", hit.text[where.start() + 3 : hit.match.end() + 20])
    return where.start() < hit.match.end() and nearest is None


def _concern(hit: Hit) -> Iterator[Claim]:
    """“No US sanctions concern me”, "the US has no sanctions on me"."""
    yield hit.claim("us_restrictions", False) if hit.is_self else hit.nothing("us_restrictions")


_L = r"(?:list|lists|one)"


FRAMES: tuple[Frame, ...] = (
    Frame(
        "no sanctions",
        compiled(
            r"\b(?:sanctions?|export controls?|sanctions? and export controls?|sanctions? (?:or|/|and) (?:us |usa )?export (?:controls?|restrictions?|control list))(?: \w+)? ?[:=]? (?:none|no|never|nothing|n/a)\b(?! (?:\w+ )?(?:pay|government|amazon|AMZN))|\bneither (?:\w+ )*?sanctions?(?: \w+)* nor (?:\w+ )*export controls?|\bsanctions? no\b"
        ),
        _concern,
        ("Sanctions or export controls: none.", "The US has neither sanctions nor export controls against me."),
        ("My wife: sanctions none.",),
    ),
    Frame(
        "sanctioned",
        compiled(
            r"\b(?:(?:usa|us|american|personal|any|other|further) )*(?:export[- ]control(?:s|led)?|export restrictions?|sanctions?(?! committee)|sanctioned|embargo(?:ed)?|trade restrictions?)(?: lists?)?\b|\b(?:ofac(?: 's)?|sdn(?: list)?|denied persons list|denied parties list|denied party list|entity list|unverified list|blocked persons list|specially designated nationals?(?: list)?|consolidated screening list|debarred list)\b|"
            r"\b(?:on|from|off) (?:(?:any|no|the|a|an|some|such|american|another) )*(?:usa|us|american|eu|uk|european|swiss|black) <l>\b|\b(?:usa|us) (?:sanctions )?list\b|\b(?:usa|us) (?:trade |export )?restrictions?\b|\bdenial order\b|\bexport (?:violation|ban)\b|\b(?:put|placed|added|named) (?:me|my name)(?: \w+){0,3} (?:on|to) (?:\w+ ){0,5}list\b|\basset freeze\b|\bdesignated (?:by|person)\b|\bexport-controlled\b|\b(?:froze|frozen|blacklisted|black-listed|blocked)\b|\bon (?:no|any) list\b",
            l=_L,
        ),
        _sanctioned,
        (
            "I'm not under US sanctions or export controls.",
            "I am on OFAC's SDN list.",
            "My name is on the Denied Persons List.",
            "im not on any US list",
        ),
        (
            "My colleague is on the SDN list.",
            "Is an EU sanctions list relevant?",
            "Imagine my friend was on a sanctions list.",
        ),
    ),
)
