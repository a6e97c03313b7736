"""Lists of what is kept, a page at a time, and all of it to save."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from fastapi import APIRouter, Request
from starlette.responses import RedirectResponse, Response

from assistant.staff.desk import Sent, StaffDesk, reason_named
from assistant.staff.export import TABLES, export
from assistant.staff.refusal import Refusal
from assistant.staff.route import base_of

__all__ = ["list_routes"]

PER_PAGE = 50


def list_routes(routes: APIRouter, desk: StaffDesk) -> None:
    """Add the lists of questions, feedback and labels, and the exports."""

    @routes.get("/questions")
    def questions(request: Request, reason: str = "", start: int = 0) -> Response:
        session, chosen = desk.gate.session(request), reason_named(reason)
        rows = desk.store.questions(reason=chosen, start=_within(start), most=PER_PAGE + 1)
        return desk.show(request, "questions.html", session, "questions", reason=chosen, **_paged(rows, start))

    @routes.get("/feedback")
    def feedback(request: Request, start: int = 0) -> Response:
        session = desk.gate.session(request)
        rows = desk.store.ratings(start=_within(start), most=PER_PAGE + 1)
        totals = desk.store.totals()
        return desk.show(request, "feedback.html", session, "feedback", totals=totals, **_paged(rows, start))

    @routes.get("/labels")
    def labels(request: Request, start: int = 0) -> Response:
        session = desk.gate.session(request)
        rows = desk.store.labels(start=_within(start), most=PER_PAGE + 1)
        totals = desk.store.totals()
        names = {clause.id: clause.label for clause in desk.assistant.corpus.rules.clauses}
        return desk.show(request, "labels.html", session, "labels", totals=totals, names=names, **_paged(rows, start))

    @routes.post("/labels/{number}")
    def take_back(request: Request, number: int, sent: Sent) -> Response:
        desk.gate.check_form(desk.gate.session(request), sent)
        desk.store.take_back(number)
        return RedirectResponse(f"{base_of(request)}/labels", 303)

    @routes.get("/export/{table}.{form}")
    def exported(request: Request, table: str, form: Literal["csv", "json"]) -> Response:
        desk.gate.session(request)
        if table not in TABLES:
            raise Refusal(404, f"There is no such table. There are: {', '.join(TABLES)}.")
        return export(desk.store, table, form)


def _within(start: int) -> int:
    return min(max(start, 0), 1_000_000)


def _paged(rows: Sequence[object], start: int) -> dict[str, object]:
    """One page of ``rows``, and where the pages beside it begin."""
    begin = _within(start)
    return {
        "rows": rows[:PER_PAGE],
        "before": max(begin - PER_PAGE, 0) if begin else None,
        "after": begin + PER_PAGE if len(rows) > PER_PAGE else None,
    }
