"""Who gets in: by the password, or by the word of a trusted proxy."""

from __future__ import annotations

import math
import secrets
import threading
import time
from collections.abc import Sequence

from fastapi import Request
from limits import RateLimitItem, RateLimitItemPerHour, RateLimitItemPerMinute
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter
from starlette.datastructures import FormData

from assistant.service.forwarded import client_of
from assistant.settings import Settings
from assistant.staff.password import is_right
from assistant.staff.refusal import Refusal
from assistant.staff.sessions import COOKIE, Session, Sessions

__all__ = ["Gate"]

_TRIES = (RateLimitItemPerMinute(5), RateLimitItemPerHour(30))
"""Wrong passwords of one client."""
_ALL_TRIES = RateLimitItemPerMinute(60)
"""All tries of all clients: each one costs memory and time."""


class Gate:
    """Lets staff in and checks that what is sent comes from our own pages."""

    def __init__(self, settings: Settings) -> None:
        self._hash = settings.staff_password_hash
        self._header = settings.staff_header
        self._sessions = Sessions()
        self._tries = MovingWindowRateLimiter(MemoryStorage())
        self._one_at_a_time = threading.Lock()

    @property
    def has_password(self) -> bool:
        """Whether one can log in here."""
        return self._hash is not None

    @property
    def is_open(self) -> bool:
        """Whether the pages are there at all."""
        return self._hash is not None or self._header is not None

    def session(self, request: Request) -> Session:
        """The session of the request; begun where the proxy vouches for it.

        Raises ``Refusal`` for anybody else.
        """
        session = self._sessions.find(request.cookies.get(COOKIE))
        vouched = self._is_vouched(request)
        if session is not None and (self._hash is not None or vouched):
            return session
        if not vouched:
            raise Refusal(403, "Log in to see these pages." if self.has_password else _PROXY, log_in=self.has_password)
        token, session = self._sessions.begin()
        request.state.staff_token = token
        return session

    def log_in(self, request: Request, password: str) -> None:
        """Begin a session; raises ``Refusal`` for a wrong password, or after too many tries."""
        if self._hash is None:
            raise Refusal(404, "There is nothing here.")
        tries = [(limit, client_of(request.scope)) for limit in _TRIES]
        with self._one_at_a_time:
            self._wait([*tries, (_ALL_TRIES, "all")])
            self._tries.hit(_ALL_TRIES, "all")
            if not is_right(password, self._hash):
                for limit, client in tries:
                    self._tries.hit(limit, client)
                raise Refusal(403, "That is not the password. Try again.", log_in=True, tried=True)
        self._sessions.end(request.cookies.get(COOKIE))
        request.state.staff_token, _ = self._sessions.begin()

    def _wait(self, tries: Sequence[tuple[RateLimitItem, str]]) -> None:
        """Raises ``Refusal`` where one of the limits is used up."""
        for limit, key in tries:
            if not self._tries.test(limit, key):
                wait = max(1, math.ceil(self._tries.get_window_stats(limit, key).reset_time - time.time()))
                raise Refusal(429, f"Too many tries. Try again in {wait} seconds.", log_in=True, wait=wait)

    def log_out(self, request: Request) -> None:
        """End the session."""
        self._sessions.end(request.cookies.get(COOKIE))
        request.state.staff_token = ""

    @staticmethod
    def check_form(session: Session, form: FormData) -> None:
        """Raises ``Refusal`` for a form that is none of ours."""
        if not secrets.compare_digest(str(form.get("csrf", "")).encode(), session.csrf.encode()):
            raise Refusal(403, "This form is no longer valid. Go back, load the page again and repeat what you did.")

    def _is_vouched(self, request: Request) -> bool:
        """Whether the proxy says who this is; of anybody else the header never comes this far (``Forwarded``)."""
        given = request.headers.getlist(self._header) if self._header else []
        return len(given) == 1 and bool(given[0].strip())


_PROXY = "These pages are opened through the programme's own sign-in."
