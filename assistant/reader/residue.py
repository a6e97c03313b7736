"""What was recognised and not understood: it keeps its clause open against a summary.

A sentence that speaks of a ministry, a sanctions list, a tender, an excluded country or
somebody's flatmates, and that no frame could place, must not be covered by "none of the
exclusions applies". Such a mention becomes a weak "not known": any plain statement about
the same fact beats it, a summary does not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.eligibility import Gap
from assistant.reader.claims import NOTHING, Claim, Discourse
from assistant.reader.modality import mode_at
from assistant.reader.negation import negated
from assistant.reader.place_names import place_name
from assistant.reader.sentences import Sentence
from assistant.reader.whose import subjects_at

__all__ = ["residue"]

_TOPICS: tuple[tuple[str, str, re.Pattern[str]], ...] = (
    (
        "government_pay",
        "government_pay",
        re.compile(
            r"\bGOVBODY\b|\bGOVUNCLEAR\b(?=.*\b(?:pay|pays|paid|work|works|job|employ\w*|fees?|salary|contract|consult\w*|advis\w*|board|seat|serve|member|money)\b)|\b(?:pay|pays|paid|work|works|job|employ\w*|fees?|salary|contract|consult\w*|advis\w*|board|seat|serve|member|money)\b.*\bGOVUNCLEAR\b|\b(?:civil servant|paid seat|second salary)\b"
        ),
    ),
    (
        "us_restrictions",
        "us_restrictions",
        re.compile(r"\b(?:sanction(?:s|ed)?|export controls?|ofac|sdn|denied persons)\b"),
    ),
    ("procurement", "procurement", re.compile(r"\b(?:procure\w*|tender)\b")),
    (
        "procurement",
        "buying from AWS",
        re.compile(
            r"\bAMZN (?:\w+ ){0,2}(?:orders?|bills?|invoices?|contracts?|purchases?|deal|renewal|budget)\b.*\b(?:i|my|me)\b|"
            r"\b(?:i|my|me)\b.*\b(?:approv\w*|sign\w*|authority|decid\w*|decision|recommend\w*|evaluat\w*|select\w*|chose|pick\w*|bought|buy)\b.*\bAMZN\b"
        ),
    ),
)
_HARMLESS = re.compile(
    r"\b(?:next to|near|opposite|building|rules?|section|clause|website|page|exclusions?|research (?:on|about|topic)|study|studies|grants?|funded|funding|project|topic|frozen|froze|listed|class|course|teach(?:es)? (?:about|on)|wife|husband)\b|"
    r"\b(?:SPOUSE|PARENT|CHILD|SIBLING|INLAW|PARTNER|OTHERREL|DISTANT|HOUSEMATE|UNREL)\b"
)
_SHARED = re.compile(
    r"\b(?:shar(?:e|es|ing) (?:a|the|my|our) (?:\w+ )?(?:house|flat|home|apartment)|HOUSEMATE|live with|lives with|FAMILY)\b.*\b(?:no idea|not sure|do not know|unsure|might|may be|could be|some of them may|never asked|can not speak)\b|"
    r"\b(?:no idea|not sure|do not know|unsure|can not speak|can not say|never asked)\b.*\b(?:HOUSEMATE|FAMILY|share a|live with|SIBLING|SPOUSE|PARTNER)\b.*\b(?:work|works|employ\w*|AMZN|job|do|does)\b"
)
_IN_DOUBT_THERE = re.compile(
    r"\b(?:might|may|maybe|perhaps|could|possibly|not sure|no idea)\b.*\b(?:SIBLING|SPOUSE|PARENT|CHILD|HOUSEMATE|PARTNER|DISTANT|FAMILY)\b.*\bthere\b"
)
_IN_DOUBT = re.compile(
    r"\b(?:SPOUSE|PARENT|CHILD|SIBLING|PARTNER|HOUSEMATE|FAMILY)\b.*\b(?:may|might|maybe|perhaps|possibly|probably|could|not sure|no idea|do not know|unsure)\b.*\bAMZN\b|"
    r"\b(?:do not know|no idea|not sure|unsure)\b.*\b(?:SPOUSE|PARENT|CHILD|SIBLING|PARTNER|HOUSEMATE|FAMILY)\b.*\bAMZN\b"
)
_OTHER_PLACE = re.compile(
    r"\b(?:not|no|never|confus\w*|mix\w*|differ\w*|namesake|instead|unlike|keywords?|notice|privileged|subject|medieval|history|about|former\w*|ago)\b"
)
"""Words with which an excluded place is named as another, or as a topic."""
_ABOUT_PLACE = re.compile(
    r"\b(?:born|passport|citizen\w*|national\w*|visa|visited|visit|from|flew|travel\w*|trip|conference|workshop|research|study|project|parents|grandparents|grew|fled|used to|speak|studied|phd|doctorate|degree|studies|master|bachelor|"
    r"why|hosted|co-author|UNREL|SPOUSE|PARENT|SIBLING|CHILD|INLAW|DISTANT|FAMILY|partner|collabor\w+|roots|origin\w*|outside)\b"
)


def residue(discourse: Discourse, claims: Sequence[Claim]) -> Iterator[Claim]:
    """A weak claim of "not known" for each mention that nothing was read from."""
    placed = {(claim.sentence, claim.fact) for claim in claims}
    for sentence in discourse.sentences:
        for fact, name, pattern in _TOPICS:
            match = pattern.search(sentence.text)
            if (
                match
                and name == "buying from AWS"
                and re.search(r"\bAMZN (?:later |then |has |had )*(?:bought|acquired)", sentence.text)
            ):
                continue
            if match and (sentence.index, fact) not in placed and _matters(discourse, sentence, match.start()):
                yield _open(sentence, fact, name, match.start(), match.end())
        shared = _SHARED.search(sentence.text)
        if shared and sentence.end_mark != "?" and (sentence.index, "relatives_at_amazon") not in placed:
            yield _open(sentence, "relatives_at_amazon", "household", shared.start(), shared.end(), weak=False)
        yield from _amazon(discourse, sentence, claims)
        yield from _unread(discourse, sentence, claims)
        doubt = _IN_DOUBT.search(sentence.text) if "AMZN" in sentence.words else _IN_DOUBT_THERE.search(sentence.text)
        if doubt and sentence.end_mark != "?":
            yield _open(sentence, "relatives_at_amazon", "somebody near", doubt.start(), doubt.end(), weak=False)
        yield from _places(discourse, sentence, placed)


_ABOUT_AMAZON = frozenset({"amazon_relation", "relatives_at_amazon", "relative_last_day", "procurement"})
_NEAR = re.compile(r"\b(?:SPOUSE|PARENT|CHILD|SIBLING|PARTNER|HOUSEMATE|FAMILY|INLAW|OTHERREL)\b")
_AS_CUSTOMER = re.compile(
    r"\b(?:buys?|bought|order(?:s|ed)?|shop\w*|customers?|deliver(?:s|ed)?|account|subscri\w+|watch\w*|books?|credits?|instances?|"
    r"science|wonderful|great|program|awards?|call|grant|application|apply|applying|applied|eligib\w+|rules?|exclusions?|section|procure\w*|tender\w*|cloud|research|talk|paper|dataset|data|stocks?|shares|website|page|team|people|reviewers?|criteria|"
    r"rejected|turned|interview\w*|offer|offered|website|review\w*|known|admire|competitor\w*|service|services|platform|tools?|use|uses|using|used)\b"
)


_UNREAD: tuple[tuple[str, str, re.Pattern[str]], ...] = (
    (
        "government_pay",
        "pay",
        re.compile(
            r"\b(?:soldier|coast guard|prosecution service|councillor|councilor|reservist|drill|gs ?-? ?\d+|civil servant|cheques?|paymaster)\b|"
            r"\bGOVBODY\b.*\b(?:has me|took me|gs|grade)\b|\bgs\b.*\bGOVBODY\b|"
            r"\b(?:GOVBODY|GOVUNCLEAR|city|municipal\w*|federal|state|public)\b(?=.*\b(?:pays? me|paid|salary|salaried|fees?|stipend|allowance|payroll|employ\w*|second job|moonlight\w*|officer|reserv\w*|consult\w*|advis\w*|councillor)\b)|"
            r"\b(?:pays? me|paid|salary|salaried|fees?|stipend|allowance|payroll|employ\w*|second job|moonlight\w*|reserv\w*|consult\w*|advis\w*|councillor)\b.*\b(?:GOVBODY|GOVUNCLEAR|municipal\w*|federal)\b"
        ),
    ),
    (
        "us_restrictions",
        "list",
        re.compile(
            r"\b(?:sanction\w*|ofac|sdn|bis|blacklist\w*|denied persons?|entity list|export (?:ban|control\w*|privileges|restriction\w*)|frozen|designated|listed me|list(?:s|ed)? me|put me (?:on|in)|consolidated list)\b|\bappear on\b.*\blist\b"
        ),
    ),
    (
        "one_proposal",
        "proposals",
        re.compile(
            r"\b(?:2|3|4|two|three|both|second|co-?lead\w*|joint\w*|withdraw\w*|withdrew|withdrawn|pull\w* (?:it |one |them )?(?:back|out))\b(?=.*\b(?:call|round|proposals?|pi|in my name|in)\b)|\b(?:call|round|proposals?|pi)\b.*\b(?:2|3|both|second|withdraw\w*|withdrew|withdrawn|pull\w* (?:it |one |them )?back)\b|\bno proposal in besides\b"
        ),
    ),
    (
        "full_time",
        "hours",
        re.compile(
            r"\b\d days (?:a|per|out of|in the|each) (?:week|\d)\b|\b0[.,]\d+ (?:fte|post|contract)\b|\b(?:work|contract|post|paid|employed|do|am|at)\b.*\b[1-9]\d %|\b(?:reduced|half|part) hours\b|\bbasically full\b"
        ),
    ),
    (
        "accredited",
        "accreditation",
        re.compile(r"\baccredit\w*\b"),
    ),
    (
        "of_age",
        "age",
        re.compile(r"\b(?:minor|underage|under age|eighteen|under (?:18|19|20|21))\b"),
    ),
    (
        "procurement",
        "cloud",
        re.compile(
            r"\b(?:supplier|provider)\b.*\bcloud\b|\bcloud\b.*\b(?:supplier|provider)\b|"
            r"\b(?:AMZN|cloud|hosting)\b(?=.*\b(?:panel|committee|tender\w*|procur\w*|bids?|chose|chosen|signed|negotiat\w*|evaluat\w*|scored|shortlist\w*|vendors?|contract|rfp)\b)|"
            r"\b(?:panel|committee|tender\w*|procur\w*|bids?|chose|chosen|signed|negotiat\w*|evaluat\w*|scored|shortlist\w*|vendors?|contract|rfp)\b.*\b(?:AMZN|cloud|hosting)\b"
        ),
    ),
    (
        "otherwise_prohibited",
        "law",
        re.compile(
            r"\b(?:prohibits?|prohibited|forbids?|forbidden|bans?|banned|bars?|outlaws?|illegal|unlawful)\b(?=.*\b(?:law|laws|decree|country|government|GOVBODY|state|statute|ministry|court|regulation)\b)|"
            r"\b(?:law|laws|decree|GOVBODY|statute|regulation)\b.*\b(?:prohibits?|prohibited|forbids?|forbidden|bans?|banned|bars?|outlaws?|illegal|unlawful)\b"
        ),
    ),
)
"""What a sentence may be about from which nothing at all was read."""
_UNDERMINES = re.compile(r"\b(?:but|though|although|however|who knows|who can say|soon|not certain|correction|wrong)\b")
_NOT_OF_THE_WRITER = re.compile(
    r"\b(?:rules?|section|clause|program|award|keyword|filter|notice|disclaimer|newspaper|news|article|topic|research(?:es|ing)? (?:on|about)|teach\w* (?:about|on)|thesis|paper|book)\b"
)


def _unread(discourse: Discourse, sentence: Sentence, claims: Sequence[Claim]) -> Iterator[Claim]:
    """A sentence about the writer from which nothing was read, and that names what an obstacle is made of."""
    read = {
        one.fact
        for one in claims
        if one.sentence == sentence.index and one.value is not None and one.mode in {"said", "unsure", "supposed"}
    }
    if sentence.end_mark == "?":
        return
    for fact, name, pattern in _UNREAD:
        if fact in read or (read and not _UNDERMINES.search(sentence.text)):
            continue
        match = pattern.search(sentence.text)
        if match is None or _NOT_OF_THE_WRITER.search(sentence.text) or _NEAR.search(sentence.text):
            continue
        mode = mode_at(sentence.text, match.start(), question=False)
        if mode in {"asked", "wished"} and fact not in {"otherwise_prohibited", "one_proposal"}:
            continue
        subject = subjects_at(discourse.sentences, sentence.index, match.start(), discourse.third_person)[0]
        if subject.kind in {"self", "nobody"} or fact == "otherwise_prohibited":
            yield _open(sentence, fact, name, match.start(), match.end(), weak=False)


_WORKED = re.compile(
    r"\b(?:made|built|wrote|developed|paid by|pay from|salary|payroll|intern\w*|employee|contract\w*|freelanc\w*|consult\w*|shifts?|outsourc\w*|agency|job)\b"
)


def _amazon(discourse: Discourse, sentence: Sentence, claims: Sequence[Claim]) -> Iterator[Claim]:
    """A mention of Amazon from which nothing was read, unless as that of a shop or of the programme."""
    if "AMZN" not in sentence.words or sentence.end_mark == "?":
        return
    if any(
        one.sentence == sentence.index
        and one.fact in _ABOUT_AMAZON
        and one.value is not NOTHING
        and one.mode in {"said", "unsure", "supposed", "asked"}
        for one in claims
    ):
        return
    at = sentence.text.index("AMZN")
    mode = mode_at(sentence.text, at, question=False)
    if re.search(r"\b(?:ignore|disregard|forget|never mind|scrap)\b", sentence.text):
        return
    hearsay = mode == "reported" and re.search(r"\b(?:told|tells|says|said|thinks|heard)\b", sentence.text)
    if mode not in {"said", "unsure"} and not hearsay:
        return
    near = next(
        (
            one
            for one in _NEAR.finditer(sentence.text)
            if not negated(sentence.text, one.start())
            and not re.search(r"\b(?:his|her|their|new|not)(?: new)? $", sentence.text[: one.start()])
        ),
        None,
    )
    if near:
        yield _open(sentence, "relatives_at_amazon", "somebody at Amazon", near.start(), at + 4, weak=False)
    elif not _AS_CUSTOMER.search(sentence.text) or _WORKED.search(sentence.text):
        subject = subjects_at(discourse.sentences, sentence.index, at, discourse.third_person)[0]
        if subject.kind in {"self", "nobody"}:
            yield _open(sentence, "amazon_relation", "Amazon", at, at + 4, weak=False)


def _matters(discourse: Discourse, sentence: Sentence, at: int) -> bool:
    if mode_at(sentence.text, at, question=sentence.end_mark == "?") in {"asked", "reported", "wished"}:
        return False
    subject = subjects_at(discourse.sentences, sentence.index, at, discourse.third_person)[0]
    return subject.kind in {"self", "nobody"} and not _HARMLESS.search(sentence.text)


def _open(sentence: Sentence, fact: str, name: str, start: int, end: int, *, weak: bool = True) -> Claim:
    first, last = sentence.span(start, end)
    return Claim(fact, Gap.UNKNOWN, first, last, sentence.index, "said", f"not understood: {name}", start, weak)


def _places(discourse: Discourse, sentence: Sentence, placed: set[tuple[int, str]]) -> Iterator[Claim]:
    """An excluded place that is named, and not as an origin or a journey."""
    if any((sentence.index, fact) in placed for fact in ("residence", "workplace", "place")) or _ABOUT_PLACE.search(
        sentence.text
    ):
        return
    for at, token in enumerate(sentence.tokens):
        if len(token.text) < 4 or not token.text.isalpha():
            continue
        found = place_name(discourse, sentence.tokens, at)
        match = discourse.places.look_up(found[0]) if found else None
        if found and match and any(place.excluded for place in match.places):
            if mode_at(sentence.text, sentence.starts[at], question=sentence.end_mark == "?") in {"said", "unsure"}:
                firm = not _OTHER_PLACE.search(sentence.text)
                yield _open(
                    sentence,
                    "residence",
                    "place",
                    sentence.starts[at],
                    sentence.starts[found[1] - 1] + 1,
                    weak=not firm,
                )
            return
