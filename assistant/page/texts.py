"""What the page says, in one place, so that it can be translated in one place."""

from __future__ import annotations

from typing import Final

__all__ = ["EXAMPLES", "TEXTS"]

TEXTS: Final = {
    "title": "ARA Rules Assistant",
    "description": "Answers about the Amazon Research Awards Program Rules that quote the clauses word for word.",
    "skip": "Skip to the question box",
    "skip_check": "Skip to the question",
    "views": "Views",
    "view_ask": "Ask",
    "view_check": "Check eligibility",
    "read_rules": "Read the Rules",
    "version": "ARA Program Rules, version of {date}",
    "standing": "Not a decision by the programme.",
    "official": "Official page",
    "loading": "Opening the chat …",
    "no_script": "The chat needs JavaScript. The whole Rules can be read here without it.",
    "welcome": "Ask about the Amazon Research Awards Program Rules",
    "promise": "You get a short answer in plain words and the clauses it rests on, word for word. "
    "Where the Rules do not say, you are told so.",
    "box": "Your question",
    "placeholder": "Type your question",
    "send": "Ask",
    "stop": "Stop",
    "new_chat": "New chat",
    "chat": "Questions and answers",
    "quotes": "What the Rules say",
    "nearest": "The nearest clauses",
    "long_quote": "Show all {count:,} characters of the quotation",
    "copy_answer": "Copy with citation",
    "copied": "Copied",
    "link_copied": "Link copied",
    "link_in_bar": "The link is in the address bar",
    "contents": "Contents",
    "plain": "In plain words",
    "link": "Copy a link to {label}",
    "back": "Back to the answer",
    "close": "Close",
    "failed": "Something went wrong on our side, and no answer could be written. "
    "Your question is still in the box: please try again.",
}
"""Texts by name; what stands in braces is filled in."""

EXAMPLES: Final = (
    "Can the university take its overhead out of the cash?",
    "My wife works at Amazon. Can I be the PI?",
    "Can I submit two proposals in the same call as PI?",
    "Can I put confidential information in the proposal?",
    "Who pays taxes on an Award?",
    "May our press office issue a press release about our participation?",
)
"""Questions of the FAQ that show what can be asked: money, family, limits, content, taxes, publicity."""
