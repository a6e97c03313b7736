"""Settings → the helper, or none."""

from __future__ import annotations

from assistant.chat_model.helper import Helper
from assistant.chat_model.limits import Breaker, Limits
from assistant.settings import Settings

__all__ = ["open_helper"]


_NO_LIMIT = 1_000_000
"""Answers a minute."""


def open_helper(settings: Settings, *, measuring: bool = False) -> Helper | None:
    """The helper that the settings name; none, and no chat-model library imported, where they name none.

    ``measuring`` asks for every answer: no rest after failures, no limit a minute. Else a run would measure the answers
    without a model. Raises ``ChatModelError``.
    """
    if settings.chat_model is None:
        return None
    from assistant.chat_model.provider import open_provider

    limits = Limits(settings.chat_seconds, settings.chat_tokens, _NO_LIMIT if measuring else settings.chat_per_minute)
    model = open_provider(settings.chat_model, settings.chat_base_url, settings.chat_seconds)
    return Helper(model, limits, cases=settings.chat_cases, breaker=Breaker(rest=0.0) if measuring else None)
