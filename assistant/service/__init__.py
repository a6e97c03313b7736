"""The server around the page: an API for programs, what guards it, and what can be seen of it from outside.

It knows FastAPI and never the chat library, which ``app.py`` mounts beside it.
"""

from assistant.service.absent import absent
from assistant.service.contract import MAX_TURNS
from assistant.service.heap import few_heaps, settle
from assistant.service.logs import configure_logs
from assistant.service.nonce import with_nonces
from assistant.service.running import serve
from assistant.service.server import NO_TELEMETRY, Service, desk_for, make_service
from assistant.service.turns import answers_at_once

__all__ = [
    "MAX_TURNS",
    "NO_TELEMETRY",
    "Service",
    "absent",
    "answers_at_once",
    "configure_logs",
    "desk_for",
    "few_heaps",
    "make_service",
    "serve",
    "settle",
    "with_nonces",
]
