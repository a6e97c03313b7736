"""A case in the chat without a browser: what is pressed in, the case and its HTML out."""

from __future__ import annotations

import json
import re
from datetime import date
from html import unescape

import pytest

from assistant.eligibility import Checker, Facts
from assistant.judging import Case, judged
from assistant.page.case import Shown, act, case_answer
from assistant.reader import Conversation

TODAY = date(2026, 11, 20)
ELIGIBLE = (
    "I am a full-time lecturer at an accredited university in Accra, where I live, 36 years old. This is my only "
    "proposal in this call. None of the exclusions in section I applies to me."
)


@pytest.fixture(scope="module")
def checker(corpus) -> Checker:
    """The checker over the real corpus, with its tables."""
    return Checker.of(corpus)


class Chat:
    """A case that is pressed on."""

    def __init__(self, corpus, checker: Checker, *messages: str) -> None:
        self.corpus, self.checker = corpus, checker
        conversation = Conversation()
        for message in messages:
            conversation = conversation.say(message, TODAY)
        case = Case(conversation)
        self.shown = Shown(case, judged(case, checker, corpus, TODAY))

    def press(self, action: object, fact: object = "", reply: object = "") -> Shown:
        """Send a step."""
        event = {"action": action, "fact": fact, "reply": reply}
        self.shown = act(self.shown, event, self.checker, self.corpus, TODAY)
        return self.shown

    def change(self, fact: str, reply: str) -> Shown:
        """Open the form of a fact and answer it."""
        assert self.press("change", fact).changing == fact
        return self.press("answer", fact, reply)

    @property
    def facts(self) -> Facts:
        """What is judged."""
        return self.shown.case.conversation.judged

    @property
    def own(self) -> Facts:
        """What is really stated."""
        return self.shown.case.conversation.facts

    @property
    def status(self) -> str:
        """The result."""
        assert self.shown.answer.verdict
        return self.shown.answer.verdict.status.value

    @property
    def notice(self) -> str:
        """What the last step is said to have changed, as text."""
        return unescape(re.sub("<[^>]*>", "", str(self.shown.notice)))

    def html(self) -> str:
        """The whole answer."""
        return case_answer("Asked?", self.shown, self.checker, self.corpus, TODAY)

    def section(self) -> str:
        """The part that the browser puts into the answer."""
        return unescape(re.search(r'class="case-source" name="[^"]*" value="([^"]*)"', self.html())[1])

    def record(self) -> dict:
        """The record that the browser downloads."""
        return json.loads(unescape(re.search(r'class="record" value="([^"]*)"', self.html())[1]))


@pytest.fixture
def chat(corpus, checker):
    """A case of somebody who meets every condition; or of other messages."""
    return lambda *messages: Chat(corpus, checker, *(messages or (ELIGIBLE,)))
