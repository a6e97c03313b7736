"""How much is asked of a chat model: seconds and tokens an answer, answers a minute, and when it is left alone."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Lock

from limits import parse
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter

from assistant.chat_model.asking import ChatError, Request

__all__ = ["Breaker", "Clock", "Limits", "Minute", "Spending"]

Clock = Callable[[], float]
"""Seconds that only grow."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What one answer and one minute may cost."""

    seconds: float = 20.0
    """For everything that is asked of the model for one answer, retries and waits included."""
    tokens: int = 8_000
    """For the same, in and out."""
    per_minute: int = 60
    """Answers a minute that the model is asked for; the others get the reviewed words."""
    tries: int = 3
    """How often one request is sent at most."""


class Breaker:
    """Leaves a model alone that failed several times in a row; after a rest one request tries it again.

    The circuit breaker of Nygard, Release It! (2007).
    """

    def __init__(self, failures: int = 3, rest: float = 60.0, clock: Clock = time.monotonic) -> None:
        """``rest`` in seconds."""
        self._most = failures
        self._rest = rest
        self._clock = clock
        self._failed = 0
        self._until = 0.0
        self._lock = Lock()

    def check(self) -> None:
        """Raise ``ChatError`` while the model rests; lets one request through when the rest is over."""
        with self._lock:
            if self._failed < self._most:
                return
            if self._clock() < self._until:
                raise ChatError("resting", f"{self._failed} failures in a row")
            self._until = self._clock() + self._rest

    def succeeded(self) -> None:
        """A reply came."""
        with self._lock:
            self._failed = 0

    def failed(self) -> None:
        """None came, after all tries."""
        with self._lock:
            self._failed += 1
            if self._failed >= self._most:
                self._until = self._clock() + self._rest


class Minute:
    """Counts the answers that a model is asked for."""

    def __init__(self, per_minute: int) -> None:
        self._limit = parse(f"{per_minute}/minute")
        self._window = MovingWindowRateLimiter(MemoryStorage())

    def take(self) -> bool:
        """Whether one more answer may ask the model now; counts it."""
        return self._window.hit(self._limit)


@dataclass
class Spending:
    """What one answer may still spend."""

    limits: Limits
    clock: Clock = time.monotonic
    spent: int = 0
    """Tokens, as the provider counts them or as estimated."""
    began: float = field(default=0.0)

    def __post_init__(self) -> None:
        self.began = self.clock()

    @property
    def seconds(self) -> float:
        """Seconds that are left."""
        return self.limits.seconds - (self.clock() - self.began)

    def check(self, request: Request) -> None:
        """Raise ``ChatError`` where ``request`` may cost more than is left."""
        if self.seconds <= 0:
            raise ChatError("late", "no time is left")
        if self.spent + request.tokens > self.limits.tokens:
            raise ChatError("budget", f"{self.spent} tokens spent, up to {request.tokens} more asked for")

    def pay(self, tokens: int) -> None:
        """Count what a request cost."""
        self.spent += tokens
