"""The employer: Rules § I ¶ 1, "an accredited academic institution" or an organisation equivalent to 501(c)(3)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from assistant.eligibility import Gap
from assistant.reader.claims import Claim, Frame, Hit, Read, compiled

__all__ = ["FRAMES", "NEEDS"]

NEEDS = re.compile(
    r"accredit|akkredit|acreditad|accrédit|acredit|ngo|non-government|non-profit|charit|foundation|501c3|legal status|company|firm|startup|start-up|corporation|permanent|"
    r"fixed-term|fixed term|temporary|open-ended|indefinite|contract|tax-exempt|status|think tank|tenure|gmbh|ltd|affiliation|unlimited|recogni|university p|university j|no uni|no college|no school|academic|anywhere|faculty|independent|self-employed|unaffil"
)
_OTHERS = re.compile(
    r"\b(?:where|at which) i (?:did|studied|was|got|graduated|worked|used|took|earned|wrote)\b|\b(?:next to (?:ours|us)|neighbou?ring|another|other|a friend 's|my (?:wife|husband|sister|brother) 's|[A-Z]+ 's) (?:\w+ ){0,3}$|\b(?:university|college|school) next to ours\b|\b(?:becoming|being|get|getting|become) (?:\w+ )?$"
)
_PENDING = re.compile(
    r"\b(?:pending|applied for|applying for|application for|seeking|awaiting|waiting for|in process|under review|in progress|provisional|provisionally|candidate|expects? (?:the|a) decision|"
    r"will be|soon|expected|in the process|renewal is|being renewed|preliminary|conditional|conditionally|lapsed|on probation|hopes? to)\b"
)
_REFUSED = re.compile(
    r"\b(?:refused|denied|rejected|withdrew|withdrawn|revoked|lost|loses|lapsed|expired|stripped|turned down|removed|cancelled|taken away|without|lacks?|lacking|never had|never got)\b"
)


def _accredited(hit: Hit) -> Iterator[Claim]:
    sentence = hit.text
    if not hit.is_self or _OTHERS.search(hit.before[-60:]) or "next to ours" in sentence:
        yield hit.nothing("accredited")
        return
    word = hit.match.group()
    negated = hit.negated
    own = word.startswith(("un", "non", "not "))
    if word.startswith("accreditation") or "accreditation" in word:
        yield from _accreditation(hit)
    elif "no longer" in hit.before[-25:]:
        yield hit.claim("accredited", False)
    elif _PENDING.search(hit.before[-45:]) and not re.search(r"\b(?:also|already|fully) $", hit.before):
        yield hit.claim("accredited", Gap.UNKNOWN)
    elif re.search(r"\bnot yet $", hit.before):
        yield hit.claim("accredited", False)
    elif re.search(r"\b(?:was|used to be|had been|formerly|previously|once) $", hit.before):
        yield hit.claim("accredited", Gap.UNKNOWN)
    else:
        yield hit.claim("accredited", own == negated)


def _accreditation(hit: Hit) -> Iterator[Claim]:
    """An application for it is a wish that is stated."""
    for claim in _of_accreditation(hit):
        yield replace(claim, mode="said") if claim.mode == "wished" else claim


def _of_accreditation(hit: Hit) -> Iterator[Claim]:
    sentence = hit.text
    refused = re.search(
        r"\b(?:refused|denied|rejected|withdrew|withdrawn|revoked|lost|loses|expired|stripped|turned down|taken away|lacks?|lacking|without|no|never (?:had|got|received|obtained)|does not have|do not have|has not|have not|has no|have no)\b",
        sentence,
    )
    if refused and refused.group() in {
        "lacks",
        "lack",
        "lacking",
        "without",
        "no",
        "does not have",
        "do not have",
        "has no",
        "have no",
    }:
        yield hit.claim("accredited", not hit.negated)
    elif refused:
        back = re.search(
            r"\b(?:regained|restored|reinstated|got it back|appeal (?:succeeded|was granted)|again accredited|renewed)\b",
            sentence,
        ) and not re.search(r"\bnot got it back|not (?:been )?(?:restored|reinstated)", sentence)
        yield hit.claim("accredited", Gap.UNKNOWN if back else False)
    elif _PENDING.search(sentence):
        yield hit.claim("accredited", Gap.UNKNOWN)
    else:
        yield hit.claim("accredited", not hit.negated)


def _lost(hit: Hit) -> Iterator[Claim]:
    yield (
        hit.claim("accredited", False, mode="said" if hit.mode == "wished" else None)
        if hit.is_self
        else hit.nothing("accredited")
    )


_NOT_FOR_PROFIT = re.compile(
    r"non-?profit|not[- ]for[- ]profit|limited by guarantee|charitable company|section 8 company", re.IGNORECASE
)


def _kind(kind: str) -> Read:
    def read(hit: Hit) -> Iterator[Claim]:
        if (
            not hit.is_self
            or hit.negated
            or (kind == "company" and _NOT_FOR_PROFIT.search(hit.discourse.text))
            or re.search(
                r"\b(?:until|was|were|used to|before|former|formerly|previously|from|bought|by)\b[^,]*$", hit.before
            )
        ) or re.search(r"AMZN|pays? me (?:for|a fee)|board of|fee|besides|on the side|shares|spin-off|advis", hit.text):
            yield hit.nothing("institution")
        else:
            yield hit.claim("institution", kind)

    return read


def _no_academy(hit: Hit) -> Iterator[Claim]:
    if not hit.is_self:
        yield hit.nothing("accredited")
        return
    yield hit.claim("accredited", False)
    if "AMZN" in hit.text:
        yield hit.claim("institution", "company")


def _status(hit: Hit) -> Iterator[Claim]:
    if hit.is_self and re.search(
        r"\b(?:no (?:answer|decision|reply) yet|not yet|pending|in progress|under review|application (?:for|filed|to)|applied for|awaiting|waiting for)\b",
        hit.text,
    ):
        yield hit.claim("legal_status", Gap.UNKNOWN)
    elif not hit.is_self or re.search(r"\b(?:university|college)\b", hit.before[-30:]):
        yield hit.nothing("legal_status")
    elif _PENDING.search(hit.before[-40:]):
        yield hit.claim("legal_status", Gap.UNKNOWN)
    else:
        yield hit.claim("legal_status", not hit.negated)


def _permanent(hit: Hit) -> Iterator[Claim]:
    if not hit.is_self or re.match(r" (?:resident|residen|address|visa|home|secretary)", hit.after):
        yield hit.nothing("permanent")
    else:
        yield hit.claim("permanent", not hit.negated)


def _temporary(hit: Hit) -> Iterator[Claim]:
    if not hit.is_self or re.search(r"AMZN|GOV[A-Z]", hit.text):
        yield hit.nothing("permanent")
    else:
        yield hit.claim("permanent", hit.negated)


_EMPLOYER = (
    r"(?:at|for|with|in|of|by|is|are|belong to is|works? at) (?:a|an|our|my|the|one|this|that|,)? ?(?:[\w'-]+ ){0,5}?"
)


FRAMES: tuple[Frame, ...] = (
    Frame(
        "accreditation lost or refused",
        compiled(
            r"\b(?:lost (?:its|our|their|the|all)? ?accreditation|refused (?:us |it |them |our college )?(?:the )?accreditation|accreditation (?:\w+ ){0,3}(?:refused|revoked|withdrawn|denied|lost)|withdrew (?:our|its|the) accreditation|(?:no agency|nobody|never) (?:has ever |ever |been |was )?(?:recogni[sz]ed|accredited))\b"
        ),
        _lost,
        ("The agency refused us accreditation last spring.", "The university lost its accreditation in 2024."),
        ("Was your accreditation ever refused?",),
    ),
    Frame(
        "accredited",
        compiled(
            r"\b(?:un-?|non-?)?accredited\b|\baccreditation\b|\bakkreditierten?\b|\bacreditad[ao]\b|\baccréditée?\b|\baccreditata\b|\bcredenciada\b"
        ),
        _accredited,
        (
            "I'm at an accredited university.",
            "our accreditation is still pending",
            "acredited univercity",
            "It can't be said that we're unaccredited.",
        ),
        (
            "The university next to ours isn't accredited.",
            'what does "accredited" mean here?',
            "My wife's college is accredited.",
        ),
    ),
    Frame(
        "legal status",
        compiled(
            r"\b501c3\b|\blegal status\b|\bcharitable status\b|\bcharity status\b|\bnon-profit status\b|\btax-exempt\b|\bpublic benefit status\b|\b(?:recogni[sz]ed|registered|acknowledged) as (?:a |an )?(?:charity|non-profit|ngo|public benefit)|"
            r"\blegally recogni[sz]ed (?:ngo|non-profit|charity|foundation|organization)"
        ),
        _status,
        ("We're a registered 501(c)(3).", "The NGO has a legal status equivalent to 501(c)(3)."),
        ("What does 501(c)(3) mean?", "My brother's church is a 501(c)(3)."),
    ),
    Frame(
        "NGO",
        compiled(
            _EMPLOYER
            + r"(?P<at>ngo|non-government (?:\w+ )?(?:organization|one|body|institute|501c3)|non-profit|charity|charities|think tank|foundation)\b"
        ),
        _kind("ngo"),
        ("I work at an NGO in Nairobi.",),
        ("The museum foundation pays me for tours on the side.", "My sister works at an NGO."),
    ),
    Frame(
        "company",
        compiled(
            r"(?:"
            + _EMPLOYER
            + r"|, (?:a|an) (?:\w+ ){0,3}?|\b(?:director|owner|ceo|cto|founder|head|employee|scientist|researcher|chief) (?:of|at|in) (?:\w+ ){0,3}?|\bregistered as (?:a )?(?:\w+ )?|\bwe are (?:a |an )?(?:\w+ ){0,2}?)(?P<at>company|startup|start-up|corporation|gmbh|ltd|for-profit|consultancy|private firm|limited company|industry|firm)\b(?! law| called university)"
        ),
        _kind("company"),
        ("I'm a research scientist in a robotics company in Odense.",),
        ("I was at a small firm until 2020.", "My wife works at a company.", "I teach company law."),
    ),
    Frame(
        "no academic post",
        compiled(
            r"(?:^|, |\bhave |\bwith |\band )no (?:university|college|school|academic employer)(?= ,|$| and| or| \))|\b(?:no|without a|without any|not have a|not have any) (?:university|academic|faculty) (?:post|position|job|affiliation|appointment)\b|\bnot (?:teach|work|employed) (?:anywhere|at (?:a|any) (?:university|college))\b"
        ),
        _no_academy,
        ("I'm a scientist at AWS with no university post at the moment.", "I don't teach anywhere."),
        ("My wife has no university post.",),
    ),
    Frame(
        "no employer",
        compiled(
            r"\b(?:no (?:institutional )?affiliation|without (?:any )?(?:institutional )?affiliation|unaffiliated|self-employed|indepen[a-z]+ (?:\w+ )?(?:researcher|scientist|scholar)|freelance (?:\w+ )?(?:researcher|scientist)|no employer|not affiliated with any|no institution)\b"
        ),
        lambda hit: (
            iter((hit.claim("accredited", False), hit.claim("legal_status", False)))
            if hit.is_self
            else iter((hit.nothing(),))
        ),
        ("I'm an independent researcher.",),
        ("My father is an independent researcher.",),
    ),
    Frame(
        "fixed term",
        compiled(
            r"\b(?:fixed[- ]term|temporary|time-limited|limited-term|non-permanent|short-term|befristet|term-limited)\b|\bcontract (?:\w+ ){0,6}?(?:runs out|ends|expires|runs until|runs? to|runs? till|runs? through|is until|is till|until)\b(?! i retire)"
        ),
        _temporary,
        ("I'm on a fixed-term contract.", "My contract with the NGO runs out in June 2028."),
        ("My contract with AWS ended in 2020.", "Her contract ends in May."),
    ),
    Frame(
        "permanent",
        compiled(
            r"\b(?:permanent(?:ly)?|open-ended|indefinite|unbefristet|without end date|no end date|unlimited contract|tenured)\b"
        ),
        _permanent,
        ("I have a permanent contract as a researcher.",),
        ("Must the post be permanent?", "I am a permanent resident of Canada."),
    ),
)
