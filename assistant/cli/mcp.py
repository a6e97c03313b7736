"""The ``ara mcp`` command."""

from __future__ import annotations

import sys

__all__ = ["mcp"]


def mcp() -> None:
    """Serve the Rules as tools to a program that speaks MCP, over standard input and output.

    Example: ara mcp
    """
    from assistant.cli import console
    from assistant.service import configure_logs, desk_for
    from assistant.service.mcp import mcp_server
    from assistant.settings import load_settings

    settings = load_settings()
    configure_logs(settings.log_level, sys.stderr)
    mcp_server(desk_for(console.open_assistant(), settings)).run("stdio")
