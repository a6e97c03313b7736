"""Full-time or not: Rules § I ¶ 1, "a full-time faculty member". A rank says nothing about hours."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.eligibility import Gap
from assistant.reader.claims import Claim, Frame, Hit, Read, compiled

__all__ = ["FRAMES", "NEEDS"]

NEEDS = re.compile(
    r"time|%|fte|leave|half|days|hours|load|vollzeit|teilzeit|tiempo|temps|jornada|dedicación|quarters|sabbatical|contract|starts|from|exclusive|whole|dedication"
)
_FUTURE = re.compile(
    r"\b(?:will (?:be|become|start|begin|join|take|move)|shall be|starts?|starting|begins?|beginning|going to be|about to (?:start|be|become)|"
    r"not (?:be|become|start|begin)?(?:\w+ )?(?:full-time )?(?:\w+ ){0,4}until|have signed|takes effect|becomes?|as of next|from next|effective)\b"
)
_NEAR = re.compile(
    r"(?:nearly|almost|practically|basically|virtually|roughly|about|around|close to|mostly|usually|officially|more or less|de facto) (?:a |an )?$"
)
_JOBLESS = re.compile(r"\b(?:between jobs|no contract|unemployed|no post at the moment)\b")
_WAS = re.compile(
    r"\b(?:was|were|(?<!have )(?<!has )(?<!'s )(?<!i )worked|until (?:19|20)\d\d i worked|used to (?:be|work|have)|had been|had|formerly|previously|before that|once|in the past|the \d+ was)(?: (?:a|an|the|my|only|on|at|employed|working|then))* ?$"
)

_IF_I_WAS = re.compile(
    r"\b(?:if|suppose|supposing|assuming|say) (?:i|she|he|we|they) (?:was|were)(?: (?:a|an|the|only|on|at|just|working))* ?$"
)


def _was(hit: Hit) -> bool:
    """Whether the post is past; “if I was half-time” is no past."""
    return bool(_WAS.search(hit.before)) and not _IF_I_WAS.search(hit.before)


def _full(hit: Hit) -> Iterator[Claim]:
    if not hit.is_self or re.search(r"\b(?:my|our) (?:PERSON|\w+ 's) $", hit.before) or _is_anothers(hit):
        yield hit.nothing("full_time")
        return
    if _was(hit) and not re.search(r"\b(?:hired|appointed|made) ", hit.before):
        yield hit.nothing("full_time")
        return
    negated = hit.negated
    clause = hit.text[max(0, hit.start - 90) : hit.start + 60]
    starts = bool(_FUTURE.search(clause)) and bool(hit.sentence.dates or "until" in clause or "next" in clause)
    if _NEAR.search(hit.before):
        yield hit.claim("full_time", Gap.UNKNOWN)
    elif (
        starts
        and not re.search(r"\b(?:since|still|now|currently|am|have been) (?:\w+ ){0,3}$", hit.before)
        and _is_to_come(hit)
    ):
        yield hit.claim("full_time", "starts_later")
    else:
        yield hit.claim("full_time", not negated)


def _is_to_come(hit: Hit) -> bool:
    """Whether the day it starts has not come; a month without a year may be the next one."""
    return any(
        one.yearless or one.period is None or one.period.first > hit.today
        for one in hit.sentence.dates
        if not re.search(r"(?:since|turned) (?:the )?$", hit.text[: one.start])
    ) or bool(re.search(r"\bnext\b|\bwhen i\b|\bonce\b", hit.text))


def _is_anothers(hit: Hit) -> bool:
    return bool(
        re.match(r" (?:phd|doctoral|graduate|master|students?|mother|mum|dad|parent|job is my)", hit.after)
    ) or bool(re.search(r"\b(?:my|our|the|a) (?:team|students?|technician|members?) (?:\w+ ){0,2}$", hit.before))


def _part(hit: Hit) -> Iterator[Claim]:
    if (
        not hit.is_self
        or _was(hit)
        or re.match(
            r" (?:employee of|job|consultant|post|position|contract|role)? ?(?:at|with|for|in|of) (?:the |a |an )?(?:AMZN|GOV)",
            hit.after,
        )
        or re.search(r"(?:AMZN|GOV[A-Z]+) (?:as |on )?(?:a )?(?:paid )?$", hit.before)
        or re.match(r" (?:judge|employee|salary|desk|advisor|consult)", hit.after)
        or re.search(r"\bpaid $", hit.before)
        or re.match(r" (?:people|soldiers?|members?|officers?|reservists?|volunteers?)", hit.after)
    ):
        yield hit.nothing("full_time")
    elif _FUTURE.search(hit.before) and not hit.negated:
        yield hit.claim("full_time", Gap.UNKNOWN)
    else:
        yield hit.claim("full_time", hit.negated)


def _percent(hit: Hit) -> Iterator[Claim]:
    if not hit.is_self or re.search(
        r"\bthe \d+(?: %)? was|\bwas \d|\bfrom \d+ % to", hit.text[max(0, hit.start - 12) : hit.start + 12]
    ):
        yield hit.nothing("full_time")
        return
    if _IS_OVER.search(hit.after[:_NEAR_BY]) and re.search(
        r"\b(?:since|from|now|again|today)\b", hit.after + _next(hit)
    ):
        yield hit.nothing("full_time")
        return
    if _OF_SOMETHING_ELSE.search(hit.before[-45:]):
        yield hit.nothing("full_time")
        return
    if (
        re.match(r"[^,;:]{0,40}\b(?:GOV[A-Z]+|AMZN|company|firm|startup)\b", hit.after)
        or re.match(r" ?[,-]? ?(?:that|this|it|which) was\b", hit.after)
        or re.search(r"\b(?:i|she|he) was (?:only |just )?(?:at|on) $", hit.before)
    ):
        yield hit.nothing("full_time")
        return
    share = float(hit.match["n"].replace(",", "."))
    if hit.match.groupdict().get("fte"):
        share *= 100 if share <= 1 else 1
    if re.search(r"\b(?:from|instead of|not|until|was|of) $", hit.before) and re.search(r"\bto \d", hit.after):
        yield hit.nothing("full_time")
    elif share > 100 or share == 0:
        yield hit.claim("full_time", Gap.UNKNOWN)
    elif _FUTURE.search(hit.before) and hit.sentence.dates and _is_to_come(hit) and hit.mode == "said":
        yield hit.claim("full_time", "starts_later" if share == 100 else Gap.UNKNOWN)
    elif share < 100 and (hit.negated or _adds_up(hit)):
        yield hit.claim("full_time", Gap.UNKNOWN)
    else:
        yield hit.claim("full_time", (share == 100) != hit.negated)


def _adds_up(hit: Hit) -> bool:
    """Whether shares of several posts make a whole one: “50 % at one campus, 50 % at another”."""
    shares = [float(share.replace(",", ".")) for share in re.findall(r"(\d\d(?:[.,]\d)?) ?%", hit.text)]
    return len(shares) > 1 and sum(shares) == 100 and bool(re.search(r"\b(?:another|other|second|both)\b", hit.text))


_NEAR_BY = 70
_IS_OVER = re.compile(
    r"^[^;.]{0,12}\b(?:was|were)\b|\bthat was (?:only |just )?(?:until|till|the old|my old|before|last)|^ ?(?:is|are) (?:from|of) (?:my|the) (?:old|former|last|previous)\b"
)
"""“The 65 % were only until September” speaks of a post as it was."""


def _next(hit: Hit) -> str:
    after = hit.sentence.index + 1
    return hit.discourse.sentences[after].text if after < len(hit.discourse.sentences) else ""


_OF_SOMETHING_ELSE = re.compile(
    r"\b(?:overhead|rate|tax|taxes|indirect|budget|costs?|discount|holds|share|stake|acceptance|success|inflation|citations?|grade|interest)\b"
)


def _fixed(value: object) -> Read:
    def read(hit: Hit) -> Iterator[Claim]:
        if not hit.is_self or hit.negated or _was(hit):
            yield hit.nothing("full_time")
        else:
            yield hit.claim("full_time", value)

    return read


_POST = (
    r"(?:post|position|contract|appointment|job|employed|employment|lecturer|lectureship|professor|professorship|senior|assistant|associate|full|fte|workload|instructor|"
    r"reader|faculty|chair|tenured|basis|time|working|work|permanent|researcher|of full-time|load|accredited|appointed|level|pensum|stelle)"
)
_N = r"(?P<n>\d{1,3}(?:[.,]\d+)?)"


def _bare(hit: Hit) -> Iterator[Claim]:
    yield hit.claim("full_time", Gap.UNKNOWN, weak=True)


_TERSE = 12


def _days(hit: Hit) -> Iterator[Claim]:
    """Hours a week of the post itself, not of a second one."""
    sentence = hit.text
    about_post = re.search(
        r"\b(?:teach|lectur|professor|instructor|appointment|contract|post|position|full-time|researcher)", sentence
    )
    if not about_post and hit.sentence.index and len(sentence.split()) <= _TERSE:
        about_post = re.search(
            r"\b(?:professor|lectur|instructor|reader|faculty)", hit.discourse.sentences[hit.sentence.index - 1].text
        )
    elsewhere = re.search(
        r"\b(?:AMZN|GOV[A-Z]+|NOTCOMPANY|tutor|chess|volunteer|on the side|besides|second job|advis)\b", sentence
    )
    hours = re.match(r"(\d+) hours", hit.match.group())
    if not hit.is_self or not about_post or elsewhere:
        yield hit.nothing("full_time")
    elif hours and int(hours[1]) >= 35:
        yield hit.claim("full_time", Gap.UNKNOWN, weak=True)
    else:
        yield hit.claim("full_time", hit.negated, weak=not hit.negated and "permanent researcher" in sentence)


FRAMES: tuple[Frame, ...] = (
    Frame(
        "unpaid leave",
        compiled(
            r"\b(?:unpaid (?:leave|sabbatical)|leave without pay|leave of absence|on leave (?:without|and not paid)|unpaid parental leave|on unpaid)\b"
        ),
        _fixed("unpaid_leave"),
        ("I'm on unpaid leave from my full-time post.",),
        ("I was on unpaid leave.", "Would unpaid leave matter?"),
    ),
    Frame(
        "two posts that add up",
        compiled(
            r"\b(?:2|two|both) (?:half-time|part-time|half|50 %)(?: \w+){0,2} (?:posts|jobs|positions|contracts|appointments|lectureships)\b|"
            r"\b(?:half|50 %|50 per cent)\b[^.]*\b(?:at one|at a|in one)\b[^.]*\b(?:other half|another half|half at another|half at the|50 % at)|"
            r"\b\d\d % [a-z]+ (?:in|at) [^.%]{1,40}(?:,|and|plus) \d\d % [a-z]+ (?:in|at)\b|\b\d\d %[^.%]{1,60}\b(?:and|plus|,) (?:another |the other |the remaining )?\d\d % (?:at|in|with|from)|"
            r"\b0[.,]\d+ fte\b.{1,60}(?:\band|\bplus|,) (?:a |another )?0[.,]\d+ fte\b|"
            r"\b\d\d hours? [^.]{1,60}\b(?:and|plus|,) (?:the |an )?other \d\d hours?\b|"
            r"\bhalf (?:of )?(?:my|the) (?:time|week)\b.*\bother half\b|\b(?:half-time|part-time)(?: \w+)? at (?:\w+ ){1,4}and (?:another )?(?:half-time|part-time)"
        ),
        _fixed("two_part_time_posts"),
        (
            "I hold two half-time posts that together make one.",
            "Half of my time I lecture at one university in Brussels, the other half at another.",
            "I have 20 hours as professor in the state university and other 20 hours in a private one.",
        ),
        ("I have two half sisters.",),
    ),
    Frame(
        "less than full-time",
        compiled(r"\b(?:less than|under|below|short of|not quite|not yet|nearly but not) (?:a )?full-time\b"),
        _part,
        ("I'm employed less than full-time.",),
        ("My wife works less than full-time.",),
    ),
    Frame(
        "more or less full-time",
        compiled(
            r"\b(?:more or less|nearly|almost|practically|virtually|basically|mostly|sort of|kind of|roughly) (?:a )?full-time\b"
        ),
        _fixed(Gap.UNKNOWN),
        ("I'm more or less full-time, it varies.",),
        ("I am full-time.".replace("full-time", "tall"),),
    ),
    Frame(
        "full-time",
        compiled(
            r"\bfull-time\b|\bjornada completa\b|\bdedicación exclusiva\b|\bteljeidős\b|\bheltid\b|\btempo pieno\b|\btempo integral\b|\bplein temps\b|\bfull teaching load\b|\bexclusive dedication\b|\bcomplete time\b|\bwhole post\b|\bpermanent and full post\b|\bfull-time\b"
        ),
        _full,
        ("I'm a full time lecturer.", "FT assoc prof", "It is not true that I'm not full-time."),
        ("Do I have to be full-time?", "Unless I'm made full-time, I won't apply.", "My wife works full-time."),
    ),
    Frame(
        "part-time",
        compiled(
            r"\b(?:part-time|half-time|quarter-time|teilzeit|media jornada|temps partiel|tempo parziale|mi-temps)\b|\bhalf (?:a |an )?(?:post|position|job|load|lectureship|professorship|appointment|contract|stelle)\b|\b(?:three|3) (?:quarters?|fourths)\b"
        ),
        _part,
        ("I am only part-time at the moment.", "I'm full-time; correction, three quarters since October."),
        ("Half my students are part-time.", "I might go part-time some day."),
    ),
    Frame(
        "share of full-time",
        compiled(
            r"\b<n> ?(?P<fte>fte)\b|\bfte (?:of |: |= )?<m>\b|\b(?:contract|post|position|workload|appointment|load|employment)(?: \w+)? (?:: |of |is )?(?P<part>0[.,]\d+)\b".replace(
                "<m>", r"(?:\d(?:[.,]\d+)?)"
            ),
            n=_N,
        ),
        lambda hit: _percent(hit) if hit.match["n"] else _part(hit) if hit.match["part"] else _full(hit),
        ("My contract is 0.5 FTE.", "lecturer, 1.0 FTE"),
        ("The grant pays 2 FTE for students.".replace("2 FTE", "two people"),),
    ),
    Frame(
        "percent after a post",
        compiled(
            r"(?:(?<= )(?:[,:-]|'s)|\b(?:at|on|so about|about|do|does|doing|work|works|working|employed|teach|am|is|post|position|contract|appointment|workload|to|mean|meant|lectureship|professorship|lecturer|professor|now|it is|only|just|rather|hold|"
            r"contract (?:\w+ ){0,4}for|contract of|post of|position of|actually|instructor|load|pensum|reader|with)) (?:a |an |about |only |just |back |the |at |on |of |is |comes to |now |again |since \w+ |exactly |full )*(?P<at>)<n> %(?! (?:of (?:the|my|our|all|what) (?!time|full)|overhead|indirect|discount|funding|owned))|^(?:(?:a|my) )?<q> %$".replace(
                "<q>", r"(?:\d{1,3})"
            ),
            n=_N,
        ),
        lambda hit: _percent(hit) if hit.match["n"] else _bare(hit),
        (
            "i work 80 % as a lecturer",
            "Since October I am back at the full 100 %.",
            "My workload comes to 40 %.",
            "Since January I've been on 60 percent.",
        ),
        (
            "If I went down to 80 %, could I still apply?".replace("If I went down to", "Is overhead"),
            "The university takes 20 % of the cash.",
        ),
    ),
    Frame(
        "percent before a post",
        compiled(r"\b<n> % (?:-)? ?<p>\b", n=_N, p=_POST),
        _percent,
        ("80 % senior lecturer, accredited uni", "I have a 100 % position in Basel."),
        ("My wife has a 50 % position.",),
    ),
    Frame(
        "days a week",
        compiled(
            r"\b(?:one|1|2|3|4|two|three|four) days? (?:a|per|every|each|in the|/) week\b|\b\d\d? hours (?:a|per|every|each|/) week\b"
        ),
        _days,
        ("I teach two days a week as a lecturer.",),
        ("My wife works three days a week.", "I play chess two days a week with a neighbour."),
    ),
)
