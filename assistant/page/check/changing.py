"""Changing an answer: what else falls with it, and what the person is told about it."""

from __future__ import annotations

from datetime import date

from markupsafe import Markup

from assistant.eligibility import Checker, Facts, Question, headline, retract, summary
from assistant.eligibility.paths import value_at
from assistant.page.check.names import short_name
from assistant.page.check.replies import answered
from assistant.page.markup import say

__all__ = ["changed", "what_changed"]

PEOPLE, OTHERS = "relatives_at_amazon", "other_relatives_at_amazon"
NO_LAST_DAY = frozenset({"never", "not_in_last_12_months", "unknown"})


def changed(checker: Checker, facts: Facts, question: Question, reply: str) -> Facts:
    """The facts with another answer to ``question``; raises ``ReplyError``.

    Answers that were given only because of the former one are taken out.
    """
    path, before = question.fact, value_at(facts, question.fact)
    after = answered(_without_second_place(facts, path), question, reply, checker.tables)
    if path == PEOPLE and isinstance(before, tuple) and before and value_at(after, PEOPLE):
        return facts  # "yes" again: the same people, not one more
    if value_at(after, path) == before and path != "residence":
        return facts
    for fact in _follow_ups(path, after):
        after = retract(after, fact)
    return after


def _without_second_place(facts: Facts, path: str) -> Facts:
    """The question about the residence asks for both places, so that its new answer stands for both."""
    return retract(facts, "workplace") if path == "residence" else facts


def _follow_ups(path: str, after: Facts) -> tuple[str, ...]:
    """The answers that hang on the one at ``path`` and no longer fit its new value."""
    where, _, field = path.rpartition(".")
    prefix = f"{where}." if where else ""
    if path == "position":
        return ("faculty_status",)
    if path == PEOPLE and not value_at(after, PEOPLE):
        return (OTHERS,)
    if field == "relation":
        return (f"{prefix}same_household",)
    if field == "amazon_relation" and value_at(after, path) in NO_LAST_DAY:
        return (f"{prefix}amazon_last_day",)
    return ()


def what_changed(checker: Checker, path: str, before: Facts, after: Facts, today: date) -> Markup:
    """What became of the answer at ``path`` and of the result, in a few sentences."""
    old, new = _shown(before), _shown(after)
    name, answer_now = short_name(path), new.get(path, "")
    if before == after:
        return say("check.unchanged", name=name, answer=answer_now)
    if path not in old:
        says = [say("check.added", name=name, after=answer_now)]
    elif path not in new:
        says = [say("check.taken_out", name=name, before=old[path])]
    else:
        says = [say("check.changed", name=name, before=old[path], after=answer_now)]
    if gone := [short_name(fact) for fact in old if fact not in new and fact != path]:
        says.append(say("check.dropped", names="; ".join(gone)))
    was, now = (headline(checker.check(facts, today)).rstrip(".") for facts in (before, after))
    says.append(say("check.same_result", after=now) if was == now else say("check.new_result", before=was, after=now))
    return Markup(" ").join(says)


def _shown(facts: Facts) -> dict[str, str]:
    return {row.fact: row.answer for row in summary(facts)}
