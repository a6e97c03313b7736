"""At most so many requests from one client: whoever sends more is told when to come back."""

from __future__ import annotations

import math
import time
from collections.abc import Sequence
from typing import TYPE_CHECKING

from limits import parse_many
from limits.aio.storage import MemoryStorage
from limits.aio.strategies import FixedWindowRateLimiter
from starlette.types import ASGIApp, Receive, Scope, Send

from assistant.service.forwarded import client_of
from assistant.service.problem import Problem, turn_away

if TYPE_CHECKING:
    from limits import RateLimitItem

__all__ = ["RateLimit"]

_READING = frozenset({"GET", "HEAD", "OPTIONS"})
_FREE = frozenset({"/healthz", "/readyz", "/metrics"})
"""What watches the server must not be turned away by it."""
_FILES = "/assets/"
"""The page's own files, fifty a visit: counted, a seminar room behind one address would use up its requests."""


class RateLimit:
    """Counts messages (everything but reading) and all requests apart, in the memory of this process.

    It stands before every route, so that it holds for the page's own endpoints, which anybody
    can call, as well as for the API.
    """

    def __init__(self, app: ASGIApp, messages: str, everything: str) -> None:
        self._app = app
        self._messages = _limits(messages)
        self._everything = _limits(everything)
        # The one for threads starts a thread every hundredth of a second, and the server stands still until it runs.
        self._counts = FixedWindowRateLimiter(MemoryStorage())

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """As ASGI has it."""
        problem = None
        if scope["type"] == "http" and not _is_free(scope):
            client = client_of(scope)
            problem = await self._hit("all", client, self._everything)
            if problem is None and scope["method"] not in _READING:
                problem = await self._hit("messages", client, self._messages)
        if problem is None:
            await self._app(scope, receive, send)
        else:
            await turn_away(problem, scope, receive, send)

    async def _hit(self, kind: str, client: str, limits: Sequence[RateLimitItem]) -> Problem | None:
        for limit in limits:
            if not await self._counts.hit(limit, kind, client):
                window = await self._counts.get_window_stats(limit, kind, client)
                return _too_many(limit, window.reset_time - time.time())
        return None


def _is_free(scope: Scope) -> bool:
    path: str = scope["path"]
    return path in _FREE or (scope["method"] in _READING and path.startswith(_FILES))


def _limits(rate: str) -> Sequence[RateLimitItem]:
    return [] if rate == "off" else parse_many(rate)


def _too_many(limit: RateLimitItem, wait: float) -> Problem:
    seconds = max(1, math.ceil(wait))
    unit = limit.GRANULARITY.name
    span = f"{limit.multiples} {unit}s" if limit.multiples > 1 else f"{'an' if unit == 'hour' else 'a'} {unit}"
    return Problem(
        429,
        "too_many_requests",
        f"You have sent more than {limit.amount:,} requests in {span}. "
        f"Please try again in {seconds} second{'s' if seconds > 1 else ''}.",
        retry_after=seconds,
    )
