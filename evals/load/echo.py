"""A chat that says back what it is told: the least that a page made with the chat library costs.

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

    from assistant.service.turns import AT_ONCE

    def echo(message: str, before: list[dict[str, str]] | None) -> tuple[str, list[dict[str, str]]]:
        said = [{"role": "user", "content": message}, {"role": "assistant", "content": message}]
        return "", [*(before or []), *said]

    with gr.Blocks(analytics_enabled=False) as blocks:
        chat = gr.Chatbot()
        box = gr.Textbox()
        box.submit(echo, [box, chat], [box, chat], api_name="chat", concurrency_limit=AT_ONCE)
    blocks.launch(server_name="127.0.0.1", server_port=port, quiet=True)


if __name__ == "__main__":
    serve_echo(int(sys.argv[1]))
