"""The forms in which people write dates and spans of time, in the order in which they are tried."""

from __future__ import annotations

import calendar
import re

__all__ = ["FORM", "HINT", "MONTHS", "SEASONS"]

MONTHS = {name: at for at, name in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), 1)}
MONTHS |= {name.lower(): at for at, name in enumerate(calendar.month_name) if name} | {"sept": 9}
SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "fall": (9, 11), "winter": (12, 14)}
_M = "|".join(sorted(MONTHS, key=len, reverse=True))
_S = "|".join(SEASONS)
_N = r"(?:\d+(?:\.\d+)?|a|an|one|half a|a couple of|couple of|a few|few|several|some)"
_UNIT = r"(?:day|week|month|year|decade)s?"
_Y = r"(?:19|20)\d\d"

_FORMS: tuple[tuple[str, str], ...] = (
    ("iso", rf"(?P<y>{_Y})[-/.](?P<m>\d\d?)[-/.](?P<d>\d\d?)"),
    ("dotted", rf"(?P<d>\d\d?)\.(?P<m>\d\d?)\.(?P<y>{_Y}|\d\d)"),
    ("slashed", rf"(?P<a>\d\d?)[/-](?P<b>\d\d?)[/-](?P<y>{_Y}|\d\d)"),
    ("month_slash", rf"(?P<m>0?[1-9]|1[0-2])[/.](?P<y>{_Y})"),
    ("iso_month", rf"(?P<y>{_Y})-(?P<m>0[1-9]|1[0-2])"),
    ("unclear", r"\d\d?/\d\d?"),
    (
        "day_month",
        rf"(?:the )?(?P<d>\d\d?)(?:st|nd|rd|th)?(?: \.)?(?: day)?(?: of)? (?P<m>{_M})(?: ,)?(?: of)?(?: (?P<y>{_Y})| (?P<rel>this year|last year))?",
    ),
    (
        "month_day",
        rf"(?P<m>{_M}) (?:the )?(?P<d>\d\d?)(?:st|nd|rd|th)?(?: ,)?(?: (?P<y>{_Y})| of (?P<rel>this year|last year))?(?! \d|%)",
    ),
    (
        "edge",
        rf"(?:the )?(?P<edge>beginning|start|middle|mid|end|last day|last days|early|late|first day)(?: -)?(?: of| in)?(?: (?P<m>{_M}))?(?: of)? (?P<y>{_Y})",
    ),
    ("christmas", rf"(?P<near>just before |before |around |at |after )?(?:christmas|xmas)(?: (?P<y>{_Y}))?"),
    (
        "season",
        rf"(?:the )?(?P<rel>last |this |past )?(?P<s>{_S})(?: of)?(?: (?P<y>{_Y})| (?P<rel2>this year|last year))?",
    ),
    ("month_year", rf"(?:last |this )?(?P<m>{_M})(?: ,)?(?: of)?(?: \()? (?P<y>{_Y})"),
    (
        "month_rel",
        rf"(?:(?P<rel>last|this|this past|past|next) (?P<m>{_M}))|(?:(?P<m2>{_M}) (?:of )?(?P<rel2>this year|last year|next year))",
    ),
    ("end_of", r"(?:the )?(?:end|last day) of (?P<which>last|this) (?P<unit>month|year)"),
    ("holiday", rf"new year 's (?P<feast>eve|day)(?: (?P<y>{_Y}))?"),
    ("day_before", r"(?:the )?day before yesterday"),
    ("anniversary", r"(?:around|about|roughly) this time last year|this time last year"),
    (
        "ago",
        rf"(?P<hedge>about |around |roughly |approximately |some |nearly |almost |just under |under |less than |not quite |over |more than |just over |at least |well over |exactly |close to |maybe )*(?P<n>{_N})(?: and (?:a|one) (?P<half>half))? (?:(?:calendar|full|whole) )?(?P<unit>{_UNIT})(?: and (?P<n2>{_N}) (?P<unit2>{_UNIT}))?(?: or so)? (?:ago|back|earlier|before now|before today)(?P<today> today| to the day| exactly)?",
    ),
    ("ages", r"(?:(?:many|several|some) )?(?P<unit>years|decades|ages|months|weeks|days) ago|long ago|a long time ago"),
    ("past_unit", r"(?P<which>last|this|the past|next) (?P<unit>year|month|week)"),
    ("yesterday", r"yesterday|today|tomorrow|recently|just now"),
    (
        "month_alone",
        rf"(?:in|on|since|until|till|from|to|by|early|late|mid|end of|the end of|before|after|around) (?P<m>{_M})(?! \d)",
    ),
    ("year", rf"(?P<y>{_Y})"),
)
FORM = [(name, re.compile(rf"(?<![\w/.-])(?:{form})(?![\w%/]|-\d)")) for name, form in _FORMS]
HINT = re.compile(
    r"\d|new year|ago|last|this|christmas|xmas|year|month|week|yesterday|today|recently|next|" + _M + "|" + _S
)
