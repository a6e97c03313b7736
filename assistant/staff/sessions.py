"""Who is logged in: kept in the memory of this process, so that a restart logs everybody out."""

from __future__ import annotations

import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass, field

__all__ = ["COOKIE", "LASTS", "Session", "Sessions"]

COOKIE = "ara_staff"
LASTS = 8 * 3600
"""Seconds until one has to log in again."""
_MOST = 500
"""Sessions at the same time; then the oldest one ends."""


@dataclass(slots=True)
class Session:
    """One browser of a member of staff."""

    csrf: str
    """Stands in every form, and nowhere where another site could read it."""
    until: float
    skipped: set[int] = field(default_factory=set)
    """Questions that this reviewer has put off."""


class Sessions:
    """The sessions by their token, which only the browser and this memory know."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._sessions: dict[str, Session] = {}

    def begin(self) -> tuple[str, Session]:
        """A new session and its token."""
        now = self._clock()
        # In one step each, since requests run in threads.
        for token, session in list(self._sessions.items()):
            if session.until <= now or len(self._sessions) >= _MOST:
                self._sessions.pop(token, None)
        token = secrets.token_urlsafe(32)
        session = self._sessions[token] = Session(secrets.token_urlsafe(32), now + LASTS)
        return token, session

    def find(self, token: str | None) -> Session | None:
        """The session, unless it is over."""
        session = self._sessions.get(token or "")
        return session if session is not None and session.until > self._clock() else None

    def end(self, token: str | None) -> None:
        """Log out."""
        self._sessions.pop(token or "", None)
