"""Text → the facts of a case, each with the exact words that it was read from.

No language model takes part, nothing is learnt, and the same text on the same day gives
the same facts. Silence stays silence; what is asked, supposed, guessed or told of others
gives no fact (eligibility policy, "Reading the facts"; Harkema et al. 2009, ConText).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import Any

from assistant.eligibility import Facts, Gap, parse_facts
from assistant.eligibility.checker import read_tables
from assistant.reader.applicant import with_applicant
from assistant.reader.claims import Claim, Discourse, Frame, Hit
from assistant.reader.frames import GROUPS
from assistant.reader.merge import facts_of, kept, live
from assistant.reader.residue import residue
from assistant.reader.sentences import read_sentences
from corpus import CORPUS_DIR
from corpus.errors import FactsError
from corpus.places import Places

__all__ = ["MAX_CHARACTERS", "Reading", "Words", "claims_in", "discourse_of", "read_case", "spoken_of"]

MAX_CHARACTERS = 8_000
"""What is longer is read up to here; the chat turns away messages far shorter than this."""


@dataclass(frozen=True, slots=True)
class Words:
    """Where in the text a fact was read."""

    fact: str
    start: int
    end: int
    text: str
    frame: str


@dataclass(frozen=True, slots=True)
class Reading:
    """What was understood of a text."""

    facts: Facts
    """What is stated, with what was stated before."""
    supposed: Facts | None
    """The facts as they would be if what the text supposes were true; ``None`` where it supposes nothing."""
    words: tuple[Words, ...]
    """Where each fact was read, in the order of the text."""
    unplaced: tuple[Words, ...]
    """Mentions that were recognised and not understood; each keeps its clause open."""
    third_person: bool | None = None
    """Whether it is somebody else's case than the writer's; ``None`` where nobody is spoken of."""

    @property
    def hypothetical(self) -> bool:
        """Whether the verdict rests on a supposition."""
        return self.supposed is not None

    @property
    def judged(self) -> Facts:
        """The facts to judge: as supposed, where something is supposed."""
        return self.facts if self.supposed is None else self.supposed


@lru_cache(maxsize=1)
def _places() -> Places:
    return read_tables(CORPUS_DIR).places


def discourse_of(text: str, today: date, places: Places | None = None) -> Discourse:
    """The text as sentences, with the day and the table of places that it is read by."""
    sentences, third = with_applicant(read_sentences(text[:MAX_CHARACTERS], today))
    return Discourse(text, sentences, today, places or _places(), third)


def claims_in(discourse: Discourse, only: Frame | None = None) -> Iterator[Claim]:
    """Everything that the frames read, in their order; ``only`` one frame where it is given."""
    for sentence in discourse.sentences:
        for needs, frames in GROUPS:
            if not needs.search(sentence.text):
                continue
            for frame in frames:
                for match in frame.pattern.finditer(sentence.text):
                    found = frame.read(Hit(frame, discourse, sentence, match))
                    yield from (claim for claim in found if only is None or frame is only)


def read_case(text: str, today: date, before: Facts | None = None, places: Places | None = None) -> Reading:
    """Read the facts of a case; ``before`` are the facts of earlier messages, which later words beat.

    Never raises for any text.
    """
    discourse = discourse_of(text, today, places)
    if discourse.third_person and _ASKS_FOR_ONESELF.search(text):
        # Two people in one message: whose facts these are would be a guess.
        return Reading(before or Facts(), None, (), (), third_person=False)
    if before is not None and isinstance(before.relatives_at_amazon, tuple):
        discourse.memory["people_before"] = tuple(str(one.relation) for one in before.relatives_at_amazon)
    discourse.memory["spoke_of_amazon"] = before is not None and bool(
        before.amazon_relation or before.relatives_at_amazon
    )
    claims = list(claims_in(discourse))
    left = list(residue(discourse, claims))
    standing = live([*claims, *left], discourse.sentences) if discourse.sentences else []
    said = [one for one in standing if one.mode in {"said", "unsure"}]
    if len({one.fact for one in said}) >= _A_CASE:
        said += _taken_for_granted(discourse, standing)
    supposed = [one for one in standing if one.mode == "supposed"]
    facts, words = _facts(discourse, said, before)
    assumed = None
    if supposed:
        assumed, more = _facts(discourse, supposed, facts)
        words = (*words, *more)
    unplaced = tuple(_words(discourse, one, one.fact) for one in left if one in standing)
    return Reading(facts, assumed, tuple(dict.fromkeys(words)), unplaced, _whose(discourse))


_ASKS_FOR_ONESELF = re.compile(
    r"\b(?:am i|would i be|will i be|could i be) (?:\w+ ){0,2}(?:eligible|qualified|allowed)\b|\bdo i (?:\w+ )?qualify\b|"
    r"\b(?:can|may|could) i (?:\w+ )?(?:apply|participate|take part)\b(?! for| on behalf| as (?:his|her|their))",
    re.IGNORECASE,
)


def spoken_of(text: str, today: date) -> bool | None:
    """Whether the text is about somebody else than the writer; ``None`` where nobody is spoken of."""
    return _whose(discourse_of(text, today))


_OWN = re.compile(r"\b(?:i|me|my|mine|myself)\b")


def _whose(discourse: Discourse) -> bool | None:
    if discourse.third_person:
        return True
    return False if any(_OWN.search(sentence.text) for sentence in discourse.sentences) else None


_A_CASE = 3
"""So many stated facts are a case, and a question beside them is about it."""
_GIVEN = re.compile(r"\b(?:my|our|her|his)(?: [\w'-]+){0,4} $")


def _taken_for_granted(discourse: Discourse, claims: Sequence[Claim]) -> Iterator[Claim]:
    """What a question in a case takes for granted: "does my husband's job at AWS matter?".

    Where nothing is taken for granted the question still keeps its clause open against a summary.
    """
    for claim in claims:
        if claim.mode != "asked" or claim.fact not in _OBSTACLE_FACTS:
            continue
        before = discourse.sentences[claim.sentence].text[: claim.at]
        if _GIVEN.search(before) or re.search(r"\b(?:my|our) [A-Z]+ 's ", before):
            yield replace(claim, mode="said")
        elif claim.fact in {"amazon_relation", "relatives_at_amazon"}:
            yield replace(claim, value=Gap.UNKNOWN, mode="said", weak=True)


_OBSTACLE_FACTS = frozenset(
    {"amazon_relation", "amazon_last_day", "relatives_at_amazon", "government_pay", "us_restrictions", "procurement"}
)


def _facts(discourse: Discourse, claims: Sequence[Claim], before: Facts | None) -> tuple[Facts, tuple[Words, ...]]:
    values, grounds = facts_of(claims, before, discourse.places)
    values = {name: value for name, value in values.items() if name in Facts.model_fields}
    old = kept(before)
    if (
        "amazon_relation" in values
        and "amazon_last_day" not in values
        and values["amazon_relation"] in {"never", "not_in_last_12_months"}
    ):
        old.pop("amazon_last_day", None)
    words = tuple(
        _words(discourse, claim, fact) for fact, used in grounds.items() for claim in used if fact in Facts.model_fields
    )
    quoted = dict(before.words) if before is not None else {}
    for one in sorted(words, key=lambda word: word.start):
        same = [other.text for other in words if other.fact == one.fact]
        quoted[one.fact] = " … ".join(dict.fromkeys(same))
    merged: dict[str, Any] = {**old, **values}
    return _valid(merged, {name: text for name, text in quoted.items() if name in merged}), words


def _valid(values: dict[str, Any], words: dict[str, str]) -> Facts:
    """The facts; a value that the model of the facts refuses is left out."""
    kept_values = dict(values)
    try:
        return Facts(**kept_values, words=words)
    except ValueError:
        for name in list(kept_values):
            try:
                parse_facts({name: kept_values[name]})
            except FactsError:
                kept_values.pop(name)
        return Facts(**kept_values, words={name: text for name, text in words.items() if name in kept_values})


def _words(discourse: Discourse, claim: Claim, fact: str) -> Words:
    return Words(fact, claim.start, claim.end, discourse.text[claim.start : claim.end], claim.frame)
