"""An error as a program reads it: one form everywhere, from the API to the page's own endpoints."""

from __future__ import annotations

from dataclasses import dataclass

from fastapi import HTTPException
from pydantic import BaseModel, ConfigDict, Field
from starlette.responses import JSONResponse
from starlette.types import Receive, Scope, Send

__all__ = ["Problem", "ProblemBody", "ProblemError", "turn_away"]


class ProblemBody(BaseModel):
    """What every error looks like. Fields that say nothing are left out."""

    model_config = ConfigDict(extra="forbid")

    code: str = Field(description="A name for programs, which stays the same.", examples=["unusable"])
    error: str = Field(
        description="What was wrong and what is accepted, in words that can be shown.",
        examples=["question: is missing. Accepted: a text of at most 4,000 characters."],
    )
    field: str | None = Field(default=None, description="The field that it is about, where it is about one.")
    retry_after: int | None = Field(default=None, description="After how many seconds to try again, where that helps.")


@dataclass(frozen=True, slots=True)
class Problem:
    """An error of the server as a value."""

    status: int
    """The HTTP status."""
    code: str
    error: str
    field: str | None = None
    retry_after: int | None = None
    """Seconds."""

    def response(self) -> JSONResponse:
        """The error as JSON; ``Retry-After`` where trying again helps."""
        body = ProblemBody(code=self.code, error=self.error, field=self.field, retry_after=self.retry_after)
        headers = {} if self.retry_after is None else {"Retry-After": str(self.retry_after)}
        return JSONResponse(body.model_dump(exclude_none=True), self.status, headers)


class ProblemError(HTTPException):
    """Raised where a problem is found. The web framework lets its own kind of error alone through while it reads."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        super().__init__(problem.status, problem.error)


async def turn_away(problem: Problem, scope: Scope, receive: Receive, send: Send) -> None:
    """Send ``problem`` instead of what was asked for, and note its code for the log and the figures."""
    scope.get("state", {}).get("outcome", {})["code"] = problem.code
    await problem.response()(scope, receive, send)
