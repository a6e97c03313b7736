"""What all routes for staff have in common: refusals become pages, replies are guarded and never kept by a cache."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import Any

from fastapi import Request
from fastapi.exceptions import RequestValidationError
from fastapi.routing import APIRoute
from starlette.responses import Response

from assistant.service.logs import logger
from assistant.staff.refusal import Refusal
from assistant.staff.sessions import COOKIE, LASTS
from assistant.staff.templates import page
from corpus.errors import RecordError

__all__ = ["StaffRoute", "base_of"]

_HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; "
    "form-action 'self'; frame-ancestors 'none'",
    "X-Frame-Options": "DENY",
    "X-Robots-Tag": "noindex",
}


def base_of(request: Request) -> str:
    """The address of the pages, with the path prefix behind a proxy."""
    return f"{request.scope.get('root_path', '').rstrip('/')}/staff"


class StaffRoute(APIRoute):
    """A route for staff."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """As FastAPI has it."""
        handle = super().get_route_handler()

        async def guarded(request: Request) -> Response:
            try:
                reply = await handle(request)
            except Refusal as refusal:
                reply = _refused(request, refusal)
            except RequestValidationError:
                reply = _refused(request, Refusal(404, "There is nothing here."))
            except RecordError as error:
                logger().warning("record", error=str(error))
                reply = page("problem.html", base_of(request), {"words": str(error), "log_in": False}, 503)
            reply.headers.update(_HEADERS)
            _set_cookie(request, reply)
            return reply

        return guarded


def _refused(request: Request, refusal: Refusal) -> Response:
    if refusal.tried or refusal.status == 429:
        # No address: who tries is the proxy's or the firewall's to say.
        logger().warning("staff log-in refused", status=refusal.status)
    reply = page("problem.html", base_of(request), {"words": refusal.words, "log_in": refusal.log_in}, refusal.status)
    if refusal.wait is not None:
        reply.headers["Retry-After"] = str(refusal.wait)
    return reply


def _set_cookie(request: Request, reply: Response) -> None:
    token: str | None = getattr(request.state, "staff_token", None)
    if token is None:
        return
    secure = request.url.scheme == "https"
    if token:
        reply.set_cookie(
            COOKIE, token, max_age=LASTS, path=base_of(request), secure=secure, httponly=True, samesite="strict"
        )
    else:
        reply.delete_cookie(COOKIE, path=base_of(request), secure=secure, httponly=True, samesite="strict")
