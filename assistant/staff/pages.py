"""The pages for staff: what was asked in vain, labels, feedback, quality, and what is served."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Annotated, Literal

from fastapi import APIRouter, Depends, Request
from markupsafe import Markup
from starlette.datastructures import FormData
from starlette.responses import RedirectResponse, Response

from assistant.pipeline import Assistant
from assistant.record import REASONS, Keeper, Reason, make_card
from assistant.settings import Settings
from assistant.staff.decision import decided
from assistant.staff.export import TABLES, export
from assistant.staff.gate import Gate
from assistant.staff.plots import bar, days, line
from assistant.staff.quality import quality
from assistant.staff.refusal import Refusal
from assistant.staff.route import StaffRoute, base_of
from assistant.staff.sessions import Session
from assistant.staff.templates import FOLDER, page
from assistant.staff.volume import DAYS, Volume, volume
from corpus.errors import RecordError

if TYPE_CHECKING:
    from assistant.record.store import Store

__all__ = ["staff_routes"]

PER_PAGE = 50


async def _sent(request: Request) -> FormData:
    return await request.form(max_files=0, max_fields=20)


Sent = Annotated[FormData, Depends(_sent)]


@dataclass(frozen=True, slots=True)
class _Desk:
    """What the pages work with."""

    assistant: Assistant
    settings: Settings
    keeper: Keeper | None
    gate: Gate
    clock: Callable[[], date]

    def show(self, request: Request, template: str, session: Session, here: str, **values: object) -> Response:
        waiting = sum(self.keeper.store.totals().open.values()) if self.keeper else 0
        return page(
            template,
            base_of(request),
            here=here,
            csrf=session.csrf,
            waiting=waiting,
            can_log_out=self.gate.has_password,
            keeps=self.keeper is not None,
            days=self.settings.retention_days,
            **values,
        )

    def store(self) -> Store:
        """The store; where nothing is kept there is nothing to show."""
        if self.keeper is None:
            raise Refusal(404, "Nothing is kept. Set ARA_KEEP_QUESTIONS=1 and start the server anew.")
        return self.keeper.store


def staff_routes(
    assistant: Assistant, settings: Settings, keeper: Keeper | None, clock: Callable[[], date] = date.today
) -> APIRouter:
    """All under ``/staff``; where neither password nor header is set, nothing is there."""
    routes = APIRouter(prefix="/staff", route_class=StaffRoute, include_in_schema=False)
    desk = _Desk(assistant, settings, keeper, Gate(settings), clock)
    if desk.gate.is_open:
        _door(routes, desk)
        _review(routes, desk)
        _lists(routes, desk)
        _state(routes, desk)

    @routes.api_route("", methods=["GET", "HEAD", "POST"])
    @routes.api_route("/{path:path}", methods=["GET", "HEAD", "POST"])
    def nothing(path: str = "") -> Response:
        del path
        raise Refusal(404, "There is nothing here.")

    return routes


def _door(routes: APIRouter, desk: _Desk) -> None:
    @routes.get("/staff.css")
    def style() -> Response:
        return Response((FOLDER / "staff.css").read_text(encoding="utf-8"), media_type="text/css")

    @routes.post("/log-in")
    def log_in(request: Request, sent: Sent) -> Response:
        desk.gate.log_in(request, str(sent.get("password", "")))
        return RedirectResponse(base_of(request), 303)

    @routes.post("/log-out")
    def log_out(request: Request, sent: Sent) -> Response:
        desk.gate.check_form(desk.gate.session(request), sent)
        desk.gate.log_out(request)
        return RedirectResponse(base_of(request), 303)


def _review(routes: APIRouter, desk: _Desk) -> None:
    @routes.get("/review")
    def review(request: Request, reason: str = "", done: str = "") -> Response:
        session, store = desk.gate.session(request), desk.store()
        kept = store.next_question(session.skipped, _reason(reason))
        return _card(request, session, kept.id if kept else None, reason, done)

    @routes.get("/review/{number}")
    def one(request: Request, number: int) -> Response:
        return _card(request, desk.gate.session(request), number, "", "")

    def _card(
        request: Request, session: Session, number: int | None, reason: str, done: str, problem: str = ""
    ) -> Response:
        store = desk.store()
        kept = None if number is None else store.question(number)
        if number is not None and kept is None:
            raise Refusal(404, "This question is no longer kept.")
        return desk.show(
            request,
            "review.html",
            session,
            "review",
            card=make_card(kept, desk.assistant) if kept else None,
            given=store.reasons_given(kept) if kept else [],
            clauses=desk.assistant.corpus.rules.clauses,
            totals=store.totals(),
            reason=_reason(reason),
            skipped=len(session.skipped),
            done=done,
            problem=problem,
        )

    @routes.post("/review/{number}")
    def decide(request: Request, number: int, sent: Sent) -> Response:
        session, store = desk.gate.session(request), desk.store()
        desk.gate.check_form(session, sent)
        reason = str(sent.get("reason", ""))
        match sent.get("do"):
            case "skip":
                session.skipped.add(number)
                done = "skipped"
            case "unskip":
                session.skipped.clear()
                done = ""
            case "drop":
                done = "dropped" if store.drop(number) else "gone"
            case _:
                try:
                    label = decided(sent, desk.assistant.corpus)
                except RecordError as error:
                    return _card(request, session, number, reason, "", str(error))
                done = "labelled" if store.label(number, label, desk.clock()) else "gone"
        query = f"?done={done}" + (f"&reason={reason}" if _reason(reason) else "")
        return RedirectResponse(f"{base_of(request)}/review{query}", 303)


def _lists(routes: APIRouter, desk: _Desk) -> None:
    @routes.get("/questions")
    def questions(request: Request, reason: str = "", start: int = 0) -> Response:
        session, store, begin = desk.gate.session(request), desk.store(), _start(start)
        rows = store.questions(reason=_reason(reason), start=begin, most=PER_PAGE + 1)
        return desk.show(request, "questions.html", session, "questions", reason=_reason(reason), **_paged(rows, begin))

    @routes.get("/feedback")
    def feedback(request: Request, start: int = 0) -> Response:
        session, store, begin = desk.gate.session(request), desk.store(), _start(start)
        rows = store.ratings(start=begin, most=PER_PAGE + 1)
        return desk.show(request, "feedback.html", session, "feedback", totals=store.totals(), **_paged(rows, begin))

    @routes.get("/labels")
    def labels(request: Request, start: int = 0) -> Response:
        session, store, begin = desk.gate.session(request), desk.store(), _start(start)
        rows = store.labels(start=begin, most=PER_PAGE + 1)
        return desk.show(
            request,
            "labels.html",
            session,
            "labels",
            totals=store.totals(),
            names={clause.id: clause.label for clause in desk.assistant.corpus.rules.clauses},
            **_paged(rows, begin),
        )

    @routes.post("/labels/{number}")
    def take_back(request: Request, number: int, sent: Sent) -> Response:
        desk.gate.check_form(desk.gate.session(request), sent)
        desk.store().take_back(number)
        return RedirectResponse(f"{base_of(request)}/labels", 303)

    @routes.get("/export/{table}.{form}")
    def exported(request: Request, table: str, form: Literal["csv", "json"]) -> Response:
        desk.gate.session(request)
        if table not in TABLES:
            raise Refusal(404, f"There is no such table. There are: {', '.join(TABLES)}.")
        return export(desk.store(), table, form)


def _state(routes: APIRouter, desk: _Desk) -> None:
    @routes.get("")
    def overview(request: Request) -> Response:
        session = desk.gate.session(request)
        today = desk.clock()
        store = desk.keeper.store if desk.keeper else None
        recent = volume(store.counts(today - timedelta(days=DAYS)), today) if store else None
        return desk.show(
            request,
            "overview.html",
            session,
            "overview",
            totals=store.totals() if store else None,
            volume=recent,
            volume_plot=_plot(recent) if recent else "",
            bar=bar,
            place=store.place if store else "",
            version=store.version if store else "",
            corpus=desk.assistant.corpus,
            manifest=desk.assistant.index.manifest,
        )

    @routes.get("/quality")
    def figures(request: Request) -> Response:
        session = desk.gate.session(request)
        return desk.show(
            request,
            "quality.html",
            session,
            "quality",
            quality=quality(desk.settings.runs_dir),
            corpus_hash=desk.assistant.corpus.hash,
            line=line,
        )


def _plot(recent: Volume) -> Markup:
    answers, unanswered = [day.answers for day in recent.days], [day.unanswered for day in recent.days]
    return days(answers, unanswered, "Answers a day, and how many of them told no answer")


def _reason(text: str) -> Reason | None:
    return next((reason for reason in REASONS if reason == text), None)


def _start(start: int) -> int:
    return min(max(start, 0), 1_000_000)


def _paged(rows: list[object], start: int) -> dict[str, object]:
    """One page of ``rows``, and where the pages beside it begin."""
    return {
        "rows": rows[:PER_PAGE],
        "before": max(start - PER_PAGE, 0) if start else None,
        "after": start + PER_PAGE if len(rows) > PER_PAGE else None,
    }
