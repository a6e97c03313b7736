"""A case of the chat handed over to the interview."""

from __future__ import annotations

import json
import re
from html import unescape

from assistant.eligibility import parse_facts
from assistant.page.check import Session, check_page
from tests.assistant.page.case.conftest import TODAY


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
