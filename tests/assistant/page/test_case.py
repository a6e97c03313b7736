"""A case in the chat without a browser: what is pressed in, the case and its HTML out."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date
from html import unescape

import pytest

from assistant.answer import Citation
from assistant.eligibility import Checker, Facts, parse_facts
from assistant.judging import Beside, Case, judged
from assistant.page.case import Shown, act, case_answer, case_stages
from assistant.page.case.acting import LONGEST_REPLY
from assistant.page.case.rows import fact_rows
from assistant.page.case.shown import MOST_EDITS
from assistant.page.chat import Turn, edited
from assistant.page.check import Session, check_page
from assistant.reader import Conversation
from assistant.transcript import verify_transcript

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


def test_each_fact_has_its_words_and_its_clauses(chat, checker):
    """In the order of the Rules, in plain words; a fact of a person listed has neither of its own."""
    case = chat(f"{ELIGIBLE} My dad drives for Amazon.").shown.case.conversation
    rows = {row.fact: row for row in fact_rows(case, checker.rules)}
    assert (rows["full_time"].answer, rows["full_time"].words) == ("Yes", "full-time")
    assert [quote.label for quote in rows["full_time"].quotes] == ["§ I ¶ 1"]
    assert [quote.label for quote in rows["relatives_at_amazon"].quotes] == ["§ I(d)"]
    assert rows["relatives_at_amazon.0.relation"].quotes == ()
    assert not rows["relatives_at_amazon.0.relation"].by_hand
    assert len(rows["none_of_the_exclusions"].quotes) == 7


def test_a_change_is_judged_at_once_and_says_what_changed(chat):
    """The fact has no words any more, since nobody typed them; the answer's text, clauses and verdict follow."""
    case = chat()
    shown = case.change("full_time", "no")
    assert (case.status, shown.answer.polarity, case.facts.full_time) == ("not_eligible", "no", False)
    assert "full_time" not in case.facts.words
    assert case.notice == (
        "Changed: Full-time, from “Yes” to “No”. The result was “Eligible, on these facts” and is now “Not eligible, on "
        "these facts”."
    )
    assert shown.changing == ""
    assert shown.answer.verdict.decisive == ("rules:I.p1",)
    assert "Is this post full-time (100 %) on the day you apply? No" in shown.answer.text


def test_not_true_takes_a_fact_out_and_never_makes_it_a_no(chat):
    """What is taken out is open again; what is not known stays open."""
    case = chat()
    case.press("not_true", "full_time")
    assert (case.status, case.facts.full_time) == ("undetermined", None)
    case.press("unknown", "accredited")
    assert (case.status, case.facts.accredited) == ("undetermined", "unknown")
    case.press("not_true", "none_of_the_exclusions")
    assert case.facts.none_of_the_exclusions is None


def test_the_question_that_settles_most_is_answered_without_opening_a_form(chat):
    """Only that one is: an answer to any other question changes nothing."""
    case = chat()
    case.press("not_true", "full_time")
    case.press("answer", "age", "17")
    assert case.facts.age == 36
    case.press("answer", "full_time", "yes")
    assert (case.status, case.notice[:23]) == ("eligible", "Added: Full-time: “Yes”")


def test_what_hangs_on_a_changed_answer_falls_with_it(chat):
    """Nobody has a last day at Amazon who never was there."""
    case = chat(
        "I'm a full-time lecturer at an accredited university in Ghana. I was an intern at Amazon until June 2026."
    )
    assert case.facts.amazon_last_day
    case.change("amazon_relation", "never")
    assert case.facts.amazon_last_day is None
    assert "taken out: Your last day at Amazon" in case.notice


def test_a_reply_that_cannot_be_read_changes_nothing_and_is_kept(chat):
    """The form stays open, says what is accepted, and has what was typed."""
    case = chat()
    shown = case.change("residence", "Atlantis")
    assert (shown.changing, shown.typed, case.facts.residence) == ("residence", "Atlantis", "Accra")
    assert "Atlantis" in case.section()
    assert 'aria-invalid="true"' in case.section()
    assert case.press("keep").problem == ""


@pytest.mark.parametrize(
    "event",
    [
        None,
        [],
        "answer",
        {"action": ["change"]},
        {"action": "change", "fact": "words"},
        {"action": "change", "fact": "none_of_the_exclusions"},
        {"action": "unknown", "fact": "none_of_the_exclusions"},
        {"action": "not_true", "fact": "relatives_at_amazon.7.relation"},
        {"action": "change", "fact": "x" * 10_000},
        {"action": "answer", "fact": "full_time", "reply": "no"},
        {"action": "answer", "fact": {}, "reply": 7},
        {"action": "own"},
        {"action": "adopt"},
        {"action": "__class__", "fact": "__class__"},
    ],
)
def test_whatever_is_sent_nothing_else_happens(chat, corpus, checker, event):
    """A page that sends what no page sends changes no fact and raises nothing."""
    case = chat()
    before = case.shown
    after = act(before, event, checker, corpus, TODAY)
    assert (after.case, after.answer, after.changing) == (before.case, before.answer, "")


def test_a_long_reply_is_cut(chat):
    """No reply is longer than its field."""
    shown = chat().change("residence", "x" * 100_000)
    assert len(shown.typed) == LONGEST_REPLY


def test_a_supposition_is_kept_apart_from_the_facts(chat):
    """What is changed in it is changed as it is shown; the own facts follow where they say the same."""
    case = chat(ELIGIBLE, "What if I lived in Tehran?")
    assert (case.status, str(case.own.residence)) == ("not_eligible", "Accra")
    case.change("full_time", "no")
    assert (case.facts.full_time, case.own.full_time) == (False, False)
    case.change("residence", "Cuba")
    assert (case.facts.residence, case.own.residence) == ("Cuba", "Accra")
    case.press("not_true", "residence")
    assert case.facts.residence == "Accra"
    assert not case.shown.case.conversation.hypothetical


@pytest.mark.parametrize(
    ("action", "residence", "status"), [("own", "Accra", "eligible"), ("adopt", "Tehran, Iran", "not_eligible")]
)
def test_a_supposition_is_taken_back_or_made_the_case(chat, action, residence, status):
    """Only by hand does “what if” become what is."""
    case = chat(ELIGIBLE, "What if I lived in Tehran?")
    assert "as if it were true" in case.section()
    case.press(action)
    assert (case.own.residence, case.facts.residence, case.status) == (residence, residence, status)
    assert "The result" in case.notice
    assert "as if it were true" not in case.section()


def test_a_case_goes_on_from_what_was_changed(chat):
    """The next message is read with the facts as they are in the list."""
    case = chat(f"{ELIGIBLE} My dad drives for Amazon.")
    case.press("not_true", "relatives_at_amazon")
    said = case.shown.case.conversation.say("I am 40, by the way.", TODAY)
    assert (said.judged.relatives_at_amazon, said.judged.age) == (None, 40)


def test_what_was_not_understood_is_no_longer_said_once_it_was_put_right(chat):
    """A mention keeps its clause open until its fact is stated by hand."""
    case = chat()
    reading = case.shown.case.conversation.reading
    words = replace(reading.words[0], fact="procurement", text="the cloud thing")
    conversation = replace(
        case.shown.case.conversation,
        facts=parse_facts({**case.own.to_dict(), "procurement": "unknown"}),
        reading=replace(reading, unplaced=(words,)),
    )
    case.shown = replace(case.shown, case=replace(case.shown.case, conversation=conversation))
    assert "Mentioned, but not understood" in case.section()
    assert "the cloud thing" in case.section()
    case.change("procurement", "no")
    assert "not understood" not in case.section()
    assert "the cloud thing" not in case.shown.answer.text


def test_a_record_holds_the_receipt_and_what_was_changed_by_hand(chat, corpus):
    """It is verified from its facts; a supposition says that it is one, and has the own facts beside it."""
    case = chat()
    case.change("full_time", "no")
    record = case.record()
    assert record["case"]["edits"] == [
        {
            "fact": "full_time",
            "name": "Full-time",
            "before": "Yes",
            "after": "No",
            "result_before": "Eligible, on these facts",
            "result_after": "Not eligible, on these facts",
        }
    ]
    assert record["case"]["receipt"]["facts"]["full_time"] is False
    assert verify(record, corpus).holds
    supposed = chat(ELIGIBLE, "What if I lived in Tehran?").record()["case"]
    assert (supposed["supposed"], supposed["own_facts"]["residence"]) == (True, "Accra")


def verify(record, corpus):
    """The record as a downloaded file, verified."""
    return verify_transcript({"kind": "ara-conversation", "format": 1, "turns": [record]}, corpus)


@pytest.mark.parametrize(
    ("forge", "fault"),
    [
        (lambda record: record["case"]["receipt"]["facts"].update(full_time=False), "The verdict: "),
        (lambda record: record["case"]["receipt"].pop("facts"), "The verdict: The receipt is not complete"),
        (lambda record: record.update(polarity="no"), "The short answer is “no”; the facts come to: Eligible"),
    ],
)
def test_a_forged_verdict_is_found(chat, corpus, forge, fault):
    """Whatever else the file says, the verdict is derived from its facts."""
    record = chat().record()
    forge(record)
    check = verify(record, corpus)
    assert not check.holds
    assert any(one.startswith(fault) for one in check.turns[0].faults)


def test_the_last_edits_are_kept(chat):
    """A record does not grow without end, and the facts hold every edit."""
    case = chat()
    for number in range(MOST_EDITS + 6):
        case.change("age", str(30 + number % 2))
    assert len(case.shown.edits) == MOST_EDITS
    assert case.facts.age == 31


def test_the_interview_takes_the_facts(chat, checker):
    """What the page sends over is read as a session's facts are; what cannot be read changes nothing."""
    case = chat()
    sent = unescape(re.search(r'data-facts="([^"]*)"', case.section())[1])
    page = check_page(checker, {"action": "take", "reply": sent}, TODAY)
    assert "These are the facts from the chat. Check them below" in page
    assert "Eligible, on these facts." in page
    session = Session(parse_facts({"position": "postdoc"})).to_json()
    assert "took the place" in check_page(checker, {"session": session, "action": "take", "reply": sent}, TODAY)
    for bad in ("", "[]", '{"position": "king"}', '{"a": 1}', "x" * 200_000):
        page = check_page(checker, {"session": session, "action": "take", "reply": bad}, TODAY)
        assert "could not be read, so nothing was changed" in page
        assert "Not eligible, on these facts." in page


def test_a_summary_can_be_taken_out_in_the_interview_and_has_no_form(chat, checker):
    """There is no question whose answer it is."""
    session = Session(chat().facts).to_json()
    step = {"session": session, "fact": "none_of_the_exclusions"}
    assert "check-result" in check_page(checker, step | {"action": "change"}, TODAY)
    assert "Taken out: Exclusions" in unescape(check_page(checker, step | {"action": "not_true"}, TODAY))
    forged = json.dumps({"facts": chat().facts.to_dict(), "changing": "none_of_the_exclusions"})
    assert "check-result" in check_page(checker, {"session": forged}, TODAY)


def test_the_result_comes_first_and_the_rest_in_one_piece(chat, corpus, checker):
    """Two stages, neither with a line break, and only the second with a record."""
    first, second = case_stages("Asked?", chat().shown, checker, corpus, TODAY)
    assert "Eligible, on these facts." in first
    assert "case-source" not in first
    assert "record" in second
    assert "\n" not in first + second


def test_what_was_asked_beside_a_case_stays_below_it(chat, corpus, checker):
    """Also after a change, with chips in the place of its quotations."""
    case = chat()
    citation = Citation.cite(corpus.clause("rules:III.c"), corpus.rules.version)
    beside = Beside(f"**You also asked:** Overhead?\n\nNo.\n\n> **Rules § III(c)** — “{citation.quote}”", (citation,))
    case.shown = replace(case.shown, case=replace(case.shown.case, beside=(beside,)))
    case.change("full_time", "no")
    html = case.html()
    assert "Overhead?" in html
    assert '<a class="cite" href="#rules:III.c:0-111">§ III(c)</a>' in html
    assert citation in case.shown.answer.citations
    assert beside.text in case.shown.answer.text


@pytest.mark.parametrize("words", ["<script>x</script>", '"><img src=x onerror=y>', "{{ 7 * 7 }}"])
def test_words_of_the_writer_are_escaped_twice(chat, words):
    """Once for the field that carries the list, and once in the list."""
    case = chat()
    facts = case.own.model_copy(update={"words": {**case.own.words, "full_time": words}})
    conversation = replace(case.shown.case.conversation, facts=facts)
    case.shown = replace(case.shown, case=replace(case.shown.case, conversation=conversation))
    for html in (case.html(), case.section()):
        assert "<script" not in html
        assert "<img" not in html


class Judging:
    """Stands in for the assistant: it judges what is given."""

    def __init__(self, corpus, checker):
        self.corpus, self.checker = corpus, checker


def test_each_step_is_seen_to_have_come_back(chat):
    """The same reply, refused twice, gives two pages: else the browser would wait for the second."""
    case = chat()
    case.change("residence", "Atlantis")
    first = case.html()
    case.press("answer", "residence", "Atlantis")
    assert case.shown.problem
    assert case.html() != first


def test_the_last_case_of_a_conversation_is_the_one_that_changes(chat, corpus, checker):
    """The other turns stay as they are; a conversation that was forgotten here is said to be."""
    older, last = Turn("One?", "<p>1</p>", chat().shown), Turn("Two?", "<p>2</p>", chat().shown)
    talk = (older, last, Turn("Three?", "<p>3</p>"))
    event = {"action": "not_true", "fact": "full_time"}
    view = edited(Judging(corpus, checker), talk, event, TODAY)
    assert (view.conversation[0], view.conversation[2], view.problem) == (older, talk[2], "")
    assert view.conversation[1].case.case.conversation.judged.full_time is None
    assert "Not settled yet." in view.conversation[1].html
    assert "no longer has your conversation" in edited(Judging(corpus, checker), (), event, TODAY).problem


def test_a_failure_is_a_sentence_and_loses_nothing(chat, corpus, caplog):
    """No exception reaches the page, and the case stays as it was."""
    talk = (Turn("One?", "<p>1</p>", chat().shown),)
    view = edited(Judging(corpus, None), talk, {"action": "not_true", "fact": "full_time"}, TODAY)
    assert view.conversation == talk
    assert "try again" in view.problem
    assert "Accra" not in caplog.text
