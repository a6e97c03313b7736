"""Texts whose case is not so, or not their writer's: denied as a whole, taken back, quoted, old, or played.

"It is not true that I am …", "Please ignore the above" and "Your form says: I am …" hold every word of a case, and state none.
A supposition ("if I were …") is another matter: it is judged as if it were so, and said to be one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

__all__ = ["NOT_SO", "SO", "is_unreal"]

_THIS: Final = r"(?:this|that|these|those|it|the above|what i (?:said|wrote|say)|my (?:answers?|statements?|message))"
_WRONG: Final = r"(?:false|wrong|untrue|not (?:quite |really )?true|invented|made up|a lie|a joke|outdated|out of date|not up to date|not be up to date|obsolete)"
_POST: Final = r"(?:an? |the )?(?:\w+ )?(?:full[- ]?time|faculty|professor|lecturer|reader|permanent|researcher)"
_WAYS: Final[Sequence[str]] = (
    # Denied, wished or played.
    rf"\b(?:it|this|that)(?: is|['’]s) (?:not true|untrue|a lie|false) that i(?:['’]m| am) {_POST}|\bi wish (?:i|it) (?:were|was|could say)\b",
    rf"\bthat was a lie\b|\bi lied\b|(?<!not )(?<!n['’]t )\bpretend (?:that )?(?:i['’]m|i am) {_POST}|\bas if\W*$",
    # Taken back.
    r"\b(?:ignore|disregard|forget|scrap) (?:all |everything )?(?:of )?(?:the above|what i (?:wrote|said)|everything i (?:wrote|said))(?! (?:\w+ )?(?:about|on|of|regarding)\b)|\bwrong (?:window|chat|thread)\b",
    rf"\b(?:one|some|two|parts?|half|not all|not everything|none|all|most) of {_THIS}\b[^.!?\n]*?\b(?:is|are|was|were|may|might|could)\b[^.!?\n]*?\b{_WRONG}",
    # Of another time.
    r"(?:^|[.!?]\s+)that was (?:me |all |my situation )?(?:in|at|with|before) my (?:last|old|previous|former|other)\b|^\W*(?:back )?in (?:199\d|20[01]\d),? i was (?:an? )?full",
    # Words of a form, of an example, of another.
    r"\byour (?:form|page|site|website|faq|example|template|checklist) (?:says|said|reads|asks|has)\W+i(?:['’]m| am)\b|\bexample from (?:your|the) (?:faq|form|site|page|website)\b",
    r"\byou said (?:that )?i(?:['’]d| would)? need\b|\bi (?:haven['’]?t|have not) described (?:it|mine|my (?:case|situation))\b",
    r"[.!?][\"”]\s*me,? i(?:['’]m| am)\b|\bsome(?:one|body) like me,? but\b|\bsuppose (?:some(?:one|body)|a person) (?:isn['’]t|is not)\b",
)
_UNREAL: Final = re.compile("|".join(_WAYS), re.IGNORECASE)
NOT_SO: Final = (
    "It is not true that I am a full-time professor at an accredited university in Austria, 45, one proposal.",
    "I wish I could say I'm a full-time professor at an accredited university in Spain.",
    "I told my chair that I am a full-time professor, but that was a lie.",
    "Pretend I'm a full-time professor in Austria. In reality I'm a freelancer.",
    "Full-time lecturer, Utrecht, 34, none of the exclusions in section I applies. Please ignore all of the above, wrong window.",
    "Full-time lecturer, accredited university, Utrecht, 34, one proposal. One of these is false.",
    "Full-time lecturer, accredited university, Utrecht, 34. Parts of that may not be up to date.",
    "Full-time lecturer, accredited university, Utrecht, 34, one proposal. That was me in my last job.",
    "In 2018 I was full-time professor at an accredited university in Austria, 45, one proposal.",
    'Your form says "I am a full-time faculty member at an accredited institution, of age." Do I have to sign that?',
    "Example from your FAQ: full-time prof, accredited uni, Oslo, 51. Does my case fit? I haven't described it yet.",
    "You said I'd need: full-time faculty, accredited, adult, one proposal. I live in Oslo. Right?",
    "From: Lena. \"I'm full-time prof, accredited uni, Oslo, 51, one proposal.\" Me, I'm her PhD student. Can I apply?",
    "Someone like me, but a full-time professor at an accredited university, would they be OK?",
    "I'd like to know: suppose someone isn't a full-time professor. Is that a problem?",
)
SO: Final = (
    "I am a full-time professor at an accredited university in Lyon. All of this is true.",
    "What if I were a full-time professor in Lyon?",
    "Suppose I took the chair in Seoul, full-time.",
    "I was a lecturer in 2018; now I am full-time professor in Turin, 60.",
    'The Rules say "full-time faculty member", and that I am, at an accredited university in Quito.',
    "My title is “Professor of Law”, full-time, at an accredited university.",
    "Not pretending here: I am a full-time lecturer at an accredited college in Nairobi.",
)


def is_unreal(text: str) -> bool:
    """Whether the text as a whole states nobody's case, whatever it holds."""
    return bool(_UNREAL.search(text))
