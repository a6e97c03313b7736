"""Whether the server lives, and whether it takes questions."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.responses import JSONResponse

__all__ = ["Readiness", "health_routes"]


class Readiness:
    """Set once everything is loaded; unset as soon as the server is told to stop."""

    def __init__(self) -> None:
        self.ready = False


def health_routes(readiness: Readiness) -> APIRouter:
    """``/healthz`` and ``/readyz``."""
    routes = APIRouter(include_in_schema=False)

    @routes.get("/healthz")
    async def alive() -> JSONResponse:
        return JSONResponse({"status": "alive"})

    @routes.get("/readyz")
    async def ready() -> JSONResponse:
        if readiness.ready:
            return JSONResponse({"status": "ready"})
        return JSONResponse({"status": "not_ready"}, 503, {"Retry-After": "5"})

    return routes
