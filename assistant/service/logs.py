"""Structured logs: a JSON object a line, or words where a person watches."""

from __future__ import annotations

import logging
import sys
from typing import TYPE_CHECKING, TextIO

import structlog

if TYPE_CHECKING:
    from structlog.typing import FilteringBoundLogger, Processor

__all__ = ["configure_logs", "logger"]

_SHARED: tuple[Processor, ...] = (
    structlog.stdlib.add_log_level,
    structlog.processors.TimeStamper(fmt="iso", utc=True),
)


def configure_logs(level: str, stream: TextIO = sys.stderr) -> None:
    """Everything that is logged goes to ``stream`` in one form, the libraries' lines as well."""
    people = stream.isatty()
    rendering: tuple[Processor, ...] = (
        (structlog.dev.ConsoleRenderer(),)
        if people
        else (structlog.processors.format_exc_info, structlog.processors.JSONRenderer(ensure_ascii=False))
    )
    structlog.configure(
        processors=[*_SHARED, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.make_filtering_bound_logger(level),
    )
    handler = logging.StreamHandler(stream)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=list(_SHARED),
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, *rendering],
        )
    )
    logging.basicConfig(handlers=[handler], level=logging.WARNING, force=True)
    logging.getLogger(_NAME).setLevel(level.upper())


_NAME = "ara"


def logger() -> FilteringBoundLogger:
    """Where the server writes to."""
    log: FilteringBoundLogger = structlog.get_logger(_NAME)
    return log
