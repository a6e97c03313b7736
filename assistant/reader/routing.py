"""What a message wants: a verdict on a case, a word on one obstacle, an answer from the Rules, or two of these.

Eligibility policy 16: a question about one obstacle gets the short answer about that
obstacle. "Am I eligible?" is a case, with stated facts or without.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Literal

from assistant.eligibility.answers import is_known
from assistant.reader.reader import Reading
from assistant.reader.sentences import Sentence, read_sentences

__all__ = ["Route", "asks_about_an_obstacle", "asks_no_verdict", "lettered_obstacle", "other_questions", "route"]

Route = Literal["case", "obstacle", "question", "case_and_question"]

_VERDICT = re.compile(
    r"\b(?:am i|are we|is (?:she|he|my \w+|our \w+|APPLICANT)|would (?:i|she|he|we)(?: still)?(?: be)?|will i be|could i be) (?:still |then |now |therefore |also |really )*(?:eligible|in|qualified|allowed to apply|entitled|ok|okay|fine|good)\b|"
    r"\b(?:can|may|could|should) (?:i|we|she|he|they) (?:still |then |now |also |therefore |thus |really |even )*(?:apply|submit|participate|take part|send (?:it|one|my|a)|be (?:the )?(?:pi|principal|lead))\b|\b(?:do|would|does) (?:i|we|she|he) (?:still |then |also )*(?:qualify|count|meet|fulfil)\b|"
    r"^(?:so )?(?:eligible|ok|okay|allowed|in or out|may i|can i|verdict|am i in)$|\bcheck (?:my|whether i|if i|me)\b|\btell me (?:if|whether) i\b|\b(?:confirm|say) (?:that )?i (?:may|can|am)\b|\bmy eligibility\b"
)
_OBSTACLE = re.compile(
    r"\b(?:rule[sd]? me out|rules? (?:her|him|us) out|disqualif\w+|exclude[sd]? me|excluded?|count(?:s|ed)?(?: against)?|matter(?:s|ed)?|a problem|problem|an issue|issue|hurt|affect\w*|prevent\w*|stop(?:s|ped)? me|bar(?:s|red)?|knock(?:s|ed)? me|"
    r"cost me|in the way|a conflict|an obstacle|mean i|make me|makes me|enough|still count|okay if|ok if|fine if|allowed to|eligible (?:if|with|when|although|though|despite)|apply (?:if|with|when|although|though|even)|qualify (?:if|as|with)|need to|have to|must i|considered|regarded|treated|okay|ok)\b"
)
_NEAR_ONES = "SPOUSE|PARENT|CHILD|SIBLING|INLAW|PARTNER|HOUSEMATE|OTHERREL|DISTANT|FAMILY"
"""Tags of family and household."""
_TOPIC = re.compile(
    r"\b(?:AMZN|GOV[A-Z]+|"
    + _NEAR_ONES
    + r"|UNREL|sanction\w*|export|list|procure\w*|tender|cloud|full-time|part-time|half-time|\d+ %|accredit\w*|ngo|permanent|postdoc\w*|phd|emerit\w*|adjunct|"
    r"visiting|lecturer|professor|faculty|age|minor|proposals?|government|minist\w+|civil servant|judge|live|lives|based|passport|citizen|iran|cuba|syria|sudan|north korea|crimea|intern\w*|contract\w*|researcher|retired|leave|student|fellow|tenure\w*|company|startup|years old)\b"
)
_FIRST = re.compile(r"\b(?:i|my|me|we|our|mine|us)\b")
_SOLID = frozenset(
    "position full_time accredited age of_age one_proposal government_pay us_restrictions amazon_relation relatives_at_amazon "
    "procurement none_of_the_exclusions none_of_a_to_e legal_status".split()
)
"""Facts that people state of a case; a place or a contract is named in other questions too."""
_MANY = 3


def route(text: str, reading: Reading) -> Route:
    """Where a message goes; ``reading`` is what was read from it, alone or with what was said before."""
    sentences = _sentences(text)
    told = {word.fact for word in reading.words if word.fact in _SOLID and is_known(getattr(reading.judged, word.fact))}
    questions = [sentence for sentence in sentences if _is_question(sentence)]
    verdict = any(_VERDICT.search(sentence.text) for sentence in sentences)
    if len(told) >= _MANY:
        return "case_and_question" if any(map(_is_other, questions)) else "case"
    if not questions:
        return "case" if told or verdict else "question"
    asked = " ".join(sentence.text for sentence in questions)
    if verdict and (told or _is_bare(text, asked)) and not _single_condition(questions):
        return "case"
    if any(map(_is_about_an_obstacle, questions)) or (told and _FIRST.search(asked) and _TOPIC.search(asked)):
        return "obstacle"
    return "question"


def asks_no_verdict(text: str) -> bool:
    """Whether a message asks something, and in none of its sentences for a verdict."""
    sentences = _sentences(text)
    asks_for_one = any(_VERDICT.search(sentence.text) for sentence in sentences)
    return not asks_for_one and any(map(_is_question, sentences))


def other_questions(text: str) -> tuple[str, ...]:
    """The questions beside a case, as typed: those that are about neither the verdict nor one of its points."""
    return tuple(
        f"{text[sentence.tokens[0].start : sentence.tokens[-1].end]}?"
        for sentence in _sentences(text)
        if _is_question(sentence) and _is_other(sentence)
    )


_EXCLUDES = re.compile(
    r"\b(?:rule[sd]? (?:me|him|her|us) out|disqualif\w+|exclude[sd]?|count(?:s|ed)? against|(?:a|any) problem|"
    r"an (?:issue|obstacle)|prevent\w*|stop(?:s|ped)? (?:me|him|her|us)|bar(?:s|red)?|knock(?:s|ed)? (?:me|him|her|us) out|"
    r"in the way|makes? (?:me|him|her|us) ineligible)\b"
)


_OBSTACLES = {
    "rules:I.a": re.compile(r"\bGOV[A-Z]+\b|\b(?:government\w*|minist\w+|civil servant|judge)\b"),
    "rules:I.b": re.compile(r"\b(?:sanction\w*|export)\b"),
    "rules:I.c": re.compile(r"\bAMZN\b"),
    "rules:I.d": re.compile(rf"\b(?:{_NEAR_ONES})\b"),
    "rules:I.e": re.compile(r"\b(?:procure\w*|tender|cloud)\b"),
}
"""The words of the lettered obstacles of section I."""


def asks_about_an_obstacle(text: str) -> bool:
    """Whether a circumstance of the writer's is asked about as what may exclude: "does my seat on a board rule me out?"."""
    return any(map(_asks_what_excludes, _sentences(text)))


def lettered_obstacle(text: str) -> str | None:
    """The id of the lettered clause whose obstacle is asked about in that way; ``None`` where the words name none or several."""
    asked = " ".join(one.text for one in _sentences(text) if _asks_what_excludes(one))
    named = [clause for clause, words in _OBSTACLES.items() if words.search(asked)]
    return named[0] if len(named) == 1 else None


def _asks_what_excludes(sentence: Sentence) -> bool:
    text = sentence.text
    return bool(_is_question(sentence) and _FIRST.search(text) and _TOPIC.search(text) and _EXCLUDES.search(text))


def _is_bare(text: str, asked: str) -> bool:
    """“Am I eligible?” and little else."""
    return len(text.split()) <= _FEW and not _TOPIC.search(asked)


_FEW = 12


def _is_question(sentence: Sentence) -> bool:
    begins = r"(?:what|which|how|why|when|where|who|does|do|is|are|can|may|could|would|should|must) (?!:)"
    return sentence.end_mark == "?" or bool(_VERDICT.search(sentence.text) or re.match(begins, sentence.text))


def _is_other(sentence: Sentence) -> bool:
    """Whether the question is about something beside the case: neither a verdict nor one of its points."""
    text = sentence.text
    points = _VERDICT.search(text) or _OBSTACLE.search(text) or _TOPIC.search(text)
    return len(text.split()) >= 4 and sentence.end_mark == "?" and not points


def _is_about_an_obstacle(sentence: Sentence) -> bool:
    """Whether one circumstance of the writer's is asked about."""
    text = sentence.text
    return bool(_FIRST.search(text) and _TOPIC.search(text) and (_OBSTACLE.search(text) or _VERDICT.search(text)))


def _single_condition(questions: list[Sentence]) -> bool:
    """“Can I apply if my wife works at Amazon?”: one condition, and no case beside it."""
    conditional = r"\b(?:if|when|while|although|even though|with|despite|as a|as an)\b"
    text = questions[0].text
    return len(questions) == 1 and bool(re.search(conditional, text)) and bool(_TOPIC.search(text))


def _sentences(text: str) -> tuple[Sentence, ...]:
    return read_sentences(text[:4_000], date(2000, 1, 1))
