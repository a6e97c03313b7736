"""The app as its own process, and real Chromium to visit it with.

The tests run in two groups, ``web`` and ``web-cases``, which take about as long: each worker has an app and a browser.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Locator, Page, sync_playwright

ARGUMENTS = (
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)
# Every connection that the server opens is written down, name look-ups included.
WATCH = """
import os, socket
def _noted(real):
    def noted(*arguments, **named):
        with open(os.environ["ARA_TEST_CONNECTIONS"], "a", encoding="utf-8") as file:
            file.write(repr(next((a for a in arguments if isinstance(a, (str, bytes, tuple))), None)) + "\\n")
        return real(*arguments, **named)
    return noted
socket.socket.connect = _noted(socket.socket.connect)
socket.socket.connect_ex = _noted(socket.socket.connect_ex)
socket.getaddrinfo = _noted(socket.getaddrinfo)
"""


@dataclass
class Site:
    """A running app."""

    url: str
    process: subprocess.Popen[str]
    connections: Path
    output: list[str] = field(default_factory=list)

    @property
    def host(self) -> str:
        """Host and port."""
        return urlsplit(self.url).netloc


def chromium() -> str:
    """The path of Chromium."""
    path = next(filter(None, map(shutil.which, ("chromium", "chromium-browser"))), None)
    if path is None:
        pytest.fail("The browser tests need Chromium: apt-get install chromium", pytrace=False)
    return path


def free_port() -> int:
    """A port that nothing listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def start(folder: Path, **settings: str) -> Site:
    """Start `ara serve` and wait until it says that it is ready."""
    (folder / "sitecustomize.py").write_text(WATCH, encoding="utf-8")
    connections = folder / "connections"
    connections.touch()
    port = free_port()
    environment = os.environ | {
        "ARA_PORT": str(port),
        # All tests are one client.
        "ARA_RATE": "off",
        "PYTHONPATH": str(folder),
        "ARA_TEST_CONNECTIONS": str(connections),
    }
    if shared := os.environ.get("ARA_TEST_DATA_DIR"):
        environment["ARA_DATA_DIR"] = shared
    process = subprocess.Popen(
        [str(Path(sys.executable).parent / "ara"), "serve"],
        env=environment | settings,
        cwd=folder,
        stderr=subprocess.PIPE,
        text=True,
    )
    site = Site(f"http://127.0.0.1:{port}/", process, connections)
    ready = threading.Event()

    def read() -> None:
        assert process.stderr
        for line in process.stderr:
            site.output.append(line)
            if "is ready" in line:
                ready.set()
        ready.set()

    threading.Thread(target=read, daemon=True).start()
    ready.wait(600)  # the first start may have to build the index
    if not any("is ready" in line for line in site.output):
        process.kill()
        pytest.fail(f"The app did not start: {''.join(site.output)[-2000:]}", pytrace=False)
    return site


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The app, started once."""
    site = start(tmp_path_factory.mktemp("site"))
    yield site
    site.process.terminate()
    site.process.wait(20)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Headless Chromium, started once."""
    path = chromium()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(ARGUMENTS))
        yield browser
        browser.close()


@pytest.fixture
def visit(site: Site, browser: Browser) -> Iterator[Callable[..., Page]]:
    """Open the page as a new user. No visit may reach another host or break a script."""
    contexts, elsewhere, broken = [], [], []

    def open_page(
        address: str = "", *, width: int = 1280, height: int = 800, scheme: str = "light", locale: str = "en-US"
    ) -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": height}, color_scheme=scheme, reduced_motion="reduce", locale=locale
        )
        context.grant_permissions(["clipboard-read", "clipboard-write"], origin=site.url)
        contexts.append(context)
        context.on(
            "request",
            lambda request: (
                elsewhere.append(request.url)
                if urlsplit(request.url).scheme not in ("data", "blob") and urlsplit(request.url).netloc != site.host
                else None
            ),
        )
        # What the page's own policy stops never leaves the browser.
        context.on(
            "requestfailed",
            lambda request: elsewhere.remove(request.url) if request.failure == "csp" else None,
        )
        page = context.new_page()
        page.set_default_timeout(15_000)
        page.on("pageerror", lambda error: broken.append(str(error)))
        page.on("dialog", lambda dialog: broken.append(f"dialog: {dialog.message}") or dialog.dismiss())
        page.goto(site.url + address)
        page.locator("#box textarea").wait_for(state="attached")
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert elsewhere == []
    assert broken == []


@pytest.fixture
def ask() -> Callable[[Page, str], Locator]:
    """Type a question, press Enter, wait for the whole answer."""

    def type_and_wait(page: Page, question: str) -> Locator:
        answered = page.locator(".answer .foot").count()
        page.get_by_label("Your question").fill(question)
        page.get_by_label("Your question").press("Enter")
        page.locator(".answer .foot").nth(answered).wait_for()
        return page.locator(".answer").nth(answered)

    return type_and_wait
