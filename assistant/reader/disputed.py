"""A second hearing, of single sentences, where the first one is in dispute.

A pattern sees a few words, and may miss what turns them round: "AWS purchases? somebody else, always". And a
question states nothing, unless its writer answers it: "Full-time? Since 2014." The network is therefore asked a second
time, about the sentence by itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date

from assistant.eligibility import Facts, Gap, Period
from assistant.reader.opinion import Opinion, listen, statement_span
from assistant.reader.reader import Reading
from assistant.reader.standing import FACTS_OF
from corpus.statements import State
from index.hearing import Hearing

__all__ = ["affirmed", "cleared", "doubtful", "unspoken"]

_TWO_POSTS = "two_part_time_posts"
"""Together they sound like a full one."""
_DENIES = re.compile(r"\b(?:no|not|never|none|neither|nor|nobody|nothing|without|zero|nil)\b|n['’]?t\b", re.IGNORECASE)
_EXCEPTS = re.compile(r"\b(?:but|except|other than|apart|besides|only|just|unless|although|though)\b", re.IGNORECASE)
_SURE = 0.9
"""Each sentence by itself must be heard so with this likelihood."""


def cleared(
    reading: Reading, opinion: Opinion, held: Mapping[str, State], hearing: Hearing, sure: float
) -> frozenset[str]:
    """The conditions that were read as violated and are heard as met, and in no sentence that was read as an obstacle.

    ``held`` is how each condition stands as it was read (``standing.py``), ``sure`` the likelihood that the whole text
    needs. A tie whose last day was read stays: the frames count days better than the network. So does a near one's tie, unless
    its sentence denies before it: the network may not know a job by its name, and hears the "nobody else" that follows.
    """
    return frozenset(
        condition
        for condition, state in held.items()
        if state == "violated"
        and (condition != "family" or _is_denied_first(reading, opinion))
        and opinion.heard.likelihood(condition, "met") > sure
        and not _is_dated(condition, reading.judged)
        and _all_heard(condition, ("met", "unsaid"), reading, opinion, hearing)
    )


def unspoken(
    reading: Reading, opinion: Opinion, held: Mapping[str, State], hearing: Hearing, sure: float
) -> frozenset[str]:
    """The conditions that were read as violated or open where the network hears nothing of them, nor in what was read.

    "My hamster is called Amazon" is then as if it had not been said, and a summary speaks for the condition.
    """
    return frozenset(
        condition
        for condition, state in held.items()
        if state in ("violated", "open")
        and opinion.heard.likelihood(condition, "unsaid") > sure
        and any(words.fact in FACTS_OF[condition] for words in reading.words)
        and _all_heard(condition, ("unsaid",), reading, opinion, hearing)
    )


def doubtful(reading: Reading, opinion: Opinion, held: Mapping[str, State], hearing: Hearing) -> frozenset[str]:
    """The conditions of which a doubt was read by its name that the network hears nowhere but in what the doubt was read from.

    "No section I exclusion. On unpaid leave right now" sounds like a full post as a whole; its last sentence does not.
    """
    return frozenset(
        condition
        for condition in ("full_time", "procurement", "family")
        if held[condition] == "open"
        and _is_named(getattr(reading.judged, FACTS_OF[condition][0]))
        and opinion.heard.likelihood(condition, "met") > _SURE
        and (
            _is_plain(condition, reading, opinion)
            or not _all_heard(condition, ("met", "unsaid"), reading, opinion, hearing)
        )
    )


def affirmed(opinion: Opinion, hearing: Hearing, sure: float) -> frozenset[str]:
    """The conditions that are heard as met in a question of the text, and, with its answer, by itself."""
    text = opinion.text
    return frozenset(
        condition
        for condition in FACTS_OF
        if opinion.heard.likelihood(condition, "met") > sure
        and opinion.is_asked(condition)
        and _is_heard(condition, ("met",), text[slice(*opinion.span(condition))], opinion.today, hearing)
    )


def _is_named(value: object) -> bool:
    """Whether it is a kind of doubt that the frames know: unpaid leave, a vendor or somebody's tie that is not known."""
    if isinstance(value, tuple):
        return any(person.amazon_relation is Gap.UNKNOWN for person in value)
    return not isinstance(value, Gap)


def _is_plain(condition: str, reading: Reading, opinion: Opinion) -> bool:
    """Whether the doubt is as plain as its words: two posts, or part in a purchase of which nothing is denied."""
    if condition == "procurement":
        return not any(_DENIES.search(sentence) for sentence in _sentences(condition, reading, opinion))
    return condition == "full_time" and reading.judged.full_time == _TWO_POSTS


def _is_denied_first(reading: Reading, opinion: Opinion) -> bool:
    """Whether all near ones' ties come after a denial in their sentence: “no one in my house who has ever been at Amazon”."""
    ties = [words for words in reading.words if words.fact == "relatives_at_amazon"]
    return bool(ties) and all(
        _DENIES.search(opinion.text, statement_span(opinion.text, one.start, one.start)[0], one.start)
        and not _EXCEPTS.search(opinion.text, statement_span(opinion.text, one.start, one.start)[0], one.end)
        for one in ties
    )


def _is_dated(condition: str, facts: Facts) -> bool:
    return condition == "amazon" and isinstance(facts.amazon_last_day, Period)


def _sentences(condition: str, reading: Reading, opinion: Opinion) -> Iterator[str]:
    """The sentences that facts of the condition were read from, as typed."""
    text = opinion.text
    for words in reading.words:
        if words.fact in FACTS_OF[condition]:
            yield _sentence(text, words.start, words.end)


def _sentence(text: str, first: int, last: int) -> str:
    """With its mark: what is only asked is heard otherwise."""
    start, end = statement_span(text, first, last)
    return text[start : end + 1].strip()


def _all_heard(condition: str, states: tuple[State, ...], reading: Reading, opinion: Opinion, hearing: Hearing) -> bool:
    return all(
        _is_heard(condition, states, sentence, opinion.today, hearing)
        for sentence in _sentences(condition, reading, opinion)
    )


def _is_heard(condition: str, states: tuple[State, ...], sentence: str, today: date, hearing: Hearing) -> bool:
    return listen(sentence, today, hearing).heard.likelihood(condition, *states) > _SURE
