"""What no sentence of a chat model may be, whatever it rests on: a matter of its own words alone."""

from __future__ import annotations

import re

from corpus.clauses import sentence_spans

__all__ = ["refusal"]

_FEWEST, _MOST = 3, 70
"""Words."""
_PLAIN = re.compile(r"[A-Za-z0-9 ,.;:()’'/%$&–-]+")
_ADDRESS = re.compile(r"https?:|www\.|\S@\S", re.IGNORECASE)
_FIRST_PERSON = re.compile(r"\b(?:i|we|us|our|ours|my|mine)\b", re.IGNORECASE)
_FULL_STOP_INSIDE = re.compile(r"[.:]\s+[A-Z]")
_VERDICT = re.compile(
    r"\b(?:you|he|she|they|your \w+(?: \w+)?)(?:['’]re| are| is| will be)? (?:not |therefore |clearly |fully )?"
    r"(?:in)?eligible\b|\byou (?:do )?(?:not )?(?:qualify|meet all)\b|\byou (?:can|may) apply\b",
    re.IGNORECASE,
)
_PROMISE = re.compile(
    r"\b(?:(?<!\byou )guarantee[sd]?|promise[sd]?|assure[sd]?|certainly|definitely|surely|no doubt|rest assured|always be paid|"
    r"you will (?:win|get|receive) (?:an?|the) award)\b",
    re.IGNORECASE,
)
_MISSTATE = re.compile(
    r"\b(?:do(?: not|n['’]t) (?:mention|disclose|tell|declare|report)|(?:hide|conceal|omit|leave out|lie about|pretend|"
    r"backdate|falsif\w+)|(?:say|claim|state|write) that you (?:are|have|do|were|never))\b",
    re.IGNORECASE,
)
_ABOUT_ITSELF = re.compile(
    r"\b(?:system prompt|instructions?|language model|as an ai|assistant|ignore)\b", re.IGNORECASE
)


def refusal(text: str) -> str:
    """Why ``text`` is refused, in a few words; empty where it is not."""
    if not _FEWEST <= len(text.split()) <= _MOST:
        return "its length"
    if not _PLAIN.fullmatch(text) or _ADDRESS.search(text):
        return "markup, a quotation or an address"
    if len(sentence_spans(text)) != 1 or _FULL_STOP_INSIDE.search(text):
        return "more than one sentence"
    for why, pattern in (
        ("the first person", _FIRST_PERSON),
        ("a verdict", _VERDICT),
        ("a promise", _PROMISE),
        ("advice to misstate", _MISSTATE),
        ("talk about itself", _ABOUT_ITSELF),
    ):
        if pattern.search(text):
            return why
    return ""
