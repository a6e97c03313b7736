"""Users of the page, as its queue sees them: join, read the stream to its end, ask the next."""

from __future__ import annotations

import asyncio
import json
import time
import uuid
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import httpx

__all__ = ["Asked", "ask_all"]

_NEW_CHAT_AFTER = 4
"""Questions that one person asks before the next one comes."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One question that was asked."""

    seconds: float
    """From sending it to the end of the answer."""
    error: str = ""
    """Empty where the answer came whole."""


@dataclass(frozen=True, slots=True)
class _Endpoint:
    """A function of the page."""

    index: int
    inputs: int


async def ask_all(address: str, users: int, questions: Sequence[str]) -> list[Asked]:
    """Ask all questions, ``users`` at a time, each user one after the other without a pause."""
    waiting = iter(questions)
    limits = httpx.Limits(max_connections=None, max_keepalive_connections=users * 3)
    async with httpx.AsyncClient(base_url=address, timeout=60, limits=limits) as client:
        endpoints = await _endpoints(client)
        lists = await asyncio.gather(*(_user(client, endpoints, waiting) for _ in range(users)))
    return [asked for one in lists for asked in one]


async def _endpoints(client: httpx.AsyncClient) -> dict[str, _Endpoint]:
    config = (await client.get("/config")).json()
    return {
        one["api_name"]: _Endpoint(one["id"], len(one["inputs"])) for one in config["dependencies"] if one["api_name"]
    }


async def _user(client: httpx.AsyncClient, endpoints: dict[str, _Endpoint], waiting: Iterator[str]) -> list[Asked]:
    """One person after another on one browser, with the stream that tells the server that somebody is there."""
    asked: list[Asked] = []
    session = uuid.uuid4().hex
    alive = asyncio.create_task(_stay(client, session))
    try:
        for question in waiting:
            asked.append(await _ask(client, endpoints["chat"], session, question))
            if "new_chat" in endpoints and len(asked) % _NEW_CHAT_AFTER == 0:
                body = {"data": [], "fn_index": endpoints["new_chat"].index, "session_hash": session}
                await client.post("/gradio_api/run/predict", json=body)
    finally:
        alive.cancel()
    return asked


async def _stay(client: httpx.AsyncClient, session: str) -> None:
    async with client.stream("GET", f"/gradio_api/heartbeat/{session}", timeout=None) as stream:
        async for _ in stream.aiter_raw():
            pass


async def _ask(client: httpx.AsyncClient, chat: _Endpoint, session: str, question: str) -> Asked:
    data = [question, *[None] * (chat.inputs - 1)]
    body = {"data": data, "fn_index": chat.index, "session_hash": session, "trigger_id": None}
    began = time.perf_counter()
    try:
        joined = await client.post("/gradio_api/queue/join", json=body)
        if joined.status_code != 200:
            return Asked(time.perf_counter() - began, f"{joined.status_code}: {joined.text[:200]}")
        error = await _read(client, session)
    except httpx.HTTPError as problem:
        error = repr(problem)
    return Asked(time.perf_counter() - began, error)


async def _read(client: httpx.AsyncClient, session: str) -> str:
    """Read the stream to its end; what went wrong, else nothing."""
    answered = False
    async with client.stream("GET", "/gradio_api/queue/data", params={"session_hash": session}) as stream:
        async for line in stream.aiter_lines():
            if not line.startswith("data:"):
                continue
            message = json.loads(line[5:])
            if message["msg"] == "process_completed":
                if not message["success"]:
                    return f"failed: {str(message['output'])[:200]}"
                answered = True
            elif message["msg"] == "unexpected_error":
                return str(message["message"])[:200]
            elif message["msg"] == "close_stream":
                break
    return "" if answered else "the stream ended before the answer"
