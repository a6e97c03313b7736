"""The API for programs: the same contracts as the command line, over HTTP."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse
from fastapi.routing import APIRoute
from starlette.responses import Response

from assistant.eligibility.reading import decode
from assistant.service.contract import AnswerBody, Ask, Check, ClauseBody, FaqBody, VerdictBody
from assistant.service.desk import Desk
from assistant.service.problem import Problem, ProblemBody, ProblemError
from corpus.errors import FactsError

__all__ = ["api_routes"]

_ENDPOINTS = {"ask": "POST", "check": "POST", "clauses": "GET"}


class _StrictRequest(Request):
    """JSON in which every key stands once: a fact that is stated twice must not be read as its last statement."""

    async def json(self) -> Any:
        try:
            return decode((await self.body()).decode("utf-8-sig"))
        except UnicodeDecodeError:
            raise _malformed("What you sent is not UTF-8 text.") from None
        except FactsError as error:
            raise _malformed(str(error).replace("The facts are", "What you sent is", 1)) from None


class _StrictRoute(APIRoute):
    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        handle = super().get_route_handler()

        async def strict(request: Request) -> Response:
            return await handle(_StrictRequest(request.scope, request.receive))

        return strict


def _problem(what: str) -> dict[str, Any]:
    return {"model": ProblemBody, "description": what}


_BODY_PROBLEMS: dict[int | str, dict[str, Any]] = {
    400: _problem("Not JSON, or a key that stands twice."),
    413: _problem("Larger than is accepted."),
    422: _problem("JSON, but not what is accepted."),
    429: _problem("Too many requests from one client."),
    503: _problem("Too many questions at the moment."),
}


def api_routes(desk: Desk) -> APIRouter:
    """``/api/ask``, ``/api/check`` and ``/api/clauses``."""
    routes = APIRouter(prefix="/api", route_class=_StrictRoute)

    @routes.post("/ask", summary="Answer a question", response_model=AnswerBody, responses=_BODY_PROBLEMS)
    async def ask(asked: Ask, request: Request) -> JSONResponse:
        """The answer with the clauses it rests on, word for word. What cannot be answered gets an answer of its own kind.

        The same as `ara ask --json`.
        """
        answer = await desk.ask(asked.question, asked.turns, asked.today)
        request.state.outcome["kind"] = answer["kind"]
        return JSONResponse(answer)

    @routes.post("/check", summary="Check a case", response_model=VerdictBody, responses=_BODY_PROBLEMS)
    async def check(stated: Check, request: Request) -> JSONResponse:
        """The verdict on stated facts, with its proof: never from a language model.

        The same as `ara check FACTS.json --json`.
        """
        verdict = await desk.check(stated.facts, stated.date)
        request.state.outcome["kind"] = verdict["status"]
        return JSONResponse(verdict)

    @routes.get("/clauses", summary="List the clauses")
    async def clauses() -> list[dict[str, str]]:
        """The id and the label of every clause, in the order of the Rules."""
        return desk.clauses()

    @routes.get(
        "/clauses/{id}",
        summary="Show a clause or an FAQ entry",
        response_model=ClauseBody | FaqBody,
        responses={404: _problem("There is no such clause; the message lists all.")},
    )
    async def clause(id: str) -> JSONResponse:  # noqa: A002 - the name in the address
        """The clause word for word, and in plain words beside it. The same as `ara corpus show ID --json`."""
        return JSONResponse(desk.clause(id))

    return routes


def nothing_there() -> APIRouter:
    """What answers under ``/api/`` where no endpoint does; it must come last."""
    routes = APIRouter(include_in_schema=False)

    @routes.api_route("/api/{path:path}", methods=["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"])
    async def nothing(path: str) -> Response:
        method = _ENDPOINTS.get(path.split("/", maxsplit=1)[0])
        if method is None:
            raise ProblemError(
                Problem(404, "not_found", "There is no such endpoint. /api/openapi.json lists them all.")
            )
        reply = Problem(405, "wrong_method", f"This endpoint takes {method}. /api/docs has an example.").response()
        reply.headers["Allow"] = method
        return reply

    return routes


def _malformed(what: str) -> ProblemError:
    return ProblemError(Problem(400, "malformed", what))
