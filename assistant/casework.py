"""A message that states a case → the checker's verdict on it.

The verdict is the checker's output and nothing else: this module reads the message, asks
the checker, and puts what was understood beside the result.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from assistant.answer import Citation
from assistant.compose import Draft
from assistant.repeating import repeated
from assistant.small_talk import ANEW
from corpus import Corpus, Polarity, Span

if TYPE_CHECKING:
    from assistant.eligibility import Facts, Verdict
    from assistant.going_on import GoingOn
    from assistant.reader import Conversation
    from index.hearing import Hearing
    from index.recent import Recent

__all__ = ["Told", "blank_after", "case_stated", "cited", "lead_to_interview", "polarity_of", "told", "understood"]

POLARITIES: dict[str, Polarity] = {"eligible": "yes", "not_eligible": "no", "undetermined": "depends"}
_SOMEBODY = re.compile(
    r"\b(?:i|i['’]?m|im|me|my|we|our|us|he|she|his|her|they|pi|principal investigator|supervisor|professor|prof|"
    r"colleague|eligible|eligibility|lecturer|faculty|postdoc|phd|full[- ]?time|fte|accredited|greetings|none of|"
    r"wife|husband|spouse|partner|brother|sister|son|daughter|mother|father|parents?|flatmate|housemate|amazon|aws)\b",
    re.IGNORECASE,
)
_ASKS = re.compile(
    r"\b(?:am i|are we|is (?:she|he)|would (?:i|she|he) be) (?:\w+ )?eligible\b|\b(?:can|may|could) (?:i|she|he|we) (?:\w+ )?apply\b",
    re.IGNORECASE,
)
_WANTS_A_VERDICT = re.compile(
    r"\b(?:am i|are we|is (?:she|he)|would (?:i|she|he) be) (?:\w+ ){0,2}(?:eligible|in|out|allowed|ok|okay|fine|qualified)\b|"
    r"\b(?:can|may|could|should|shall) (?:i|she|he|we|this person|it) (?:\w+ ){0,2}(?:apply|submit|participate|candidate|take part|send)\b|"
    r"\bi can (?:apply|candidate|participate)\b|\beligible\s*(?:\?|y/n|or not|pls|please|$)|\bapply\?|"
    r"\b(?:any chance|am i out|in or out|yes or no|verdict|say yes|possible\?|allowed\?|problem\?|is that (?:ok|okay)|that['’]?s ok|good or not|wants? to apply)\b",
    re.IGNORECASE,
)
_ENDS = re.compile(r"[.!?;\n]")
_BARE = re.compile(r"^\W*(?:hi|hello|so|please)?\W*(?:am i|are we) (?:\w+ )?eligible(?: to apply)?\W*$", re.IGNORECASE)
_MAY_I = re.compile(
    r"^\W*(?:(?:so|and|then|now|ok|okay)\W+)*(?:can|may|could) (?:i|we|she|he) (?:\w+ )?apply\W*$", re.IGNORECASE
)
_CHANGES = re.compile(r"\b(?:if|suppos\w+|assum\w+|what about|instead|unless|had|not)\b", re.IGNORECASE)
_WHAT_IF = re.compile(r"\s*(?:(?:and|but|so|ok|okay) )*what if\b[^.!?\n]*\w\s*$", re.IGNORECASE)
_ANEW = re.compile(rf"\W*{ANEW}\b", re.IGNORECASE)
"""What takes back all that was told."""
_INTERVIEW = (
    "Eligibility turns on every condition of section I of the Rules together, so it is checked step by step.",
    """Open **Check eligibility** on this page (or run `ara check`). It asks only what still matters, one question at a time, shows the clause behind each, and gives a verdict with its proof. Nothing is stored.""",
)
_SINGLE = "You can also ask here about one condition, for example: *Does an old internship at Amazon count against me?*"
_FEWEST_FACTS = 4
"""One or two facts in a message are what a question is about; so many make a case."""
_ASKED_FEWEST = 2
"""Where the message asks whether somebody is eligible or may apply, so many make one."""


@dataclass(frozen=True, slots=True)
class Told:
    """What a message tells of a case."""

    case: Conversation | None
    """The case that it states or goes on with; ``None`` where it asks else, or nothing in it was understood so."""
    before: Conversation | None = None
    """The case as it stood before the message, which a verdict was given on; ``None`` where none stood."""
    is_change: bool = False
    """Whether the message changes the case by what was read of it, and neither states one nor replies."""


def case_stated(
    message: str,
    turns: Sequence[str],
    today: date,
    case: Conversation | None = None,
    hearing: Hearing | None = None,
    blanks: Recent[Conversation | None] | None = None,
    going_on: GoingOn | None = None,
) -> Told:
    """The case that ``message`` states or goes on with, read with the turns before it.

    ``case`` is the one that stood before ``turns``. As long as nothing came before it, a message without a word for a
    person is not read at all, nor is one that only asks. ``hearing`` is the network that the reading is held against.
    ``blanks`` remembers ``blank_after`` of turns: one that tells nothing need not be read again, and a first message is
    noted there. ``going_on`` reads what comes after a verdict; by itself it knows ``hearing`` alone.
    """
    message = _asked(message)
    texts, only_asks = [*turns, message], False
    anew = max((at for at, text in enumerate(texts) if _ANEW.match(text)), default=None)
    if anew is not None:
        texts, turns, case = texts[anew:], texts[anew:-1], None
    if case is None:
        begins = next((at for at, text in enumerate(texts) if _SOMEBODY.search(text)), None)
        only_asks = begins is None or _only_asks(message, today, alone=not turns)
        if only_asks and not (turns and _may_go_on(message, today)):
            return Told(None)
        texts = texts[begins:]
    from assistant.going_on import GoingOn
    from assistant.reader import Conversation

    going_on = going_on or GoingOn(hearing)
    before, stands = _told_before(texts[:-1], today, case, hearing, blanks, going_on)
    if only_asks and stands is None:
        return Told(None)
    conversation, goes_on = before.say(message, today, hearing=hearing), None
    if blanks and replace(before, route=None, reading=None) == Conversation():
        blanks.note(message, _blank(conversation))
    if stands is not None:
        conversation, goes_on = going_on.said(stands, message, conversation, today)
    if goes_on or _is_stated(message, conversation, before, case, later=bool(turns)):
        return Told(conversation, stands, is_change=goes_on == "change")
    return Told(None, stands)


def _asked(message: str) -> str:
    """“what if …” without its question mark gets one; people on phones leave it out."""
    return f"{message}?" if _WHAT_IF.match(message) else message


def _may_go_on(message: str, today: date) -> bool:
    from assistant.going_on import asks_for_the_verdict, tells

    return asks_for_the_verdict(message) or tells(message, today)


def _told_before(
    turns: Sequence[str],
    today: date,
    case: Conversation | None,
    hearing: Hearing | None,
    blanks: Recent[Conversation | None] | None,
    going_on: GoingOn,
) -> tuple[Conversation, Conversation | None]:
    """What the turns tell, after ``case`` where there is one; and once more where a verdict was given on it."""
    from assistant.reader import Conversation

    before = case or Conversation()
    is_blank, stands = case is None, case
    for at, turn in enumerate(turns):
        blank = blanks(turn) if blanks and is_blank else None
        is_blank = blank is not None
        if blank:
            before = _then(before, blank)
            continue
        after = before.say(turn, today, hearing=hearing)
        if stands is not None:
            stands = after = going_on.after(stands, turn, after, today)
        elif _is_stated(turn, after, before, None, later=at > 0) and not _only_asks(turn, today, alone=not at):
            stands = after
        before = after
    return before, stands


def _is_stated(
    message: str, conversation: Conversation, before: Conversation, goes_on_from: Conversation | None, *, later: bool
) -> bool:
    """Whether what was read of ``message`` makes a case, or changes the one that stands."""
    told = {words.fact for words in conversation.reading.words} if conversation.reading else set()
    if conversation.route in {"case", "case_and_question"}:
        goes_on = later and (before.begun or before.route in {"case", "case_and_question"})
        if goes_on_from is not None:
            is_read = conversation.facts != goes_on_from.facts or conversation.hypothetical
            goes_on = is_read or bool(_BARE.match(message) or _MAY_I.match(message))
        enough = _ASKED_FEWEST if _ASKS.search(message) else _FEWEST_FACTS
        if goes_on or len(told) >= enough or _BARE.match(message):
            return True
    return _is_told(message, conversation)


def _only_asks(message: str, today: date, *, alone: bool) -> bool:
    """Whether a message asks, and neither for a verdict nor with more than one fact in it.

    The frames alone tell: the network is slower than they are, and makes no case of a question with one fact in it.
    Unless it is ``alone``, one that supposes or denies something may do so of what was told before.
    """
    from assistant.reader import asks_no_verdict, read_case

    if not asks_no_verdict(message) or len(message.split()) >= _FEWEST_WORDS:
        return False
    if _WANTS_A_VERDICT.search(message) or _ASKS.search(message) or not (alone or not _CHANGES.search(message)):
        return False
    reading = read_case(message, today)
    return len({words.fact for words in reading.words}) <= 1 and not reading.hypothetical


def blank_after(text: str, today: date, hearing: Hearing | None) -> Conversation | None:
    """The state after a first message that tells nothing, without its words; ``None`` where it tells something."""
    from assistant.reader import Conversation

    return _blank(Conversation().say(text, today, hearing=hearing))


def _blank(after: Conversation) -> Conversation | None:
    from assistant.reader import Conversation

    return None if after.judged.to_dict() else Conversation(route=after.route, third_person=after.third_person)


def _then(before: Conversation, blank: Conversation) -> Conversation:
    return blank if blank.third_person is not None else replace(blank, third_person=before.third_person)


_TELLING = frozenset(
    "position full_time accredited residence workplace amazon_relation relatives_at_amazon government_pay us_restrictions "
    "procurement institution permanent legal_status one_proposal".split()
)
"""Facts that people tell of themselves; an age or a date stands in other questions too."""
_SHORTEST_CASE = 8
_FEWEST_WORDS = 20
"""A shorter message that asks for no verdict and has one fact in it tells no case beside its question."""
_FEWEST_TOLD, _FEWEST_TOLD_UNASKED = 2, 3


def _is_told(message: str, conversation: Conversation) -> bool:
    """Whether so much is stated, outside any question, that the message is a case."""
    stated: set[str] = set()
    for words in conversation.reading.words if conversation.reading else ():
        end = _ENDS.search(message, words.end)
        if (end is None or end.group() != "?") and words.fact in _TELLING:
            stated.add(words.fact)
    if _WANTS_A_VERDICT.search(message) and len(message.split()) >= _SHORTEST_CASE:
        return len(stated) >= _FEWEST_TOLD
    return len(stated) >= _FEWEST_TOLD_UNASKED and "?" not in message


def lead_to_interview() -> Draft:
    """What is said to a case where typed cases are not judged."""
    return Draft(None, _INTERVIEW, (), closing=_SINGLE)


def polarity_of(verdict: Verdict) -> Polarity:
    """Eligible is yes, not eligible is no, undetermined is depends."""
    return POLARITIES[verdict.status.value]


def told(verdict: Verdict, case: Conversation) -> str:
    """The verdict and what it was read from, as Markdown."""
    from assistant.eligibility import explain

    parts = [explain(verdict, supposed=case.hypothetical).strip(), understood(case.judged), _not_understood(case)]
    return "\n\n".join(part for part in parts if part)


def cited(verdict: Verdict, corpus: Corpus) -> tuple[Citation, ...]:
    """The words of the Rules that decide: those violated or left open, or all where the case is eligible."""
    state = {"not_eligible": "violated", "undetermined": "open", "eligible": "met"}[verdict.status.value]
    citations: dict[Citation, None] = {}
    for finding in verdict.findings:
        if finding.state.value == state:
            clause = corpus.clause(finding.clause)
            start = clause.text.index(finding.quote)
            span = Span(start, start + len(finding.quote))
            citations[Citation.cite(clause, corpus.rules.version, span)] = None
    return tuple(citations)


def understood(facts: Facts) -> str:
    """What was read of the case, a line a fact with the words it was read from, as Markdown."""
    from assistant.eligibility import summary

    lines = []
    for row in summary(facts):
        words = facts.words.get(row.fact.split(".")[0])
        lines.append(f"- {row.question} {row.answer}" + (f" ({repeated(words)})" if words else ""))
    return "\n".join(["What I understood:", "", *lines]) if lines else ""


def _not_understood(case: Conversation) -> str:
    """The words that were recognised and not understood, each of which keeps its clause open, as Markdown."""
    if case.reading is None or not case.reading.unplaced:
        return ""
    lines = dict.fromkeys(f"- {repeated(words.text)}" for words in case.reading.unplaced)
    return "\n".join(["What I did not understand, and so left open:", "", *lines])
