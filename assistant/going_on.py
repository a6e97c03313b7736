"""A message after a verdict that goes on with the case, and in which no frame placed anything.

"45" answers what was asked last, "sorry, I meant March 2025" puts a date right, "so yes or no?" asks for the verdict
again. Of anything else that tells or supposes something, the conditions that it speaks of become not known, and the
verdict says what was not understood: an obstacle that was told and not read must never leave a case eligible.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Literal

from assistant.eligibility import Checker, Facts, Gap, Question, Relative, Status, answer, read_tables
from assistant.eligibility.answers import is_known
from assistant.eligibility.paths import root, value_at
from assistant.reader import Conversation, Reading, Words
from assistant.reader.dates import find_dates
from assistant.reader.opinion import listen
from assistant.reader.sentences import read_sentences
from assistant.reader.standing import FACTS_OF, standing
from corpus import CORPUS_DIR
from corpus.errors import FactsError

if TYPE_CHECKING:
    from index.hearing import Hearing

__all__ = ["GoesOn", "asks_again", "doubted", "said", "tells_or_supposes"]

GoesOn = Literal["reply", "change"]
"""By a short reply, a correction or a question for the verdict; or by what was read of it, which may be beside the point."""

_AGAIN = re.compile(
    r"^\W*(?:(?:so|and|ok|okay|then|but|now|hm+|fine|thanks|thank you|final(?:ly)?|please|pls|short)\W+)*"
    r"(?:so|final|verdict|result|(?:yes|eligible|ok|okay|in|allowed|good) or (?:no|not|out)|y/n|(?:still|then|now|all|today) (?:no|yes|ok|okay|eligible|fine|good)|"
    r"(?:ok|okay|enough|fine|good|eligible|possible) (?:now|then|today|like this|as i am)|(?:i )?(?:can|may|could) (?:i |we )?(?:now |then |still )*(?:apply|submit)(?: (?:now|then|or not))?|"
    r"(?:am|are) (?:i|we)(?: still| now| then)* (?:eligible|in|ok|okay|fine|out)(?: (?:now|then|or not))?|(?:where|what) does (?:it|that|this) leave me|what(?: is|['’]?s) (?:the |my )?(?:answer|result|verdict)(?: now| then)?|"
    r"(?:does|do|will|would) (?:it|this|that) change (?:something|anything|it)|changes? (?:something|anything))\W*(?:please|pls|then|now|today)?\W*$",
    re.IGNORECASE,
)
_AGAIN_IN_SHORT = re.compile(
    r"^\W*(?:(?:so|then|and|but|now|today|still)\W+)*(?:so|ok|okay|fine|good|no|yes|enough|possible|then|final|right)\W*\?\W*$|"
    r"^\W*(?:so|then)\W+(?:still |that['’]?s |it['’]?s |is it |its )?(?:a )?(?:ok|okay|fine|good|no|yes)(?:,? (?:right|no|né|correct))?\W*$",
    re.IGNORECASE,
)
_AS_IT_IS = re.compile(r"\b(?:am i|are we|as i am|today)\b", re.IGNORECASE)
_SUPPOSES = re.compile(
    r"^\W*(?:(?:and|so|but|or|ok|okay|now|then|hm+|fine|thanks|right|all right|back to (?:me|us|my case)|me again)\W+)*"
    r"(?:(?:what if|what happens if|how about if|if|suppos\w+|assum\w+|imagine|say|were|had|the same)\b|"
    r"(?:(?:what|how) about )?(?:my|our|his|her) [\w -]{2,25}\?)",
    re.IGNORECASE,
)
_OPENS = re.compile(
    r"^\W*(?:(?:and|so|but|or|ok|okay|good|now|then|hi|hello|please|by the way|btw)\W+)*(?:(?!if\b)[\w ]{1,20}, ?)?(?:what|which|how|why|when|where|who|whom|whose|does|do|did|is|are|was|can|may|could|would|will|"
    r"should|must|shall|has|have)\b(?!\W+if\b)",
    re.IGNORECASE,
)
_YES_NO = re.compile(
    r"\W*(?:(?P<yes>yes|yep|yeah|y|sure|of course|correct|right|certainly)|(?P<no>no|nope|none|never|nobody|no one|nothing|not))\b",
    re.IGNORECASE,
)
_PLAIN = re.compile(
    r"(?:\W|\b(?:yes|yep|yeah|y|sure|of course|correct|right|certainly|no|nope|none|never|nobody|no one|nothing|not|at all|fine|ok|okay|well|sir|madam|thanks|thank you|"
    r"it is|it does|i am|i do|i did|i have|we are|i was|am|she|he|they)\b)*",
    re.IGNORECASE,
)  # fmt: skip
_NUMBER = re.compile(r"\W*(?:i['’]?m |i am |age |aged )?(\d{1,3})(?: (?:years?|yrs?|yo)(?: old)?)?\W*", re.IGNORECASE)
_CORRECTS = re.compile(
    r"\b(?:sorry|wrong|meant?|mean|correct(?:ion)?|typo|oops|mistake\w*|actually|wait|not|rather|in fact|says?|papers?)\b|^\W*(?:no|it was)\b",
    re.IGNORECASE,
)
_OF_A_DATE = re.compile(
    r"(?:\W|\b(?:sorry|wrong|meant?|mean|i|it|was|is|the|a|my|in|on|of|at|by|until|till|since|year|month|date|day|last|correct\w*|typo|oops|mistaken?|mistake|actually|wait|no|"
    r"not|rather|fact|to|should|be|have|been|said|say|says|paper|contract|really|end\w*|finish\w*|left|leave|stopp?\w*|quit|over|there|this|that|ok|okay|now|so|today|then|"
    r"he|she|they|my|their|his|her)\b)*",
    re.IGNORECASE,
)  # fmt: skip
_OF_HIM = re.compile(r"\b(?:he|she|they|his|her|their)\b", re.IGNORECASE)
_OF_ME = re.compile(r"\b(?:i|my)\b(?! (?:meant?|mean|mistake|mistook|was wrong|said))", re.IGNORECASE)
_HE = re.compile(
    r"^\W*(?:(?:actually|no|sorry|wait|but|and|so|oh|ok|okay|also|btw|then|i mean|in fact|wrong)\W+)*(?P<he>he|she)\b",
    re.IGNORECASE,
)
_OF_APPLICANTS = re.compile(
    r"\b(?:professor|lecturer|faculty|full[- ]?time|accredited|eligible|apply|proposal)\b", re.IGNORECASE
)
_NAMES = {
    "spouse": "my spouse",
    "partner": "my partner",
    "parent": "my parent",
    "child": "my child",
    "sibling": "my sibling",
    "in_law": "my brother-in-law",
    "housemate": "my flatmate",
}
"""Words for a person near the applicant, as the reader knows them."""
_TAKES_BACK = re.compile(
    r"\b(?:sorry|mean|meant|mistak\w*|wrong\w*|correct\w*|actually|forget|scrap|another|same name|no longer|any ?more|turns? out|check\w*|found|instead|typo|oops|"
    r"not me|not my|never|was my|it was|left|ended|gave up|quit|stopp?ed|resigned|moved)\b|^\W*no\b(?=\W+(?!i am\b|i['’]?m\b))",
    re.IGNORECASE,
)
_NEVER = re.compile(
    r"\bnever\b|\bnot (?:me|i)\b|\b(?:was|is) my\b|\b(?:was|were|am|did|have|had)(?: not|n['’]?t)\b", re.IGNORECASE
)
_OTHER_THINGS_END = re.compile(
    r"\b(?:ph\.?d|doctora\w+|degrees?|stud(?:y|ies|ied)|thesis|grants?|projects?|courses?|fellowships?|postdoc\w*|leave|sabbatical|visa|marriage|divorce\w*|lease|term)\b",
    re.IGNORECASE,
)
"""What ends as well; a day that is told of it is no last day at Amazon."""
_UNSURE = re.compile(
    r"\b(?:not sure|unsure|maybe|perhaps|i think|i guess|probably|possibly|no idea|(?:do not|don['’]?t|cannot|can['’]?t|could not|couldn['’]?t) (?:know|find|say|remember|tell|recall))\b",
    re.IGNORECASE,
)
_UNREAD = "unread"
"""The name of the frame where words were neither read nor heard."""
_SPOKEN_OF = 0.5
"""From which likelihood on a condition is heard to be spoken of."""
_FIRST_CLAUSE = "rules:I.p1"
_CONDITIONS: Mapping[str, tuple[str, ...]] = {
    "rules:I.a": ("government_pay",),
    "rules:I.b": ("us_restrictions",),
    "rules:I.c": ("amazon",),
    "rules:I.d": ("family",),
    "rules:I.e": ("procurement",),
    "rules:I.p3": ("place",),
    "rules:I.p4": ("amazon",),
}
_IN_FIRST = (
    (re.compile(r"\b(?:age|aged|born|birthday|adult|minor|years? old|yo|turns?|\d\d)\b", re.IGNORECASE), ("age",)),
    (re.compile(r"\b(?:proposals?|submi\w+|hand in|co-?pi|lead)\b", re.IGNORECASE), ("one_proposal",)),
    (re.compile(r"\baccredit\w*", re.IGNORECASE), ("accredited",)),
    (re.compile(r"\b(?:permanent|fixed|contract|renew\w*)\b", re.IGNORECASE), ("permanent", "full_time")),
    (re.compile(r"\b(?:ngo|non.?profit|charit\w*|501\w*|legal|registered|foundation|company)\b", re.IGNORECASE), ("legal_status",)),
)  # fmt: skip


def asks_again(message: str) -> bool:
    """Whether a message asks for the verdict on the case as it stands, and tells nothing: "so yes or no?"."""
    return bool(_AGAIN.search(message) or _AGAIN_IN_SHORT.search(message))


def supposes(message: str) -> bool:
    """Whether a message begins as a supposition: "and if I waited until March?"."""
    return bool(_SUPPOSES.search(message))


def tells_or_supposes(message: str, today: date) -> bool:
    """Whether a message tells or supposes something, and asks nothing beside it but for the verdict."""
    told = False
    for sentence in read_sentences(message, today):
        if not sentence.tokens:
            continue
        typed = message[sentence.tokens[0].start : sentence.tokens[-1].end] + sentence.end_mark
        if asks_again(typed):
            continue
        if _OPENS.search(typed) and not _SUPPOSES.search(typed):
            return False
        told = told or len(sentence.tokens) > 1
    return told


def said(
    before: Conversation,
    message: str,
    read: Conversation,
    today: date,
    hearing: Hearing | None,
    checker: Callable[[], Checker] | None,
) -> tuple[Conversation, GoesOn | None]:
    """The case after a message, and how the message goes on with it; ``None`` where it does not, or nothing was read of it.

    ``read`` is the case as the frames have it after the message.
    """
    if asks_again(message):
        return (replace(before, supposed=None) if _AS_IT_IS.search(message) else before), "reply"
    placed = _of_the_relative(before, message, today, hearing) or _put_right(before, message, today, hearing)
    if placed:
        return placed, "reply"
    if read.judged != before.judged and tells_or_supposes(message, today):
        held = _held_to(before, read, message, today)
        is_so = read.hypothetical or not supposes(message)
        return (held if is_so else replace(held, facts=before.facts, supposed=held.facts)), "change"
    reply = _replied(before, message, checker(), today) if checker and not read.hypothetical else None
    return (reply, "reply") if reply else (read, None)


def _held_to(before: Conversation, read: Conversation, message: str, today: date) -> Conversation:
    """The case after a message, with what stood against it before gone only where the message takes it back.

    "No, I am on no list" after a listing was told may be meant of something else than the listing: the condition is open
    then, as it is where the writer is not sure. What the message is silent about stays.
    """
    if read.hypothetical or read.third_person is not before.third_person:
        return read
    tables = read_tables(CORPUS_DIR)
    held, now = standing(before.facts, today, tables), standing(read.facts, today, tables)
    against = [one for one in FACTS_OF if held[one] in {"violated", "open"}]
    stays = {fact: getattr(before.facts, fact) for one in against if now[one] == "unsaid" for fact in FACTS_OF[one]}
    facts = read.facts.model_copy(update=stays)
    met = [one for one in FACTS_OF if now[one] == "met" and (one in against or _is_told(one, before.facts))]
    doubtful = [one for one in met if _is_doubtful(one, facts, message) or (one in against and _UNSURE.search(message))]
    return replace(read, facts=_unknown(facts, doubtful))


def _is_doubtful(condition: str, facts: Facts, message: str) -> bool:
    """Whether the words that the condition is met by may be meant of something else."""
    if not _is_denied(condition, facts):
        return condition in {"amazon", "family"} and bool(_OTHER_THINGS_END.search(message))
    takes_back = _NEVER if condition == "amazon" else _TAKES_BACK
    return not takes_back.search(message)


def _is_told(condition: str, facts: Facts) -> bool:
    """Whether something was told that is neither a denial nor unknown."""
    value = getattr(facts, FACTS_OF[condition][0])
    return is_known(value) and not _is_denied(condition, facts)


def _is_denied(condition: str, facts: Facts) -> bool:
    return getattr(facts, FACTS_OF[condition][0]) in (False, "never", ())


def _of_the_relative(before: Conversation, message: str, today: date, hearing: Hearing | None) -> Conversation | None:
    """The case with what is said of "him" or "her" taken as said of the one person near the applicant who was told of."""
    people = before.facts.relatives_at_amazon
    pronoun = _HE.match(message)
    if (
        not isinstance(people, tuple)
        or len(people) != 1
        or not pronoun
        or before.third_person
        or _OF_APPLICANTS.search(message)
    ):
        return None
    name = _NAMES.get(str(people[0].relation))
    if name is None:
        return None
    start, end = pronoun.span("he")
    after = before.say(f"{message[:start]}{name}{message[end:]}", today, hearing=hearing)
    if after.judged == before.judged or len(_people(after.judged)) > 1:
        return None
    typed = {fact: words.replace(name, pronoun["he"]) for fact, words in after.facts.words.items()}
    return replace(after, facts=after.facts.model_copy(update={"words": typed}))


def _people(facts: Facts) -> tuple[Relative, ...]:
    return facts.relatives_at_amazon if isinstance(facts.relatives_at_amazon, tuple) else ()


def _replied(before: Conversation, message: str, checker: Checker, today: date) -> Conversation | None:
    """The case with a short reply to what was asked with its verdict; ``None`` where the message is none."""
    verdict = checker.check(before.judged, today)
    if verdict.status is not Status.UNDETERMINED or before.hypothetical:
        return None
    questions = [one for one in verdict.questions if value_at(before.facts, one.fact) in (None, Gap.UNKNOWN)]
    number, said = _NUMBER.fullmatch(message), _YES_NO.match(message)
    if number:
        fitting, reply = [one for one in questions if one.kind == "number"], number[1]
    elif said and _PLAIN.fullmatch(message):
        fitting = questions if len(questions) == 1 and questions[0].kind in {"yes_no", "people"} else []
        reply = "yes" if said["yes"] else "no"
    else:
        return None
    return _answered(before, fitting[0], reply, message) if fitting else None


def _answered(before: Conversation, question: Question, reply: str, message: str) -> Conversation | None:
    try:
        facts = answer(before.facts, question, reply)
    except FactsError:
        return None
    words = {**facts.words, root(question.fact): message.strip()}
    return replace(before, facts=facts.model_copy(update={"words": words}), reading=None, route="case")


def _put_right(before: Conversation, message: str, today: date, hearing: Hearing | None) -> Conversation | None:
    """The case with the date of the message in the place of the one that was told; ``None`` where that is not plain.

    The message must correct something and hold one date and no other matter, and one fact alone may have been told with
    a date; its words are then read again with the other date.
    """
    dates = find_dates(message.lower(), today)
    if len(dates) != 1 or not _CORRECTS.search(message):
        return None
    date_typed = message[dates[0].start : dates[0].end]
    around = f"{message[: dates[0].start]} {message[dates[0].end :]}"
    dated = [
        (fact, words, found[0])
        for fact, words in before.facts.words.items()
        if len(found := find_dates(words.lower(), today)) == 1
        and fact in {"amazon_relation", "amazon_last_day", "relatives_at_amazon"}
    ]
    told = {words for _, words, _ in dated}
    if len(told) != 1 or not _OF_A_DATE.fullmatch(around):
        return None
    fact, words, old = dated[0]
    if (_OF_ME if fact == "relatives_at_amazon" else _OF_HIM).search(around) and not before.third_person:
        return None
    again = before.say(f"{words[: old.start]}{date_typed}{words[old.end :]}", today, hearing=hearing)
    if again.judged == before.judged or again.hypothetical:
        return None
    typed = {
        name: message.strip() if said != before.facts.words.get(name) else said
        for name, said in again.facts.words.items()
    }
    return replace(again, facts=again.facts.model_copy(update={"words": typed}))


def doubted(
    before: Conversation, message: str, clauses: Sequence[str], today: date, hearing: Hearing | None
) -> Conversation:
    """The case with the conditions that the message speaks of not known; ``clauses`` are those that a search found for it."""
    conditions = _spoken_of(message, today, hearing) or _of_clauses(clauses, message)
    unread = tuple(Words(FACTS_OF[one][0], 0, len(message), message, _UNREAD) for one in conditions[:1])
    supposed = _unknown(before.judged, conditions) if supposes(message) else None
    facts = before.facts if supposed else _unknown(before.facts, conditions)
    reading = Reading(facts, supposed, (), unread, before.third_person)
    return replace(before, facts=facts, supposed=supposed, reading=reading, route="case")


def _spoken_of(message: str, today: date, hearing: Hearing | None) -> tuple[str, ...]:
    if hearing is None:
        return ()
    heard = listen(message, today, hearing).heard
    return tuple(one for one in FACTS_OF if heard.likelihood(one, "unsaid") < _SPOKEN_OF)


def _of_clauses(clauses: Sequence[str], message: str) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for clause in clauses:
        named: tuple[str, ...] = _CONDITIONS.get(clause, ())
        if clause == _FIRST_CLAUSE:
            named = next((these for pattern, these in _IN_FIRST if pattern.search(message)), ("position", "full_time"))
        found |= dict.fromkeys(named)
    return tuple(found)


def _unknown(facts: Facts, conditions: Sequence[str]) -> Facts:
    first = {FACTS_OF[one][0]: Gap.UNKNOWN for one in conditions}
    others = {fact: None for one in conditions for fact in FACTS_OF[one][1:]}
    words = {fact: words for fact, words in facts.words.items() if fact not in first and fact not in others}
    return facts.model_copy(update={**others, **first, "words": words})
