"""A case that builds up over turns: what is so, kept apart from what is only supposed.

The state is a value: the facts as stated, and the facts as the last message supposed
them. Each message gives a new state. Nothing is stored here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from assistant.eligibility import Facts, Gap, Question, Relative, answer
from assistant.eligibility.paths import root, value_at, with_value
from assistant.eligibility.reading import parse_facts
from assistant.reader.changes import Change, changes
from assistant.reader.frames.whom import RELATIONS
from assistant.reader.reader import Reading, read_case, spoken_of
from assistant.reader.routing import Route, route
from assistant.reader.sentences import read_sentences
from assistant.reader.understanding import understand
from corpus.errors import FactsError
from index.hearing import Hearing

__all__ = ["Change", "Conversation", "changes"]

_BEGUN = 3
"""More facts than these are a case; one or two stand in a question."""
_NO_TIE = (None, "never", "not_in_last_12_months")
"""What somebody's relation to Amazon is where it cannot stand against those near him."""
_ANOTHER = re.compile(
    r"^\W*(?:\w+\W+){0,5}?(?:for|about|and|then|how is) (?:my|our|his|her) (?:\w+ )?(?:wife|husband|spouse|partner|brother|sister|son|daughter|mother|father|cousin|nephew|niece|aunt|"
    r"uncle|friend|colleague|boss|professor|supervisor|student|postdoc|neighbou?r|flatmate|housemate|co-?author|dean|chair|co-?pi|twin|in-law|madam|director)s?(?:[- ]in[- ]law)?"
    r"(?:\W+how is it for \w+)?(?:\?|:|,? who (?:also )?(?:wants?|would like|plans?|hopes?) to (?:apply|participate)\b)",
    re.IGNORECASE,
)
"""“Is it the same for my wife, who wants to apply?”, “and my colleague?”: the case of another person begins."""
_GOES_ON = re.compile(r"^\W*(?:and|also|plus|or)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Conversation:
    """Where a conversation about one case stands."""

    facts: Facts = field(default_factory=Facts)
    """What is stated, by the words it was read from."""
    supposed: Facts | None = None
    """The facts as the last message supposed them; ``None`` where it supposed nothing."""
    reading: Reading | None = None
    """What was understood of the last message."""
    route: Route | None = None
    """Where the last message goes."""
    third_person: bool | None = None
    """Whether the case is somebody else's than the writer's; ``None`` where nobody was spoken of."""

    @property
    def judged(self) -> Facts:
        """The facts to judge now."""
        return self.facts if self.supposed is None else self.supposed

    @property
    def hypothetical(self) -> bool:
        """Whether the verdict rests on a supposition, and has to say so."""
        return self.supposed is not None

    @property
    def begun(self) -> bool:
        """Whether so much is stated that what follows may be about this case."""
        return len(self.facts.to_dict()) > _BEGUN

    def say(
        self, text: str, today: date, question: Question | None = None, hearing: Hearing | None = None
    ) -> Conversation:
        """The state after a message; ``question`` is the one that was asked last, if any.

        With ``hearing`` the frames' reading is held against what the network hears.
        """
        start = self._of_whom(text, today) if self.third_person is not None or self.begun else self
        own = _other_person(text, start.facts, today) or start.facts
        reading = _read(text, today, own, hearing)
        if question is not None and not reading.words:
            answered = _answered(own, question, text)
            if answered is not None:
                return replace(
                    self, facts=answered, supposed=None, reading=replace(reading, facts=answered), route="case"
                )
        supposed = reading.supposed
        if supposed is not None and start.supposed is not None and _GOES_ON.match(text):
            supposed = _read(
                text, today, _other_person(text, start.supposed, today) or start.supposed, hearing
            ).supposed
        way = route(text, reading)
        swapped = own is not start.facts
        return Conversation(
            reading.facts,
            supposed,
            replace(reading, supposed=supposed),
            "case" if swapped or (supposed is not None and (way == "question" or self.begun)) else way,
            self.third_person if reading.third_person is None else reading.third_person,
        )

    def _of_whom(self, text: str, today: date) -> Conversation:
        """The same case, or an empty one where the message turns from somebody else's to the writer's own, or back."""
        third = True if _ANOTHER.search(text) else spoken_of(text, today)
        if third is None or third is bool(self.third_person):  # notes without "I" are their writer's own
            return self
        # Whoever is spoken of now may live with the one who was spoken of before.
        tied = self.facts.amazon_relation not in _NO_TIE or self.facts.relatives_at_amazon not in (None, ())
        return Conversation(Facts(relatives_at_amazon=Gap.UNKNOWN) if tied else Facts())

    def edited(self, path: str, value: Any) -> Conversation:
        """The state with another value for one fact, as the list of facts lets one change it.

        Raises ``FactsError`` where the value is not one that the fact can have.
        """
        stated = with_value(self.facts, path, value).model_dump(mode="json", exclude_none=True)
        stated.get("words", {}).pop(root(path), None)
        return replace(self, facts=parse_facts(stated), supposed=None)

    def retracted(self, path: str) -> Conversation:
        """The state without a fact: "that is not true". What is not known stays so: nothing was denied."""
        return self if isinstance(value_at(self.facts, path), Gap) else self._put(path, None)

    def unknown(self, path: str) -> Conversation:
        """The state in which the person does not know a fact."""
        return self._put(path, Gap.UNKNOWN)

    def _put(self, path: str, value: Gap | None) -> Conversation:
        facts = with_value(self.facts, path, value)
        words = {name: words for name, words in facts.words.items() if name != root(path)}
        return replace(self, facts=facts.model_copy(update={"words": words}), supposed=None)


def _read(text: str, today: date, before: Facts, hearing: Hearing | None) -> Reading:
    return read_case(text, today, before) if hearing is None else understand(text, today, hearing, before)


_SWAP = re.compile(
    r"(?:\b(?:no|sorry|actually|i meant?|correction|it is|it was)\b.*?)?\b(?:my |our |a |the )?(?P<new>[A-Z]+) ?(?:,|-) ?not (?:my |our |a |the )?(?P<old>[A-Z]+)\b|"
    r"\bnot (?:my |our |a |the )?(?P<old2>[A-Z]+) ?(?:,|but|-|, but) ?(?:it is |it was )?(?:my |our |a |the )?(?P<new2>[A-Z]+)\b"
)


def _other_person(text: str, facts: Facts, today: date) -> Facts | None:
    """The facts with one person put in the place of another: "no, my flatmate, not my wife"."""
    people = facts.relatives_at_amazon
    if not isinstance(people, tuple) or not people:
        return None
    for sentence in read_sentences(text, today):
        match = _SWAP.search(sentence.text)
        if match is None:
            continue
        old = RELATIONS.get(match["old"] or match["old2"])
        new = RELATIONS.get(match["new"] or match["new2"])
        at = next((at for at, person in enumerate(people) if person.relation == old), None)
        if old is None or new is None or at is None:
            continue
        person: Relative = people[at].model_copy(update={"relation": new, "same_household": None})
        others = tuple(one for index, one in enumerate(people) if index != at)
        start, end = sentence.span(*match.span())
        words = {**facts.words, "relatives_at_amazon": text[start:end]}
        return facts.model_copy(update={"relatives_at_amazon": (*others, person), "words": words})
    return None


def _answered(facts: Facts, question: Question, text: str) -> Facts | None:
    """The facts with a short reply to the question that was asked; ``None`` where it is none."""
    try:
        answered = answer(facts, question, text.strip().rstrip(".!"))
    except FactsError:
        return None
    return answered.model_copy(update={"words": {**answered.words, root(question.fact): text.strip()}})
