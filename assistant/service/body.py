"""The size of what is sent in, limited before anything reads it."""

from __future__ import annotations

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from assistant.service.problem import Problem, turn_away

__all__ = ["MAX_BYTES", "BodyLimit"]

MAX_BYTES = 262_144
"""A long e-mail in the question box, in any encoding, fits many times over; so do the facts of a case."""
_TOO_LARGE = Problem(
    413,
    "too_large",
    f"What you sent is larger than {MAX_BYTES:,} bytes. A question has at most 4,000 characters; "
    "please ask in a few sentences.",
)
_NOT_A_LENGTH = Problem(400, "malformed", "The header Content-Length is not a number of bytes.")


class BodyLimit:
    """Reads a body whole before it passes it on, so that one without a stated length is limited as well."""

    def __init__(self, app: ASGIApp, most: int = MAX_BYTES) -> None:
        self._app = app
        self._most = most

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """As ASGI has it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        stated = Headers(scope=scope).get("content-length", "0")
        if not stated.isdecimal():
            await turn_away(_NOT_A_LENGTH, scope, receive, send)
            return
        body = None if int(stated) > self._most else await self._read(receive)
        if body is None:
            await turn_away(_TOO_LARGE, scope, receive, send)
        else:
            await self._app(scope, _replay(body, receive), send)

    async def _read(self, receive: Receive) -> bytes | None:
        """The whole body; ``None`` where it is larger than allowed."""
        parts: list[bytes] = []
        size = 0
        while True:
            message = await receive()
            if message["type"] != "http.request":
                return b"".join(parts)  # the sender went away
            parts.append(message.get("body", b""))
            size += len(parts[-1])
            if size > self._most:
                return None
            if not message.get("more_body", False):
                return b"".join(parts)


def _replay(body: bytes, receive: Receive) -> Receive:
    sent = False

    async def again() -> Message:
        nonlocal sent
        if sent:
            return await receive()
        sent = True
        return {"type": "http.request", "body": body, "more_body": False}

    return again
