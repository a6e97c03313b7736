"""The day of application, where it is another than today: Rules § I(c), "preceding application"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from assistant.eligibility import Gap, Period
from assistant.reader.claims import Claim, Frame, Hit, compiled
from assistant.reader.modality import Mode

__all__ = ["FRAMES", "NEEDS"]

NEEDS = re.compile(r"appl|submit|hand|send|sent|file|upload|put in|press|click|push|wait|hold|sit on|sat on")


def _day(hit: Hit) -> Iterator[Claim]:
    after = hit.dates_in(hit.match.end() - 1, len(hit.text))
    if not after or not hit.is_self or after[0].start > hit.match.end() + 30 or hit.negated:
        return
    when = after[0]
    mode: Mode = "said" if hit.mode == "wished" else hit.mode
    span = (hit.match.start(), when.end)
    if when.period is None or (when.yearless and _vague(when.period)):
        yield hit.claim("application_date", Gap.UNKNOWN, span, mode=mode)
        return
    period = when.period
    if when.yearless and period.last < hit.today:
        period = Period(_next_year(period.first), _next_year(period.last))
    if period.last >= hit.today:
        yield hit.claim("application_date", period, span, mode=mode)


def _vague(period: Period) -> bool:
    return (period.last - period.first).days > 40


def _next_year(day: date) -> date:
    return day.replace(year=day.year + 1) if (day.month, day.day) != (2, 29) else date(day.year + 1, 2, 28)


FRAMES: tuple[Frame, ...] = (
    Frame(
        "day of application",
        compiled(
            r"(?:\b(?:i|we|she|he|APPLICANT|and|then|to|would|will|shall|going to|plan to|only)|(?:waits?|,)(?: and| ,)?(?= (?:apply|submit|submits|send|sends) )) (?:then |only |would |will |shall |do not |want to |just )*(?:apply|applied|submit|submitted|submits|send|sends|sent|send in|sent in|hand in|handed in|file|upload)\b(?! (?:for|to) (?:a |an |the )?(?:job|position|accreditation))(?: (?:my|the|our|one|single|proposal|it|application|this|only)){0,4} (?=(?:on|in|by|at|before|after|around) |\d|(?:january|february|march|april|may|june|july|august|september|october|november|december)\b)"
        ),
        _day,
        (
            "I will submit my proposal on 15 December 2027.",
            "If I left in March and sent in my one proposal on 15 December 2027, would I be eligible?",
            "If I wait, submit 15 December 2027?",
            "And if I apply only in February 2027?",
        ),
        ("I submitted a paper.", "My brother will move on 15 December 2027."),
    ),
    Frame(
        "day of pressing the button",
        compiled(
            r"\b(?:if|and|then|only|until|so) (?:i |we |she |he )?(?:then |only |would |just |instead )*(?:(?:press(?:es|ed)?|click(?:s|ed)?|push(?:es|ed)?)(?: (?:on|the|that|submit|send|button|it))*|"
            r"(?:hold|held|keep|kept|sit on|sat on|wait|waits|waited)(?: (?:on|off|with|back|my|the|it|this|that|proposal|application))* (?:until|till))\b(?: only| just)? (?=(?:on|in|by|at|before|after|around) |\d|(?:the )?(?:january|february|march|april|may|june|july|august|september|october|november|december|tomorrow|next)\b)"
        ),
        _day,
        ("so if I only press submit on 2 December 2027?", "and if i sat on it till 14 December 2027?"),
        ("If I held the post until March 2024, does it count?", "I pressed the button."),
    ),
)
