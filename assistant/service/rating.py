"""A thumb up or down from the page. The answer is worked out again, so that nothing but a real one is kept."""

from __future__ import annotations

from fastapi import APIRouter
from pydantic import BaseModel, ConfigDict, Field
from starlette.concurrency import run_in_threadpool
from starlette.responses import JSONResponse

from assistant.clean import MAX_CHARACTERS
from assistant.pipeline import Assistant
from assistant.record import Keeper, Rating, asked_of, confidence
from assistant.record.values import MAX_REASON
from assistant.service.contract import MAX_TURNS
from assistant.service.problem import Problem, ProblemError
from assistant.service.turns import Turns

__all__ = ["rating_routes"]


class Rate(BaseModel):
    """What the form sends, and shows."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    question: str = Field(max_length=MAX_CHARACTERS)
    turns: tuple[str, ...] = Field(default=(), max_length=MAX_TURNS)
    """What the same person asked before it, for a question that leans on it; not kept by itself."""
    up: bool
    reason: str = Field(default="", max_length=MAX_REASON)


def rating_routes(assistant: Assistant, keeper: Keeper, turns: Turns) -> APIRouter:
    """``POST /feedback``; there only where feedback is kept."""
    routes = APIRouter(include_in_schema=False)

    @routes.post("/feedback")
    async def feedback(sent: Rate) -> JSONResponse:
        async with turns.turn():
            kept = await run_in_threadpool(_keep, assistant, keeper, sent)
        if not kept:
            raise ProblemError(Problem(503, "not_kept", "Your rating could not be kept. Please try again later."))
        return JSONResponse({"status": "kept"}, 201)

    return routes


def _keep(assistant: Assistant, keeper: Keeper, sent: Rate) -> bool:
    trace = assistant.trace(sent.question, sent.turns)
    if trace.answer.kind == "invalid":
        raise ProblemError(Problem(422, "unusable", trace.answer.text, field="question"))
    asked = asked_of(trace.answer, trace.rewritten or sent.question, "thumbs_down", confidence(trace))
    rating = Rating(
        up=sent.up,
        reason=sent.reason,
        question=asked.question,
        kind=asked.kind,
        answer=asked.answer,
        cited=asked.cited,
        rules_version=asked.rules_version,
        corpus_hash=asked.corpus_hash,
    )
    return keeper.rate(rating, None if sent.up else asked)
