"""The guards as a browser, Gradio's client and nginx meet them."""

from __future__ import annotations

import re
import shutil
import signal
import subprocess
from collections.abc import Iterator

import httpx
import pytest
from playwright.sync_api import expect

from tests.conftest import ROOT
from tests.web.conftest import Site, free_port, start

pytestmark = [pytest.mark.web, pytest.mark.xdist_group("web")]
QUESTION = "Can the university take its overhead out of the cash?"


@pytest.fixture(scope="module")
def strict_site(tmp_path_factory) -> Iterator[Site]:
    """The app behind a path prefix and a trusted proxy, which lets one client send three messages an hour."""
    site = start(
        tmp_path_factory.mktemp("strict"), ARA_ROOT_PATH="/ara", ARA_TRUSTED_PROXIES="127.0.0.1", ARA_RATE="3/hour"
    )
    yield site
    if site.process.poll() is None:
        site.process.terminate()
        site.process.wait(20)


@pytest.fixture(scope="module")
def nginx(strict_site, tmp_path_factory) -> Iterator[str]:
    """Debian's nginx with the configuration of docs/security.md; the address of the app behind it."""
    command = shutil.which("nginx") or shutil.which("/usr/sbin/nginx")
    if command is None:
        pytest.skip("nginx is not there: “make nginx” installs it")
    folder = tmp_path_factory.mktemp("nginx")
    port = free_port()
    documented = re.search(
        r"```nginx\n(.*?)```", (ROOT / "docs" / "security.md").read_text(encoding="utf-8"), re.DOTALL
    )[1]
    locations = documented.replace("http://127.0.0.1:7860/", strict_site.url)
    temporary = " ".join(
        f"{kind}_temp_path {folder}/{kind};" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    (folder / "nginx.conf").write_text(
        f"daemon off; pid {folder}/pid; error_log {folder}/error.log; events {{}}\n"
        f"http {{ access_log off; {temporary} server {{ listen 127.0.0.1:{port}; {locations} }} }}\n",
        encoding="utf-8",
    )
    process = subprocess.Popen([command, "-p", str(folder), "-c", str(folder / "nginx.conf")])
    address = f"http://127.0.0.1:{port}/ara/"
    transport = httpx.HTTPTransport(retries=20)
    with httpx.Client(transport=transport) as client:
        assert client.get(f"{address}healthz").status_code == 200, (folder / "error.log").read_text()
    yield address
    process.terminate()
    process.wait(20)


def test_the_page_breaks_no_rule_of_its_policy(visit, ask):
    """Chat, quotations, eligibility and the Rules open without one violation."""
    page = visit()
    page.evaluate("""() => {
        window.violations = [];
        document.addEventListener("securitypolicyviolation", event => violations.push(event.violatedDirective));
    }""")
    ask(page, QUESTION)
    page.locator(".answer a[href^='#rules:']").first.click()
    page.goto(page.url.split("#")[0] + "#check")
    expect(page.locator("#check h2").first).to_be_visible()
    assert page.evaluate("violations") == []


def test_a_script_that_got_in_does_not_run(visit):
    """Neither as an element nor as a handler; and no picture of another host is loaded."""
    page = visit()
    page.evaluate("""() => {
        window.blocked = [];
        document.addEventListener("securitypolicyviolation", event => blocked.push(event.effectiveDirective));
        const script = document.createElement("script");
        script.textContent = "window.ran = true";
        document.body.append(script);
        document.body.insertAdjacentHTML("beforeend",
            '<a id="evil" onclick="window.ran = true">x</a><img src="https://evil.example/beacon.png">');
        document.querySelector("#evil").click();
    }""")
    page.wait_for_function("blocked.length >= 3")
    assert page.evaluate("window.ran") is None
    assert set(page.evaluate("blocked")) == {"script-src-elem", "script-src-attr", "img-src"}


def test_the_page_cannot_be_framed(site, browser):
    """A page that frames ours shows nothing of it."""
    page = browser.new_page()
    page.route(
        "**/frame", lambda route: route.fulfill(body=f'<iframe src="{site.url}"></iframe>', content_type="text/html")
    )
    page.goto("http://127.0.0.1:9/frame")
    page.wait_for_timeout(0)
    frame = page.frames[-1]
    assert frame.url.startswith("chrome-error:")
    assert "ARA" not in frame.locator("body").inner_text()
    page.close()


def test_the_queue_is_guarded_and_the_page_says_so(nginx, browser):
    """Over nginx, under a prefix: three messages are answered, the fourth is told when to come back."""
    page = browser.new_page(extra_http_headers={"X-Forwarded-For": "198.51.100.9"})
    failed = []
    page.on(
        "response",
        lambda reply: failed.append(reply.url) if reply.status >= 400 and "favicon" not in reply.url else None,
    )
    page.goto(nginx)
    box = page.get_by_label("Your question")
    box.wait_for()
    assert failed == []
    for number in range(3):
        box.fill(QUESTION)
        box.press("Enter")
        page.locator(".answer .foot").nth(number).wait_for()
    box.fill(QUESTION)
    box.press("Enter")
    expect(page.locator("#problem .lost")).to_contain_text("You have sent more than 3 requests in an hour.")
    assert all("/ara/gradio_api/" in url for url in failed)
    page.close()


def test_the_proxy_hides_nobody_behind_another(nginx):
    """Each address has its own limit, figures are kept from visitors, and a large body ends at the door."""
    with httpx.Client(base_url=nginx) as client:
        for last in (1, 2):
            # nginx adds its own peer to what the client claims, so the claim is one step further left
            reply = client.post(
                "api/ask", json={"question": QUESTION}, headers={"X-Forwarded-For": f"198.51.100.{last}"}
            )
            assert reply.json()["kind"] == "answer"
        assert client.get("metrics").status_code == 403
        assert client.get("readyz").json() == {"status": "ready"}
        assert client.post("api/ask", content=b"x" * 300_000).status_code == 413
        assert client.post("gradio_api/upload", content=b"x").status_code == 404
        assert client.get("api/openapi.json").json()["servers"] == [{"url": "/ara"}]


def test_what_is_open_at_the_door(site):
    """The chat library's upload, files and monitoring are shut; its page, configuration and client are open."""
    for path in ("gradio_api/upload", "gradio_api/file=/etc/hostname", "monitoring", "login", "gradio_api/vibe-edit"):
        assert httpx.post(site.url + path).status_code == 404
    for path in ("", "config", "gradio_api/info", "theme.css"):
        assert httpx.get(site.url + path).status_code == 200


def test_a_stop_is_graceful(tmp_path):
    """SIGTERM ends the server with status 0 and without a traceback, with a page's streams open."""
    site = start(tmp_path)
    with httpx.stream("GET", f"{site.url}gradio_api/heartbeat/abc", timeout=30) as stream:
        next(stream.iter_raw())
        site.process.send_signal(signal.SIGTERM)
        assert site.process.wait(30) in (0, -signal.SIGTERM)
    assert not any("Traceback" in line for line in site.output)


def test_logs_are_lines_of_json_without_questions(visit, ask, site):
    """What the server wrote while a question was asked on the page."""
    ask(visit(), "Who pays the taxes on an award in Freedonia?")
    lines = [line for line in site.output if line.startswith("{")]
    assert any('"event": "answer"' in line and '"endpoint": "page"' in line for line in lines)
    assert any('"route": "/gradio_api/queue/join"' in line for line in lines)
    assert not any("Freedonia" in line for line in site.output)
