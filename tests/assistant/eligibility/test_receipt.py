"""Receipts and their verification."""

from __future__ import annotations

import json
from html.parser import HTMLParser

import pytest

from assistant.eligibility import Checker, make_receipt, receipt_page, receipt_text, verify_receipt
from corpus.errors import ReceiptError
from tests.assistant.eligibility.conftest import MET


@pytest.fixture
def receipt(check):
    """The receipt of somebody who left Amazon eight months ago."""
    return make_receipt(check(MET | {"amazon_relation": "intern", "amazon_last_day": "2026-03-31"}))


def test_receipt_holds_as_it_was_made(receipt, checker):
    """A receipt holds facts, findings, version and hash, and verifies from its text."""
    assert receipt["rules_version"] == "2021-03-12"
    assert receipt["corpus_hash"] == "0" * 16
    assert receipt["facts"]["amazon_last_day"] == "2026-03-31"
    assert len(receipt["verdict"]["findings"]) == 10
    result = verify_receipt(receipt_text(receipt), checker)
    assert result.to_dict() == {"holds": True, "reasons": [], "status": "not_eligible"}


def test_same_verdict_gives_the_same_bytes(receipt, check):
    """Making the receipt again gives the same bytes."""
    again = make_receipt(check(MET | {"amazon_relation": "intern", "amazon_last_day": "2026-03-31"}))
    assert receipt_text(again) == receipt_text(receipt)
    assert receipt_page(again) == receipt_page(receipt)


def test_changed_result_does_not_hold(receipt, checker):
    """A receipt whose result was changed by hand does not hold, and says what differs."""
    receipt["verdict"]["status"] = "eligible"
    receipt["verdict"]["findings"][5]["state"] = "met"
    result = verify_receipt(receipt, checker)
    assert not result.holds
    assert result.reasons == (
        "The receipt was changed after it was made: its digest does not fit its content.",
        "The receipt says eligible; the facts now come to not_eligible.",
        "Rules § I(c) (amazon) is violated now and was met in the receipt.",
    )


def test_changed_facts_do_not_hold(receipt, checker):
    """A receipt whose facts were changed does not hold."""
    receipt["facts"]["amazon_relation"] = "never"
    del receipt["facts"]["amazon_last_day"]
    assert not verify_receipt(receipt, checker).holds


def test_other_requirements_are_named(receipt, checker):
    """A finding that only one side has is named."""
    receipt["verdict"]["findings"][0]["requirement"] = "charm"
    reasons = verify_receipt(receipt, checker).reasons
    assert "Rules § I ¶ 1 (position) is met now and was not in the receipt." in reasons
    assert "charm: the receipt has it, the checker does not." in reasons


def test_other_corpus_with_the_same_findings_still_holds(receipt, rules, checker):
    """A receipt holds under another corpus from which the same findings follow, and says that it is another."""
    other = Checker(rules, checker.tables, "1" * 16)
    result = verify_receipt(receipt, other)
    assert result.holds
    assert result.reasons == ("Other files of the corpus have changed since; the same findings follow.",)


@pytest.mark.parametrize(
    ("data", "says"),
    [
        ("{", "not JSON"),
        ("[]", "no receipt"),
        ({"kind": "invoice"}, "no receipt"),
        ({"kind": "ara-eligibility-receipt", "format": 2}, "format 2"),
        ({"kind": "ara-eligibility-receipt", "format": 1}, "not complete"),
    ],
)
def test_what_is_no_receipt_is_refused(data, says, checker):
    """Anything but a receipt is refused in one line that says what is accepted."""
    with pytest.raises(ReceiptError, match=says):
        verify_receipt(data, checker)


@pytest.mark.parametrize(
    ("key", "value", "says"),
    [
        ("made_on", "yesterday", "made_on is no date"),
        ("facts", {"age": -1}, "facts in the receipt cannot be read: age"),
        ("verdict", {"status": "eligible"}, "not complete"),
        ("digest", 5, "not complete"),
    ],
)
def test_damaged_receipt_is_refused(receipt, checker, key, value, says):
    """A receipt with a damaged part is refused, naming the part."""
    with pytest.raises(ReceiptError, match=says):
        verify_receipt(receipt | {key: value}, checker)


class Page(HTMLParser):
    """Collects the tags of a page."""

    def __init__(self, text):
        super().__init__()
        self.tags = []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        """Keep the tag with its attributes."""
        self.tags.append((tag, dict(attrs)))


def test_page_is_self_contained_and_escaped(check):
    """The page to print loads nothing, runs nothing, and shows what people wrote as text."""
    verdict = check({"residence": "<script>alert(1)</script>", "words": {"residence": "<img src=x onerror=y>"}})
    page = receipt_page(make_receipt(verdict))
    tags = Page(page).tags
    assert "&lt;script&gt;" in page
    assert not {"script", "img", "link", "iframe"} & {tag for tag, _ in tags}
    assert not [attrs for _, attrs in tags if {"src", "href", "onerror"} & attrs.keys()]
    assert json.dumps({"residence": "<img"})[1:-2] not in page
