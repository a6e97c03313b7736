"""What is put aside before a text is read: it marks who speaks, or says again what a summary says.

What is put aside becomes blanks, so that every offset in the text stays what it was.
"""

from __future__ import annotations

import re

from assistant.eligibility import Facts

__all__ = ["without_marks", "without_restated"]

_QUESTION = re.compile(r"(?:^|(?<=\n)|(?<=[.!] ))[ \t]*(?:q|question)\d{0,2}[.:)][ \t]", re.IGNORECASE)
_ANSWER = re.compile(r"(?:^[ \t]*|(?<=\n)[ \t]*|(?<=\?)[ \t]+)(?:a|answer|ans)\d{0,2}[.:)][ \t]", re.IGNORECASE)
_FEWEST_QUESTIONS = 2
_LEADER = re.compile(r"[ \t]\.{3,}[ \t]")
_LONG_LEADER = re.compile(r"[ \t]\.{4,}[ \t]")
"""Three dots alone are a pause for thought; beside a longer row they are a leader too."""
_EMPLOYEE_ITEM = re.compile(
    r"(?:[,;–—-]|\b(?:and|or|nor|neither|also))*\s*\b(?:(?:i['’]?m|i am|am i|she is|he is|she['’]s|he['’]s|is she|is he) )?(?:not|no|nor|or|as) "
    r"(?:(?:the|an?|any|as|current|present|bit|one|last paragraph|about|on|for) )*amazon employees?(?: (?:one|ban|rule|bit|item|clause|paragraph|either))?"
    r"(?=\s*(?:[.;!?)\n]|$))",
    re.IGNORECASE,
)
_OTHER_TIES = re.compile(
    r"\b(?:amazon|aws|contract(?:or|ed|ing)|intern(?:s|ed|ship)?|consult\w*|freelanc\w*|director|officer|former\w*|used to|left|quit|"
    r"worked|any ?more|employee)\b",
    re.IGNORECASE,
)


def without_marks(text: str) -> str:
    """A form's leaders (``Age ..... 36``) as a colon, and ``Q. Your age? A. 36.`` without its Q and A."""
    if _LONG_LEADER.search(text):
        text = _LEADER.sub(lambda match: ":".ljust(len(match.group())), text)
    if len(_QUESTION.findall(text)) < _FEWEST_QUESTIONS:
        return text
    return _ANSWER.sub(_blank, _QUESTION.sub(_blank, text))


def without_restated(text: str, facts: Facts) -> str:
    """A text with a summary of section I, without the last paragraph of that section: "…, and I'm no Amazon employee".

    Beside the summary it says nothing more; by itself it would leave an earlier time at Amazon open (§ I(c)). A text that
    speaks of Amazon in any other way stays as it is.
    """
    if not (facts.none_of_the_exclusions or facts.none_of_a_to_e):
        return text
    masked = _EMPLOYEE_ITEM.sub(_blank, text)
    return text if _OTHER_TIES.search(masked) else masked


def _blank(match: re.Match[str]) -> str:
    return " " * len(match.group())
