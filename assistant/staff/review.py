"""The review in the browser: one kept question at a time."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.datastructures import FormData
from starlette.responses import RedirectResponse, Response

from assistant.record import make_card
from assistant.staff.decision import decided
from assistant.staff.desk import Sent, StaffDesk, reason_named
from assistant.staff.refusal import Refusal
from assistant.staff.route import base_of
from assistant.staff.sessions import Session
from corpus.errors import RecordError

__all__ = ["review_routes"]


def review_routes(routes: APIRouter, desk: StaffDesk) -> None:
    """Add ``/staff/review``."""

    @routes.get("/review")
    def review(request: Request, reason: str = "", done: str = "") -> Response:
        session = desk.gate.session(request)
        kept = desk.store.next_question(session.skipped, reason_named(reason))
        return _card(desk, request, session, kept.id if kept else None, reason=reason, done=done)

    @routes.get("/review/{number}")
    def one(request: Request, number: int) -> Response:
        return _card(desk, request, desk.gate.session(request), number)

    @routes.post("/review/{number}")
    def decide(request: Request, number: int, sent: Sent) -> Response:
        session = desk.gate.session(request)
        desk.gate.check_form(session, sent)
        reason = str(sent.get("reason", ""))
        try:
            done = _done(desk, session, number, sent)
        except RecordError as error:
            if sent.get("do") != "label":
                raise
            return _card(desk, request, session, number, reason=reason, problem=str(error))
        query = f"?done={done}" + (f"&reason={reason}" if reason_named(reason) else "")
        return RedirectResponse(f"{base_of(request)}/review{query}", 303)


def _done(desk: StaffDesk, session: Session, number: int, sent: FormData) -> str:
    """Do what the form asks for, and say what was done."""
    match sent.get("do"):
        case "label":
            label = decided(sent, desk.assistant.corpus)
            return "gone" if desk.store.label(number, label, desk.clock()) is None else "labelled"
        case "skip":
            session.skipped.add(number)
            return "skipped"
        case "unskip":
            session.skipped.clear()
            return ""
        case "drop":
            return "dropped" if desk.store.drop(number) else "gone"
        case _:
            raise Refusal(404, "There is nothing here.")


def _card(
    desk: StaffDesk,
    request: Request,
    session: Session,
    number: int | None,
    *,
    reason: str = "",
    done: str = "",
    problem: str = "",
) -> Response:
    """The page with one question, or with none."""
    kept = None if number is None else desk.store.question(number)
    if number is not None and kept is None:
        raise Refusal(404, "This question is no longer kept.")
    return desk.show(
        request,
        "review.html",
        session,
        "review",
        card=make_card(kept, desk.assistant) if kept else None,
        given=desk.store.reasons_given(kept) if kept else [],
        clauses=desk.assistant.corpus.rules.clauses,
        totals=desk.store.totals(),
        reason=reason_named(reason),
        skipped=len(session.skipped),
        done=done,
        problem=problem,
    )
