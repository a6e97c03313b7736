"""Whether somebody lives in the applicant's home: "household" in Rules § I(d)."""

from __future__ import annotations

import re

from assistant.reader.claims import Hit
from assistant.reader.negation import negated
from assistant.reader.whose import Subject

__all__ = ["TOGETHER", "lives_with"]

TOGETHER = re.compile(
    r"\blive with (?:my|our|a|an) (?:\w+ )?[A-Z]{4,}\b|\b(?:lives?|living|stays?|staying|sleeps|resides?|dwells|moved in|rooms|boards) (?:\w+ ){0,3}?(?:with (?:me|us)|together|in (?:my|our|the same) \w+|at (?:my|our) (?:place|home|house|flat)|here|under (?:my|our|the same)|FAMILY)|"
    r"\b(?:with whom i|i|we) (?:also |still )?(?:live|share|am living|cohabit)\b(?! (?:\d|apart|separately|alone|elsewhere|in |far|near|a hedge|an office|office|a border))|\bshar(?:e|es|ing) (?:a |an |my |our |the |one )?(?:\w+ )?(?:flat|house|home|apartment|household|kitchen|roof|rent|address|room|bed)\b|\bsame (?:house|household|home|flat|roof|apartment|address)\b|"
    r"\b(?:in|at) (?:my|our) (?:attic|spare|guest|house|home|flat|basement|apartment|garage)\b|\blives? FAMILY\b|\blive-in\b|\bour lodger\b|\bliving together\b"
)
_APART = re.compile(
    r"\blives? (?:elsewhere|apart|alone|far|abroad|somewhere else|on (?:his|her|their) own|in (?:an?other|a different|the) (?:\w+ )?(?:town|city|country|house|flat|state|place|street)|in [a-z]+|\d+ \w+ away|separately|next door|across)\b|"
    r"\b(?:different|separate|own) (?:house|household|flat|home|address|city|town|apartment)\b|\b\d+ (?:km|miles|kilometres|kilometers)\b|\bkilometers? (?:from|away)|\bnever stays\b|\bin another (?:town|city|country)\b|\belsewhere\b"
)
_SOMETIMES = re.compile(
    r"\b(?:nights? (?:a|per|each|of the) week|half the week|weekends?|part of the week|part-time|half of the time|some nights|most nights|sometimes|on and off|half lives|half-lives|every other week|during the holidays|alternate|back and forth|semi|now and then stays)\b"
)


def lives_with(hit: Hit, subject: Subject) -> bool | str | None:
    """Whether the person lives in the applicant's home, by this sentence and those that go on about them."""
    sentences = hit.discourse.sentences
    texts = [hit.text]
    if subject.sentence != hit.sentence.index and subject.sentence >= 0:
        texts.append(sentences[subject.sentence].text)
    index = hit.sentence.index + 1
    while (
        index < len(sentences)
        and index <= hit.sentence.index + 2
        and re.match(
            r"(?:and |but )?(?:she|he|they|we (?:live|share|do not live)|neither|both)\b", sentences[index].text
        )
    ):
        texts.append(sentences[index].text)
        index += 1
    whole = " ; ".join(texts)
    if hit.discourse.third_person:
        whole = re.sub(r"\b(lives?|living|stays?|staying) with (?:him|her|them)\b", r"\1 with me", whole)
    if _SOMETIMES.search(whole) and re.search(r"\b(?:stays?|lives?|sleeps|comes|nights)\b", whole):
        return "part_time"
    together = [negated(whole, match.start()) for match in TOGETHER.finditer(whole)]
    if False in together:
        return True
    apart = [negated(whole, match.start()) for match in _APART.finditer(whole)]
    if False in apart or together:
        return False
    return None
