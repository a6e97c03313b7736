"""The report of a run in a browser: a stranger finds the worst section and the reason for a failure."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from corpus import Corpus
from evals.fake import FakeAssistant, reply_with
from evals.report import write_report
from evals.run import CaseSet, run_cases
from tests.evals.helpers import question, write_cases

pytestmark = [pytest.mark.web, pytest.mark.xdist_group("web")]
Open = Callable[..., Page]
FEW = 5
"""Clicks that a stranger may need."""
CASE = "I'm a full-time lecturer, 36, and my sister works for AWS."


def about(case_id: str, section: str, *clauses: str) -> dict:
    """A question on a section."""
    asked = f"What about {case_id}, and what would a long question do to the page on a narrow telephone?"
    return question(case_id, question=asked, gold=[list(clauses)], tags={"section": section, "style": "plain"})


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory, corpus: Corpus) -> Path:
    """A run of ten questions, a written case and two sentences: § V is worst, § I is mostly right."""
    folder = tmp_path_factory.mktemp("report")
    said = {"about": "applicant", "fact": "age", "value": "63", "words": "36"}
    rows = [
        *(about(f"i{at}", "I", "rules:I.c") for at in range(6)),
        *(about(f"v{at}", "V", "rules:V.p1") for at in range(4)),
        {"id": "e1", "text": CASE, "today": "2026-11-20", "status": "not_eligible", "decisive": ["rules:I.d"]},
        {"id": "s1", "text": "I am 36.", "today": "2026-11-20", "says": [said]},
        {"id": "s2", "text": "Thank you!", "today": "2026-11-20", "says": []},
    ]
    right = reply_with("answer", ["rules:I.c"])
    elsewhere = reply_with("answer", ["rules:VI.p1"], hits=["rules:VI.p1", "rules:VI.p2"])
    fake = FakeAssistant(corpus)
    fake.queue_up([right] * 5 + [reply_with()] + [elsewhere] * 3)
    cases = CaseSet(source=write_cases(folder / "cases.jsonl", *rows))
    run_cases(cases, folder / "run", lambda _: fake, corpus)
    return write_report(folder / "run")


@pytest.fixture
def open_report(browser: Browser, report: Path) -> Open:
    """Open the report from disk; it asks nothing of any host."""
    contexts = []

    def opened(width: int = 1280, scheme: str = "light") -> Page:
        # The page forbids every script, so axe-core has to be let past its policy.
        context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme, bypass_csp=True)
        contexts.append(context)
        page = context.new_page()
        page.on("request", lambda request: elsewhere.append(request.url))
        page.goto(report.as_uri())
        return page

    elsewhere: list[str] = []
    yield opened
    for context in contexts:
        context.close()
    assert set(elsewhere) == {report.as_uri()}


@pytest.mark.parametrize("width", [390, 1280])
def test_a_stranger_finds_the_worst_section_and_the_reason_in_few_clicks(open_report: Open, width: int):
    """The head names the worst section; one click leads to its failures, and one more opens the reason."""
    page = open_report(width)
    clicks = 0
    head = page.get_by_text("Worst section:")
    expect(head).to_be_in_viewport()
    head.get_by_role("link", name="§ V").first.click()
    clicks += 1
    expect(page.get_by_role("heading", name="§ V")).to_be_in_viewport()
    page.locator("#case-v0 summary").click()
    clicks += 1
    failure = page.locator("#case-v0")
    for reason in (
        "V.p1 is not cited",
        "retrieve: a clause that is needed is not among the first five",
        "not among ten",
    ):
        expect(failure.get_by_text(reason)).to_be_in_viewport()
    expect(failure.get_by_text("examples that ask it in such words")).to_be_visible()
    assert clicks <= FEW


def test_a_misread_sentence_shows_the_fact_and_its_words(open_report: Open):
    """From the list of groups to the sentence, what was read and from which words stands in a table."""
    page = open_report()
    page.get_by_role("link", name="sentences", exact=True).click()
    page.locator("#case-s1 summary").click()
    row = page.locator("#case-s1 tbody tr").first
    expect(row).to_have_text("age3636no")


def test_the_table_of_sections_leads_to_their_failures(open_report: Open):
    """The count of wrong answers beside a section is a link to them."""
    page = open_report()
    page.get_by_role("region", name="Figures by section").get_by_role("link", name="4").click()
    assert page.url.endswith("#failures-v")


@pytest.mark.parametrize("width", [390, 1280])
def test_the_page_never_scrolls_sideways(open_report: Open, width: int):
    """Wide tables scroll in their own frames, with every failure and slice open."""
    page = open_report(width)
    for folded in page.locator("details").all():
        folded.evaluate("element => { element.open = true; }")
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_axe_finds_nothing(open_report: Open, width: int, scheme: str):
    """No violation of any weight, with every failure open."""
    page = open_report(width, scheme)
    for folded in page.locator("details").all():
        folded.evaluate("element => { element.open = true; }")
    found = Axe().run(page).response["violations"]
    assert [(rule["id"], [node["html"][:120] for node in rule["nodes"]][:3]) for rule in found] == []


def test_a_date_is_no_part_of_the_page(report: Path):
    """The same run gives the same page on any day."""
    assert date.today().isoformat() not in report.read_text(encoding="utf-8")  # noqa: DTZ011 - the machine's own day
