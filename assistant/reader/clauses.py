"""The clauses of a canonical sentence, and whether one is plainly denied.

Loose frames read a clause by its sense: a topic, a denial, and nothing that points to an
exception, an end, a doubt or a change.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from assistant.reader.negation import answers_no, negators

__all__ = ["CAVEAT", "Clause", "clauses_of", "has_caveat"]

_CUT = re.compile(
    r" (?:[,;:()]|- >|>|-|while|whereas|/(?= (?:no|not|never|i)\b)|and (?=(?:i|my|we|nobody|no|none|neither|nor|not|never|she|he|her|his|APPLICANT|the same|same|likewise|so|have|has|am|is|was|would|will|full-time|one|GOVBODY|AMZN)\b)|but (?=(?:i|my|we|nobody|no|none|neither|nor|not|never|she|he|APPLICANT)\b))(?= |$) ?"
)
NEGATOR = re.compile(
    r"\b(?:not(?! (?:only|just|merely|even the only|long ago|so long|far|least|to mention|sure|certain)\b)|never|no|none|nobody|nothing|neither|nor|without|zero|nil|free (?:of|from)|clear of|stayed (?:out of|away from|clear of)|steered clear of|kept (?:out of|away from|clear of)|"
    r"nope|nada|n/a|nowhere|nie|nunca|jamais|mai|innocent of|stranger to|0)\b"
)
CAVEAT = re.compile(
    r"\b(?:except\w*|apart|other than|besides|beside|save for|barring|aside|beyond|unless|until|till|left|leave|ended|ends|former|formerly|"
    r"(?<!-)ex(?!-)|no longer|longer|any ?more|used to|only|just|merely|formally|officially|technically|agency|agencies|subcontract\w*|acquired|bought by|buys|takeover|joined|joins|starts?|started|signed|will|going to|offer\w*|"
    r"retired|resigned|quit|last day|hardly|barely|once|yet|soon|next|before|previously|earlier|briefly|stopped|finished|moved|"
    r"know|knows|sure|believe|maybe|perhaps|probably|might|could|may|guess|suppose|unsure|certain|says|said|told|heard|claim|"
    r"matter\w*|count\w*|care|problem|mind|deny|denied|hide|hidden|secret|doubt|forget|forgot|remember|half|vote|voting|"
    r"discuss|tell|comment|private|nda|disclose|although|though|however|otherwise|instead|rather|anymore|currently|now|today|this year|at the moment|at present|still|merely|simply|mostly|mainly|usually|often|always|quite|exactly)\b"
)
_FINE = re.compile(
    r"\b(?:never ever|not even|past or present|present or past|(?:past|present|current|former|previous),? (?:or|and|nor) (?:past|present|current|former|previous)|past nor present|present nor past|now or (?:ever|before|earlier|in the past|then)|now nor (?:ever|before)|now , or ever|then or now|former or current|current or former|past and present|not now or ever|"
    r"not (?:now|currently) (?:and|or|nor) (?:not )?(?:ever|before|never|in the past)|nor ever before|ever before|at any time before|neither now nor (?:ever|before|earlier|in the past)|no matter|before or now|now or previously|"
    r"(?:no|any|not any|not an?) (?:problem|problems|trouble|issues?)|whatever|for sure|to be sure|now and never|today or ever|today or in the past|only the university|that i know everyone|at (?:the|this) moment or (?:ever|before)|last or (?:current|present)|still (?:no|not|never|none|nobody)|never just|just never|just no|just not|simply (?:no|not|never)|full-time|not currently or)\b"
)


_DOUBLE = re.compile(
    r"\b(?:not|never|wrong|false|untrue|lie|can not|could not) (?:\w+ ){0,3}?(?:true|case|that|say|claim|said|deny|denied)\b.*\b(?:not|no|never|nothing|nobody)\b|\b(?:not|never|no) (?:\w+ ){0,2}?(?:without|not|un\w+)\b"
)
"""Two negators of which the first takes back the second."""


@dataclass(frozen=True, slots=True)
class Clause:
    """A part of a sentence between its marks and joins."""

    start: int
    end: int
    text: str
    denied: bool
    """Whether a negator stands in it, before it, or in the answer after it."""
    negator: bool
    """Whether a negator stands in it."""


@lru_cache(maxsize=512)
def clauses_of(text: str) -> tuple[Clause, ...]:
    """The clauses of a canonical sentence, in order."""
    found: list[Clause] = []
    at = 0
    ends = [(match.start(), match.end()) for match in _CUT.finditer(text)] + [(len(text), len(text))]
    scopes, answers = negators(text), answers_no(text)
    for stop, following in ends:
        clause = text[at:stop]
        if clause.strip():
            middle = (at + stop) // 2
            own = bool(NEGATOR.search(clause)) and not _DOUBLE.search(clause)
            answered = any(begin <= middle < end for begin, end in answers)
            covered = sum(begin < middle <= end for begin, end in scopes) % 2 == 1
            goes_on = clause.startswith("any ") and bool(found) and found[-1].denied
            found.append(Clause(at, stop, clause, own or answered or covered or goes_on, own))
        at = following
    return tuple(found)


def has_caveat(text: str) -> bool:
    """Whether something in the words takes back part of a denial."""
    return bool(CAVEAT.search(_FINE.sub("~", text)))
