"""The server run until it is told to stop."""

from __future__ import annotations

import socket
from types import FrameType

import uvicorn

from assistant.service.health import Readiness
from assistant.service.server import Service

__all__ = ["serve"]

_PATIENCE = 2
"""Seconds that answers under way may still take once the server is told to stop."""


class _Server(uvicorn.Server):
    def __init__(self, config: uvicorn.Config, readiness: Readiness) -> None:
        super().__init__(config)
        self._readiness = readiness

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        self._readiness.ready = False
        super().handle_exit(sig, frame)


def serve(service: Service, listener: socket.socket) -> None:
    """Serve on ``listener`` until SIGTERM or SIGINT; answers under way are finished first."""
    config = uvicorn.Config(
        service.server,
        log_config=None,  # our own
        access_log=False,
        proxy_headers=False,  # see ``forwarded``
        server_header=False,
        timeout_graceful_shutdown=_PATIENCE,
    )
    _Server(config, service.readiness).run(sockets=[listener])
