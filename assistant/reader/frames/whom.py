"""Whom a mention of Amazon is about, where the nearest person named is not the answer."""

from __future__ import annotations

import re

from assistant.reader.claims import Hit
from assistant.reader.frames.home import TOGETHER
from assistant.reader.whose import Subject

__all__ = ["RELATIONS", "people_at", "spoke_of_amazon"]

RELATIONS = {
    "SPOUSE": "spouse",
    "PARENT": "parent",
    "CHILD": "child",
    "SIBLING": "sibling",
    "INLAW": "in_law",
    "PARTNER": "partner",
    "OTHERREL": "other_relative",
    "DISTANT": "distant_relative",
    "HOUSEMATE": "housemate",
    "UNREL": "unrelated",
}


def people_at(hit: Hit) -> tuple[Subject, ...]:
    """The people whom the mention is about, by what stands after it, before it, or farther off."""
    return _after(hit) or _before(hit) or _by_words(hit)


_EMPLOYS = re.compile(
    r"AMZN (?:also |now |still |currently |once |has )?(?:employs?|employed|pays|paid|hired|has hired) (?:my |our |her |his )?(?P<who>[A-Z]+|me)\b"
)
_STAFF_AT_HOME = re.compile(r"AMZN (?:FAMILY|(?:[\w-]+ ){0,2}(?:in|among|within|at) (?:my |our |the )*FAMILY)\b")


_FORM = re.compile(r"AMZN(?: [\w-]+){0,3} ?[:=?] ?(?:yes ,? ?)?(?:my |our |her |his )?(?P<who>[A-Z]+)\b")


def _word(hit: Hit, at: int) -> str:
    return hit.sentence.tokens[hit.sentence.token_at(at)].detail


def _after(hit: Hit) -> tuple[Subject, ...]:
    """“Amazon employs my wife”, “no Amazon people in my family”."""
    rest = hit.text[hit.start :]
    form = _FORM.match(rest)
    if form and form["who"] in RELATIONS:
        return (
            Subject(
                form["who"],
                hit.sentence.index,
                hit.start + form.start("who"),
                _word(hit, hit.start + form.start("who")),
            ),
        )
    employs = _EMPLOYS.match(rest)
    if employs:
        who = employs["who"]
        return (Subject("self" if who == "me" else who, hit.sentence.index, hit.start + employs.start("who")),)
    if _STAFF_AT_HOME.match(rest):
        return (_family(hit),)
    shared = _FOR_ALL.match(rest)
    if shared is None:
        return ()
    own = (Subject("self", hit.sentence.index, -1),) if re.search(r"\b(?:me|myself)\b", shared["who"]) else ()
    return (*own, _family(hit)) if "FAMILY" in shared["who"] else own


_FOR_ALL = re.compile(
    r"AMZN (?:for|by|on the part of|on the side of) (?P<who>(?:me|myself|my|our|us|,|and|or|nor|whole|FAMILY|HOUSEMATE| )+)"
)


_FAMILY_FIRST = re.compile(
    r"\bFAMILY(?: (?:and|or) (?:[\w-]+ )?FAMILY)* ?[:,-] (?:[\w-]+ ){0,4}$|"
    r"\bno (?:FAMILY|AMZN FAMILY)(?: (?:or|and|nor) [\w-]+)* (?:at|with|in|working|who|employed) (?:[\w-]+ ){0,3}$"
)
_JOINED_TO = re.compile(
    r"\b(?P<how>married|wed|dating|engaged|live|living|lives|share a (?:flat|house|home)) (?:to |with )?(?:a|an|someone|somebody|one)"
    r"(?: (?:who|that|from|at|works|working|for|former|senior|ex))* $"
)
_JOINED = {"married": "SPOUSE", "wed": "SPOUSE", "dating": "PARTNER", "engaged": "PARTNER"}


def _before(hit: Hit) -> tuple[Subject, ...]:
    """“My household: no Amazon ties”, “I married an AWS engineer”."""
    before = hit.text[: hit.start]
    if _FAMILY_FIRST.search(before):
        return (_family(hit),)
    joined = _JOINED_TO.search(before)
    if joined is None:
        return ()
    return (Subject(_JOINED.get(joined["how"].split()[0], "HOUSEMATE"), hit.sentence.index, joined.start()),)


def _family(hit: Hit) -> Subject:
    return Subject("FAMILY", hit.sentence.index, 0)


_BOSSES = frozenset({"boss", "supervisor", "mentor"})
_BOSS_THERE = re.compile(r"\bmy (?:current |direct )?UNREL (?:here )?(?:at|in) $")


def _by_words(hit: Hit) -> tuple[Subject, ...]:
    """The nearest person named; the boss that one has at Amazon is more than a boss."""
    nearest = hit.nearest_subjects
    before = hit.text[: hit.start]
    if _BOSS_THERE.search(before) and nearest[0].word in _BOSSES:
        return (Subject("somebody", hit.sentence.index, 0),)
    plain = re.sub(r" \( [^)]* \)", "", before)
    if len(nearest) == 1 and nearest[0].is_self and (nearest[0].at < 0 or _one_of_them(before) or _one_of_them(plain)):
        return _unnamed(hit)
    return nearest


_ONE = re.compile(
    r"(?:and |but )?(?:one|two|2|some|several|another|others?|a few)(?: of (?:them|us|those))? (?:has|have|works?|is|are|was|were)\b"
)


def _one_of_them(before: str) -> bool:
    return bool(_ONE.match(re.split(r" [,;] ", before)[-1].strip()))


_SOMEBODY = re.compile(
    r"^(?:(?:oh|and|but|so|also|plus|because|since|though|ok|well|hi|hello|,) )*(?P<det>my|our|the|a|an|one|some|this|that|his|her) (?P<noun>(?:[a-z'-]+ ){1,4}?)(?:also |still |now |currently |once |recently |just )*(?:works?|worked|codes|drives|is|was|has|had|does|did|runs|manages|leads|packs|sells|builds|joined|left|quit|started|interned|interns|makes|writes|earns) "
)
_OWN_TIE = re.compile(
    r"\b(?:internship|contract|job|time|stint|day|employment|badge|role|position|work|career|postdoc|sabbatical|consulting|consultancy|post|gig|appointment|relationship|tie|ties|connection|engagement|agreement|fellowship|shift|salary|employer|boss|past|history|only|thing|name|university|lab|group|answer|company|firm|case|situation|question|problem)\b"
)


def _with_previous(hit: Hit) -> str:
    """The sentence with the one before it: "sharing a flat with three others. One of them …"."""
    index = hit.sentence.index
    return f"{hit.discourse.sentences[index - 1].text if index else ''} ; {hit.text}"


def _unnamed(hit: Hit) -> tuple[Subject, ...]:
    """Who is meant where no known person is named: "the elder one codes for Twitch", "my plumber works at Amazon"."""
    bare = re.sub(r" \( [^)]* \)", "", hit.text[: hit.match.start()])
    if _one_of_them(bare):
        return (Subject("HOUSEMATE" if TOGETHER.search(_with_previous(hit)) else "somebody", hit.sentence.index, 0),)
    before = re.sub(r" , (?:who|whom|which|whose|with whom) [^,]*,", "", f"{hit.text[: hit.match.start()]}")
    clause = re.split(r" (?:[,;:(-]|and|but) ", before)[-1]
    somebody = _SOMEBODY.match(f"{clause} ") or _SOMEBODY.match(before)
    if _one_of_them(before):
        return (Subject("HOUSEMATE" if TOGETHER.search(_with_previous(hit)) else "somebody", hit.sentence.index, 0),)
    if somebody is None or _OWN_TIE.search(somebody["noun"]):
        return hit.nearest_subjects
    if re.search(r"\b(?:one|other|elder|eldest|older|younger|youngest|latter|former|second|first)\b", somebody["noun"]):
        for back in range(hit.sentence.index, max(-1, hit.sentence.index - 2), -1):
            tokens = hit.discourse.sentences[back].tokens
            tag = next((token.text for token in reversed(tokens) if token.text in RELATIONS), None)
            if tag:
                return (Subject(tag, back, 0),)
    return (Subject("somebody", hit.sentence.index, 0),)


def spoke_of_amazon(hit: Hit) -> bool:
    """Whether Amazon was spoken of shortly before, or in an earlier message."""
    if hit.discourse.memory.get("spoke_of_amazon"):
        return True
    near = hit.discourse.sentences[max(0, hit.sentence.index - 2) : hit.sentence.index]
    return "AMZN" in hit.text[: hit.start] or any("AMZN" in sentence.words for sentence in near)
