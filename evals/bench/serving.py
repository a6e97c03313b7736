"""The memory of ``ara serve`` with the web app up and questions answered, and that PyTorch is not in it."""

from __future__ import annotations

import json
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

from assistant import Settings
from evals.bench.cold import environment
from evals.bench.row import Row

__all__ = ["serving"]

_WHAT = "peak memory of serving, web app up"
_MOST_MIB = 450
_START_SECONDS = 60
_QUESTIONS = ("Who pays the taxes on an award?", "May I send two proposals in one call?", "When is the deadline?")


def serving(chosen: Settings) -> Iterator[Row]:
    """Start the server on a free port, load the page, ask questions, read the peak from the kernel."""
    ara = Path(sys.executable).parent / "ara"
    if not ara.exists() or not Path("/proc/self/status").exists():
        yield Row.skipped(_WHAT, "it needs the command ara beside this Python, and Linux")
        return
    port = _free_port()
    address = f"http://127.0.0.1:{port}"
    command = [str(ara), "serve", "--host", "127.0.0.1", "--port", str(port)]
    server = subprocess.Popen(  # noqa: S603 - our own command
        command, env=environment(chosen), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        if not _is_up(address, server):
            yield Row.skipped(_WHAT, f"the server was not up after {_START_SECONDS} s")
            return
        for question in _QUESTIONS:
            _ask(address, question)
        peak = _peak_mib(server.pid)
        torch = "libtorch" in Path(f"/proc/{server.pid}/maps").read_text(encoding="utf-8")
        note = f"after {len(_QUESTIONS)} questions over HTTP; PyTorch {'**is** loaded' if torch else 'not loaded'}"
        yield Row(_WHAT, f"{peak:.0f} MB", f"≤ {_MOST_MIB} MB", peak <= _MOST_MIB and not torch, note)
    finally:
        server.terminate()
        server.wait(timeout=20)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _is_up(address: str, server: subprocess.Popen[bytes]) -> bool:
    until = time.monotonic() + _START_SECONDS
    while time.monotonic() < until and server.poll() is None:
        try:
            with urllib.request.urlopen(address, timeout=5) as page:  # noqa: S310 - our own server
                return bool(page.status == 200)
        except (urllib.error.URLError, OSError):
            time.sleep(0.2)
    return False


def _ask(address: str, question: str) -> None:
    """Ask over the page's own endpoint ``/ask`` and wait for the answer."""
    body = json.dumps({"data": [question, []]}).encode()
    headers = {"Content-Type": "application/json"}
    request = urllib.request.Request(f"{address}/gradio_api/call/ask", body, headers)  # noqa: S310 - our own server
    with urllib.request.urlopen(request, timeout=30) as reply:  # noqa: S310 - our own server
        event = json.loads(reply.read())["event_id"]
    with urllib.request.urlopen(f"{address}/gradio_api/call/ask/{event}", timeout=30) as reply:  # noqa: S310 - our own server
        reply.read()


def _peak_mib(pid: int) -> float:
    status = Path(f"/proc/{pid}/status").read_text(encoding="utf-8")
    kib = next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmHWM:"))
    return kib / 1024
