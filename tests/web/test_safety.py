"""What users type, and what they must not see or reach."""

from __future__ import annotations

import re
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import expect

from assistant.clean import MAX_CHARACTERS

pytestmark = [pytest.mark.web, pytest.mark.xdist_group("web-cases")]
OVERHEAD = "Can the university take its overhead out of the cash?"
HOSTILE = [
    '<img src="https://evil.example/x.png" onerror="alert(1)"> Who pays the taxes?',
    "<script>alert(1)</script> Who pays the taxes?",
    "![x](https://evil.example/beacon.png) Who pays the taxes?",
    "[Who pays](javascript:alert(1)) the taxes?",
    "Who pays the taxes?</h2></article><style>body{display:none}</style>",
    "Who pays the *taxes* and `what` $$x^2$$ {{7*7}} ${7*7} &lt;b&gt;?",
    "Who pays the taxes\u202e?sexat eht syap ohW",
    "<details open ontoggle=alert(1)><iframe src=https://evil.example></iframe> Who pays the taxes?",
    "Who pays\n\n# the taxes?\n\n<b>bold</b>\n\n- a list",
]


@pytest.mark.parametrize("question", HOSTILE)
def test_hostile_text_is_shown_as_text(visit, ask, question):
    """Markup, links and templates in a question are shown letter by letter and do nothing."""
    page = visit()
    ask(page, question)
    assert page.locator(".said").text_content() == question
    assert page.locator("#chat .message-row :is(img, script, style, iframe, b, code)").count() == 0
    assert page.locator("#chat a:not(.chip, .cite):not([href^='https://www.amazon.science'])").count() == 0
    expect(page.locator("h1")).to_be_visible()


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ("", "Please type a question"),
        ("   ", "Please type a question"),
        ("?!", "Please ask in words"),
        ("a" * (MAX_CHARACTERS + 1), "4,001 characters"),
        ("taxes " * 17_000, "At most 4,000"),
    ],
)
def test_invalid_input_is_explained_and_nothing_is_lost(visit, ask, typed, message):
    """The message stays in the box, the conversation stays as it is, and a line says what is accepted."""
    page = visit()
    ask(page, OVERHEAD)
    box = page.get_by_label("Your question")
    box.fill(typed)
    box.press("Enter")
    expect(page.get_by_role("alert")).to_contain_text(message)
    expect(box).to_have_value(typed)
    expect(box).to_have_attribute("aria-invalid", "true")
    expect(page.locator(".said")).to_have_count(1)
    ask(page, "Who pays the taxes?")
    expect(page.get_by_role("alert")).to_have_count(0)
    expect(page.locator(".said")).to_have_count(2)


def test_two_users_do_not_see_each_other(visit, ask):
    """Each has a conversation of their own, and a follow-up is read with nobody else's questions."""
    first, second = visit(), visit()
    ask(first, OVERHEAD)
    ask(second, "Who pays the taxes on an award?")
    ask(first, "And is that the same for AWS credits?")
    expect(first.locator(".said")).to_have_text([OVERHEAD, "And is that the same for AWS credits?"])
    expect(second.locator(".said")).to_have_text(["Who pays the taxes on an award?"])
    assert "taxes on an award" not in first.locator("#chat").text_content()


def test_the_server_reaches_no_other_host(visit, ask, site):
    """No connection and no look-up of a name leaves this machine, from start to answer."""
    ask(visit(), OVERHEAD)
    hosts = {
        line for line in site.connections.read_text().splitlines() if not re.search(r"127\.0\.0\.1|localhost|::1", line)
    }
    assert {host for host in hosts if host not in ("None", "('', 0)")} == set()


def test_the_page_names_no_other_host(site):
    """Its source holds one foreign address, the link to the official page."""
    source = httpx.get(site.url).text
    config = re.compile(r"<script>window\.gradio_config = .*?</script>", re.DOTALL)
    hosts = set(re.findall(r"https?://([^/\"'\s<>\\&)]+)", config.sub("", source))) - {site.host, "www.w3.org"}
    assert hosts == {"www.amazon.science"}
    assert "iframeResizer" not in source
    assert "og:image" not in source


def test_programs_see_one_endpoint(site):
    """The API has `/ask` alone, and it answers as the contract says."""
    assert list(httpx.get(f"{site.url}gradio_api/info").json()["named_endpoints"]) == ["/ask"]
    from gradio_client import Client

    client = Client(site.url, verbose=False, analytics_enabled=False)
    answer = client.predict(OVERHEAD, api_name="/ask")
    assert (answer["kind"], answer["polarity"]) == ("answer", "no")
    assert client.predict("x" * 5_000, api_name="/ask")["kind"] == "invalid"


def test_no_torch_no_plots_and_little_memory(visit, ask, site):
    """The serving process stays under 450 MB at its peak, and has loaded no PyTorch."""
    ask(visit(), OVERHEAD)
    process = Path("/proc") / str(site.process.pid)
    status = (process / "status").read_text(encoding="utf-8")
    loaded = (process / "maps").read_text(encoding="utf-8")
    peak = int(re.search(r"VmHWM:\s+(\d+) kB", status)[1])
    # The bench holds 450 MB for English alone; the tests before this one asked in other languages too.
    assert peak < 520 * 1024
    assert "libtorch" not in loaded
    assert "matplotlib" not in loaded


def test_no_traceback_was_written(site):
    """Whatever the tests before sent, the server's own output has no traceback."""
    assert not any("Traceback" in line for line in site.output)


def test_a_port_in_use_is_one_line(site, run_ara):
    """A second server on the same port stops at once, naming the port and the setting."""
    port = site.host.rsplit(":", 1)[1]
    done = run_ara("serve", "--port", port)
    assert done.returncode == 2
    (line,) = done.stderr.strip().splitlines()
    assert port in line
    assert "ARA_PORT" in line
    assert "already in use" in line
