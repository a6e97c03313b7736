"""An OpenAI-compatible server that fails in every way that a real one does."""

from __future__ import annotations

import json
import socket
import sys
import threading
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any, Self

__all__ = ["Faulty", "completion"]

Behaviour = Callable[["_Handler", dict[str, Any]], None]


def completion(content: str, finish: str = "stop") -> bytes:
    """The body of a chat completion that says ``content``."""
    message = {"role": "assistant", "content": content}
    usage = {"prompt_tokens": 100, "completion_tokens": 20, "total_tokens": 120}
    choice = {"index": 0, "message": message, "finish_reason": finish}
    row = {"id": "1", "object": "chat.completion", "created": 1, "model": "test", "choices": [choice], "usage": usage}
    return json.dumps(row).encode()


class Faulty:
    """Serves on a free port of 127.0.0.1 while it is open; ``behave`` says how the next requests are answered."""

    def __init__(self, port: int = 0) -> None:
        self.asked: list[dict[str, Any]] = []
        """The body of each request, in order."""
        self.released = threading.Event()
        self._behave: Behaviour = lambda handler, _: handler.give(completion("{}"))
        faulty = self

        class Handler(_Handler):
            outer = faulty

        self._server = ThreadingHTTPServer(("127.0.0.1", port), Handler)
        self._server.daemon_threads = True
        self.address = f"http://127.0.0.1:{self._server.server_port}/v1"

    def __enter__(self) -> Self:
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.released.set()
        self._server.shutdown()
        self._server.server_close()

    def says(self, content: str) -> None:
        """Answer each request with ``content``."""
        self._behave = lambda handler, _: handler.give(completion(content))

    def answers(self, status: int, headers: dict[str, str] | None = None) -> None:
        """Answer each request with an HTTP status."""
        body = json.dumps({"error": {"message": "no", "type": "test"}}).encode()
        self._behave = lambda handler, _: handler.give(body, status, headers)

    def hangs(self) -> None:
        """Take each request and never answer."""
        self._behave = lambda _, __: (self.released.wait(60), None)[1]

    def drips(self) -> None:
        """Send a byte now and then, so that no read ever times out."""
        self._behave = lambda handler, _: handler.drip()

    def tears(self) -> None:
        """Send half of an answer and close the connection."""
        self._behave = lambda handler, _: handler.tear(completion('{"sentences": [{"text": "The cash'))

    def does(self, behaviour: Behaviour) -> None:
        """Do something else with each request."""
        self._behave = behaviour


class _Handler(BaseHTTPRequestHandler):
    outer: Faulty

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.outer.asked.append(body)
        self.outer._behave(self, body)

    def give(self, body: bytes, status: int = 200, headers: dict[str, str] | None = None) -> None:
        """A whole answer."""
        self.send_response(status)
        for name, value in {
            "Content-Type": "application/json",
            "Content-Length": str(len(body)),
            **(headers or {}),
        }.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def tear(self, body: bytes) -> None:
        """Half of one."""
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body) * 2))
        self.end_headers()
        self.wfile.write(body)
        self.wfile.flush()
        self.connection.shutdown(socket.SHUT_RDWR)

    def drip(self) -> None:
        """One without end."""
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", "1000000")
        self.end_headers()
        try:
            while not self.outer.released.wait(0.2):
                self.wfile.write(b" ")
                self.wfile.flush()
        except OSError:
            return

    def log_message(self, *arguments: object) -> None:
        """Nothing on the terminal."""


if __name__ == "__main__":
    # A server of its own process, which dies in the middle of its first answer.
    import os

    def die(handler: _Handler, body: dict[str, Any]) -> None:
        del body
        handler.send_response(200)
        handler.send_header("Content-Length", "5000")
        handler.end_headers()
        handler.wfile.write(completion("{")[:40])
        handler.wfile.flush()
        os._exit(9)

    with Faulty(int(sys.argv[1])) as server:
        server.does(die)
        print("ready", flush=True)  # noqa: T201 - the test waits for it
        server.released.wait()
