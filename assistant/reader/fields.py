"""Fields of a form that are not filled in, and how far a pattern may reach: what the limits of a text are written with."""

from __future__ import annotations

from typing import Final

__all__ = ["BREATH", "IN", "field"]

IN: Final = r"[^.;!?\n]*?"
"""Within a sentence."""
BREATH: Final = r"[^.,;:!?\n]*?"
"""Without a pause."""
_NO_ANSWER = (
    r"(?:\?+|tb[acd]\b\.?|n[./]?a\b(?! (?:to|for|with) (?:me|us|him|her))\.?|checking\b|to be (?:checked|confirmed|seen|agreed|settled)|(?:see|as) (?:below|above|attached|annex\w*|cv)\b|unknown\b|unsure\b|not sure\b|pending\b|"
    r"irrelevant\b|no longer\b|not any ?more\b|will check\b|later\b|\[ ?\]|✗|✘|☐|not directly\b|[-–—](?:\s*(?:[.;,\n]|$))|private\b|skip\b|dunno\b|who knows\b|\.\.\.|…)"
)
"""What stands in a field that is not filled in."""


def field(names: str) -> str:
    """The pattern of a field of one of these names that is not filled in; ``names`` is a pattern itself."""
    return rf"\b(?:{names})(?: [\w/&+-]+){{0,4}} ?(?::|=|–|—| -) ?{_NO_ANSWER}|\b(?:{names}) ?(?:\?{{2,}}(?! ?(?:no|never|none|yes|nope))|✗|✘|☐)|\[ ?\] ?(?:{names})\b|\b(?:{names}) \?(?= and\b| ?[,;.])"
