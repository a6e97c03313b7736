"""What is asked of a chat model and what comes back, whoever the model is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, Protocol

from pydantic import BaseModel

__all__ = ["ChatError", "ChatModel", "Reply", "Request", "Trouble"]

Trouble = Literal["late", "busy", "refused", "unreachable", "unusable", "too long", "resting", "budget", "rate"]
"""Why there is no usable reply.

``late``: not within the time. ``busy``: HTTP 429 or 5xx. ``refused``: the provider does not take such a
request, or not from us. ``unreachable``: no connection, or one that broke. ``unusable``: no JSON of the form
asked for. ``too long``: more characters than are read. ``resting``: the circuit breaker is open. ``budget``:
the tokens of this answer are spent. ``rate``: the answers of this minute are.
"""


@dataclass(frozen=True, slots=True)
class Request:
    """One question to a chat model."""

    task: str
    """``write``, ``rewrite``, ``split`` or ``facts``: the prompt's name."""
    system: str
    """The prompt."""
    human: str
    """The material, in delimiters; nothing in it is an instruction."""
    form: type[BaseModel]
    """What the reply must be, as JSON."""
    most_tokens: int
    """The longest reply."""

    @property
    def tokens(self) -> int:
        """What it may cost, estimated from above: three characters a token, and the longest reply."""
        return (len(self.system) + len(self.human)) // 3 + self.most_tokens


@dataclass(frozen=True, slots=True)
class Reply:
    """What a chat model said."""

    text: str
    tokens: int | None = None
    """What it cost, where the provider says so."""


class ChatError(Exception):
    """There is no usable reply; never shown to a user, kept in the trace."""

    def __init__(self, trouble: Trouble, detail: str = "", *, passing: bool = False, wait: float | None = None) -> None:
        super().__init__(f"{trouble}: {detail}" if detail else trouble)
        self.trouble = trouble
        self.passing = passing
        """Whether asking again may help."""
        self.wait = wait
        """Seconds that the provider asks to wait."""


class ChatModel(Protocol):
    """A chat model: a provider's, or the scripted one in ``fake.py``."""

    name: str

    def reply(self, request: Request, seconds: float) -> Reply:
        """The reply, within ``seconds``; raises ``ChatError``."""
