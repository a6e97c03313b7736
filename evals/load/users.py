"""Users as the server sees them: their browser sends the events of a turn, one after another, and reads the streams.

What a browser does for a turn stands in the page's own description (``/config``): the event that
Enter starts, and the events that follow it.
"""

from __future__ import annotations

import asyncio
import json
import time
import uuid
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import aiohttp

__all__ = ["Asked", "ask_all"]

_NEW_CHAT_AFTER = 4
"""Questions that one person asks before the next one comes."""
_PATIENCE_SECONDS = 120
_LONGEST_LINE = 1 << 22
"""Bytes of one event of a stream; it holds the whole conversation."""


class _BrokenError(Exception):
    """A turn did not come to its end."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One question that was asked."""

    seconds: float
    """From sending it to the end of the last event."""
    error: str = ""
    """Empty where the answer came whole."""


@dataclass(frozen=True, slots=True)
class _Event:
    """A function of the page that a browser calls."""

    index: int
    inputs: tuple[int, ...]
    outputs: tuple[int, ...]
    queued: bool


@dataclass(frozen=True, slots=True)
class _Page:
    """What a browser knows of a page."""

    box: int
    """The component that a question is typed into."""
    turn: tuple[_Event, ...]
    """What Enter starts."""
    new_chat: _Event | None


async def ask_all(address: str, users: int, questions: Sequence[str]) -> list[Asked]:
    """Ask all questions, ``users`` at a time, each user one after the other without a pause."""
    waiting = iter(questions)
    async with aiohttp.ClientSession(
        address,
        timeout=aiohttp.ClientTimeout(total=None, sock_read=_PATIENCE_SECONDS),
        connector=aiohttp.TCPConnector(limit=0),
        read_bufsize=_LONGEST_LINE,
    ) as client:
        async with client.get("/config") as reply:
            page = _read_page(await reply.json())
        lists = await asyncio.gather(*(_user(_Browser(client, page), waiting) for _ in range(users)))
    return [asked for one in lists for asked in one]


def _read_page(config: dict[str, Any]) -> _Page:
    boxes = {one["id"] for one in config["components"] if one["type"] == "textbox"}
    first = next(
        one for one in config["dependencies"] for at, trigger in one["targets"] if at in boxes and trigger == "submit"
    )
    box = next(at for at, trigger in first["targets"] if at in boxes and trigger == "submit")
    turn = [first]
    asks_the_server = [one for one in config["dependencies"] if one["backend_fn"]]
    while after := [one for one in asks_the_server if one["trigger_after"] == turn[-1]["id"]]:
        turn.append(after[0])
    new_chat = [_event(one) for one in config["dependencies"] if one["api_name"] == "new_chat"]
    return _Page(box, tuple(map(_event, turn)), new_chat[0] if new_chat else None)


def _event(dependency: dict[str, Any]) -> _Event:
    return _Event(
        dependency["id"],
        tuple(dependency["inputs"]),
        tuple(dependency["outputs"]),
        dependency["queue"] is not False,
    )


async def _user(browser: _Browser, waiting: Iterator[str]) -> list[Asked]:
    """One person after another at one browser."""
    asked: list[Asked] = []
    alive = asyncio.create_task(browser.stay())
    try:
        for question in waiting:
            asked.append(await _ask(browser, question))
            if len(asked) % _NEW_CHAT_AFTER == 0:
                await browser.new_chat()
    finally:
        alive.cancel()
    return asked


async def _ask(browser: _Browser, question: str) -> Asked:
    began = time.perf_counter()
    try:
        await browser.turn(question)
    except (_BrokenError, aiohttp.ClientError, TimeoutError) as problem:
        return Asked(time.perf_counter() - began, str(problem) or repr(problem))
    return Asked(time.perf_counter() - began)


@dataclass
class _Browser:
    """A page that is open; it keeps what its components show, since their values are sent with the events."""

    client: aiohttp.ClientSession
    page: _Page
    session: str = field(default_factory=lambda: uuid.uuid4().hex)
    values: dict[int, Any] = field(default_factory=dict)

    async def stay(self) -> None:
        """Tell the server that somebody is there."""
        endless = aiohttp.ClientTimeout(total=None)
        async with self.client.get(f"/gradio_api/heartbeat/{self.session}", timeout=endless) as stream:
            async for _ in stream.content.iter_any():
                pass

    async def turn(self, question: str) -> None:
        """Type a question, press Enter, wait for all that follows; raises ``_BrokenError``."""
        self.values[self.page.box] = question
        for event in self.page.turn:
            await self._send(event)

    async def new_chat(self) -> None:
        """Begin again."""
        self.values.clear()
        if self.page.new_chat is not None:
            await self._send(self.page.new_chat)

    async def _send(self, event: _Event) -> None:
        data = [self.values.get(component) for component in event.inputs]
        body = {"data": data, "fn_index": event.index, "session_hash": self.session, "trigger_id": self.page.box}
        path = "/gradio_api/queue/join" if event.queued else "/gradio_api/run/predict"
        async with self.client.post(path, json=body) as reply:
            if reply.status != 200:
                raise _BrokenError(f"{reply.status}: {(await reply.text())[:200]}")
            output = await reply.json()
        self._show(event, await self._stream() if event.queued else output)

    async def _stream(self) -> dict[str, Any]:
        """Read the stream to its end; what the event came to."""
        output: dict[str, Any] | None = None
        async with self.client.get("/gradio_api/queue/data", params={"session_hash": self.session}) as stream:
            async for line in stream.content:
                message: dict[str, Any] = json.loads(line[5:]) if line.startswith(b"data:") else {"msg": ""}
                if message["msg"] == "process_completed":
                    output = message["output"]
                    if not message["success"]:
                        raise _BrokenError(f"failed: {str(output)[:200]}")
                elif message["msg"] == "unexpected_error":
                    raise _BrokenError(str(message["message"])[:200])
                elif message["msg"] == "close_stream":
                    break
        if output is None:
            raise _BrokenError("the stream ended before the answer")
        return output

    def _show(self, event: _Event, output: dict[str, Any]) -> None:
        for component, value in zip(event.outputs, output.get("data", ()), strict=False):
            if isinstance(value, dict) and value.get("__type__") == "update":
                if "value" in value:
                    self.values[component] = value["value"]
            else:
                self.values[component] = value
