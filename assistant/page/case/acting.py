"""What a press in the list of facts does to the case: the checker judges at once, and what changed is said.

A supposition keeps its own facts: what is changed in the list is changed as it is shown there, and
what a person has really stated follows only where the supposition says nothing else.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from markupsafe import Markup

from assistant.eligibility import Checker, Facts, Question, headline, summary
from assistant.eligibility.questions import can_be_asked
from assistant.judging import judged
from assistant.page.case.shown import Edit, Shown
from assistant.page.check.asking import question_about, stand
from assistant.page.check.changing import changed, what_changed
from assistant.page.check.names import short_name
from assistant.page.check.replies import ReplyError, answered
from assistant.page.check.session import Session
from assistant.page.markup import say
from assistant.reader import Conversation, changes
from corpus import Corpus

__all__ = ["LONGEST_REPLY", "act", "next_question"]

LONGEST_REPLY = 250
_LONGEST_PATH = 80


def next_question(shown: Shown, checker: Checker, today: date) -> Question | None:
    """The question that settles most, of those not yet answered with "not sure"; ``None`` once it is settled."""
    return stand(checker, Session(facts=shown.case.conversation.judged), today).question


def act(shown: Shown, event: object, checker: Checker, corpus: Corpus, today: date) -> Shown:
    """The case after what the browser sent: ``action``, and with it ``fact`` and ``reply``.

    Raises nothing, whatever ``event`` holds; what cannot be read changes nothing.
    """
    action, fact, reply = _read(event)
    conversation = shown.case.conversation
    open_form, shown = shown.changing, shown.stepped()
    if action == "answer":
        question = question_about(fact) if fact and fact == open_form else next_question(shown, checker, today)
        if question is None or question.fact != fact:
            return shown  # pressed twice: the first press was taken
        return _answered(shown, question, reply, checker, corpus, today, change=fact == open_form)
    if fact in {row.fact for row in summary(conversation.judged)}:
        if action == "change" and can_be_asked(fact):
            return replace(shown, changing=fact)
        if action == "not_true":
            return _put(shown, fact, _not_true(conversation, fact), checker, corpus, today)
        if action == "unknown" and can_be_asked(fact):
            return _put(shown, fact, _layer(conversation).unknown(fact).facts, checker, corpus, today)
    return _without_supposition(shown, action, checker, corpus, today)


def _without_supposition(shown: Shown, action: str, checker: Checker, corpus: Corpus, today: date) -> Shown:
    """The case with what was supposed taken back, or made part of it."""
    conversation = shown.case.conversation
    if conversation.supposed is None or action not in {"own", "adopt"}:
        return shown
    if action == "own":
        own = replace(conversation, supposed=None)
        return _judged_anew(shown, own, say("case.own_again"), "", checker, corpus, today)
    real = replace(conversation, facts=conversation.supposed, supposed=None)
    return _judged_anew(shown, real, say("case.adopted"), "", checker, corpus, today)


def _read(event: object) -> tuple[str, str, str]:
    sent = event if isinstance(event, Mapping) else {}
    action, fact, reply = (sent.get(key) for key in ("action", "fact", "reply"))
    return (
        action if isinstance(action, str) else "",
        fact if isinstance(fact, str) and len(fact) <= _LONGEST_PATH else "",
        reply[:LONGEST_REPLY] if isinstance(reply, str) else "",
    )


def _answered(
    shown: Shown, question: Question, reply: str, checker: Checker, corpus: Corpus, today: date, *, change: bool
) -> Shown:
    before = shown.case.conversation.judged
    try:
        after = (
            changed(checker, before, question, reply) if change else answered(before, question, reply, checker.tables)
        )
    except ReplyError as error:
        return replace(shown, changing=question.fact if change else "", problem=error.says, typed=reply)
    return _put(shown, question.fact, after, checker, corpus, today)


def _layer(conversation: Conversation) -> Conversation:
    """The conversation as if what it judges were all that is stated."""
    return replace(conversation, facts=conversation.judged, supposed=None)


def _not_true(conversation: Conversation, fact: str) -> Facts:
    """The facts without one; where it is only supposed, the fact as it was really stated."""
    without = _layer(conversation).retracted(fact).facts
    if conversation.supposed is None:
        return without
    for change in changes(conversation.facts, conversation.supposed):
        if change.fact == fact.partition(".")[0]:
            return conversation.supposed.model_copy(update={change.fact: change.before})
    return without


def _put(shown: Shown, path: str, after: Facts, checker: Checker, corpus: Corpus, today: date) -> Shown:
    """The case with ``after`` as the facts that are judged."""
    conversation = shown.case.conversation
    before = conversation.judged
    notice = what_changed(checker, path, before, after, today)
    if not changes(before, after):
        return replace(shown, notice=notice)
    return _judged_anew(shown, _edited(conversation, after), notice, path, checker, corpus, today)


def _edited(conversation: Conversation, after: Facts) -> Conversation:
    own, layer = replace(conversation, supposed=None), _layer(conversation)
    for change in changes(conversation.judged, after):
        if getattr(own.facts, change.fact) == change.before:
            own = own.edited(change.fact, change.after)
        layer = layer.edited(change.fact, change.after)
    reading = conversation.reading
    if reading is not None:
        touched = {change.fact for change in changes(conversation.judged, after)}
        reading = replace(reading, unplaced=tuple(words for words in reading.unplaced if words.fact not in touched))
    supposed = layer.facts if conversation.hypothetical and changes(own.facts, layer.facts) else None
    return replace(own, supposed=supposed, reading=reading)


def _judged_anew(
    shown: Shown, conversation: Conversation, notice: Markup, path: str, checker: Checker, corpus: Corpus, today: date
) -> Shown:
    case = replace(shown.case, conversation=conversation)
    answer = judged(case, checker, corpus, today)
    was, now = (headline(one.verdict).rstrip(".") if one.verdict else "" for one in (shown.answer, answer))
    if not path:
        result = say("check.same_result", after=now) if was == now else say("check.new_result", before=was, after=now)
        notice = Markup(" ").join((notice, result))
    old, new = (
        {row.fact: row.answer for row in summary(one.case.conversation.judged)}
        for one in (shown, replace(shown, case=case))
    )
    name = short_name(path) if path else "Supposition"
    edit = Edit(path or "supposition", name, old.get(path, ""), new.get(path, ""), was, now)
    return replace(shown, case=case, answer=answer, notice=notice).with_edit(edit)
