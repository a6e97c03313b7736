"""Messages that make sense only after what was said before: short replies, "he left in June", a date put right."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from assistant.eligibility import Checker, Question, Status, answer, read_tables
from assistant.eligibility.paths import root, value_at
from assistant.reader import Conversation
from assistant.reader.dates import When, find_dates
from assistant.reader.heard_place import heard_listed_place, heard_place
from corpus import CORPUS_DIR
from corpus.errors import FactsError

if TYPE_CHECKING:
    from index.hearing import Hearing

__all__ = ["of_the_relative", "put_right", "replied"]

_YES_NO = re.compile(r"\W*(?:fine\W+)?(?:(?P<yes>yes|yep|yeah|y)|(?P<no>no|nope|never|nobody|no one))\b", re.IGNORECASE)
_PLAIN = re.compile(
    r"(?:\W|\b(?:yes|yep|yeah|y|no|nope|never|nobody|no one|not|at all|fine|sir|madam|it is|it does|i do|i did|i have|i was|we are)\b)*",
    re.IGNORECASE,
)
_NUMBER = re.compile(
    r"\W*(?:i['’]?m |i am |age |aged )?(1[6-9]|[2-9]\d)(?: (?:years?|yrs?|yo)(?: old)?)?\W*", re.IGNORECASE
)
_CORRECTS = re.compile(
    r"\b(?:sorry|wrong|meant?|mean|correct(?:ion)?|typo|oops|mistake\w*|actually|wait|not|rather|in fact|says?|papers?)\b|^\W*(?:no|it was)\b",
    re.IGNORECASE,
)
_OF_A_DATE = re.compile(
    r"(?:\W|\b(?:sorry|wrong|meant?|mean|i|it|was|is|the|a|my|in|on|of|at|by|year|month|date|day|last|correct\w*|typo|oops|mistaken?|mistake|actually|wait|no|"
    r"rather|fact|to|should|be|have|been|said|say|says|paper|contract|really|end\w*|finish\w*|left|leave|stopp?\w*|quit|over|this|that|ok|okay|now|so|today|then|"
    r"he|she|they|his|her|their)\b)*",
    re.IGNORECASE,
)  # fmt: skip
_WRONG = re.compile(r"\b(?:wrong|mistake\w*|typo|not|false|no)\b", re.IGNORECASE)
_OF_HIM = re.compile(r"\b(?:he|she|they|his|her|their)\b", re.IGNORECASE)
_OF_ME = re.compile(r"\b(?:i|my)\b(?! (?:meant?|mean|mistake|mistook|was wrong|said))", re.IGNORECASE)
_HE = re.compile(
    r"^\W*(?:(?:actually|no|sorry|wait|but|and|so|oh|ok|okay|also|btw|then|i mean|in fact|wrong)\W+)*(?P<he>he|she) (?:has |had |already |only |just )*"
    r"(?:left|quit|resigned|retired|stopped|finished|ended)(?: (?:there|them|it|amazon|aws|from (?:there|amazon|aws)|working there|the (?:company|job|firm)))?"
    r" (?:in|on|at the|last|since|by|around|\d)",
    re.IGNORECASE,
)
_MEN = re.compile(r"\b(?:brother|father|dad|husband|son|grandfather|boyfriend)\b", re.IGNORECASE)
_WOMEN = re.compile(r"\b(?:sister|mother|mum|mom|wife|daughter|grandmother|girlfriend)\b", re.IGNORECASE)
_NAMES = {
    "spouse": "my spouse",
    "partner": "my partner",
    "parent": "my parent",
    "child": "my child",
    "sibling": "my sibling",
    "in_law": "my brother-in-law",
    "housemate": "my flatmate",
}
"""Words for a person near the applicant, as the reader knows them."""
_PLACES = frozenset({"residence", "workplace"})
_NOTHING_ELSE = re.compile(
    r"\W*(?:(?:oh|ok|fine|it['’]?s|it is|i live|live|living|here|in|at|sir|po)\W*)*", re.IGNORECASE
)
"""What may stand beside a place that stands alone: "in Porto"."""
_TIES = frozenset({"amazon_relation", "amazon_last_day", "relatives_at_amazon"})


def of_the_relative(before: Conversation, message: str, today: date, hearing: Hearing | None) -> Conversation | None:
    """The case with "he left in June" said of the one person near the applicant who was told of; ``None`` where it is not plain."""
    people = before.facts.relatives_at_amazon
    pronoun = _HE.match(message)
    if not isinstance(people, tuple) or len(people) != 1 or not pronoun or before.third_person:
        return None
    name = _NAMES.get(str(people[0].relation))
    others = _WOMEN if pronoun["he"].lower() == "he" else _MEN
    if name is None or others.search(before.facts.words.get("relatives_at_amazon", "")):
        return None
    start, end = pronoun.span("he")
    after = before.say(f"{message[:start]}{name}{message[end:]}", today, hearing=hearing)
    now = after.judged.relatives_at_amazon
    if after.judged == before.judged or (isinstance(now, tuple) and len(now) > 1):
        return None
    typed = {fact: words.replace(name, pronoun["he"]) for fact, words in after.facts.words.items()}
    return replace(after, facts=after.facts.model_copy(update={"words": typed}))


def replied(before: Conversation, message: str, checker: Checker, today: date) -> Conversation | None:
    """The case with a short reply to what was asked with its verdict; ``None`` where the message is none."""
    verdict = checker.check(before.judged, today)
    if verdict.status is not Status.UNDETERMINED or before.hypothetical:
        return None
    questions = [one for one in verdict.questions if value_at(before.facts, one.fact) is None]
    place = _place_alone(message, today) if questions and questions[0].fact in _PLACES else None
    number, said = _NUMBER.fullmatch(message), _YES_NO.match(message)
    if number:
        fitting, reply = [one for one in questions[:1] if one.kind == "number"], number[1]
    elif place:
        fitting, reply = questions[:1], place
    elif said and _PLAIN.fullmatch(message):
        fitting = questions if len(questions) == 1 and questions[0].kind in {"yes_no", "people"} else []
        reply = "yes" if said["yes"] else "no"
    else:
        return None
    return _answered(before, fitting[0], reply, message) if fitting else None


def _place_alone(message: str, today: date) -> str | None:
    """The place that a message names and says nothing else: "Mobile, Alabama"; ``None`` where it is none that the tables know."""
    tables = read_tables(CORPUS_DIR)
    name = heard_place(message, 0, today, tables) or heard_listed_place(message, 0, today, tables)
    typed = name if name is None or name in message else name.partition(",")[0]
    return name if typed and _NOTHING_ELSE.fullmatch(message.replace(typed, "", 1)) else None


def _share(new: When, old: When) -> bool:
    """Whether two dates have the year or the month in common: whoever corrects a date mostly corrects a part of it."""
    if new.period is None or old.period is None:
        return False
    first, other = new.period.first, old.period.first
    return first.year == other.year or first.month == other.month


def _answered(before: Conversation, question: Question, reply: str, message: str) -> Conversation | None:
    try:
        facts = answer(before.facts, question, reply)
    except FactsError:
        return None
    words = {**facts.words, root(question.fact): message.strip()}
    return replace(before, facts=facts.model_copy(update={"words": words}), reading=None, route="case")


def put_right(before: Conversation, message: str, today: date, hearing: Hearing | None) -> Conversation | None:
    """The case with the date of the message in the place of the one that was told; ``None`` where that is not plain.

    The message must correct something and hold one date and no other matter, one fact alone may have been told with a date,
    and the two must have the month or the year in common; the words told are then read again with the other date.
    """
    dates = find_dates(message.lower(), today)
    if len(dates) != 1 or len(message.lower()) != len(message) or not _CORRECTS.search(message):
        return None
    date_typed = message[dates[0].start : dates[0].end]
    around = f"{message[: dates[0].start]} {message[dates[0].end :]}"
    dated = [
        (fact, words, found[0])
        for fact, words in before.facts.words.items()
        if len(found := find_dates(words.lower(), today)) == 1 and fact in _TIES
    ]
    told = {words for _, words, _ in dated}
    if len(told) != 1 or not _OF_A_DATE.fullmatch(around):
        return None
    fact, words, old = dated[0]
    if _WRONG.search(message[dates[0].end :].partition(".")[0]) or not _share(dates[0], old):
        return None
    if (_OF_ME if fact == "relatives_at_amazon" else _OF_HIM).search(around) and not before.third_person:
        return None
    again = before.say(f"{words[: old.start]}{date_typed}{words[old.end :]}", today, hearing=hearing)
    if again.judged == before.judged or again.hypothetical:
        return None
    typed = {
        name: message.strip() if said != before.facts.words.get(name) else said
        for name, said in again.facts.words.items()
    }
    return replace(again, facts=again.facts.model_copy(update={"words": typed}))
