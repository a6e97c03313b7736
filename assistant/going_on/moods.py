"""What a message after a verdict wants: the verdict again, another one if something were so, or an answer."""

from __future__ import annotations

import re
from datetime import date

from assistant.reader.sentences import read_sentences

__all__ = ["asks_as_it_is", "asks_for_the_verdict", "drops_the_supposition", "supposes", "tells", "tells_or_supposes"]

_AGAIN = re.compile(
    r"^\W*(?:(?:so|and|ok|okay|then|but|now|hm+|fine|thanks|thank you|final(?:ly)?|please|pls|short)\W+)*"
    r"(?:so|final|verdict|result|(?:yes|eligible|ok|okay|in|allowed|good) or (?:no|not|out)|y/n|(?:still|then|now|all|today) (?:no|yes|ok|okay|eligible|fine|good)|"
    r"(?:ok|okay|enough|fine|good|eligible|possible) (?:now|then|today|like this|as i am)|(?:i )?(?:can|may|could) (?:i |we )?(?:now |then |still )*(?:apply|submit)(?: (?:now|then|or not))?|"
    r"(?:am|are) (?:i|we)(?: still| now| then)* (?:eligible|in|ok|okay|fine|out)(?: (?:now|then|or not))?|(?:where|what) does (?:it|that|this) leave me|what(?: is|['’]?s) (?:the |my )?(?:answer|result|verdict)(?: now| then)?|"
    r"(?:does|do|will|would) (?:it|this|that) change (?:something|anything|it)|changes? (?:something|anything)|"
    r"(?:(?:today|now)\W+)?(?:only )?as (?:it|i|she|he|things|we) (?:is|am|are|stands?)(?: now| today)?|where (?:do|does) (?:i|he|she|we) stand(?: now| then)?|me\W+i['’]?m (?:fine|ok|okay|in|eligible)(?: though| then)?|"
    r"what is (?:it|my status|the (?:result|verdict|answer)) (?:now|for now|today))\W*(?:(?:please|pls|then|now|today|as it is|as i am|as things are)\W*)?$",
    re.IGNORECASE,
)
_AGAIN_IN_SHORT = re.compile(
    r"^\W*(?:(?:so|then|and|but|now|today|still)\W+)*(?:so|ok|okay|fine|good|no|yes|enough|possible|then|final|right)\W*\?\W*$|"
    r"^\W*(?:so|then)\W+(?:still |that['’]?s |it['’]?s |is it |its )?(?:a )?(?:ok|okay|fine|good|no|yes)(?:,? (?:right|no|né|correct))?\W*$",
    re.IGNORECASE,
)
_AS_IT_IS = re.compile(
    r"\b(?:am i|are we|as (?:i|it|things) (?:am|is|are|stand)|today|now|where do i stand|me)\b", re.IGNORECASE
)
_SUPPOSES = re.compile(
    r"^\W*(?:(?:and|so|but|or|ok|okay|now|then|hm+|fine|thanks|right|all right|back to (?:me|us|my case)|me again)\W+)*"
    r"(?:what if|what happens if|how about if|suppos\w+|assum\w+|imagine|(?:let us |let['’]?s |lets )say\b|say (?:i|he|she|they|we|my)\b|(?:with that\W+)?if (?:i|we|he|she|they|my|our|his|her|the)\b|(?:were|had) (?:i|we|he|she|they|it)\b)",
    re.IGNORECASE,
)
_NOT_SO = re.compile(
    r"\W*(?:(?:no|nah|relax|ok|okay|oh|but|haha|lol|sorry|well|then|right|fine|hm+|(?:it|that|this) (?:was|is)|i (?:was|am)|i['’]?m|it['’]?s|that['’]?s)\W+)*"
    r"(?:(?:just|only) (?:asking|curious|curiosity|a thought|theory|joking|a joke|hypothetical)|never ?mind|forget (?:it|that)|"
    r"(?:it|that)(?: is|['’]?s) not so|(?:i|he|she|they|we) (?:won['’]?t|will not|wouldn['’]?t|would not|am not|is not|are not)|i['’]?m not|(?:he|she)(?:['’]?s not| isn['’]?t)|(?:they|we) aren['’]?t)"
    r"(?:\W+(?:so|today|now|then|really|and|as it is|as i am|here|that|it|though))*\W*",
    re.IGNORECASE,
)
_OPENS = re.compile(
    r"^\W*(?:(?:and|so|but|or|ok|okay|good|thanks|now|then|hi|hello|please|by the way|btw)\W+)*(?:(?!if\b)[\w ]{1,20}, ?)?(?:(?:from|since|until) )?(?:what|which|how|why|when|where|who|whom|"
    r"whose|does|do|did|is|are|was|can|may|could|would|will|should|must|shall|has|have|explain|tell me|define|describe|show me|"
    r"i (?:would like|['’]?d like|want|need|wish) to (?:know|ask|understand)|i (?:do not|don['’]?t|dont) (?:understand|get)|i asked|i have (?:a|one|another|one more|a last) question)\b(?!\W+if\b)",
    re.IGNORECASE,
)


def asks_for_the_verdict(message: str) -> bool:
    """Whether a message asks for the verdict on the case as it stands, and tells nothing: "so yes or no?"."""
    return bool(_AGAIN.search(message) or _AGAIN_IN_SHORT.search(message))


def asks_as_it_is(message: str) -> bool:
    """Whether a message that asks again means the own facts, whatever was supposed before it."""
    return bool(_AS_IT_IS.search(message))


def drops_the_supposition(message: str) -> bool:
    """Whether a message after a supposition says that it is not so, and nothing else: "no no, just asking", "but she isn't"."""
    return bool(_NOT_SO.fullmatch(message))


def supposes(message: str) -> bool:
    """Whether a message begins as a supposition: "and if I waited until March?"."""
    return bool(_SUPPOSES.search(message))


def tells_or_supposes(message: str, today: date) -> bool:
    """Whether a message tells or supposes something, and asks nothing beside it but for the verdict."""
    kinds = _kinds(message, today)
    return "told" in kinds and "asked" not in kinds


def tells(message: str, today: date) -> bool:
    """Whether a message tells or supposes something, whatever it asks beside it."""
    return "told" in _kinds(message, today)


_A_TOPIC = 2
"""Words of "Zaid?" or "My brother?" before what is told of him."""


def _kinds(message: str, today: date) -> set[str]:
    """What its sentences do: ``told``, ``asked``, or neither, where they ask for the verdict."""
    kinds = set()
    for sentence in read_sentences(message, today):
        if not sentence.tokens:
            continue
        typed = message[sentence.tokens[0].start : sentence.tokens[-1].end] + sentence.end_mark
        if asks_for_the_verdict(typed):
            continue
        if sentence.end_mark == "?" and len(sentence.tokens) <= _A_TOPIC and not _OPENS.search(typed):
            continue
        if not _SUPPOSES.search(typed) and (sentence.end_mark == "?" or _OPENS.search(typed)):
            kinds.add("asked")
        elif len(sentence.tokens) > 1:
            kinds.add("told")
    return kinds
