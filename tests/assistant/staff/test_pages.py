"""The pages for staff, called without a network."""

from __future__ import annotations

import csv
import io
import json
import re
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

import pytest
from argon2 import PasswordHasher
from starlette.testclient import TestClient

from assistant import Assistant, Settings
from assistant.record import Label
from assistant.record.opening import open_store
from assistant.record.store import Store
from assistant.service import make_service
from assistant.staff.pages import staff_routes
from tests.assistant.record.samples import ASKED, DAY, DISLIKED, DOWN

PASSWORD = "correct horse battery"  # noqa: S105 - of the tests alone
HASH = PasswordHasher(time_cost=1, memory_cost=64).hash(PASSWORD)
HOSTILE = '<script>alert(1)</script><img src="https://evil.example/x">'
PAGES = ("", "/review", "/questions", "/feedback", "/labels", "/quality", "/export/questions.csv", "/review/1")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = open_store(None, tmp_path)
    yield opened
    opened.close()


@pytest.fixture
def visit(assistant: Assistant, tmp_path: Path, store: Store) -> Iterator[Callable[..., TestClient]]:
    """Serve with these settings, and visit from this address."""
    with ExitStack() as stack:

        def visiting(address: str = "203.0.113.7", **settings: object) -> TestClient:
            common = {"rate": "off", "rate_all": "off", "data_dir": tmp_path, "keep_questions": True, "mcp": False}
            chosen = Settings(**({"staff_password_hash": HASH} | common | settings))
            service = make_service(assistant, chosen)
            service.server.include_router(staff_routes(assistant, chosen, service.keeper, lambda: DAY))
            return stack.enter_context(TestClient(service.server, client=(address, 1), base_url="http://ara.example"))

        yield visiting


@pytest.fixture
def staff(visit: Callable[..., TestClient]) -> TestClient:
    """A member of staff who has logged in."""
    client = visit()
    assert log_in(client).status_code == 200
    return client


def log_in(client: TestClient, password: str = PASSWORD, base: str = "/staff"):
    return client.post(f"{base}/log-in", data={"password": password})


def csrf(client: TestClient, path: str = "/staff") -> str:
    found = re.search(r'name="csrf" value="([^"]+)"', client.get(path).text)
    assert found
    return found[1]


@pytest.mark.parametrize("path", PAGES)
def test_without_a_password_every_page_is_refused(visit: Callable[..., TestClient], path: str):
    """What is shown is the log-in form, and not a word of what is kept."""
    reply = visit().get(f"/staff{path}")
    assert reply.status_code == 403
    assert "Password" in reply.text
    assert "set-cookie" not in reply.headers


@pytest.mark.parametrize("path", [*PAGES, "/log-in", "/staff.css"])
def test_it_is_off_unless_it_is_set_up(visit: Callable[..., TestClient], path: str):
    """Without a password hash and a proxy's header nothing is there."""
    client = visit(staff_password_hash=None)
    assert client.get(f"/staff{path}").status_code == 404
    assert client.post(f"/staff{path}").status_code == 404


@pytest.mark.parametrize("path", PAGES)
def test_nothing_is_kept_by_a_cache_or_shown_in_a_frame(staff: TestClient, store: Store, path: str):
    """Nothing may run, and nothing is loaded but the style sheet."""
    store.keep(ASKED, DAY)
    reply = staff.get(f"/staff{path}")
    assert reply.status_code == 200
    assert reply.headers["cache-control"] == "no-store"
    assert reply.headers["x-frame-options"] == "DENY"
    policy = reply.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "script-src" not in policy


def test_the_cookie_tells_no_script_and_no_other_site(visit: Callable[..., TestClient]):
    """HttpOnly, SameSite=Strict, for these pages alone; Secure where the page came over https."""
    reply = visit(trusted_proxies="203.0.113.7").post(
        "/staff/log-in", data={"password": PASSWORD}, headers={"X-Forwarded-Proto": "https"}, follow_redirects=False
    )
    assert reply.status_code == 303
    cookie = reply.headers["set-cookie"].lower()
    for part in ("httponly", "samesite=strict", "path=/staff", "secure", "max-age=28800"):
        assert part in cookie


def test_tries_are_limited_for_each_client(visit: Callable[..., TestClient]):
    """After five wrong passwords in a minute even the right one is refused, with the time to wait; others are let in."""
    client = visit()
    assert [log_in(client, "wrong password!").status_code for _ in range(5)] == [403] * 5
    refused = log_in(client)
    assert refused.status_code == 429
    assert 1 <= int(refused.headers["retry-after"]) <= 61
    assert client.get("/staff").status_code == 403


def test_logging_out_ends_the_session(staff: TestClient):
    """The old cookie opens nothing any more."""
    old = staff.cookies.get("ara_staff")
    assert staff.post("/staff/log-out", data={"csrf": csrf(staff)}).status_code == 403
    staff.cookies.set("ara_staff", old or "", path="/staff")
    assert staff.get("/staff").status_code == 403


def test_a_new_log_in_begins_a_new_session(staff: TestClient):
    """Whoever planted a cookie before has nothing of it."""
    before = staff.cookies.get("ara_staff")
    log_in(staff)
    assert staff.cookies.get("ara_staff") != before


@pytest.mark.parametrize("path", ["/review/1", "/labels/1", "/log-out"])
def test_a_form_of_another_site_does_nothing(staff: TestClient, store: Store, path: str):
    """Without the page's own token every form is refused."""
    store.keep(ASKED, DAY)
    for token in ("", "x" * 43, "ü"):
        assert staff.post(f"/staff{path}", data={"csrf": token, "do": "drop"}).status_code == 403
    assert len(store.questions()) == 1
    assert staff.get("/staff").status_code == 200


def test_the_proxys_word_lets_in(visit: Callable[..., TestClient]):
    """From the trusted proxy alone, once and not empty."""
    settings = {"staff_password_hash": None, "staff_header": "X-Remote-User", "trusted_proxies": "10.0.0.1"}
    proxy = visit("10.0.0.1", **settings)
    assert proxy.get("/staff", headers={"X-Remote-User": "ada"}).status_code == 200
    assert proxy.get("/staff").status_code == 403  # its cookie alone opens nothing
    for headers in ([("X-Remote-User", "")], [("X-Remote-User", "a"), ("X-Remote-User", "b")]):
        assert proxy.get("/staff", headers=headers).status_code == 403
    stranger = visit("203.0.113.9", **settings)
    for name in ("X-Remote-User", "x-remote-user"):
        reply = stranger.get("/staff", headers={name: "ada"})
        assert (reply.status_code, "Password" in reply.text) == (403, False)


def test_a_question_is_labelled(staff: TestClient, store: Store):
    """With a clause, a short answer and changed words; the next question follows."""
    store.keep(ASKED, DAY)
    store.keep(DISLIKED, DAY)
    page = staff.get("/staff/review").text
    assert "Who pays taxes?" in page
    assert 'value="rules:III.p3"' in page
    form = {"csrf": csrf(staff), "do": "label", "about": "rules:III.p3", "polarity": "no", "words": " Who pays\ntax? "}
    kept = store.next_question()
    assert kept
    after = staff.post(f"/staff/review/{kept.id}", data=form)
    assert "Labelled." in after.text
    assert ASKED.question in after.text
    assert [one.label for one in store.labels()] == [Label("Who pays tax?", "answerable", ("rules:III.p3",), "no")]


@pytest.mark.parametrize(
    ("about", "other", "label"),
    [
        ("unanswerable", "", Label("Who?", "unanswerable")),
        ("out_of_scope", "rules:I.c", Label("Who?", "out_of_scope")),
        ("other", "rules:IX.p1", Label("Who?", "answerable", ("rules:IX.p1",))),
    ],
)
def test_the_other_labels(staff: TestClient, store: Store, about: str, other: str, label: Label):
    """Only what answers takes a clause and a short answer."""
    store.keep(ASKED, DAY)
    form = {"csrf": csrf(staff), "do": "label", "about": about, "other": other, "words": "Who?"}
    staff.post("/staff/review/1", data=form)
    assert [one.label for one in store.labels()] == [label]


@pytest.mark.parametrize(
    ("form", "words"),
    [
        ({"words": "Who?"}, "Choose what the question is about"),
        ({"words": "Who?", "about": "other"}, "Choose what the question is about"),
        ({"words": "Who?", "about": "rules:XX.z"}, "There is no clause"),
        ({"words": "  ", "about": "unanswerable"}, "The question has no words left"),
    ],
)
def test_a_form_that_says_too_little_is_shown_again(staff: TestClient, store: Store, form: dict, words: str):
    """With what is missing, and nothing is stored."""
    store.keep(ASKED, DAY)
    page = staff.post("/staff/review/1", data={"csrf": csrf(staff), "do": "label", **form}).text
    assert words in page
    assert ASKED.question in page
    assert store.labels() == []


def test_skipping_dropping_and_taking_back(staff: TestClient, store: Store):
    """What is skipped comes again when asked for; what is dropped never does; a label can be taken back."""
    store.keep(ASKED, DAY)
    token = csrf(staff)
    assert "but what you have put off" in staff.post("/staff/review/1", data={"csrf": token, "do": "skip"}).text
    assert ASKED.question in staff.post("/staff/review/0", data={"csrf": token, "do": "unskip"}).text
    staff.post("/staff/review/1", data={"csrf": token, "do": "label", "about": "unanswerable", "words": "Who?"})
    assert store.questions() == []
    staff.post("/staff/labels/1", data={"csrf": token})
    assert [kept.asked for kept in store.questions()] == [ASKED]
    assert "Deleted for good." in staff.post("/staff/review/1", data={"csrf": token, "do": "drop"}).text
    assert store.questions(labelled=None) == []


def test_hostile_words_are_shown_as_words(staff: TestClient, store: Store):
    """On every page: no tag of theirs is made."""
    store.keep(replace(ASKED, question=HOSTILE, answer=HOSTILE), DAY)
    store.rate(replace(DOWN, question=HOSTILE, reason=HOSTILE, answer=HOSTILE), None, DAY)
    shown = "".join(staff.get(f"/staff{path}").text for path in ("/review", "/questions", "/feedback", "/review/1"))
    store.label(1, Label(HOSTILE, "unanswerable"), DAY)
    shown += staff.get("/staff/labels").text
    assert "<script" not in shown
    assert "<img" not in shown
    assert shown.count("&lt;script&gt;") >= 8


def test_a_table_opened_in_a_spreadsheet_works_nothing_out(staff: TestClient, store: Store):
    """A cell that begins like a formula is led by an apostrophe; JSON has the words as they are."""
    formulas = ['=HYPERLINK("http://evil.example")', "+1", "-2", "@SUM(A1)", " =1", "\uff1d1", "|x", "%1"]
    for place, words in enumerate(formulas):
        store.rate(replace(DOWN, reason=words, question=f"Question {place}"), None, DAY)
    reply = staff.get("/staff/export/feedback.csv")
    assert "attachment" in reply.headers["content-disposition"]
    rows = list(csv.DictReader(io.StringIO(reply.text)))
    assert all(row["reason"].startswith("'") for row in rows)
    assert {row["up"] for row in rows} == {"false"}
    told = json.loads(staff.get("/staff/export/feedback.json").text)
    assert [row["reason"] for row in reversed(told)] == [words.strip() for words in formulas]


def test_every_table_can_be_saved(staff: TestClient, store: Store):
    """As CSV and JSON with the same rows; no column names a person, an address or an hour."""
    store.rate(DOWN, DISLIKED, DAY)
    store.count(Counter({(DAY, "page", "answer", 10): 3}))
    store.label(1, Label("Who?", "unanswerable"), DAY)
    for table in ("questions", "feedback", "labels", "counts"):
        rows = list(csv.DictReader(io.StringIO(staff.get(f"/staff/export/{table}.csv").text)))
        told = staff.get(f"/staff/export/{table}.json").json()
        assert len(rows) == len(told) == 1
        assert list(rows[0]) == list(told[0])
        assert not set(rows[0]) & {"ip", "address", "user", "session", "time", "email"}
    assert staff.get("/staff/export/secrets.csv").status_code == 404
    assert staff.get("/staff/export/labels.exe").status_code == 404


def test_the_overview_adds_up(staff: TestClient, store: Store):
    """Answers, the share without one, and the time that 95 % keep to."""
    store.count(Counter({(DAY, "page", "answer", 10): 90, (DAY, "api", "not_in_rules", 50): 10}))
    page = staff.get("/staff").text
    assert "100 answers in 30 days" in page
    assert "10 of them (10 %)" in page
    assert "95 % at most 50 ms" in page
    assert "version of 2021-03-12" in page


def test_where_nothing_is_kept_the_pages_say_so(visit: Callable[..., TestClient]):
    """Status and quality are there all the same."""
    client = visit(keep_questions=False)
    log_in(client)
    assert "Nothing is kept" in client.get("/staff").text
    assert client.get("/staff/review").status_code == 404
    assert client.get("/staff/quality").status_code == 200


def test_behind_a_path_prefix_every_link_has_it(visit: Callable[..., TestClient], store: Store):
    """And so has the cookie."""
    store.keep(ASKED, DAY)
    client = visit(root_path="/ara")
    assert "path=/ara/staff" in log_in(client, base="/ara/staff").history[0].headers["set-cookie"].lower()
    page = client.get("/ara/staff/review").text
    addresses = re.findall(r'(?:href|action)="(/[^"]*)"', page)
    assert addresses
    assert [address for address in addresses if not address.startswith("/ara/staff")] == []


def test_lists_are_read_a_page_at_a_time(staff: TestClient, store: Store):
    """Fifty a page, with the way to the others."""
    for number in range(51):
        store.keep(replace(ASKED, question=f"Question number {number}?"), DAY)
    first, second = (staff.get(f"/staff/questions?start={start}").text for start in (0, 50))
    assert first.count("Question number") == 50
    assert "start=50" in first
    assert second.count("Question number") == 1
    assert staff.get("/staff/questions?start=x").status_code == 404
    assert staff.get("/staff/questions?start=-99999999999999999999&reason=<b>").status_code == 200
