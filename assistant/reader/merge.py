"""Claims → facts: what is said later beats what is said earlier, and what is stated beats what is summed up.

Only a correction ("sorry, I meant") or a new message lets a statement take back an
obstacle; otherwise an obstacle and its opposite are kept as a contradiction, for a wrong
"eligible" is worse than a question too many.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any, get_args

from assistant.eligibility import Facts, Gap, Period
from assistant.eligibility.facts import Position
from assistant.reader.claims import NOTHING, Claim
from assistant.reader.people import is_dated, merged_people, merged_tie
from assistant.reader.sentences import Sentence
from corpus.places import Places

__all__ = ["facts_of", "kept", "live"]

_CORRECTION = re.compile(
    r"\b(?:sorry|correction|i mean|i meant|no wait|wait|actually|scratch that|on reflection|i forgot|mixing|not correct|wrong|mistaken|forget (?:it|that)|take (?:that|it|this) back|stand corrected|confusion|let me correct|strike that|misspoke|typo|disregard that|no longer true|scrap that|ah no|oh no|rather|oops|my mistake|to be precise|edit|update|instead|not \d+ as)\b|^(?:no|hmm|hm)\b|- no\b"
)
OBSTACLES: dict[str, object] = {
    "full_time": False,
    "accredited": False,
    "permanent": False,
    "legal_status": False,
    "one_proposal": False,
    "government_pay": True,
    "us_restrictions": True,
    "procurement": True,
    "of_age": False,
    "otherwise_prohibited": True,
    "faculty_status": False,
}
"""The value of each fact that stands in the way."""
_POSTS: tuple[Position, ...] = get_args(Position)
_RETOLD = {"amazon_relation", "amazon_last_day", "relatives_at_amazon", "residence", "workplace", "age"}
"""What a correction may tell anew in the sentence after it."""
_SEPARATE = {
    "amazon_relation",
    "amazon_last_day",
    "relatives_at_amazon",
    "other_relatives_at_amazon",
    "relative_last_day",
}


def live(claims: Sequence[Claim], sentences: Sequence[Sentence]) -> list[Claim]:
    """The claims that still stand: of overlapping ones the first frame's, and none that was taken back."""
    chosen: list[Claim] = []
    for claim in claims:
        if not any(_overlap(claim, other) for other in chosen):
            chosen.append(claim)
    said = sorted(
        (one for one in chosen if one.value is not NOTHING and one.value is not None),
        key=lambda one: (one.sentence, one.at),
    )
    return _uncorrected(said, sentences)


def _overlap(claim: Claim, other: Claim) -> bool:
    """Whether a later frame read the same words for the same fact."""
    if claim.frame == "end put right" or (claim.frame.startswith("not understood") and not claim.weak):
        return False
    if is_dated(claim.value) and isinstance(other.value, Period) and not is_dated(other.value):
        return False
    same = claim.fact == other.fact and claim.sentence == other.sentence and claim.frame != other.frame
    return same and claim.start < other.end and other.start < claim.end


def _uncorrected(claims: list[Claim], sentences: Sequence[Sentence]) -> list[Claim]:
    barriers = [
        (sentence.index, match.start())
        for sentence in sentences
        for match in _CORRECTION.finditer(sentence.text)
        if not (match.group() == "no" and re.match(r"no (?!,|wait|sorry|i )", sentence.text[match.start() :]))
    ]
    gone: set[int] = set()
    for barrier in barriers:
        after = {one.fact for one in claims if barrier <= (one.sentence, one.at) and one.sentence == barrier[0]}
        if not after:
            after = {one.fact for one in claims if one.sentence == barrier[0] + 1} & _RETOLD
        if after & {"amazon_relation", "amazon_last_day"}:
            after |= {"amazon_relation", "amazon_last_day"} if "amazon_relation" in after else {"amazon_last_day"}
        for one in claims:
            near = one.sentence >= barrier[0] - 3 or one.weak or barrier[0] == sentences[-1].index
            if (one.sentence, one.at) < barrier and one.fact in after and near:
                gone.add(id(one))
    return [one for one in claims if id(one) not in gone]


def facts_of(
    claims: Iterable[Claim], before: Facts | None, places: Places
) -> tuple[dict[str, Any], dict[str, tuple[Claim, ...]]]:
    """The value of each fact and the claims it rests on; ``before`` holds the facts of earlier messages."""
    by_fact: dict[str, list[Claim]] = {}
    for claim in claims:
        by_fact.setdefault(claim.fact, []).append(claim)
    values: dict[str, Any] = {}
    grounds: dict[str, tuple[Claim, ...]] = {}
    for fact, stated in by_fact.items():
        if fact in _SEPARATE:
            continue
        strong = [one for one in stated if not one.weak] or stated
        if fact in {"residence", "workplace"} and (excluded := _excluded(stated, places)):
            strong = excluded
        elif fact == "residence" and (unplaced := [one for one in strong if one.frame.startswith("not understood")]):
            strong = unplaced
        values[fact], used = _value(fact, strong)
        grounds[fact] = used
    merged_tie(by_fact, values, grounds, before)
    merged_people(by_fact, values, grounds, before)
    _without_unknown(values, grounds, places)
    _tidy(values, grounds)
    return values, grounds


def _value(fact: str, stated: list[Claim]) -> tuple[Any, tuple[Claim, ...]]:
    if fact == "position":
        best = min(stated, key=lambda one: _POSTS.index(one.value) if one.value in _POSTS else len(_POSTS))
        return best.value, (best,)
    if fact == "age":
        return _age(stated)
    if fact in OBSTACLES:
        return _boolean(fact, stated)
    if fact in {"residence", "workplace"}:
        return _place(stated)
    if fact.startswith("none_of") and any(one.value is False for one in stated):
        return False, tuple(one for one in stated if one.value is False)
    return stated[-1].value, (stated[-1],)


def _age(stated: list[Claim]) -> tuple[Any, tuple[Claim, ...]]:
    """Two ages contradict each other, unless both are of age everywhere."""
    ages = {one.value for one in stated if isinstance(one.value, int)}
    if len(ages) > 1 and min(ages) < 21:
        return Gap.CONTRADICTORY, tuple(stated)
    return stated[-1].value, (stated[-1],)


def _place(stated: list[Claim]) -> tuple[Any, tuple[Claim, ...]]:
    """The first place that is named stands; a more exact name for it comes with a comma."""
    known = [one for one in stated if not isinstance(one.value, Gap)] or stated
    exact = [one for one in known if "," in str(one.value)]
    best = (exact or known)[-1 if exact else 0]
    return best.value, (best,)


def _excluded(stated: list[Claim], places: Places) -> list[Claim]:
    """The places among those named that the Rules exclude: none of the others outvotes them."""
    return [
        one
        for one in stated
        if isinstance(one.value, str)
        and not isinstance(one.value, Gap)
        and (match := places.look_up(one.value))
        and all(place.excluded is not None for place in match.places)
    ]


def _without_unknown(values: dict[str, Any], grounds: dict[str, tuple[Claim, ...]], places: Places) -> None:
    """A home whose name the table does not know is no obstacle beside a workplace that it knows, nor the reverse."""
    names = [
        fact
        for fact in ("residence", "workplace")
        if isinstance(values.get(fact), str) and not isinstance(values[fact], Gap)
    ]
    known = {fact: places.look_up(values[fact]) for fact in names}
    if len(names) == 2 and any(match is not None for match in known.values()):
        for fact, match in known.items():
            if match is None:
                del values[fact]
                grounds.pop(fact, None)


def _boolean(fact: str, stated: list[Claim]) -> tuple[Any, tuple[Claim, ...]]:
    """The last statement, save that what stands in the way or leaves it open is not outvoted by what does not."""
    obstacle = OBSTACLES[fact]
    last = stated[-1]
    values = [one.value for one in stated]
    opening = [one for one in stated if isinstance(one.value, str)]
    if fact in {"one_proposal", "full_time"} and opening:
        named = [one for one in opening if not isinstance(one.value, Gap)] or opening
        return named[-1].value, (named[-1],)
    against = [one for one in stated if one.value is obstacle]
    if against and any(value is (not obstacle) for value in values):
        if last.value is obstacle:
            return last.value, (last,)
        return Gap.CONTRADICTORY, tuple(stated)
    if against:
        return obstacle, (against[-1],)
    if opening:
        return opening[-1].value, (opening[-1],)
    return last.value, (last,)


def _tidy(values: dict[str, Any], grounds: dict[str, tuple[Claim, ...]]) -> None:
    """The employer's kind counts only where no academic post speaks for another employer."""
    if (
        isinstance(values.get("age"), int)
        and values["age"] < 21
        and "residence" not in values
        and "workplace" in values
    ):
        values["residence"], grounds["residence"] = values["workplace"], grounds["workplace"]
    academic = values.get("accredited") is True or values.get("position") == "faculty"
    if (
        academic
        and values.get("institution") in {"company", "government", "ngo"}
        and values.get("position") != "researcher"
    ):
        values.pop("institution")
        grounds.pop("institution", None)
    post = values.get("position")
    if (
        values.get("government_pay") is True
        and post in {"researcher", "other"}
        and values.get("accredited") is not True
    ):
        values.setdefault("institution", "government")
        grounds.setdefault("institution", grounds["government_pay"])
    if values.get("accredited") is True and values.get("institution") in {"company", "government"}:
        values.pop("institution")
        grounds.pop("institution", None)


def kept(before: Facts | None) -> dict[str, Any]:
    """The stated facts of earlier messages."""
    if before is None:
        return {}
    return {
        name: getattr(before, name)
        for name in type(before).model_fields
        if name != "words" and getattr(before, name) is not None
    }
