"""One line and one count for each request: method, route, status, milliseconds, and what came of it."""

from __future__ import annotations

import re
import time

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from assistant.service.logs import logger
from assistant.service.metrics import Metrics

__all__ = ["Requests"]

_DULL = re.compile(r"/(?:assets|static|theme\.css|favicon\.ico|robots\.txt|healthz|readyz|metrics)(?:/|$)")
"""Logged only in debugging: files of the page, and what asks after the server every few seconds."""
_METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})


class Requests:
    """Counts and logs; the route is its pattern, never the address itself, which may hold anything."""

    def __init__(self, app: ASGIApp, metrics: Metrics) -> None:
        self._app = app
        self._metrics = metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """As ASGI has it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        began = time.perf_counter()
        status, seconds = 500, 0.0
        outcome: dict[str, str] = {}
        scope["state"] = {**scope.get("state", {}), "outcome": outcome}

        async def note(message: Message) -> None:
            nonlocal status, seconds
            if message["type"] == "http.response.start":
                status, seconds = message["status"], time.perf_counter() - began
            await send(message)

        self._metrics.began()
        try:
            await self._app(scope, receive, note)
        finally:
            method = scope["method"] if scope["method"] in _METHODS else "other"
            route = _route(scope)
            seconds = seconds or time.perf_counter() - began
            self._metrics.ended(method, route, status, seconds)
            if "code" in outcome:
                self._metrics.turned_away(outcome["code"])
            log = logger().debug if _DULL.match(route) else logger().info
            log("request", method=method, route=route, status=status, ms=round(seconds * 1000, 1), **outcome)


def _route(scope: Scope) -> str:
    """The pattern of the route that took the request, ``/api/clauses/{id}``; ``other`` where none did."""
    return str(getattr(scope.get("route"), "path", "") or "other")
