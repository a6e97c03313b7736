"""Asking a model about the answers of a run, one at a time, going on where it stopped."""

from __future__ import annotations

import json
from importlib import import_module
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.errors import EvalError
from evals.judge.judged import JUDGED_FILE, JudgedRow, judged_rows
from evals.judge.opinion import parse_opinion
from evals.results import RESULTS_FILE, ItemRow, read_results
from index import Progress

if TYPE_CHECKING:
    from collections.abc import Iterator

    from langchain_core.language_models import BaseChatModel

__all__ = ["PROMPT_FILE", "judge_run", "open_model"]

PROMPT_FILE = Path(__file__).parent / "prompt.md"
_LONGEST = 20_000
"""Characters of an answer that a model is shown."""


def open_model(name: str) -> BaseChatModel:
    """The chat model called ``provider:name``, as LangChain's ``init_chat_model`` reads it.

    Raises ``EvalError`` where LangChain or the provider's package is not installed, or the
    name is no model's.
    """
    try:
        init = import_module("langchain.chat_models").init_chat_model
    except ImportError:
        raise EvalError(
            "A judge needs LangChain. Install it with: pip install langchain, and the provider's package beside it."
        ) from None
    try:
        model: BaseChatModel = init(name, temperature=0)
    except (ImportError, ValueError, TypeError) as error:
        problem = str(error).splitlines()[0] if str(error) else type(error).__name__
        raise EvalError(f"The judge {name!r} cannot be opened ({problem}). Expected provider:name.") from None
    return model


def judge_run(folder: Path, name: str, model: BaseChatModel, most: int, progress: Progress) -> int:
    """Ask ``model`` about at most ``most`` answers of the run in ``folder`` that it was not asked about yet.

    How many were asked about now. Raises ``EvalError`` where the model fails or the disk
    is full; the opinions so far are kept.
    """
    done = {row.id for row in judged_rows(folder) if row.model == name}
    waiting = list(islice((item for item in _answers(folder) if item.id not in done), most))
    path = folder / JUDGED_FILE
    prompt = PROMPT_FILE.read_text(encoding="utf-8")
    try:
        _drop_torn_line(path)
        with path.open("a", encoding="utf-8") as file:
            for at, item in enumerate(waiting):
                progress("judging", at, len(waiting))
                opinion = parse_opinion(_reply(model, prompt, item))
                row = JudgedRow(id=item.id, model=name, question=item.question, opinion=opinion)
                file.write(row.model_dump_json() + "\n")
                file.flush()
    except OSError as error:
        raise EvalError(f"{path}: cannot be written ({error.strerror}). The opinions so far are kept.") from None
    return len(waiting)


def _answers(folder: Path) -> Iterator[ItemRow]:
    for case in read_results(folder / RESULTS_FILE):
        yield from (item for item in case.items if item.answer and item.answer["kind"] in {"answer", "not_in_rules"})


def _reply(model: BaseChatModel, prompt: str, item: ItemRow) -> str:
    from langsmith.run_helpers import tracing_context

    clauses = [f"{cited['label']}: {cited['quote']}" for cited in item.answer["citations"]]
    shown = {
        "before": list(item.before),
        "question": item.question,
        "answer": str(item.answer["text"])[:_LONGEST],
        "clauses": clauses,
    }
    try:
        with tracing_context(enabled=False):
            reply = model.invoke([("system", prompt), ("human", json.dumps(shown, ensure_ascii=False))])
    except Exception as error:  # noqa: BLE001 - each provider has errors of its own
        problem = str(error).splitlines()[0][:200] if str(error) else type(error).__name__
        raise EvalError(f"The judge did not answer ({problem}). The opinions so far are kept: run it again.") from None
    return str(reply.text)


def _drop_torn_line(path: Path) -> None:
    if path.exists():
        whole = path.read_bytes()
        path.write_bytes(whole[: whole.rfind(b"\n") + 1])
