"""A chat that says back what it is told: what the chat library makes of three lines.

``python -m evals.load.echo PORT`` serves it. It is the one module here that knows Gradio, and
runs only as a process of its own.
"""

from __future__ import annotations

import os
import sys

__all__ = ["serve_echo"]


def serve_echo(port: int) -> None:
    """Serve on 127.0.0.1 until stopped; as many answers at a time as the page."""
    os.environ["GRADIO_ANALYTICS_ENABLED"] = "False"
    import gradio as gr

    from assistant.service import answers_at_once
    from assistant.settings import load_settings

    at_once = answers_at_once(load_settings())

    def echo(message: str, before: list[dict[str, str]]) -> str:
        del before
        return message

    chat = gr.ChatInterface(echo, concurrency_limit=at_once, analytics_enabled=False)
    chat.queue(default_concurrency_limit=at_once)
    chat.launch(server_name="127.0.0.1", server_port=port, quiet=True)


if __name__ == "__main__":
    serve_echo(int(sys.argv[1]))
