"""The MCP server, spoken to by the protocol's own client."""

from __future__ import annotations

import os
import socket
import sys
import threading
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import anyio
import pytest
import uvicorn
from mcp.client.client import Client
from mcp.client.stdio import StdioServerParameters, stdio_client

from assistant import Settings
from assistant.eligibility import parse_facts
from assistant.service import make_service
from corpus.entry import entry_row

QUESTION = "Can the university take its overhead out of the cash?"


@pytest.fixture(scope="module")
def address(assistant) -> Iterator[str]:
    """A real server on a free port."""
    server = make_service(assistant, Settings(rate="off", rate_all="off")).server
    listener = socket.create_server(("127.0.0.1", 0))
    running = uvicorn.Server(uvicorn.Config(server, log_config=None, access_log=False))
    thread = threading.Thread(target=running.run, kwargs={"sockets": [listener]})
    thread.start()
    yield f"http://127.0.0.1:{listener.getsockname()[1]}/mcp"
    running.should_exit = True
    thread.join(20)


def calls(where, *wanted: tuple[str, dict]) -> list:
    """The tools' replies, in one session."""

    async def session() -> list:
        async with Client(where) as client:
            return [await client.call_tool(name, arguments) for name, arguments in wanted]

    return anyio.run(session)


def test_the_tools_are_described(address):
    """Three, each with a description; the facts of a case with their own."""

    async def tools() -> dict:
        async with Client(address) as client:
            return {tool.name: tool for tool in (await client.list_tools()).tools}

    found = anyio.run(tools)
    assert set(found) == {"ask_rules", "check_eligibility", "get_clause"}
    assert all(tool.description and tool.annotations.read_only_hint for tool in found.values())
    assert "procurement" in str(found["check_eligibility"].input_schema)


def test_the_tools_keep_the_contracts(address, assistant, corpus):
    """The same answer, verdict and clause as the command line gives."""
    facts, day = {"position": "faculty", "full_time": True}, "2026-11-20"
    asked, checked, shown = calls(
        address,
        ("ask_rules", {"question": QUESTION}),
        ("check_eligibility", {"facts": facts, "date": day}),
        ("get_clause", {"id": "rules:III.c"}),
    )
    assert asked.structured_content | {"ms": 0} == assistant.ask(QUESTION).to_dict() | {"ms": 0}
    assert checked.structured_content == assistant.checker.check(parse_facts(facts), date.fromisoformat(day)).to_dict()
    assert shown.structured_content == entry_row(corpus, "rules:III.c")


@pytest.mark.parametrize(
    ("tool", "arguments", "says"),
    [
        ("check_eligibility", {"facts": {"position": "king"}}, 'position: "king" cannot be read. Accepted: "faculty"'),
        ("check_eligibility", {"facts": {}, "date": "0001-01-01"}, "cannot be used. Accepted: a date after"),
        ("get_clause", {"id": "rules:Z"}, "There is no clause 'rules:Z'"),
        ("ask_rules", {"question": "Who pays?", "turns": ["a"] * 21}, "at most 20 texts"),
    ],
)
def test_bad_input_is_explained(address, tool, arguments, says):
    """An error that a model can act on, and no traceback."""
    (reply,) = calls(address, (tool, arguments))
    assert reply.is_error
    assert says in reply.content[0].text
    assert "pydantic" not in reply.content[0].text


def test_it_speaks_over_standard_input_too():
    """`ara mcp` is the same server."""
    # The client hands on little of the environment by itself; the server is to open the index that the tests have.
    ara = StdioServerParameters(command=str(Path(sys.executable).parent / "ara"), args=["mcp"], env={**os.environ})
    (reply,) = calls(stdio_client(ara), ("get_clause", {"id": "rules:III.c"}))
    assert "indirect expenses" in reply.structured_content["text"]


def test_it_can_be_switched_off(serve):
    """`ARA_MCP=false` leaves nothing at /mcp."""
    assert serve(mcp=False).post("/mcp", json={}).status_code == 404
