"""Cloud infrastructure procurements involving AWS: Rules § I(e). No time limit, and no vote is needed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.reader.claims import Claim, Frame, Hit, compiled

__all__ = ["FRAMES", "NEEDS"]

NEEDS = re.compile(
    r"requirement|specification|specs|scored|part in|say in|role in|involved in|participated in|procur|tender|cloud|bids?\b|purchas|buy|bought|AMZN|vendor|NOTCOMPANY|acquisition of|provider|hosting|rfp|servers"
)
_CLOUD = re.compile(
    r"\b(?:cloud|hosting|aws|servers?|infrastructure|iaas|compute|data ?center|azure|google|microsoft|oracle|NOTCOMPANY)\b"
)
_ACT = re.compile(
    r"\b(?:procur\w+|tender\w*|bids?|rfp|chose|choose|chosen|choosing|select\w*|pick(?:ed|s|ing)?|evaluat\w+|scor\w+|vot\w+|sign(?:s|ed|ing)?(?: off)?|negotiat\w+|decid\w+|decision|approv\w+|committee|panel|purchas\w+|bought|buy|buys|buying|"
    r"specifications?|specs|working group|contract|award(?:ed|ing)|recommend\w+|advis\w+|organi[sz]ed|led|ran|signature|authority|say|acquired|acquisition|order(?:ed)?|switch\w*|migrat\w+)\b"
)
_ELSE = re.compile(
    r"\b(?:microsoft|azure|google|gcp|oracle|ibm|dell|hp|hpe|lenovo|supermicro|nvidia|cisco|fujitsu|atos|ovh|hetzner|alibaba|other vendor|another vendor|not AMZN|no AMZN|nobody from AMZN|without AMZN|non-AMZN)\b"
)
_LITTLE = re.compile(
    r"\b(?:credit card|lab 's card|few AMZN|instances?|small|petty|little|own card|my card|subscription|pay for|pays for|pay monthly|click|meeting|talk|spoke|discussed|chat)\b"
)
_NO_VENDOR = re.compile(
    r"\b(?:vendor unknown|unknown (?:vendor|to me)|which (?:company|vendor|provider|one|cloud)|do not (?:remember|know|recall) (?:which|who|what|the vendor|from whom|the)|forgot(?:ten)? (?:which|who)|not sure which|from whom|who got it|who won|some (?:vendor|provider)|no idea (?:who|which)|a cloud provider was|whichever)\b"
)
_DENIED_AFTER = re.compile(
    r" ?,? ?(?:i|we) (?:have |had )?(?:never|not)\b(?! (?:only|just|alone))|"
    r" ?,? ?(?:(?:i|we) )?(?:took no part|had no (?:part|role|say|hand|voice)|did not (?:take part|participate|join)|was (?:not|never) (?:part|involved))\b|"
    r"(?: happened)? ?,? ?(?:if it did)? ?,? ?without my (?:part|participation|involvement)\b"
)
"""“Cloud procurement, I took no part.”"""
_PART = re.compile(
    r"\b(?:i|we|me|my|our|APPLICANT|who|she|he|they|led|wrote|member|took part|helped|participat\w+|involved|represented|sat|chaired)\b"
)


def _part(hit: Hit) -> Iterator[Claim]:
    sentence = hit.text
    clause = sentence[max(0, hit.start - 120) : hit.match.end() + 120]
    about_cloud = _CLOUD.search(clause) or _is_cloud_seller(hit)
    if not about_cloud or not _ACT.search(clause):
        yield (
            hit.nothing("procurement")
            if (not about_cloud and hit.mode != "unsure") or hit.match.group() in {"cloud", "AMZN"}
            else hit.claim("procurement", "unknown", weak=True)
        )
        return
    if _is_anothers(hit):
        yield hit.nothing("procurement")
    elif (
        hit.negated
        or _DENIED_AFTER.match(hit.after)
        or re.search(
            r"\b(?:procurements?|purchas\w+|buying) ?[:=] ?(?:none|no|never|nothing|not any|n/a)\b|\bprocurements? (?:no|none|never)\b|\bcloud (?:buying|procurement) no\b",
            sentence,
        )
    ):
        yield from _denied(hit)
    elif _NO_VENDOR.search(sentence) or _NO_VENDOR.search(_next(hit)):
        yield hit.claim("procurement", "unknown_vendor")
    elif _ELSE.search(sentence) and not _aws_too(hit):
        yield hit.claim("procurement", False, weak=not re.search(r"\bonly\b", sentence))
    elif hit.mode == "unsure":
        yield hit.claim("procurement", "may_not_be_procurement", mode="said")
    elif "AMZN" not in clause and "NOTCOMPANY" not in clause and not _bid_next(hit):
        yield hit.claim("procurement", "unknown_vendor")
    elif re.search(r"\bprocurements? : yes\b", sentence):
        yield hit.claim("procurement", True)
    elif _LITTLE.search(sentence) and not re.search(
        r"\b(?:tender|procure[sd]?|procuring|bids?|committee|panel|sign(?:s|ed)? (?:off )?the)\b", sentence
    ):
        yield hit.claim("procurement", "may_not_be_procurement")
    else:
        yield hit.claim("procurement", True)


def _is_cloud_seller(hit: Hit) -> bool:
    """AWS sells cloud infrastructure; Amazon sells toner too."""
    return any(
        (token.text == "AMZN" and "aws" in token.detail) or "web services" in token.detail
        for token in hit.sentence.tokens
    )


def _next(hit: Hit) -> str:
    after = hit.sentence.index + 1
    return hit.discourse.sentences[after].text if after < len(hit.discourse.sentences) else ""


def _bid_next(hit: Hit) -> bool:
    """“Bidders: AWS, Azure” in the sentence after."""
    return bool(
        re.search(
            r"\b(?:bidders?|bids?|vendors?|won|lost|candidates|offers?|winner)\b.*\bAMZN|\bAMZN (?:won|lost|bid|was|offered|got)\b",
            _next(hit),
        )
    )


def _aws_too(hit: Hit) -> bool:
    """Whether AWS took part beside another vendor: bought from it, chosen over another, or among the bidders."""
    return bool(
        re.search(
            r"\b(?:AMZN over|chose AMZN|pick(?:ed)? AMZN|AMZN ,|AMZN (?:and|or|won|got|as well|too|among)|and AMZN|or AMZN|between|bid|bids|compared|against AMZN)(?!\w)",
            hit.text,
        )
    ) and not re.search(r"\b(?:no|not|nobody from|without|never) (?:\w+ ){0,2}AMZN", hit.text)


def _is_anothers(hit: Hit) -> bool:
    if not hit.is_self and hit.subjects[0].kind != "nobody":
        return True
    before = hit.before
    body = re.search(
        r"\b(?:my|our|the|his|her|its) (?:\w+ ){0,3}?(?:university|department|it|institution|college|employer|lab|company|rector|school|team|institute|administration|hospital|consortium|chancellor|head of it|procurement office|faculty)\b",
        before,
    )
    if body is None:
        return False
    return not _PART.search(before.replace(body.group(), " ")) and not _PART.search(hit.after) and not hit.negated


def _denied(hit: Hit) -> Iterator[Claim]:
    if re.search(
        r"\b(?:no|without a?|had no) vote\b|\bnot (?:vote|voted|decide|the one who)\b", hit.text[: hit.start]
    ) and not re.search(r"\b(?:never|nor|neither|or)\b", hit.text):
        yield hit.nothing("procurement")
    elif re.search(r"\b(?:not|no) (?:currently|now|longer|today)\b", hit.text):
        yield hit.claim("procurement", "unknown")
    else:
        yield hit.claim("procurement", False)


def _lab_use(hit: Hit) -> Iterator[Claim]:
    yield (
        hit.claim("procurement", "may_not_be_procurement")
        if hit.is_self or re.search(r"\b(?:we|my lab|our lab|my group)\b", hit.text)
        else hit.nothing("procurement")
    )


def _part_in_it(hit: Hit) -> Iterator[Claim]:
    """“... clouds? I never took part in any”: the topic stands in the sentence before."""
    previous = hit.discourse.sentences[hit.sentence.index - 1].text if hit.sentence.index else ""
    if re.search(r"\bprocure\w*|tender|cloud", previous) and hit.is_self and "procur" not in hit.text:
        yield hit.claim("procurement", not hit.negated)


def _panel(hit: Hit) -> Iterator[Claim]:
    """A seat on a panel that was about the cloud."""
    own = re.search(r"\b(?:i|we|me|APPLICANT)\b|^(?:was|sat|served|have been|been) ", hit.text)
    if not own or not hit.is_self or hit.negated or hit.mode == "asked":
        return
    if "AMZN" in hit.text or _bid_next(hit):
        yield hit.claim("procurement", True)
    elif not _ELSE.search(hit.text):
        yield hit.claim("procurement", "unknown_vendor")


def _wrote(hit: Hit) -> Iterator[Claim]:
    """What was done in a procurement that the sentence before tells of."""
    previous = hit.discourse.sentences[hit.sentence.index - 1].text if hit.sentence.index else ""
    if not (hit.is_self and re.search(r"\b(?:procur\w*|tender\w*|rfp)\b", previous) and "procur" not in hit.text):
        return
    if hit.negated:
        yield hit.nothing("procurement")
    elif "AMZN" in previous or "AMZN" in hit.text:
        yield hit.claim("procurement", True)
    elif _CLOUD.search(previous):
        yield hit.claim("procurement", "unknown_vendor")


FRAMES: tuple[Frame, ...] = (
    Frame(
        "bought for the lab",
        compiled(
            r"\b(?:pay|pays|paid|paying|bought|buy|use|run|runs|topped up|top up|charge[sd]?|billed?|rent|rented|spent|settled?)\b[^.]*\b(?:AMZN|NOTCOMPANY)\b[^.]*\b(?:(?:\w+ )?card|my own money|petty cash)\b|\bAMZN\b[^.]*\b(?:pay|paid|pays|bill)\b[^.]*\bcard\b|\b(?:few|some|several|little) (?:AMZN|NOTCOMPANY)\b[^.]*\b(?:pay|paid|card)\b"
        ),
        _lab_use,
        ("We pay for a little AWS time with my lab's credit card.",),
        ("My wife pays for AWS with her own card.",),
    ),
    Frame(
        "cloud procurement",
        compiled(
            r"\b(?:cloud(?: \w+){0,2} )?(?:procure(?:ments?|d|s)?|procuring|tenders?|tendering|rfp|bids)\b|\b(?:purchas(?:e|es|ed|ing)|buy(?:s|ing)?|bought|acquisition of|acquiring)(?: \w+){0,4}? (?:cloud|AMZN|infrastructure|hosting|servers)\b|\bcloud (?:\w+ )?(?:purchas(?:e|es|ing)|buying|committee|contract|provider|procurements?|decision|deal)s?\b|"
            r"\b(?:chose|choose|chosen|choosing|picked|pick|selected|select|voted for|recommended|approved|evaluated|signs?(?: off)?|signed(?: off)?|negotiated)(?: \w+){0,9}? AMZN\b|\bAMZN (?:tender|deal|procurement|infrastructure|capacity|cloud|purchase)s?\b|\bpurchase of (?:cloud|AMZN)\b|\bcloud(?: infrastructure)? (?:purchase|capacity)\b"
        ),
        _part,
        (
            "I've never taken part in a cloud procurement.",
            "I sign the university's AWS contract every year.",
            "Cloud procurement: none.",
            "I was on the committee that chose AWS as our cloud provider.",
        ),
        (
            "The dean sits on the cloud committee.",
            "Our IT department buys from AWS.",
            "In case I'm asked to join the procurement committee, should I refuse?",
        ),
    ),
    Frame(
        "on a panel for the cloud",
        compiled(
            r"^(?=.*\b(?:cloud|hosting)\b).*?(?P<at>\b(?:panel|committee|jury|evaluation team|evaluation group|working group|selection team|selection board|tender board)\b).*$"
        ),
        _panel,
        ("Was on the panel 2014, uni moved to cloud, AWS bid too.",),
        ("My dean sat on the cloud committee.", "I was never on a panel for cloud hosting."),
    ),
    Frame(
        "wrote its requirements",
        compiled(
            r"\b(?:i|we|APPLICANT|she|he) (?:\w+ ){0,2}?(?:wrote|drafted|prepared|scored|evaluated|reviewed|set|defined|advised|ranked|signed|chaired|approved|negotiated|compared|judged) (?:[\w-]+ ){0,4}(?:requirements|specifications?|specs|bids|offers|criteria|shortlist|documents|tender|contract|scores|vendors|tenders)\b"
        ),
        _wrote,
        ("Our school ran a procurement for cloud infrastructure from AWS. I wrote the technical requirements.",),
        ("I wrote the requirements for my course.", "My colleague wrote the requirements for an AWS tender."),
    ),
    Frame(
        "part in it",
        compiled(r"\b(?:part|participated|involved|say|role) in (?:it|one|any|that|this|them)\b"),
        _part_in_it,
        ("Cloud procurements. I never took part in any.",),
        ("I like my house. I took part in it.",),
    ),
)
