"""The path prefix behind a reverse proxy, whether the proxy cuts it off or passes it on."""

from __future__ import annotations

from starlette.types import ASGIApp, Receive, Scope, Send

__all__ = ["Prefix"]


class Prefix:
    """Takes the prefix off the path, so that whatever stands behind sees one form of it.

    It is taken off as often as it stands there: the router would take off one more, behind
    the back of what guards it.
    """

    def __init__(self, app: ASGIApp, root_path: str) -> None:
        self._app = app
        self._root_path = root_path

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """As ASGI has it."""
        if self._root_path and scope["type"] == "http":
            path = scope["path"]
            while path == self._root_path or path.startswith(f"{self._root_path}/"):
                path = path[len(self._root_path) :] or "/"
            scope = {**scope, "path": path}
        await self._app(scope, receive, send)
