"""Which of the chat library's own routes are open: those that the page and its client need, and no others."""

from __future__ import annotations

import re

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from assistant.service.problem import Problem, turn_away
from assistant.service.turns import BUSY

__all__ = ["Doors"]

_OPEN = re.compile(
    r"/gradio_api/(?:info|app_id|startup-events|theme\.css|queue/(?:join|data|status)"
    r"|(?:run|api|call|heartbeat)/[^/]+(?:/[^/]+)?|cancel|reset)/?"
)
_ASKING = re.compile(r"/gradio_api/(?:queue/join|call/[^/]+)/?")
_CLOSED = re.compile(r"/(?:gradio_api|login|logout|monitoring|svelte|pwa_icon|manifest\.json)(?:/.*)?")
_NOT_HERE = Problem(404, "not_found", "There is nothing here.")
_FOREIGN = Problem(403, "foreign_page", "Another site's page may not send this. Call the API from a program instead.")


class Doors:
    """Lets requests through to the page's endpoints, and puts its “queue is full” in our words.

    Uploads, proxied files, recordings and the like have no use here and stay shut. A browser
    that says it sends for another site's page is turned away, unless it only reads.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """As ASGI has it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
        elif problem := _turned_away(scope):
            await turn_away(problem, scope, receive, send)
        elif scope["method"] == "POST" and _ASKING.fullmatch(scope["path"]):
            await self._app(scope, receive, _saying_busy(scope, receive, send))
        else:
            await self._app(scope, receive, send)


def _turned_away(scope: Scope) -> Problem | None:
    if _CLOSED.fullmatch(scope["path"]) and not _OPEN.fullmatch(scope["path"]):
        return _NOT_HERE
    site = Headers(scope=scope).get("sec-fetch-site")
    if scope["method"] not in ("GET", "HEAD") and site in ("cross-site", "same-site"):
        return _FOREIGN
    return None


def _saying_busy(scope: Scope, receive: Receive, send: Send) -> Send:
    replaced = False

    async def send_or_replace(message: Message) -> None:
        nonlocal replaced
        if message["type"] == "http.response.start" and message["status"] == BUSY.status:
            replaced = True
            await turn_away(BUSY, scope, receive, send)
        elif not replaced:
            await send(message)

    return send_or_replace
