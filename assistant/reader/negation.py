"""Which words of a sentence are denied: the first of ConText's axes (Harkema et al. 2009).

Every negator has a scope; a word in two scopes is affirmed again, so "it isn't true that
I'm not full-time" says full-time. Fixed expressions that hold a "no" and deny nothing
("not only", "no doubt") are no negators.
"""

from __future__ import annotations

import re
from functools import lru_cache

__all__ = ["negated", "negators"]

_NEUTRAL = re.compile(
    r"\b(?:not only|no doubt|no matter|not to mention|not just|no later than|why not|whether or not|or not|no wonder|"
    r"no problem|no idea|not sure|not certain|not quite sure|nothing but|none other|do not (?:know|recall|remember|worry|waste|like|understand|need|mind|think)|"
    r"does not (?:know|recall|remember|like)|could not (?:find|tell)|not (?:known|remembered)|not been told|"
    r"not (?:so |very |that |too )?long ago|not far|not least|not to say|do not want|not a problem|not at all sure|no question|"
    r"no\b(?= of\b)|no\b(?= ,)|not until|never mind|not related|if not|not mentioned|did not know)\b"
)
_NEGATOR = re.compile(
    r"\b(?:no longer|not (?:so|the case|correct) that|not|never|no|zero|none|nobody|nothing|nowhere|neither|nor|without|hardly|(?:wrong|false|untrue|incorrect|a lie) (?:to (?:say|claim|think|assume|call)|that)|"
    r"lacks?|lacking|free of|free from|clear of|keiner?|keine|kein|nicht|nie|ninguna|ningún|nunca|aucune|aucun|jamais|nenhuma|nenhum|nessuna|nessuno)\b"
)
_STOP = re.compile(
    r"\b(?:but|except|however|though|although|instead|because|nor|neither|while|whereas|which|so|yet|unless|if)\b|[(:;-](?= )|(?<= )\)|,|\band\b"
)
_OWN_CLAUSE = re.compile(
    r"(?:i|we|he|she|they|it|you|my|our|his|her|their|this|that|there|here|am|is|are|was|were|have|has|had|will|would|"
    r"can|could|may|work|works|worked|hold|holds|live|lives|teach|submit|send|do|does|did|never|not|no|none|nobody|neither|nothing|"
    r"only|just|full-time|part-time|accredited|one|single|\d+|age|aged|otherwise|now|currently|since|until|from|after|today|"
    r"(?:a|an|the|in|at) (?:full-time|accredited|university|college)|professor|lecturer|assistant|associate|AMZN)\b"
)
_FINITE = re.compile(
    r"\b(?:am|is|are|was|were|have|has|had|will|would|can|could|work|works|worked|hold|live|lives|teach|submit|send|i|we|he|"
    r"she|they|my|not|no|never|full-time|accredited|\d+|one|AMZN (?:is|was))\b"
)


@lru_cache(maxsize=512)
def negators(text: str) -> tuple[tuple[int, int], ...]:
    """The scope of every negator in a canonical sentence, from just after it to where it ends."""
    plain = _NEUTRAL.sub(lambda match: "~" * len(match.group()), text)
    return tuple((match.start(), _scope_end(plain, match.end(), match.group())) for match in _NEGATOR.finditer(plain))


_NOUN_NEGATORS = frozenset({"lack", "lacks", "lacking", "without", "free of", "free from", "clear of", "no", "zero"})
_NOUN_STOP = re.compile(r" (?:or that|no|not|never)\b")
_NEW_SUBJECT = re.compile(
    r"(?<!that)(?<!say)(?<!claim)(?<!think)(?<!if)(?<!or)(?<!nor)(?<!which)(?<!because)(?<!when) (?:i|we) (?:am|have|was|will|would|do|did|never|live|work|teach|had)\b"
)


_ASIDE = re.compile(
    r"(?: (?!(?:am|is|are|was|were|have|has|had|do|does|did|will|would|can|could|i|we|nor)\b)[\w'-]+){1,5} ,"
    r"(?= (?:is|are|was|were|has|have|had|does|do|did|works?|worked|ever)\b(?! not\b))"
)
"""A person put in between: "nobody in my family, nor my wife, works there"."""


def _scope_end(text: str, at: int, negator: str) -> int:
    """Where the scope of ``negator``, which ends at ``at``, ends."""
    aside = _ASIDE.match(text, at) if negator == "nor" else None
    stop = _clause_stop(text, aside.end() if aside else at)
    ends = [_NEW_SUBJECT.search(text, at + 3)]
    if negator in _NOUN_NEGATORS:
        ends.append(_NOUN_STOP.search(text, at))
    return min([stop, *(match.start() for match in ends if match)])


def _clause_stop(text: str, at: int) -> int:
    if text[at : at + 3] == " , " or text[at : at + 2] == " )":
        return at
    skip = 0
    for match in _STOP.finditer(text, at):
        if match.start() < skip:
            continue
        if match.group() == "and":
            after = text[match.end() + 1 :]
            if _OWN_CLAUSE.match(after):
                return match.start()
        elif match.group() == ",":
            aside = re.match(r" (?:or|and) [^,]{1,40} (?P<end>,) (?!i |we |my )", text[match.end() :])
            if aside:
                skip = match.end() + aside.end("end")
            elif not re.match(
                r" (?:have|has|had|was|were|did|does) (?:also )?(?:ever|had|been)\b", text[match.end() :]
            ) and not _goes_on(text, match.end() + 1):
                return match.start()
        elif match.group() == "-" and text[match.start() - 1 : match.end() + 1] != " - ":
            continue
        else:
            return match.start()
    return len(text)


def _goes_on(text: str, at: int) -> bool:
    """Whether what follows a comma belongs to a list under the same negator: "never an employee, intern or officer"."""
    rest = text[at:]
    while rest:
        part, comma, rest = rest.partition(" , ")
        if part.startswith(("nor ", "neither ")):
            return False
        joins = re.match(r"or ", part) or " or " in part
        if re.match(r"or (?!am |is |have |i )", part):
            return True
        if _FINITE.match(part) or _OWN_CLAUSE.match(part):
            return False
        if joins:
            return not _FINITE.search(part.split(" or ")[0])
        if _FINITE.search(part) or not comma:
            return False
    return False


def negated(text: str, at: int) -> bool:
    """Whether the word at ``at`` is denied: it stands in an odd number of scopes."""
    if any(begin <= at < stop for begin, stop in answers_no(text)):
        return True
    return sum(begin < at <= stop for begin, stop in negators(text)) % 2 == 1


_NO = r"(?:(?:definitely |certainly |absolutely |of course |also |still |again |a |is |are )*(?:no|none|never(?: ever)?|nope|nah|nothing|nobody|nil|zero|n/a|na|false|not (?:on|for|against|with|about) me|not me|n|neither|negative|not ever|not any|not one|not at all|(?:does|do|is|are) not exist(?:ing)?|not existing|not applicable|none at all|not a (?:single )?(?:one|thing)|0))"
_AFTER_NO = r"(?= ?$| [,;)(.-]| (?:ever|at all|whatsoever|too|either|as well|again|none|never|and|but|except|apart|other than|besides|i|we|not|no|in|on|for|to|of|from|by|with|since|whatever|thanks|myself|me|here|there|nothing|nobody|was|were|been|have|had|did|took|touched|worked|participated|involved|sat|bought)\b)"
_ANSWERED_NO = re.compile(
    rf" (?:[:=]|- >|>|-) (?:there (?:is|are|was) )?{_NO}{_AFTER_NO}| , {_NO}(?= ?$| [,;)])| (?<![a-z] , ){_NO}$"
)
_KEY_BEGINS = re.compile(r"(?:; |\( |(?:^|[,;] )(?:but|and)(?= )| (?:[:=]|- >) [^:=,;]{1,60}[,;] )")


@lru_cache(maxsize=512)
def answers_no(text: str) -> tuple[tuple[int, int], ...]:
    """What a "no" that comes after denies: "US sanctions, export controls: none", "cloud procurement, never"."""
    found: list[tuple[int, int]] = []
    for match in _ANSWERED_NO.finditer(text):
        begin = max((one.end() for one in _KEY_BEGINS.finditer(text, 0, match.start() + 1)), default=0)
        if match.group().startswith((" :", " =", " -", " >")):
            found.append((begin, match.start() + 1))
        else:
            comma = text.rfind(" , ", begin, match.start())
            found.append((max(begin, comma + 1), match.start() + 1))
    return tuple(found)
