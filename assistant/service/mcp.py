"""The MCP server: the Rules as tools for assistants of other makes."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Mapping
from contextlib import asynccontextmanager
from datetime import date
from typing import TYPE_CHECKING, Annotated, Any, cast

from pydantic import SkipValidation
from starlette.routing import Route
from starlette.types import Receive, Scope, Send

from assistant.eligibility import Facts, parse_facts
from assistant.service.contract import MAX_TURNS
from assistant.service.desk import Desk
from assistant.service.problem import Problem, ProblemError
from corpus.errors import FactsError

if TYPE_CHECKING:
    from mcp.server.mcpserver import MCPServer

__all__ = ["McpEndpoint", "mcp_server"]

_INSTRUCTIONS = (
    "Answers about the Amazon Research Awards Program Rules. Show the quoted clauses with the answer, word for word. "
    "A verdict comes from check_eligibility alone; never conclude one from an answer. "
    "Nothing here is a decision by the programme."
)

# Described as facts, and read in the tool: the library would wrap the message about a fact in its own words.
_Described = Annotated[Facts, SkipValidation]


def mcp_server(desk: Desk) -> MCPServer:
    """The tools ``ask_rules``, ``check_eligibility`` and ``get_clause``."""
    from mcp.server.mcpserver import MCPServer
    from mcp_types import ToolAnnotations

    server = MCPServer(
        "ara-rules-assistant", title="ARA Rules Assistant", instructions=_INSTRUCTIONS, log_level="ERROR"
    )
    reads_only = ToolAnnotations(read_only_hint=True, idempotent_hint=True, open_world_hint=False)

    @server.tool(title="Ask about the Rules", annotations=reads_only)
    async def ask_rules(question: str, turns: list[str] | None = None, today: date | None = None) -> dict[str, Any]:
        """Answer a question about the ARA Program Rules, with the clauses it rests on, word for word.

        question: in English, at most 4,000 characters. turns: what the same person asked before, oldest first.
        today: the day that a case in the question is judged on.
        """
        if turns is not None and len(turns) > MAX_TURNS:
            raise _told(Problem(422, "unusable", f"turns: too many. Accepted: a list of at most {MAX_TURNS} texts."))
        return await _or_told(desk.ask(question, turns or (), today))

    @server.tool(title="Check a case", annotations=reads_only)
    async def check_eligibility(facts: _Described, date: date | None = None) -> dict[str, Any]:
        """Judge a case against section I of the Rules: a verdict with its proof, by a checker, not a language model.

        facts: what the person has stated; leave out what they have not. date: the day to judge on.
        """
        try:
            stated = parse_facts(cast("Mapping[str, Any]", facts))
        except FactsError as error:
            raise _told(Problem(422, "unusable", str(error))) from None
        return await _or_told(desk.check(stated, date))

    @server.tool(title="Read a clause", annotations=reads_only)
    async def get_clause(id: str) -> dict[str, Any]:  # noqa: A002 - the same name as in the API
        """The clause (rules:I.c) or FAQ entry (faq:overhead) with this id, word for word."""
        try:
            return desk.clause(id)
        except ProblemError as error:
            raise _told(error.problem) from None

    return server


async def _or_told(work: Awaitable[dict[str, Any]]) -> dict[str, Any]:
    try:
        return await work
    except ProblemError as error:
        raise _told(error.problem) from None


def _told(problem: Problem) -> Exception:
    from mcp.server.mcpserver.exceptions import ToolError

    return ToolError(problem.error)


class McpEndpoint:
    """``/mcp`` over streamable HTTP, without sessions; the protocol's library is loaded by the first request."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._wanted = asyncio.Event()
        self._running = asyncio.Event()
        self._stopping = asyncio.Event()
        self._server: MCPServer | None = None
        self._route = Route("/mcp", self)

    def route(self) -> Route:
        """Takes every method: the protocol has its own answer to those that it does not use."""
        return self._route

    @asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """Hold the protocol's tasks while the server runs."""
        task = asyncio.create_task(self._run())
        try:
            yield
        finally:
            self._stopping.set()
            self._wanted.set()
            await task

    async def _run(self) -> None:
        await self._wanted.wait()
        if self._stopping.is_set():
            return
        from mcp.server.transport_security import TransportSecuritySettings

        server = await asyncio.to_thread(mcp_server, self._desk)
        server.streamable_http_app(
            json_response=True,
            stateless_http=True,
            # Nothing here is private, and other sites' pages are turned away before.
            transport_security=TransportSecuritySettings(enable_dns_rebinding_protection=False),
        )
        async with server.session_manager.run():
            self._server = server
            self._running.set()
            await self._stopping.wait()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """As ASGI has it."""
        scope["route"] = self._route  # for the log
        self._wanted.set()
        await self._running.wait()
        assert self._server is not None  # noqa: S101 - running says so
        await self._server.session_manager.handle_request(scope, receive, send)
