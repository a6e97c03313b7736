"""Amazon and the people it concerns: the applicant (Rules § I(c)), family and household (§ I(d)), or others."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from assistant.eligibility import CURRENT, Gap, Period, Relative
from assistant.reader.claims import Claim, Frame, Hit, compiled
from assistant.reader.dates import long_ago
from assistant.reader.frames.home import lives_with
from assistant.reader.frames.last_day import last_day_in
from assistant.reader.frames.tie import Tie, read_tie
from assistant.reader.frames.whom import RELATIONS, people_at, spoke_of_amazon
from assistant.reader.whose import Subject

__all__ = ["FRAMES", "NEEDS"]

NEEDS = re.compile(
    r"company|firm|them|it was|mean|AMZN|there\b|FAMILY|left|last day|final (?:working )?day|last working day|ended|quit|stopped|finished|SPOUSE|CHILD|SIBLING|PARENT|INLAW|PARTNER|HOUSEMATE|DISTANT|OTHERREL|neither|nor|either|live|same|self"
)
_TOPICS = re.compile(r"\b(?:GOVBODY|government|sanctions?|export|procure\w*|cloud|ofac|ministry|proposal)\b")


def _tie(hit: Hit) -> Iterator[Claim]:
    if hit.match.group() != "AMZN" and not spoke_of_amazon(hit):
        return
    tie = read_tie(hit)
    if tie is None:
        yield hit.nothing("amazon_relation")
        return
    span = _span(hit)
    subjects = people_at(hit)
    if all(subject.kind == "UNREL" for subject in subjects) and not any(
        lives_with(hit, one) is True for one in subjects
    ):
        yield hit.nothing("amazon_relation")
        return
    for subject in subjects:
        hit.discourse.memory["tie"] = subject
        yield from _about(hit, subject, tie, span)


def _span(hit: Hit) -> tuple[int, int]:
    """From the person, where one is named, to the end of the clause."""
    begins = [one.at for one in hit.nearest_subjects if one.sentence == hit.sentence.index and 0 <= one.at < hit.start]
    start = min(begins, default=None)
    if start is None:
        cue = re.search(
            r"\b(?:never|no|not|ex|left|last|former|intern\w*|work\w*|nothing|worked|employed|contract\w*|consult\w*)\b",
            hit.text[: hit.start],
        )
        start = cue.start() if cue else hit.match.start()
    end = hit.match.end()
    for one in hit.sentence.dates:
        if end < one.start < end + 40:
            end = one.end
    return start, end


def _about(hit: Hit, subject: Subject, tie: Tie, span: tuple[int, int]) -> Iterator[Claim]:
    if subject.kind == "self":
        yield hit.claim("amazon_relation", tie.role, span)
        if tie.last_day is not None:
            yield hit.claim("amazon_last_day", tie.last_day, span)
    elif subject.kind in {"FAMILY", "nobody"}:
        yield from _family(hit, subject, tie, span)
    elif subject.kind in RELATIONS:
        yield from _person(hit, subject, tie, span)
    elif subject.kind == "somebody" and tie.role != "never":
        yield hit.claim("relatives_at_amazon", Gap.UNKNOWN, span, weak=True)
    else:
        yield hit.nothing("amazon_relation")


def _family(hit: Hit, subject: Subject, tie: Tie, span: tuple[int, int]) -> Iterator[Claim]:
    if subject.kind == "nobody" and "FAMILY" not in hit.sentence.words:
        yield hit.nothing("amazon_relation")
        return
    near = {"relation": "housemate"} if subject.word in _HOME else {}
    denied = tie.role in {"never", "not_in_last_12_months"} or (
        tie.role is Gap.UNKNOWN and tie.last_day is not None and hit.negated
    )
    if denied:
        yield hit.claim("relatives_at_amazon", (), span)
        if re.search(r"\belse\b|\bother\b", hit.text):
            yield hit.claim("other_relatives_at_amazon", False, span)
    elif re.search(r"\b(?:household|FAMILY)\b", hit.text) and isinstance(tie.last_day, str | Period):
        yield hit.claim(
            "relatives_at_amazon",
            Relative.model_validate(near | {"amazon_relation": tie.role, "amazon_last_day": tie.last_day}),
            span,
        )
    else:
        yield hit.claim("relatives_at_amazon", Gap.UNKNOWN, span)


_HOME = frozenset({"house", "home", "roof", "with", "household", "households", "flat", "apartment", "me"})


def _person(hit: Hit, subject: Subject, tie: Tie, span: tuple[int, int]) -> Iterator[Claim]:
    home = lives_with(hit, subject)
    relation = RELATIONS[subject.kind]
    if relation == "unrelated":
        if home is not True and home != "part_time":
            yield hit.nothing("amazon_relation")
            return
        relation = "housemate" if home is True else "partner"
    person = Relative.model_validate(
        {"relation": relation, "same_household": home, "amazon_relation": tie.role, "amazon_last_day": tie.last_day}
    )
    if hit.mode == "unsure":
        person = person.model_copy(update={"amazon_relation": Gap.UNKNOWN})
        yield replace(hit.claim("relatives_at_amazon", person, span, mode="said"), person=_which(hit, subject))
    else:
        yield replace(hit.claim("relatives_at_amazon", person, span), person=_which(hit, subject))


def _which(hit: Hit, subject: Subject) -> str:
    """One person's key: "one of my brothers works there, the other left" is two."""
    low = max(subject.at, 0) if subject.sentence == hit.sentence.index else 0
    other = re.search(
        r"\b(?:the other|other one|another|the second|the younger|the elder|the older|the eldest|the youngest)\b",
        hit.text[low : hit.start],
    )
    return f"{subject.kind}:{subject.word}{':other' if other else ''}"


def _remembered(hit: Hit) -> tuple[Subject, ...]:
    """Whom the sentence is about; "she" without a name is the one person told of in earlier messages."""
    known: tuple[str, ...] = hit.discourse.memory.get("people_before", ())
    nearest = hit.nearest_subjects
    if len(known) == 1 and len(nearest) == 1 and nearest[0].kind == "UNREL" and nearest[0].at < 0:
        tag = next((tag for tag, relation in RELATIONS.items() if relation == known[0]), "UNREL")
        return (Subject(tag, hit.sentence.index, -1),)
    return nearest


def _whose_end(hit: Hit) -> tuple[Subject, ...]:
    """Whose end it is; "her last day" is that of the person told of last."""
    if not hit.discourse.third_person and re.search(r"\b(?:her|his|their) $", hit.before):
        for back in range(hit.sentence.index, max(-1, hit.sentence.index - 3), -1):
            tokens = hit.discourse.sentences[back].tokens
            stop = hit.sentence.token_at(hit.start) if back == hit.sentence.index else len(tokens)
            for at in range(stop - 1, -1, -1):
                if tokens[at].text in RELATIONS:
                    return (Subject(tokens[at].text, back, 0, tokens[at].detail),)
    return _remembered(hit)


def _ended(hit: Hit) -> Iterator[Claim]:
    """An end that is told apart from the tie itself: "I left on 3 May 2025"."""
    if not spoke_of_amazon(hit):
        return
    clause = re.split(r" (?:, |and |but |; |\( )(?:i |we |now |have |began|my |since )", hit.text[hit.start :])[0]
    if re.search(
        r"\b(?:AMZN|GOV[A-Z]+|university|college|school|committee|proposal|accreditation|procure\w*|phd|iran|country)\b",
        clause,
    ):
        return
    day = last_day_in(hit, hit.dates_in(0, hit.start + len(clause)))
    for subject in _whose_end(hit):
        if subject.kind == "self":
            if re.search(r"\b(?:bakery|company|job|position|work)\b", hit.text) and day is None:
                continue
            yield hit.claim("amazon_last_day", day or long_ago(hit.today), weak=day is None)
        elif subject.kind in RELATIONS and subject.kind != "UNREL":
            yield _person_left(hit, subject, day or long_ago(hit.today))


def _person_left(hit: Hit, subject: Subject, day: Period | Gap | str) -> Claim:
    """The last day of somebody near; a guess is a day that is not known."""
    if hit.mode != "unsure":
        return replace(hit.claim("relative_last_day", (RELATIONS[subject.kind], day)), person=_which(hit, subject))
    known = hit.claim("relative_last_day", (RELATIONS[subject.kind], Gap.UNKNOWN), mode="said")
    return replace(known, person=_which(hit, subject))


def _so_is(hit: Hit) -> Iterator[Claim]:
    who = hit.match["at"]
    if "AMZN" not in hit.before or hit.negated or who not in RELATIONS or who == "UNREL":
        return
    word = hit.sentence.tokens[hit.sentence.token_at(hit.start)].detail
    person = Relative.model_validate(
        {"relation": RELATIONS[who], "amazon_relation": "employee", "amazon_last_day": CURRENT}
    )
    yield replace(hit.claim("relatives_at_amazon", person), person=f"{who}:{word}")


def _still(hit: Hit) -> Iterator[Claim]:
    if not spoke_of_amazon(hit) or hit.negated:
        return
    for subject in _remembered(hit):
        if subject.kind == "self":
            yield hit.claim("amazon_last_day", CURRENT)
        elif subject.kind in RELATIONS and subject.kind != "UNREL":
            yield _person_left(hit, subject, CURRENT)


def _put_right(hit: Hit) -> Iterator[Claim]:
    """A date that corrects the one before it, for whoever the last tie was of."""
    day = last_day_in(hit, hit.dates_in(hit.start, len(hit.text)))
    subject: Subject | None = hit.discourse.memory.get("tie")
    if (
        day is None
        or subject is None
        or not re.search(r"\b(?:no|wait|sorry|correction|meant|mean|actually|wrong|rather)\b", hit.text)
    ):
        return
    if subject.is_self:
        yield hit.claim("amazon_last_day", day, (hit.start, len(hit.text)))
    elif subject.kind in RELATIONS and subject.kind != "UNREL":
        yield replace(_person_left(hit, subject, day), person=f"{subject.kind}:{subject.word}")


def _likewise(hit: Hit) -> Iterator[Claim]:
    """A denial carried over: "nor has my family", "the same holds for my household", "family neither"."""
    if _TOPICS.search(hit.text[max(0, hit.start - 60) : hit.match.end()]) and "AMZN" not in hit.text[: hit.match.end()]:
        return
    if spoke_of_amazon(hit) or "AMZN" in hit.text[: hit.match.end()]:
        yield hit.claim("relatives_at_amazon", ())
        if re.search(r"\belse\b|\bother\b", hit.text):
            yield hit.claim("other_relatives_at_amazon", False)


def _nor_i(hit: Hit) -> Iterator[Claim]:
    if spoke_of_amazon(hit) or "AMZN" in hit.sentence.words:
        yield hit.claim("amazon_relation", "never", weak=True)


_F = r"(?:(?:\w+ ){0,3}?FAMILY(?: (?:and|or|nor|,) (?:\w+ ){0,3}?FAMILY)*)"


FRAMES: tuple[Frame, ...] = (
    Frame(
        "tie to Amazon",
        compiled(
            r"\bAMZN\b|\b(?:work(?:s|ed|ing)?|jobs?|been|employed|started|role|back|anything|nothing|who is|is|are|was|were|am) (?:still )?there\b|\b(?:officer|employee|director|intern|contractor|work(?:s|ed|ing)?|employed|job|role|position|manager|engineer) (?:for|of|at|with) (?:(?:that|this|the) (?:company|firm)|them)\b"
        ),
        _tie,
        (
            "I left AWS on 3 March 2025.",
            "My wife works for Amazon.",
            "I've never worked for Amazon or any of its companies.",
            "My flatmate is a recruiter at Amazon.",
        ),
        (
            "My neighbour works for Amazon.",
            "Amazon delivered my laptop late again.",
            "Does an old internship at Amazon still count?",
            "What if I worked for Amazon?",
        ),
    ),
    Frame(
        "so is",
        compiled(
            r"\b(?:so (?:is|does|are|do)|(?:and|as) (?:is|does|are|do)) (?:my |our |her |his )(?P<at>[A-Z]{4,})\b"
        ),
        _so_is,
        ("I am employed at AWS, so is my husband.",),
        ("I live in Ghent, so does my husband.", "My neighbour works for Amazon, so is my colleague."),
    ),
    Frame(
        "still there",
        compiled(r"\b(?:still there|is still|am still|still does|still is)\b(?= there|$| ,| at)"),
        _still,
        ("My wife worked for AWS; she's still there.",),
        ("My neighbour worked for AWS; he's still there.",),
    ),
    Frame(
        "an end told apart",
        compiled(
            r"\b(?:left|(?:last|final) (?:working )?day|ended|quit|stopped|finished|resigned|(?:was|is) (?:let go|over)|retired|no longer do(?:es)?|handed in)\b"
        ),
        _ended,
        ("I worked for AWS. I left on 3 March 2025.", "My brother was at Amazon; he quit in June 2024."),
        ("My neighbour was at Amazon. He left in June 2025.", "I left school in 1999."),
    ),
    Frame(
        "end put right",
        compiled(
            r"\b(?:it was|i mean|i meant|that was|make that|rather|actually|should be|correct date is)\b(?= (?:in |on |the )*(?:\d|[a-z]+ \d|january|february|march|april|may|june|july|august|september|october|november|december))"
        ),
        _put_right,
        ("I left Amazon in June, no wait, it was July 2026.",),
        ("It was 2019 when I came here.",),
    ),
    Frame(
        "family likewise",
        compiled(
            r"\b(?:neither|nor)\b(?:(?! AMZN| GOV| procure| sanction| export| proposal)[^.;:]){1,90}?\bFAMILY\b|\b(?:neither|nor)(?: (?:have|has|had|did|does|do|was|were|is|are|or))* (?:any(?:one|body)(?: else)?(?: (?:in|of|from|at|under))? |my |the |our |any of my |in my )*<f>|\b<f> (?:neither|either|never|also never|also not|no|too|also|clean|likewise|as well)\b|"
            r"\b(?:nobody|none|no one|nor anybody|nor anyone|not one)(?: else)? (?:(?:of|in|from|at|under|among) (?:my |our |the )?)?<f>|\bsame (?:for|holds for|goes for|applies to|is true (?:of|for)|with) (?:all |my |the |our |whole )*<f>|\b(?:no|never|not my|not the|and no|or) <f> (?:either|too|ever)\b|\b(?:and|or|nor|,) (?:nor |not )?(?:my )?(?:whole )?FAMILY (?:has|have|does|do|did|either|neither)|"
            r"\b<f> ?[:=] ?(?:none|no|never|nobody|nothing)\b|\bnot my FAMILY\b|\b(?:mine|my own|own) (?:or|nor|and) (?:that of )?my FAMILY\b|\bno FAMILY (?:tie|ties|connection|link|member)s?\b".replace(
                "<f>", _F
            )
        ),
        _likewise,
        (
            "I have never worked for Amazon, and neither has anyone in my family or household.",
            "Never at Amazon, same for my family and household.",
        ),
        ("No government job, nor has my family.",),
    ),
    Frame(
        "nor have I",
        compiled(
            r"\b(?:nor|neither) (?:have|has|did|do|was|am|had) i\b|\bme included\b|\bi (?:did|have|do|never did|was) not either\b|\bi never (?:did|have|was)\b(?! \w+ (?:at|for|in|with) (?!AMZN))(?= ,|$| either| ;)|\bme neither\b|\bnot me\b"
        ),
        _nor_i,
        ("No one in my family ever worked for Amazon, nor have I.",),
        ("I have no sanctions, nor do they.",),
    ),
)
