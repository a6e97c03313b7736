"""Plain denials about Amazon, read by their sense rather than by their wording: Rules § I(c) and (d).

A sentence is a plain denial where every clause that speaks of Amazon, of working there, or of
somebody near the applicant is denied, and nothing in it points to an exception, an end, a
doubt or a change. Who is meant is whoever is named; nobody named is the applicant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from assistant.reader.claims import NOTHING, Claim, Frame, Hit, compiled
from assistant.reader.clauses import Clause, clauses_of, has_caveat
from assistant.reader.negation import negators

__all__ = ["FRAMES", "NEEDS"]

NEEDS = re.compile(r"AMZN|FAMILY|SPOUSE|PARENT|CHILD|SIBLING|\b(?:me|self|myself|i|mine)\b")

_SAME = re.compile(
    r"\b(?:same|likewise|ditto|equally|neither|nor|either|as well|too|also|so (?:also|too)|included|including|idem|similarly)\b"
)
_HOME = re.compile(
    r"\b(?:i|we|APPLICANT|she|he) (?:only |just )?(?:live|lives|share) (?:\w+ ){0,3}(?:with|by|alone|on)\b"
)
_WITH_WHOM = re.compile(
    r"\b(?!and|but|since|as|because|so|when|where|while|if)\w+ (?:who |whom |that )?(?:i|we) (?:\w+ )?(?:live|share)(?: \w+){0,3} with\b"
)
"""“The aunt I live with” speaks of the aunt."""
_OF_ONES_LIFE = re.compile(
    r"\b(?:i|we|she|he) (?:am|are|is) (?:not )?(?:a |an |the )?(?:single|married|divorced|widow\w*|alone|childless|only child|orphan)\b|"
    r"^ ?(?:and )?(?:i|we|she|he) (?:have|has) (?:no|not any) (?:kids?|child\w*|siblings?|brothers?|sisters?)(?: or \w+)? ?$"
)
"""“And I am single” says nothing of Amazon."""
_YEARS = re.compile(
    r"\b(?:in|within|over|during|for)? ?(?:the |these |my )?(?:last|past|previous|preceding|prior) (?:12 months|twelve months|year)(?: or (?:ever|before|earlier|at any time))?|\b12 months\b|\bin (?:my|our|her|his) (?:whole |entire )?(?:life|career)\b"
)
_WORKISH = re.compile(
    r"\b(?:work(?:s|ed|ing)?|employ\w*|hire[sd]?|jobs?|intern(?:s|ed|ing|ship)?|contract(?:s|ed|or|ors)?|staff|payroll|role|position|there|has|have|had|is|are|was|were|does|did|do|been|drives?|packs?|paid|pays|engineer|manager|'s)\b"
)
_TOPICS = re.compile(
    r"\b(?:GOV[A-Z]+|government\w*|sanction\w*|export\w*|procur\w*|tender\w*|cloud|ofac|proposals?|accredit\w*|exclusions?|faculty|professor|lecturer|lists?|public|state|bids?|buy\w*|purchas\w*|"
    r"vendor|provider|infrastructure|services|aged?|years old|university|submit\w*|\(?[a-e]\))"
)
_BUYING = re.compile(
    r"\b(?:procur\w*|tender\w*|cloud|bids?|buy\w*|bought|purchas\w*|vendor|provider|infrastructure|rfp|contracts? with|acqui\w*|orders?|deal|deals|decision\w*|chos\w*|select\w*|invoices?|credits?|hosting|servers?)\b"
)
_FAMILY = re.compile(r"\bFAMILY\b")
_NEAR = re.compile(r"\b(?:SPOUSE|PARENT|CHILD|SIBLING|PARTNER|INLAW|HOUSEMATE|OTHERREL|DISTANT|UNREL)\b")
_CLOSE = frozenset({"SPOUSE", "PARENT", "CHILD", "SIBLING"})
_SELF = re.compile(r"\b(?:i|me|myself|self|APPLICANT|we|us|mine|my own|my case|pi)\b")
_THIRD = re.compile(r"\b(?:she|he|her(?! (?:[a-z]+ )?[A-Z]{3})|him|herself|himself|they)\b")
_NOBODY = re.compile(
    r"\b(?:nobody|none of|anyone|anybody|no one|someone|not one of|no soul|a soul|whoever|those|people|persons)\b"
)
_LABEL = re.compile(
    r"^(?:(?:and|so|also|now|then|q|\d+) )*(?:(?:as (?:for|to|regards)|about|regarding|concerning|on|with|re|with (?:regard|respect) to|when it comes to) )?(?:any )?(?:AMZN(?: (?:ties|links|employment|itself|jobs?|side|connections?|question))?|ties? (?:to|with) AMZN|links? (?:to|with) AMZN)(?: (?:and|or|/) (?:its |all |the )?(?:AMZN|affiliates|companies|group))*$"
)
_PRESENT_ONLY = re.compile(
    r"\b(?:am|is|are|do|does) not\b|\bnot (?:an?|with|at)\b|^ ?not (?:AMZN|work\w*|employ\w*)\b|\bno (?:current|present)\b|\bworks?\b"
)
_EVER = re.compile(
    r"\b(?:never|ever|been|was|were|worked|did|have|has|had|nothing|none|no|past|zero|history|at any time|neither|nor|nobody|nil|nope|~)\b"
)
_FEWEST_NEAR = 3
"""So many kinds of near family, named one by one, are the family."""


@dataclass
class _Reading:
    applicant: bool = False
    family: bool = False
    present_only: bool = True
    labelled: bool = False
    """Whether Amazon stands before it as a label: "Amazon: none"."""
    near: frozenset[str] = frozenset()
    first: int = -1
    last: int = -1


def _denial(text: str, *, third: bool, carried: bool) -> _Reading | None:
    """Who a plain denial is about; ``None`` where the sentence is not one."""
    scan = _Scan(text, third, going=carried)
    parts = clauses_of(text)
    if not all(scan.take(at, clause) for at, clause in enumerate(parts)):
        return None
    found = scan.found
    if found.last < 0 or not _is_plain(parts, found):
        return None
    if len(found.near & (_CLOSE | {"HOUSEMATE", "PARTNER"})) >= _FEWEST_NEAR:
        found.family = True
    return found if found.applicant or found.family else None


@dataclass
class _Scan:
    """A walk over the clauses of one sentence."""

    text: str
    third: bool
    going: bool
    """Whether Amazon is what is spoken of."""
    inside: bool = False
    """Whether a denial has begun in this sentence."""
    pending: bool = False
    """Whether the family was named as a label, to be answered."""
    found: _Reading = field(default_factory=_Reading)

    def take(self, at: int, clause: Clause) -> bool:
        """Take one clause in; false where it asserts something, so that nothing is denied plainly."""
        words = clause.text
        amazon = "AMZN" in words and not _BUYING.search(words)
        if _LABEL.match(words.strip()):
            self.found.labelled = True
            self._open(at)
        elif not amazon and ("AMZN" in words or _TOPICS.search(words)):
            self.going = False
        elif not amazon and self._is_label(at, clause):
            return True
        elif amazon or not _HOME.search(words) or _FAMILY.search(words):
            return self._statement(at, clause, amazon=amazon)
        return True

    def _open(self, at: int) -> None:
        self.going = self.inside = True
        self.found.first = at if self.found.first < 0 else self.found.first

    def _person(self, words: str) -> bool:
        return bool(
            _FAMILY.search(words) or _NEAR.search(words) or _SELF.search(words) or (self.third and _THIRD.search(words))
        )

    def _is_label(self, at: int, clause: Clause) -> bool:
        """“Family, household: nobody”, "me: never", "none of us, nor …": who is meant, before what is said of them."""
        words, mark = clause.text, self.text[clause.end : clause.end + 2]
        if _FAMILY.search(words) and not _states(words) and mark in {" :", " -", " =", " ,"}:
            self.pending = self.found.family = True
            self._open(at)
            if clause.denied:
                self.found.last, self.found.present_only = at, False
            return True
        if _ONESELF.fullmatch(words) and mark == " :":
            self.found.applicant = True
            self._open(at)
            return True
        if not self.going and _NONE_OF.match(words) and self._person(words) and not _states(words):
            self._open(at)
            self._deny(at, words)
            return True
        return False

    def _statement(self, at: int, clause: Clause, *, amazon: bool) -> bool:
        words = clause.text
        if _OF_ONES_LIFE.search(words) and not amazon:
            return True
        person = self._person(words)
        denies = clause.denied or (self.going and bool(_SAME.search(words))) or (self.inside and not _states(words))
        denies = denies or (amazon and self.going and bool(_GOES_ON.match(words)))
        if amazon and not denies:
            return False
        if not amazon and not (self.going and (person or _SAME.search(words) or clause.negator)):
            if person and not _SELF.search(words) and _WORKISH.search(words) and not clause.denied:
                return False
            if not (_FAMILY.search(words) and clause.denied):
                return True
        if not denies:
            return not (self.going and _WORKISH.search(words))
        self._open(at)
        self._deny(at, words)
        return True

    def _deny(self, at: int, words: str) -> None:
        """Note who the denial is about; one that names nobody is about whoever was named before."""
        found = self.found
        found.last = at
        named = found.family or found.applicant or found.near or not found.labelled or self.pending
        if (_BARE.match(words) and named) or (self.pending and not self._person(words)):
            found.present_only = False
            return
        if _EVER.search(_YEARS.sub("~", words)) or not _PRESENT_ONLY.search(words):
            found.present_only = False
        family, near, nobody = _FAMILY.search(words), _NEAR.findall(words), _NOBODY.search(words)
        found.family = found.family or bool(family)
        found.near |= set(near)
        own = bool(_SELF.search(_WITH_WHOM.sub(" ", words)) or (self.third and _THIRD.search(words)))
        found.applicant = found.applicant or own or not (family or near or nobody)


_ONESELF = re.compile(r"\W*(?:and )?(?:me|i|myself|self)\W*")
_NONE_OF = re.compile(r" ?(?:none of|neither|nobody|no one|not one of|not a single)\b")
_GOES_ON = re.compile(
    r" ?(?:and )?(?:or )?(?:has|have|had|ever|was|were|did|been|interned|directed|contracted|consulted|employed|worked|paid|served)\b"
)
_BARE = re.compile(
    r"^(?: |\b(?:no|none|never|nothing|nobody|not|ever|at all|nope|neither|either|same|likewise|ditto|too|also|as well|there|here|any|whatsoever|of (?:them|us)|a|single|one|me included|included|nil|zero)\b)*$"
)
"""An answer that names nobody: it is about whoever was named before."""


_BESIDE_ONE = re.compile(
    r"\b(?:otherwise|(?:apart|aside) from (?:her|him|them|that|this|those|these|my [A-Z]+)|besides(?: (?:her|him|them|that|this))?|other than (?:that|him|her|them|this)|except (?:for )?(?:her|him|them|that)|beyond (?:that|those|these|them|her|him))\b(?= ?,? ?(?:nobody|no|none|never|neither|nothing|my FAMILY|FAMILY|i|me)\b)"
)
"""“Apart from her nobody”: one told of before, and nobody else."""


def _is_plain(parts: Sequence[Clause], found: _Reading) -> bool:
    """Whether nothing from the first to the last clause, or right after it, takes part of it back."""
    region = list(parts[found.first : found.last + 1])
    for clause in parts[found.last + 1 :]:
        if _TOPICS.search(clause.text):
            break
        region.append(clause)
    if found.first > 0 and not _TOPICS.search(parts[found.first - 1].text):
        region.insert(0, parts[found.first - 1])
    words = " , ".join(clause.text for clause in region if not _HOME.search(clause.text))
    return not has_caveat(_BESIDE_ONE.sub(" ", _YEARS.sub(" ", words)))


def _states(words: str) -> bool:
    """Whether the clause says something by itself, rather than going on with a list."""
    return bool(
        re.search(r"\b(?:is|are|was|were|has|have|had|works?|worked|does|did|employs?|lives?|drives?|'s)\b", words)
    )


def _nobody(hit: Hit) -> Iterator[Claim]:
    sentence = hit.sentence
    topic = "AMZN" in sentence.words
    carried = not topic and _goes_on(hit)
    if sentence.end_mark == "?" or not (topic or carried):
        return
    if any(hit.mode_anywhere(mode) for mode in ("unsure", "supposed", "reported", "asked")):
        return
    found = _denial(hit.text, third=hit.discourse.third_person, carried=carried)
    if found is None or _ONE_IS.search(hit.text):
        return
    parts = clauses_of(hit.text)
    begin, end = parts[max(found.first, 0)].start, parts[found.last].end
    if hit.dates_in(begin, len(hit.text)) and any(
        not _YEARS.search(hit.text[max(0, one.start - 16) : one.end + 10]) for one in hit.dates_in(begin, end + 30)
    ):
        return
    if carried and not (found.family or re.search(r"\b(?:me|i|myself|self|APPLICANT)\b", hit.text)):
        return
    span = (begin, end)
    if found.applicant and not found.present_only:
        yield hit.claim("amazon_relation", "never", span)
        yield hit.claim("amazon_last_day", NOTHING, span)
    if found.family:
        yield hit.claim("relatives_at_amazon", (), span)
        if re.search(r"\b(?:else|other|others|rest)\b", hit.text[begin:end]) or _BESIDE_ONE.search(hit.text):
            yield hit.claim("other_relatives_at_amazon", False, span)
    hit.discourse.memory.setdefault("denials", set()).add(sentence.index)


_ONE_IS = re.compile(
    r"\b(?:SPOUSE|PARENT|CHILD|SIBLING|INLAW|PARTNER|HOUSEMATE) (?:still |also |now )?(?:is|was|works?|worked|has been|drives?|interned)\b"
    r"(?! (?:not|never|nothing|no|neither)\b)[^,;]*\bAMZN\b"
)
"""Somebody near is at Amazon: what follows denies it of the others alone."""
_BACK = 12


def _goes_on(hit: Hit) -> bool:
    """Whether the sentence before was about Amazon and this one begins with no other topic."""
    if hit.sentence.index == 0 or not re.search(
        r"\b(?:FAMILY|me|myself|self|same|neither|nor|either)\b|^(?:not )?i ", hit.text
    ):
        return False
    if hit.sentence.index - 1 in hit.discourse.memory.get("denials", set()):
        return True
    if re.search(r"\bthere\b|\bthem\b", hit.text) and re.search(r"\bFAMILY\b", hit.text):
        near = hit.discourse.sentences[max(0, hit.sentence.index - _BACK) : hit.sentence.index]
        if any("AMZN" in one.words and not _BUYING.search(one.text) for one in near):
            return bool(negators(hit.text))
    before = hit.discourse.sentences[hit.sentence.index - 1]
    return bool(negators(hit.text)) and "AMZN" in before.words and not _BUYING.search(before.text)


FRAMES: tuple[Frame, ...] = (
    Frame(
        "nobody at Amazon",
        compiled(r"^.+$"),
        _nobody,
        (
            "Amazon has never paid me a cent, nor my wife, kids, siblings or parents.",
            "None of my family, nobody in my home, and not I either, has ever worked for Amazon.",
            "Amazon employment, last 12 months or ever: none",
            "Amazon: never me, never family, never household.",
        ),
        (
            "None of my family works for Amazon except my brother.",
            "I never worked for Amazon until last May.",
            "My wife works for Amazon, I don't.",
            "My brother is an employee of Amazon and I have no other relatives there.",
            "I don't know whether anyone in my family works for Amazon.",
            "My household is full of Amazon people, never me.",
            "AWS procurement: never.",
        ),
    ),
)
