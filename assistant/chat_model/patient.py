"""Asking a chat model: within a time, again where that may help, not at all where it keeps failing."""

from __future__ import annotations

import time
from collections.abc import Callable
from queue import Empty, Queue
from threading import BoundedSemaphore, Thread

from tenacity import RetryCallState, Retrying, retry_if_exception, stop_after_attempt, wait_exponential_jitter

from assistant.chat_model.asking import ChatError, ChatModel, Reply, Request
from assistant.chat_model.limits import Breaker, Spending
from assistant.chat_model.replies import Form, parse_reply

__all__ = ["Patient"]

_LONGEST = 20_000
"""Characters of a reply that are read; a longer one is no reply."""
_AT_ONCE = 8
"""Requests under way; one that hangs keeps its place until its own connection gives up."""
_backoff = wait_exponential_jitter(initial=0.3, max=4.0, jitter=0.3)


class Patient:
    """One chat model, shared by all answers."""

    def __init__(
        self, model: ChatModel, breaker: Breaker | None = None, sleep: Callable[[float], None] = time.sleep
    ) -> None:
        self.model = model
        self._breaker = breaker or Breaker()
        self._sleep = sleep
        self._places = BoundedSemaphore(_AT_ONCE)

    def ask(self, request: Request, form: type[Form], spending: Spending) -> Form:
        """The reply read as ``form``; raises ``ChatError``. Never takes longer than ``spending`` has seconds left."""
        spending.check(request)
        self._breaker.check()
        retrying = Retrying(
            stop=stop_after_attempt(spending.limits.tries),
            wait=_wait,
            retry=retry_if_exception(lambda error: _worth_another(error, spending)),
            sleep=self._sleep,
            reraise=True,
        )
        try:
            reply = retrying(self._once, request, spending)
        except ChatError:
            self._breaker.failed()
            raise
        self._breaker.succeeded()
        return parse_reply(reply.text, form)

    def _once(self, request: Request, spending: Spending) -> Reply:
        spending.check(request)
        try:
            reply = self._within(spending.seconds, request)
        except ChatError:
            spending.pay(request.tokens - request.most_tokens)
            raise
        spending.pay(reply.tokens or request.tokens)
        if len(reply.text) > _LONGEST:
            raise ChatError("too long", f"{len(reply.text):,} characters")
        return reply

    def _within(self, seconds: float, request: Request) -> Reply:
        """The reply, or ``late`` after ``seconds`` whatever the connection does meanwhile."""
        if not self._places.acquire(blocking=False):
            raise ChatError("busy", f"{_AT_ONCE} requests are under way")
        outcome: Queue[Reply | Exception] = Queue(maxsize=1)

        def work() -> None:
            try:
                outcome.put(self.model.reply(request, seconds))
            except Exception as error:  # noqa: BLE001 - whatever it is, somebody waits for it
                outcome.put(error)
            finally:
                self._places.release()

        Thread(target=work, daemon=True, name="chat-model").start()
        try:
            found = outcome.get(timeout=seconds)
        except Empty:
            raise ChatError("late", f"no reply within {seconds:.0f} s") from None
        if isinstance(found, ChatError):
            raise found
        if isinstance(found, Exception):
            raise ChatError("unusable", type(found).__name__) from found
        return found


def _worth_another(error: BaseException, spending: Spending) -> bool:
    wait = error.wait if isinstance(error, ChatError) and error.wait else 0.0
    return isinstance(error, ChatError) and error.passing and spending.seconds > wait + 1.0


def _wait(state: RetryCallState) -> float:
    """Seconds until the next try: what the provider asks for, else twice as long each time, with some chance in it."""
    error = state.outcome.exception() if state.outcome else None
    asked = error.wait if isinstance(error, ChatError) else None
    return max(asked or 0.0, _backoff(state))
