"""What the interview's view says, in one place."""

from __future__ import annotations

from typing import Final

__all__ = ["CHECK_TEXTS"]

CHECK_TEXTS: Final[dict[str, str]] = {
    "title": "Check your eligibility",
    "intro": "A few questions about section I of the Rules, one at a time. Only what can still change the result is "
    "asked; a few questions more if somebody close to you is or was at Amazon.",
    "private": "Your answers are kept in this page alone and stored nowhere. They are gone when you close or reload it.",
    "progress": "Question {number} of at most {most}",
    "changing": "Change an answer",
    "your_answer": "Your answer now: {answer}",
    "why": "Why am I asked this?",
    "not_sure": "Not sure",
    "go_on": "Continue",
    "keep": "Keep this answer",
    "or_else": "Or, if neither fits:",
    "pause": "Show the result so far",
    "resume": "Go on with the questions",
    "rest": "Answer the rest anyway",
    "so_far": "The result so far: {headline}",
    "answers": "Your answers",
    "change": "Change",
    "restart": "Start again",
    "result": "Result",
    "state_met": "Met",
    "state_violated": "Not met",
    "state_open": "Open",
    "decisive_met": "Why",
    "decisive_violated": "Why",
    "decisive_open": "What is open",
    "others_met": "Conditions that are met ({count})",
    "others_violated": "Conditions that are not met ({count})",
    "others_open": "Conditions that are not settled ({count})",
    "settle": "To settle it:",
    "would_change": "What would change the result, if it became true",
    "cannot_change": "What the result rests on, and you cannot change",
    "and": " and ",
    "what_you_can_do": "What you can do",
    "find_out": "Find out what is open above. Then press Change beside the answer, and the result follows at once.",
    "ask_programme": "Where the Rules themselves leave a point open, only the programme can say.",
    "earliest": "For an application on or after {day}, the 12 months have certainly passed.",
    "receipt": "Receipt",
    "receipt_hint": "Your answers, the findings and the version of the Rules, to keep. It can be checked again later "
    "with: ara check --verify",
    "receipt_json": "Download receipt (JSON)",
    "receipt_page": "Download receipt (page to print)",
    "lost": "The answers that came with your last step could not be read, so the questions start again.",
    "choose": "Choose one of the answers.",
    "date_forms": "Write a year, a month or a day as 2025, 2025-11 or 2025-11-20.",
    "number_form": "Write your age as a whole number, for example 36.",
    "place_form": "Write the name of a country, state or region, for example Ghana.",
    "place_length": "The name is too long.",
    "hint_date": "A year, a month or a day, for example 2025, 2025-11 or 2025-11-20.",
    "hint_place": "The name of a country, state or region, in English or in its own language, for example Ghana.",
    "hint_number": "A whole number, for example 36.",
    "changed": "Changed: {name}, from “{before}” to “{after}”.",
    "unchanged": "“{name}” stays as it was: {answer}.",
    "dropped": "No longer needed, and taken out: {names}.",
    "new_result": "The result was “{before}” and is now “{after}”.",
    "same_result": "The result is the same as before: “{after}”.",
}
"""Texts by name; what stands in braces is filled in."""
