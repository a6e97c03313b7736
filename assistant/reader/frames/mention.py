"""Mentions of Amazon that are nobody's tie to it: a shop, a seller, an item of the Rules, praise, a job that was not taken."""

from __future__ import annotations

import re

from assistant.reader.claims import Hit
from assistant.reader.clauses import clauses_of

__all__ = ["is_beside_the_point", "is_only_an_offer", "is_praise"]

_BUSINESS = re.compile(
    r"\b(?:procure\w*|tender\w*|bids?|cloud provider|vendor choice|hosting|purchas\w+|buy(?:s|ing)?|bought|order(?:s|ed)?|ordering|signs?(?: off)?|signed|won|lost|loses|wins|winner|bidders?|negotiat\w+|chose|picked|selected|pick|choose|pay for|pays for)\b"
)
_CUSTOMER = re.compile(
    r"\b(?:buys?|bought|ordered?|orders|shopp?(?:ing|ed)?|customers?|delivered|delivers|parcels?|account|subscri\w+|watch\w*|read|books?|credits?|instances?|seller|sell)\b"
)
_OF_A_JOB = re.compile(
    r"\b(?:work(?:s|ed|ing)?|employ\w*|intern\w*|contract(?:or)? (?:with|for|at)|consult\w*|job|payroll|engineer|manager|scientist|left)\b"
)
_ASKED_FOR_JOB = re.compile(
    r"\b(?:(?:applied|applying|apply) (?:to|at|for (?:a |an |the )?(?:[\w-]+ )?(?:job|position|role|post|internship))|rejected|turned down|"
    r"interview\w*|dream\w*|hire someone|tried to hire)\b"
)
_PRAISE = re.compile(
    r"AMZN(?: 's [\w-]+)? (?:is|are|has been) (?:\w+ )?(?:wonderful|great|good|nice|amazing|awesome|fantastic|excellent|impressive|known|famous|big|large|evil|bad|cool|the best)\b"
)
_OF_THE_RULES = re.compile(
    r"AMZN(?: (?:staff|employees?|personnel|family|worker|affiliates?|people))?(?: 's)? (?:bit|part|clause|rules?|paragraph|question|section|condition|exclusion|point|thing|one)\b"
)
"""“Checked the lot, the Amazon staff bit too.”"""


def is_beside_the_point(hit: Hit, named: str) -> bool:
    """Whether Amazon is a shop, a seller or an item of the Rules here; ``named`` is the sentence with its name."""
    return _is_business(hit) or _is_listed(hit) or _is_shop(hit) or bool(_OF_THE_RULES.match(named[hit.start :]))


def is_praise(words: str) -> bool:
    """Whether these words, from Amazon's name on, say what it is like."""
    return bool(_PRAISE.match(words))


def _is_shop(hit: Hit) -> bool:
    """Whether the clause speaks of Amazon as a shop or a provider, and of no job."""
    clause = next((one.text for one in clauses_of(hit.text) if one.start <= hit.start < one.end), hit.text)
    return hit.match.group() == "AMZN" and bool(_CUSTOMER.search(clause)) and not _OF_A_JOB.search(clause)


def _is_listed(hit: Hit) -> bool:
    """“None of the items (a to e, places, Amazon employee)”: named as an exclusion, not as a tie."""
    opened, closed = hit.before.rfind("("), hit.after.find(")")
    return (
        opened >= 0
        and closed >= 0
        and ")" not in hit.before[opened:]
        and bool(re.search(r"\b(?:section i|exclusions?|excluded|criteria|stuff in section|items)\b", hit.before))
    )


def _is_business(hit: Hit) -> bool:
    """Whether Amazon is the seller here, and nobody's employer."""
    clause = next((one.text for one in clauses_of(hit.text) if one.start <= hit.start < one.end), hit.text)
    if not _BUSINESS.search(hit.text) or (_OF_A_JOB.search(clause) and not _BUSINESS.search(clause)):
        return False
    return not re.search(
        r"\b(?:work(?:s|ed|ing)?|employ\w*|intern\w*|contractor|engineer|job|left|quit|payroll|manager|never (?:been|worked|at)|last day|staff|director|officer|ties?|links?|connections?|nothing to do)\b",
        hit.text,
    ) or (
        bool(re.search(r"\b(?:tender|procure\w*|bids?|cloud)\b", hit.text[max(0, hit.start - 60) : hit.start + 40]))
        and not re.search(
            r"\b(?:work(?:s|ed|ing)? (?:for|at|in|with)|employee|intern|engineer at|job (?:at|with)|left|quit|ties? (?:to|with)|links? (?:to|with)|connections? (?:to|with)) (?:[\w,-]+ ){0,5}AMZN",
            hit.text,
        )
    )


def is_only_an_offer(text: str) -> bool:
    """Whether a job there was offered or asked for, and not taken."""
    if re.search(r"\boffer\b", text) and not re.search(r"\b(?:accept\w*|signed|left|work\w*)\b", text):
        return True
    return bool(_ASKED_FOR_JOB.search(text)) and not re.search(r"\b(?:left|until|currently|still|since|never)\b", text)
