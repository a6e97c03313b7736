"""The last day of a tie, among the dates of a sentence: Rules § I(c), "within the 12 months preceding application"."""

from __future__ import annotations

import re

from assistant.eligibility import Gap, Period
from assistant.reader.claims import Hit
from assistant.reader.dates import When

__all__ = ["last_day_in"]


def last_day_in(hit: Hit, dates: tuple[When, ...]) -> Period | Gap | None:
    """The last day among ``dates`` of the sentence."""
    text = hit.text
    usable = [
        one
        for one in dates
        if not re.search(
            r"\b(?:since|until i|born|joined|started|hired|from|began) (?:on |in |the )*$", text[: one.start]
        )
        or re.search(r"\bout of AMZN since (?:the )?$", text[: one.start])
    ]
    if not usable:
        return None
    exact = [one for one in usable if not one.relative] or usable
    led = [
        one
        for one in exact
        if re.search(
            r"\b(?:until|till|ended|left|(?:last|final) (?:working )?day(?: at AMZN)?(?: was)?|finished|quit|stopped|resigned|retired|ends|expired|to)\b[^,;]{0,30}$",
            text[: one.start],
        )
    ]
    chosen = (led or exact)[-1]
    if chosen.period is None:
        return Gap.UNKNOWN
    if chosen.yearless and _next_year(hit, chosen):
        return Gap.UNKNOWN
    return chosen.period


def _next_year(hit: Hit, chosen: When) -> bool:
    """“Until June” with a verb in the present is the June to come."""
    return bool(re.search(r"\b(?:is|am|are|will|runs|running|ends)\b", hit.text[: chosen.start])) and not re.search(
        r"\b(?:ended|left|was|were|until|finished|quit|stopped)\b", hit.text[: chosen.start]
    )
