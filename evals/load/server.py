"""A server as a process of its own, for as long as it is measured."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from assistant import Settings
from corpus.errors import EvalError
from evals.bench.cold import environment

__all__ = ["Server", "echo_chat", "page"]

_START_SECONDS = 300
_NO_LIMIT = "1000000/minute"
"""The limit is counted as always, and never reached: all users here come from one address."""


@dataclass(frozen=True, slots=True)
class Server:
    """A server that is up."""

    address: str
    pid: int

    def memory_mib(self) -> float:
        """What it holds in memory now, without the pages of mapped files.

        Those of the model come in as words are met for the first time, are shared, and can be dropped again.
        """
        status = Path(f"/proc/{self.pid}/status").read_text(encoding="utf-8")
        return next(int(line.split()[1]) for line in status.splitlines() if line.startswith("RssAnon:")) / 1024


@contextmanager
def page(chosen: Settings) -> Iterator[Server]:
    """``ara serve``."""
    port = _free_port()
    command = [str(Path(sys.executable).parent / "ara"), "serve", "--host", "127.0.0.1", "--port", str(port)]
    limits = {"ARA_RATE": _NO_LIMIT, "ARA_RATE_ALL": _NO_LIMIT, "ARA_LOG_LEVEL": "warning"}
    with _running(command, port, environment(chosen) | limits) as server:
        yield server


@contextmanager
def echo_chat(chosen: Settings) -> Iterator[Server]:
    """The bare echo chat."""
    port = _free_port()
    with _running([sys.executable, "-m", "evals.load.echo", str(port)], port, environment(chosen)) as server:
        yield server


@contextmanager
def _running(command: list[str], port: int, variables: dict[str, str]) -> Iterator[Server]:
    address = f"http://127.0.0.1:{port}"
    process = subprocess.Popen(  # noqa: S603 - our own command
        command, env=variables, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        until = time.monotonic() + _START_SECONDS
        while not _is_up(address):
            if process.poll() is not None or time.monotonic() > until:
                raise EvalError(f"{command[0]} did not start. Run it by hand to see why: {' '.join(command)}")
            time.sleep(0.2)
        yield Server(address, process.pid)
    finally:
        process.terminate()
        process.wait(timeout=30)


def _is_up(address: str) -> bool:
    try:
        with urllib.request.urlopen(f"{address}/config", timeout=5) as reply:  # noqa: S310 - our own server
            return bool(reply.status == 200)
    except (urllib.error.URLError, OSError):
        return False


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
