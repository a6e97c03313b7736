"""Settings → the helper, or none."""

from __future__ import annotations

from assistant.chat_model.helper import Helper
from assistant.chat_model.limits import Limits
from assistant.settings import Settings

__all__ = ["open_helper"]


def open_helper(settings: Settings) -> Helper | None:
    """The helper that the settings name; none, and no chat-model library imported, where they name none.

    Raises ``ChatModelError``.
    """
    if settings.chat_model is None:
        return None
    from assistant.chat_model.provider import open_provider

    limits = Limits(settings.chat_seconds, settings.chat_tokens, settings.chat_per_minute)
    model = open_provider(settings.chat_model, settings.chat_base_url, settings.chat_seconds)
    return Helper(model, limits, cases=settings.chat_cases)
