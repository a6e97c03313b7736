"""The interview's view without a browser: what the browser sends in, HTML out."""

from __future__ import annotations

import json
import re
from base64 import b64decode
from datetime import date
from html import unescape

import pytest

from assistant.eligibility import Checker, Facts, Relative, parse_facts, verify_receipt
from assistant.eligibility.questions import FACT_QUESTIONS
from assistant.page.check import Session, check_page, short_name

TODAY = date(2026, 11, 20)
MET = {
    "position": "faculty",
    "full_time": True,
    "accredited": True,
    "of_age": True,
    "one_proposal": True,
    "government_pay": False,
    "us_restrictions": False,
    "amazon_relation": "never",
    "relatives_at_amazon": [],
    "procurement": False,
    "residence": "Ghana",
}
"""Facts under which every requirement is met."""


@pytest.fixture(scope="module")
def checker(corpus) -> Checker:
    """The checker over the real corpus, with its tables."""
    return Checker.of(corpus)


class Visit:
    """A page that is pressed on: each step sends back what the last page carried."""

    def __init__(self, checker: Checker, **facts) -> None:
        self.checker = checker
        self.session = Session(parse_facts(facts)).to_json()
        self.html = ""
        self.press("")

    def press(self, action: str, fact: str = "", reply: str = "") -> str:
        """Send an action and take the page that comes back."""
        event = {"session": self.session, "action": action, "fact": fact, "reply": reply}
        self.html = check_page(self.checker, event, TODAY)
        self.session = unescape(re.search(r'data-session="([^"]*)"', self.html)[1])
        return self.html

    def answer(self, fact: str, reply: str) -> str:
        """Answer the question about ``fact``."""
        return self.press("answer", fact, reply)

    @property
    def facts(self) -> dict:
        """The facts that the page carries."""
        return json.loads(self.session)["facts"]

    @property
    def text(self) -> str:
        """The page without its tags."""
        return unescape(re.sub(r"\s+", " ", re.sub("<[^>]*>", " ", self.html)))


def test_a_question_says_why_it_is_asked_and_quotes_the_clause(checker, corpus):
    """Words, clause, address and progress stand on the page."""
    visit = Visit(checker)
    assert "Question 1 of at most 15" in visit.text
    assert "The Rules accept full-time faculty" in visit.text
    _, start, end = re.search(r'href="#(rules:I\.p1):(\d+)-(\d+)"', visit.html).groups()
    assert corpus.clause("rules:I.p1").text[int(start) : int(end)] in unescape(visit.html)


def test_yes_stands_before_no_everywhere(checker):
    """The order of the buttons does not depend on which answer is usual."""
    visit = Visit(checker, **{name: value for name, value in MET.items() if name != "relatives_at_amazon"})
    assert re.findall(r'name="reply" value="(\w+[ \w]*)"', visit.html) == ["yes", "no", "not sure"]


def test_a_clear_obstacle_ends_it_and_the_rest_can_be_answered(checker):
    """It says that it ends; whoever goes on keeps the result in view and can come back to it."""
    visit = Visit(checker)
    visit.answer("position", "postdoc")
    assert "Not eligible, on these facts." in visit.text
    assert "there is nothing more to ask" in visit.text
    visit.press("rest")
    assert "The result so far: Not eligible, on these facts." in visit.text
    asked = re.search(r'name="fact" value="(\w+)"', visit.html)[1]
    visit.answer(asked, "not sure")
    assert asked in visit.facts
    visit.press("pause")
    assert "Answer the rest anyway" in visit.text


def test_going_on_ends_when_nothing_is_left(checker):
    """After the last question the whole result is shown, and no more is offered."""
    visit = Visit(checker, position="postdoc")
    visit.press("rest")
    for _ in range(30):
        found = re.search(r'name="fact" value="([\w.]+)"', visit.html)
        if found is None:
            break
        visit.answer(found[1], "not sure")
    assert "Not eligible, on these facts." in visit.text
    assert 'data-action="rest"' not in visit.html


def test_the_result_so_far_can_be_seen_and_left(checker):
    """A pause shows what is open; going on asks the same question."""
    visit = Visit(checker, position="faculty")
    before = visit.html
    visit.press("pause")
    assert "Not settled yet." in visit.text
    assert "What is open" in visit.text
    assert visit.press("resume") == before


@pytest.mark.parametrize(
    ("fact", "stated", "reply", "says"),
    [
        ("amazon_last_day", {"amazon_relation": "employee"}, "2025-13", "There is no month 13."),
        ("amazon_last_day", {"amazon_relation": "employee"}, "2025-02-30", "February 2025 has no day 30."),
        ("amazon_last_day", {"amazon_relation": "employee"}, "20.11.2025", "“20.11.2025” is not a date."),
        ("amazon_last_day", {"amazon_relation": "employee"}, "", "Write a year, a month or a day as 2025"),
        ("residence", {}, "Ghana; Atlantis", "The table of places does not know “Atlantis”."),
        ("residence", {}, "Ghana;", "Write the name of a country"),
        ("residence", {}, "x" * 200, "The name is too long."),
        ("age", {"of_age": "unknown", "residence": "unknown"}, "thirty", "Write your age as a whole number"),
        ("age", {"of_age": "unknown", "residence": "unknown"}, "131", "Write your age as a whole number"),
        ("position", {}, "", "Choose one of the answers."),
    ],
)
def test_a_reply_that_cannot_be_read_is_explained_and_kept(checker, fact, stated, reply, says):
    """Beside the field stands what is wrong and what is accepted; nothing that was typed or answered is lost."""
    facts = {name: value for name, value in (MET | stated).items() if name != fact}
    visit = Visit(checker, **facts)
    before = visit.facts
    visit.answer(fact, reply)
    assert says in visit.text
    assert visit.facts == before
    if fact != "position":
        assert f'value="{reply}"' in unescape(visit.html)
        assert 'aria-invalid="true"' in visit.html


def test_a_place_that_may_be_an_excluded_one_is_asked_about_at_once(checker):
    """“Korea” has two meanings, and only one is excluded."""
    visit = Visit(checker, **{name: value for name, value in MET.items() if name != "residence"})
    visit.answer("residence", "Korea")
    assert "North Korea" in visit.text
    assert "residence" not in visit.facts
    visit.answer("residence", "South Korea")
    assert "Eligible, on these facts." in visit.text


def test_changing_an_answer_says_what_it_changes(checker):
    """The result follows at once, and the notice tells both."""
    visit = Visit(checker, **MET)
    visit.press("change", "full_time")
    assert "Your answer now: Yes" in visit.text
    visit.answer("full_time", "no")
    assert "Changed: Full-time, from “Yes” to “No”." in visit.text
    assert "was “Eligible, on these facts” and is now “Not eligible, on these facts”" in visit.text
    visit.press("change", "procurement")
    visit.answer("procurement", "no")
    assert "stays as it was: No." in visit.text


def test_a_change_can_be_left(checker):
    """The former answer stays, and so does the result."""
    visit = Visit(checker, **MET)
    before = visit.html
    visit.press("change", "full_time")
    assert visit.press("keep") == before


@pytest.mark.parametrize(
    ("stated", "fact", "reply", "gone"),
    [
        ({"amazon_relation": "employee", "amazon_last_day": "2020"}, "amazon_relation", "never", "amazon_last_day"),
        ({"residence": "Ghana", "workplace": "Cuba"}, "residence", "Ghana", "workplace"),
        ({"position": "visitor", "faculty_status": True}, "position", "faculty", "faculty_status"),
        (
            {"relatives_at_amazon": [{"relation": "spouse"}], "other_relatives_at_amazon": False},
            "relatives_at_amazon",
            "no",
            "other_relatives_at_amazon",
        ),
    ],
)
def test_answers_that_hung_on_the_former_one_fall_with_it(checker, stated, fact, reply, gone):
    """Else the list would contradict itself; the notice names them."""
    visit = Visit(checker, **(MET | stated))
    visit.press("change", fact)
    visit.answer(fact, reply)
    assert gone not in visit.facts
    assert re.search(f"taken out: .*{short_name(gone)}", visit.text)


def test_yes_again_adds_nobody(checker):
    """Who says once more that somebody is at Amazon has not named another person."""
    visit = Visit(checker, **(MET | {"relatives_at_amazon": [{"relation": "spouse"}]}))
    visit.press("change", "relatives_at_amazon")
    visit.answer("relatives_at_amazon", "yes")
    assert len(visit.facts["relatives_at_amazon"]) == 1


def test_a_place_is_offered_for_change_as_it_was_typed(checker):
    """Both places stand in the field."""
    visit = Visit(checker, **(MET | {"residence": "France", "workplace": "Switzerland"}))
    visit.press("change", "residence")
    assert 'value="France; Switzerland"' in visit.html


def test_the_receipts_are_in_the_page_and_hold(checker):
    """The JSON is a receipt that verifies, the page is HTML."""
    visit = Visit(checker, **MET)
    receipt, page = re.findall(r'href="data:[^"]*base64,([^"]*)"', visit.html)
    assert verify_receipt(b64decode(receipt).decode(), checker).holds
    assert b64decode(page).decode().startswith("<!doctype html>")


def test_pressing_twice_answers_once(checker):
    """The second press names a question that is no longer asked."""
    visit = Visit(checker)
    before = visit.session
    visit.answer("position", "faculty")
    after = visit.facts
    visit.answer("position", "postdoc")
    assert visit.facts == after
    assert before != visit.session


@pytest.mark.parametrize(
    "event",
    [
        None,
        [],
        "x",
        {},
        {"action": "answer"},
        {"session": "not json"},
        {"session": "[]"},
        {"session": {"facts": {}}},
        {"session": '{"facts": {"age": -1}}'},
        {"session": '{"facts": [], "changing": 7, "rest": "yes"}', "action": ["answer"], "fact": {}, "reply": 3},
        {"session": '{"facts": {}, "changing": "relatives_at_amazon.9.relation"}', "action": "answer"},
        {"session": '{"facts": {"position": "faculty"}}', "action": "change", "fact": "nothing"},
    ],
)
def test_whatever_comes_in_a_page_goes_out(checker, event):
    """The endpoint can be called by anybody with anything."""
    assert 'class="question"' in check_page(checker, event, TODAY)


def test_an_unreadable_session_is_said_to_be_lost(checker):
    """Nobody is left to wonder where the answers went."""
    assert "the questions start again" in check_page(checker, {"session": "{"}, TODAY)


def test_what_was_typed_is_escaped(checker):
    """Markup in a reply is shown as text."""
    visit = Visit(checker, **{name: value for name, value in MET.items() if name != "residence"})
    assert "<script" not in visit.answer("residence", '"><script>alert(1)</script>')


def test_a_session_survives_the_way_through_the_page():
    """Out and in again gives an equal session."""
    session = Session(parse_facts({"residence": "Côte d’Ivoire “x” <b>"}), "residence", rest=True, paused=True)
    assert Session.read(session.to_json()) == session


def test_every_fact_has_a_short_name():
    """Also every field of a listed person."""
    names = [name for name in Facts.model_fields if name != "words"]
    names += [f"relatives_at_amazon.0.{name}" for name in Relative.model_fields]
    assert len({short_name(name) for name in names}) == len(names)
    assert {name for name in FACT_QUESTIONS if not name.startswith("relative.")} <= set(names)
    assert short_name("relatives_at_amazon.1.relation") == "Person 2: who this is"
