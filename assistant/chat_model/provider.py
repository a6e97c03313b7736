"""A provider's chat model, through LangChain; the one module that knows a chat-model library.

Nothing of it is imported before a model is opened. Names are those of LangChain's
``init_chat_model``: ``bedrock_converse:…``, ``openai:…``, ``ollama:…``, ``anthropic:…``.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Any

from assistant.chat_model.asking import ChatError, Reply, Request
from corpus.errors import ChatModelError

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel
    from langchain_core.messages import BaseMessage

__all__ = ["ProviderModel", "open_provider"]

_SEED = 7
_LONGEST_REPLY = 500
"""Tokens; no prompt asks for more."""
_EXTRAS = {"openai": "openai", "anthropic": "anthropic", "ollama": "ollama", "bedrock_converse": "bedrock"}
_BUSY = 429
_SERVER_ERROR = 500
_CANNOT_ASK = (NotImplementedError, TypeError)
"""What LangChain's clients raise where a provider's model cannot be held to a form, or in another way than it was asked
to; it is then asked in words."""
_NOT_TAKEN = frozenset({400, 404, 415, 422, 501})
"""Answers to a request of a form that the server does not know."""


def open_provider(name: str, base_url: str | None, seconds: float) -> ProviderModel:
    """The model called ``provider:name``; a request ends after ``seconds`` by itself.

    Raises ``ChatModelError`` where LangChain or the provider's package is not installed, or the
    name is no model's.
    """
    provider = name.partition(":")[0]
    install = f'pip install "ara-rules-assistant[{_EXTRAS.get(provider, "openai")}]"'
    try:
        init = import_module("langchain.chat_models").init_chat_model
    except ImportError:
        raise ChatModelError(
            f"ARA_CHAT_MODEL is {name!r}, and LangChain is not installed. Install it with: {install}, or unset the variable."
        ) from None
    try:
        model: BaseChatModel = init(name, **_options(provider, base_url, seconds))
    except Exception as error:  # noqa: BLE001 - each provider has errors of its own
        problem = str(error).splitlines()[0][:200] if str(error) else type(error).__name__
        raise ChatModelError(
            f"ARA_CHAT_MODEL is {name!r}, which cannot be opened ({problem}). Expected provider:name with the provider's "
            f"key in its own variable; install its package with: {install}."
        ) from None
    return ProviderModel(name, model)


class ProviderModel:
    """Asks for the form of the reply in the strictest way that the provider takes, and remembers which that is."""

    def __init__(self, name: str, model: BaseChatModel) -> None:
        self.name = name
        self._ways: Sequence[Callable[[Request], Reply]] = (self._structured, self._json, self._plain)
        self._model = model
        self._way = 0
        self._proven = False

    def reply(self, request: Request, seconds: float) -> Reply:
        """The reply; ``seconds`` are kept by the caller and, for each request, by the provider's own client."""
        del seconds
        from langsmith.run_helpers import tracing_context

        with tracing_context(enabled=False):
            for way in range(self._way, len(self._ways)):
                try:
                    found = self._ways[way](request)
                except Exception as error:
                    if way == len(self._ways) - 1 or not self._may_be_the_form(error):
                        raise _trouble(error) from error
                else:
                    self._way, self._proven = way, True
                    return found
        raise AssertionError  # the last way returns or raises

    def _may_be_the_form(self, error: BaseException) -> bool:
        """Whether another way to ask for the form may be taken; some servers answer 500 to one that they do not know."""
        known = isinstance(error, _CANNOT_ASK) or _status(error) in _NOT_TAKEN
        return known or (not self._proven and _status(error) == _SERVER_ERROR)

    def _structured(self, request: Request) -> Reply:
        found: dict[str, Any] = self._model.with_structured_output(request.form, include_raw=True).invoke(
            _said(request)
        )  # type: ignore[assignment]
        raw: BaseMessage = found["raw"]
        parsed = found["parsed"]
        return Reply(parsed.model_dump_json() if parsed is not None else str(raw.text), _tokens(raw))

    def _json(self, request: Request) -> Reply:
        """JSON of this schema, as llama.cpp's server and others take it."""
        form = {"type": "json_object", "schema": request.form.model_json_schema()}
        raw = self._model.bind(response_format=form).invoke(_said(request))
        return Reply(str(raw.text), _tokens(raw))

    def _plain(self, request: Request) -> Reply:
        raw = self._model.invoke(_said(request))
        return Reply(str(raw.text), _tokens(raw))


def _said(request: Request) -> list[tuple[str, str]]:
    return [("system", request.system), ("human", request.human)]


def _options(provider: str, base_url: str | None, seconds: float) -> dict[str, Any]:
    """How each provider calls the temperature, the time, the length and the address; we do our own retries."""
    options: dict[str, Any] = {"temperature": 0}
    if provider == "ollama":
        options |= {"seed": _SEED, "num_predict": _LONGEST_REPLY, "client_kwargs": {"timeout": seconds}}
    elif provider.startswith("bedrock"):
        config = import_module("botocore.config").Config
        waits = {"read_timeout": seconds, "connect_timeout": seconds, "retries": {"total_max_attempts": 1}}
        options |= {"max_tokens": _LONGEST_REPLY, "config": config(**waits)}
    else:
        options |= {"timeout": seconds, "max_retries": 0, "max_tokens": _LONGEST_REPLY}
    if provider == "openai":
        options["seed"] = _SEED
        if base_url and not os.environ.get("OPENAI_API_KEY"):
            # A server of one's own wants no key, and the client wants one.
            options["api_key"] = "none"
        if base_url:
            # The client sends the newer "max_completion_tokens" alone, and llama.cpp's server knows only the older name.
            options["extra_body"] = {"max_tokens": _LONGEST_REPLY}
    if base_url:
        options["endpoint_url" if provider.startswith("bedrock") else "base_url"] = base_url
    return options


def _tokens(raw: BaseMessage) -> int | None:
    usage = getattr(raw, "usage_metadata", None)
    return int(usage["total_tokens"]) if usage else None


def _status(error: BaseException) -> int | None:
    """The HTTP status behind a provider's error."""
    response = getattr(error, "response", None)
    status = (
        response.get("ResponseMetadata", {}).get("HTTPStatusCode") if isinstance(response, dict) else None
    )  # botocore
    status = status or getattr(error, "status_code", None) or getattr(response, "status_code", None)
    return status if isinstance(status, int) else None


def _wait(error: BaseException) -> float | None:
    """Seconds in ``Retry-After``."""
    headers = getattr(getattr(error, "response", None), "headers", None)
    try:
        return float(headers["retry-after"]) if headers else None
    except (KeyError, ValueError):
        return None


def _trouble(error: BaseException) -> ChatError:
    """A provider's error in our words."""
    name, status = type(error).__name__, _status(error)
    if status is not None:
        passing = status == _BUSY or status >= _SERVER_ERROR
        return ChatError("busy" if passing else "refused", f"HTTP {status}", passing=passing, wait=_wait(error))
    if "timeout" in name.lower():
        return ChatError("late", name)
    if getattr(error, "is_retryable", False) or "connect" in name.lower() or "protocol" in name.lower():
        return ChatError("unreachable", name, passing=True)
    if isinstance(error, _CANNOT_ASK):
        return ChatError("refused", name)
    return ChatError("unusable", name)
