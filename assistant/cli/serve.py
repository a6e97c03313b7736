"""The ``ara serve`` command."""

from __future__ import annotations

from typing import Annotated

import typer

__all__ = ["serve"]


def serve(
    host: Annotated[str | None, typer.Option(help="The address to listen on; ARA_HOST.")] = None,
    port: Annotated[int | None, typer.Option(help="The port to listen on; ARA_PORT.")] = None,
    root_path: Annotated[str | None, typer.Option(help="The path prefix behind a proxy; ARA_ROOT_PATH.")] = None,
) -> None:
    """Serve the chat as a web page.

    Example: ara serve --port 7860
    """
    from assistant.settings import load_settings

    given = {"host": host, "port": port, "root_path": root_path}
    chosen = load_settings(**{name: value for name, value in given.items() if value is not None})
    # The page stands to the right of this room; only this command starts it.
    import app

    app.launch(chosen)
