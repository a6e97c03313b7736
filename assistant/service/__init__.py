"""The server around the page: an API for programs, what guards it, and what can be seen of it from outside.

It knows FastAPI and never the chat library, which ``app.py`` mounts beside it.
"""

from assistant.service.absent import absent
from assistant.service.contract import MAX_TURNS
from assistant.service.logs import configure_logs
from assistant.service.nonce import with_nonces
from assistant.service.running import serve
from assistant.service.server import NO_TELEMETRY, Service, desk_for, make_service

__all__ = [
    "MAX_TURNS",
    "NO_TELEMETRY",
    "Service",
    "absent",
    "configure_logs",
    "desk_for",
    "make_service",
    "serve",
    "with_nonces",
]
