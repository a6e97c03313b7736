"""The server put together: the API, what is seen of it from outside, and the guards before everything."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from importlib.metadata import version
from typing import Final

from fastapi import FastAPI
from fastapi.telemetry import TelemetryConfig
from starlette.middleware.cors import CORSMiddleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.responses import Response

from assistant.pipeline import Assistant
from assistant.record import Keeper, open_record
from assistant.service.api import api_routes, nothing_there
from assistant.service.body import BodyLimit
from assistant.service.desk import Desk
from assistant.service.docs import docs_routes
from assistant.service.doors import Doors
from assistant.service.errors import show_problems
from assistant.service.forwarded import Forwarded
from assistant.service.headers import SecurityHeaders
from assistant.service.health import Readiness, health_routes
from assistant.service.logs import logger
from assistant.service.mcp import McpEndpoint
from assistant.service.metrics import Metrics
from assistant.service.prefix import Prefix
from assistant.service.rate import RateLimit
from assistant.service.rating import rating_routes
from assistant.service.requests import Requests
from assistant.service.turns import Turns, answers_at_once
from assistant.service.watch import Watch, Watched
from assistant.settings import Settings

__all__ = ["NO_TELEMETRY", "Service", "desk_for", "make_service"]

NO_TELEMETRY: Final[TelemetryConfig] = {
    "tracing": False,
    "metrics": False,
    "logs": False,
    "operation_spans": False,
    "auto_configure": False,
}
"""The web framework's own telemetry, switched off whatever the environment says."""


@dataclass(frozen=True, slots=True)
class Service:
    """A server without its page."""

    server: FastAPI
    """The page is mounted here, last."""
    readiness: Readiness
    page_assistant: Assistant
    """The assistant for the page: its answers are counted as the page's."""
    keeper: Keeper | None
    """Keeps what staff have switched on; ``None`` where they have not."""


def desk_for(assistant: Assistant, settings: Settings) -> Desk:
    """The desk for one program, without a server."""
    watch = Watch(Metrics(assistant.corpus), logger(), log_questions=settings.log_questions)
    return Desk(assistant, watch, "mcp", Turns(answers_at_once(settings)))


def make_service(assistant: Assistant, settings: Settings) -> Service:
    """The API, health, figures and MCP, behind the guards that hold for the page as well.

    Raises ``RecordError`` where what is to be kept for staff cannot be.
    """
    metrics = Metrics(assistant.corpus)
    keeper = Keeper(open_record(settings), settings.retention_days) if settings.keep_questions else None
    watch = Watch(metrics, logger(), log_questions=settings.log_questions, keeper=keeper)
    turns = Turns(answers_at_once(settings))
    readiness = Readiness()
    mcp = McpEndpoint(Desk(assistant, watch, "mcp", turns)) if settings.mcp else None

    @asynccontextmanager
    async def while_serving(_: FastAPI) -> AsyncIterator[None]:
        if keeper is not None:
            keeper.start()
        readiness.ready = True
        try:
            if mcp is None:
                yield
            else:
                async with mcp.running():
                    yield
        finally:
            readiness.ready = False
            if keeper is not None:
                keeper.close()

    server = FastAPI(
        title="ARA Rules Assistant",
        summary="Answers about the Amazon Research Awards Program Rules, with the clauses they rest on.",
        version=version("ara-rules-assistant"),
        openapi_url="/api/openapi.json",
        docs_url=None,
        redoc_url=None,
        root_path=settings.root_path,
        root_path_in_servers=bool(settings.root_path),
        lifespan=while_serving,
        telemetry=NO_TELEMETRY,
    )
    show_problems(server)
    server.include_router(api_routes(Desk(assistant, watch, "api", turns)))
    server.include_router(docs_routes(server))
    server.include_router(health_routes(readiness))
    if mcp is not None:
        server.router.routes.append(mcp.route())
    if keeper is not None:
        server.include_router(rating_routes(assistant, keeper, turns))

    @server.get("/metrics", include_in_schema=False)
    async def figures() -> Response:
        return metrics.page()

    server.include_router(nothing_there())
    _guard(server, metrics, settings)
    return Service(server, readiness, Watched(assistant, watch, "page"), keeper)


def _guard(server: FastAPI, metrics: Metrics, settings: Settings) -> None:
    """The last one added stands before all others."""
    server.add_middleware(
        CORSMiddleware
    )  # no origin is let in, and the chat library's own rule, which lets in all, rests
    server.add_middleware(GZipMiddleware, compresslevel=6)  # the chat library compresses its files, but not the page
    server.add_middleware(BodyLimit)
    server.add_middleware(Doors)
    server.add_middleware(RateLimit, messages=settings.rate, everything=settings.rate_all)
    server.add_middleware(SecurityHeaders, frame_ancestors=settings.frame_ancestors)
    server.add_middleware(Requests, metrics=metrics)
    server.add_middleware(Forwarded, trusted=settings.trusted_proxies, claims=[settings.staff_header or ""])
    server.add_middleware(Prefix, root_path=settings.root_path)
