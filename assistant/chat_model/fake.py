"""A chat model for tests: replies from a queue, and keeps what it was asked."""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from assistant.chat_model.asking import ChatError, Reply, Request

__all__ = ["FakeChatModel", "Scripted"]

Scripted = str | dict[str, Any] | Exception | Callable[[Request], str]
"""A reply as it is, as JSON, made from the request, or an exception to raise."""


@dataclass
class FakeChatModel:
    """Gives the queued replies in turn, then ``usual`` for ever; without one it is unreachable."""

    queue: deque[Scripted] = field(default_factory=deque)
    usual: Scripted | None = None
    history: list[Request] = field(default_factory=list)
    """Everything that it was asked, in order."""
    name: str = "fake:scripted"

    def queue_up(self, replies: Iterable[Scripted]) -> None:
        """Add to what will be replied."""
        self.queue.extend(replies)

    def reply(self, request: Request, seconds: float) -> Reply:
        """The next reply; raises it where it is an exception."""
        del seconds
        self.history.append(request)
        scripted = self.queue.popleft() if self.queue else self.usual
        if scripted is None:
            raise ChatError("unreachable", "nothing is queued")
        if isinstance(scripted, Exception):
            raise scripted
        if callable(scripted):
            return Reply(scripted(request))
        return Reply(scripted if isinstance(scripted, str) else json.dumps(scripted))
