"""The web app: the page's pieces put together with Gradio, and a server to serve it.

Nothing is decided here. What is shown comes from ``assistant.page``, what is answered from
``assistant``.
"""

from __future__ import annotations

import os

# Read by Gradio when it is imported.
os.environ["GRADIO_ANALYTICS_ENABLED"] = "False"
# Else it keeps who asked when, and works out statistics of 10,000 events anew after each one.
os.environ["GRADIO_ANALYTICS_MAX_EVENTS"] = "1"
os.environ["GRADIO_ANALYTICS_CACHE_FREQUENCY"] = str(10**9)

import socket
import sys
from collections.abc import Iterator
from datetime import date
from functools import partial
from importlib.util import find_spec
from typing import Any

from jinja2 import DictLoader

from assistant import Assistant, Settings
from assistant.eligibility import Checker
from assistant.page import (
    EXAMPLES,
    TEXTS,
    Conversation,
    FollowUps,
    View,
    converse,
    document,
    edited,
    fill,
    messages,
    problem_box,
)
from assistant.page.check import SCRIPT, SHELL, check_page
from assistant.page.pace import Pace
from assistant.page.prepare import prepare_index
from assistant.service import (
    MAX_TURNS,
    NO_TELEMETRY,
    Service,
    absent,
    answers_at_once,
    configure_logs,
    few_heaps,
    make_service,
    serve,
    settle,
    with_nonces,
)
from assistant.staff.pages import staff_routes
from corpus.errors import ServeError

with absent("mcp"):  # 24 MB for a server of Gradio's own, which is off here; ours loads it when it is asked for
    import gradio as gr
    from gradio import routes

if find_spec("matplotlib") is None:
    # Gradio looks for it on the disk twice in each event; told once that it is not there, it need not look.
    sys.modules["matplotlib"] = None  # type: ignore[assignment]

__all__ = ["build", "launch", "web_app"]

WAITING = 64
"""Questions that may wait for their turn; the next one is told that the page is busy."""
PLACES_TOLD_EVERY = 10
"""Seconds; told after each answer, everybody's place in the queue costs more than the answers."""
REMEMBERED = 1_000
"""Conversations that are kept at the same time; then the oldest is forgotten."""
FORGET_AFTER = 3600
"""Seconds until the conversation of a page that was left open is forgotten here."""
_SANS = ("system-ui", "-apple-system", "Segoe UI", "Roboto", "Helvetica Neue", "Noto Sans", "sans-serif")
_MONO = ("ui-monospace", "Menlo", "Consolas", "monospace")
_TEMPLATE = "frontend/index.html"


def build(assistant: Assistant, counted: Assistant, at_once: int) -> gr.Blocks:
    """The views of the page, and the endpoint ``/ask`` for Gradio's own client.

    ``counted`` is the same assistant; what people ask goes to it, what the page asks itself does not. ``at_once``
    answers are worked on at the same time.
    """
    with gr.Blocks(title=TEXTS["title"], analytics_enabled=False, fill_width=True) as blocks:
        _ask_view(assistant, counted, at_once)
        _check_view(Checker.of(assistant.corpus))
        gr.api(_answer_as_json(counted), api_name="ask", concurrency_limit=at_once)
    blocks.state_session_capacity = REMEMBERED
    return blocks.queue(max_size=WAITING, default_concurrency_limit=at_once, status_update_rate=PLACES_TOLD_EVERY)


def _ask_view(assistant: Assistant, counted: Assistant, at_once: int) -> None:
    follow_ups = FollowUps(assistant.plain.ask, assistant.corpus)
    conversation = gr.State((), time_to_live=FORGET_AFTER)
    pace = Pace(at_once)
    chat = gr.Chatbot(
        elem_id="chat",
        label=TEXTS["chat"],
        show_label=False,
        container=False,
        height=None,
        buttons=[],
        latex_delimiters=[],
        allow_tags=False,
        autoscroll=False,
        feedback_options=None,
    )
    with gr.Column(elem_id="composer"):
        problem = gr.HTML(elem_id="problem")
        gr.HTML(fill("composer.html"), elem_id="editing")
        with gr.Row(elem_id="entry"):
            box = gr.Textbox(
                elem_id="box",
                label=TEXTS["box"],
                placeholder=TEXTS["placeholder"],
                lines=1,
                max_lines=6,
                container=False,
            )
            send = gr.Button(TEXTS["send"], elem_id="send", variant="primary")
        with gr.Row(elem_id="tools"):
            new_chat = gr.Button(TEXTS["new_chat"], elem_id="new-chat")
            gr.HTML(fill("tools.html"), elem_id="downloads")
            stop = gr.Button(TEXTS["stop"], elem_id="stop")
    pressed = gr.HTML(elem_id="pressed", visible="hidden", js_on_load="araAsk.ready(trigger);")
    changed = gr.HTML(elem_id="changed", visible="hidden", js_on_load="araCase.ready(trigger);")
    again = gr.Checkbox(visible=False)

    shown = [conversation, chat, problem]
    # Values go as they are sent: for each that is made into a component's own, and back, the answer waits for another thread.
    as_sent: dict[str, Any] = {"preprocess": False, "postprocess": False}
    common: dict[str, Any] = {"outputs": shown, "show_progress": "hidden", "api_visibility": "private", **as_sent}

    def answer(typed: object, before: Conversation, again: object) -> Iterator[list[Any]]:
        question = typed if isinstance(typed, str) else ""
        for view in pace.of(partial(converse, counted, follow_ups, question, before, _today(), again=again is True)):
            yield _shown(view)

    def answer_pressed(before: Conversation, event: gr.EventData) -> Iterator[list[Any]]:
        sent = event._data  # noqa: SLF001 - what the page sent, whole
        question = str(sent.get("question", "")) if isinstance(sent, dict) else ""
        for view in pace.of(partial(converse, counted, follow_ups, question, before, _today(), pressed=True)):
            yield _shown(view)

    def change(before: Conversation, event: gr.EventData) -> list[Any]:
        view = edited(counted, before, event._data, _today())  # noqa: SLF001 - what the page sent, whole
        # A conversation that was forgotten here can still be read on the page.
        return _shown(view) if before else [gr.skip(), gr.skip(), problem_box(view.problem)]

    # The browser alone knows whether the last question is being edited; and it empties the box once the question is shown.
    js = "(typed, before) => [typed, before, araAsk.send(typed)]"
    asked = [gr.on([box.submit, send.click], answer, [box, conversation, again], js=js, api_name="chat", **common)]
    asked += [pressed.submit(answer_pressed, conversation, api_name="pressed", **common)]
    for event in asked:
        # Told to the browser by the browser alone.
        event.then(None, js="() => araStop.over(false)", api_visibility="private")
        event.failure(None, js="() => araStop.over(true)", api_visibility="private")
    not_queued: dict[str, Any] = common | {"queue": False}
    changed.submit(change, conversation, api_name="facts", **not_queued)
    stop.click(lambda before: _shown(View(before)), conversation, api_name="stop", cancels=asked, **not_queued)
    new_chat.click(lambda: _shown(View(())), api_name="new_chat", cancels=asked, **not_queued)


def _shown(view: View) -> list[Any]:
    """A view as values for: conversation, chat, problem.

    Values alone: an update of a component's properties makes the component anew, which costs more
    than the answer. What comes and goes with a view is therefore shown and hidden by the style, and
    the box is emptied by the page's script.
    """
    return [view.conversation, messages(view.conversation), problem_box(view.problem, busy=view.busy)]


def _check_view(checker: Checker) -> None:
    def show(pressed: object) -> str:
        return check_page(checker, pressed, _today())

    page = gr.HTML(show(None), elem_id="check", html_template=SHELL, js_on_load=SCRIPT, apply_default_css=False)

    def step(pressed: gr.EventData) -> str:
        return show(pressed._data)  # noqa: SLF001 - what the page sent, whole

    page.submit(step, None, page, queue=False, show_progress="hidden", api_visibility="private", api_name="check")


def _today() -> date:
    return date.today()  # noqa: DTZ011 - the edge: the day on the server's calendar


def _answer_as_json(assistant: Assistant) -> Any:
    def ask(question: str, turns: list[str] | None = None) -> dict[str, Any]:
        """Answer a question about the ARA Program Rules; turns are the questions before it, oldest first."""
        return assistant.ask(question, (turns or [])[-MAX_TURNS:]).to_dict()

    return ask


def web_app(assistant: Assistant, settings: Settings) -> Service:
    """The chat inside our own page, on the server that guards it."""
    environment = routes.templates.env
    template, _, _ = environment.loader.get_source(environment, _TEMPLATE)
    kept_days = settings.retention_days if settings.keep_questions else None
    page = document(
        template,
        assistant.corpus,
        kept_days,
        reads_cases=settings.read_cases,
        logs_questions=settings.log_questions,
    )
    environment.loader = DictLoader({_TEMPLATE: with_nonces(page)})
    service = make_service(assistant, settings)
    service.server.include_router(staff_routes(assistant, settings, service.keeper))
    gr.mount_gradio_app(
        service.server,
        build(assistant, service.page_assistant, answers_at_once(settings)),
        path="/",
        root_path=settings.root_path or None,
        footer_links=[],
        run_history=False,
        show_error=False,
        max_file_size=1,
        ssr_mode=False,
        pwa=False,
        mcp_server=False,
        theme=gr.themes.Base(font=_SANS, font_mono=_MONO),
        app_kwargs={"telemetry": NO_TELEMETRY},
    )
    return service


def launch(settings: Settings) -> None:
    """Serve until stopped; raises ``ServeError`` where the address cannot be listened on."""
    few_heaps()
    listener = _listen(settings.host, settings.port)
    configure_logs(settings.log_level)
    prepare_index(settings)
    assistant = Assistant.open(settings)
    assistant.plain.ask(next(iter(EXAMPLES)))
    service = web_app(assistant, settings)
    settle()
    sys.stderr.write(f"{TEXTS['title']} is ready: {_address(settings)}\n")
    serve(service, listener)


def _listen(host: str, port: int) -> socket.socket:
    """Take the port before anything else is loaded, so that a second server fails at once."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family, backlog=2048)
    except OSError as error:
        raise ServeError(
            f"The web app cannot listen on {host} port {port}: {str(error.strerror).split(' (')[0].lower()}. "
            "Choose another with ARA_PORT or --port (the address with ARA_HOST or --host)."
        ) from None


def _address(settings: Settings) -> str:
    host = f"[{settings.host}]" if ":" in settings.host else settings.host
    return f"http://{host}:{settings.port}{settings.root_path}/"
