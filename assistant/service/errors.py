"""What goes wrong behind the API → the one form that programs read."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import Response

from assistant.clean import MAX_CHARACTERS
from assistant.service.contract import MAX_TURNS
from assistant.service.problem import Problem, ProblemError
from corpus.errors import AraError

__all__ = ["show_problems"]

_ACCEPTED = {
    "question": f"a text of at most {MAX_CHARACTERS:,} characters",
    "turns": f"a list of at most {MAX_TURNS} texts",
    "today": "a day such as 2026-11-20",
    "date": "a day such as 2026-11-20",
    "facts": 'an object such as {"position": "faculty", "full_time": true}',
}
_FAILED = Problem(500, "failed", "Something went wrong on our side. Please try again.")


def show_problems(server: FastAPI) -> None:
    """Make every error of the server's own routes a ``Problem``."""

    async def problem(_: Request, error: Exception) -> Response:
        return cast("ProblemError", error).problem.response()

    async def unusable(_: Request, error: Exception) -> Response:
        return _of_validation(cast("RequestValidationError", error)).response()

    async def http(_: Request, error: Exception) -> Response:
        return _of_http(cast("HTTPException", error)).response()

    async def ours(_: Request, error: Exception) -> Response:
        return Problem(422, "unusable", str(error)).response()

    async def failed(_: Request, error: Exception) -> Response:
        del error  # the server's log has it
        return _FAILED.response()

    server.add_exception_handler(ProblemError, problem)
    server.add_exception_handler(RequestValidationError, unusable)
    server.add_exception_handler(HTTPException, http)
    server.add_exception_handler(AraError, ours)
    server.add_exception_handler(Exception, failed)


def _of_http(error: HTTPException) -> Problem:
    return Problem(error.status_code, "not_found" if error.status_code == 404 else "refused", str(error.detail))


def _of_validation(error: RequestValidationError) -> Problem:
    first: Mapping[str, Any] = error.errors()[0]
    path = [str(part) for part in first["loc"] if part != "body"]
    if not path:
        return Problem(
            422,
            "unusable",
            "The body must be a JSON object, sent with the header Content-Type: application/json. "
            f"Accepted: {', '.join(_ACCEPTED)}; /api/docs says which where.",
        )
    name = path[0]
    if first["type"] == "extra_forbidden":
        return Problem(422, "unusable", f"{name[:60]}: there is no such field. /api/docs lists them.", name[:60])
    if first["type"] == "value_error":
        # The facts have a message of their own, which names the fact and what it accepts.
        return Problem(422, "unusable", first["msg"].removeprefix("Value error, "), name)
    what = "is missing" if first["type"] == "missing" else "cannot be read"
    return Problem(422, "unusable", f"{name}: {what}. Accepted: {_ACCEPTED.get(name, 'see /api/docs')}.", name)
