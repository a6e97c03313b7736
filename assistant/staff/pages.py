"""All under ``/staff``: the door, the overview, the quality, and what the other files add."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from fastapi import APIRouter, Request
from markupsafe import Markup
from starlette.responses import RedirectResponse, Response

from assistant.page.markup import FOLDER as PAGE
from assistant.pipeline import Assistant
from assistant.record import Keeper
from assistant.settings import Settings
from assistant.staff.desk import Sent, StaffDesk
from assistant.staff.gate import Gate
from assistant.staff.lists import list_routes
from assistant.staff.plots import bar, days, line
from assistant.staff.quality import quality
from assistant.staff.refusal import Refusal
from assistant.staff.review import review_routes
from assistant.staff.route import StaffRoute, base_of
from assistant.staff.templates import FOLDER
from assistant.staff.volume import DAYS, Volume, volume

__all__ = ["staff_routes"]


def staff_routes(
    assistant: Assistant, settings: Settings, keeper: Keeper | None, clock: Callable[[], date] = date.today
) -> APIRouter:
    """All pages; where neither password nor header is set, nothing is there."""
    routes = APIRouter(prefix="/staff", route_class=StaffRoute, include_in_schema=False)
    desk = StaffDesk(assistant, settings, keeper, Gate(settings), clock)
    if desk.gate.is_open:
        _door(routes, desk)
        _state(routes, desk)
        review_routes(routes, desk)
        list_routes(routes, desk)

    @routes.api_route("", methods=["GET", "HEAD", "POST"])
    @routes.api_route("/{path:path}", methods=["GET", "HEAD", "POST"])
    def nothing(path: str = "") -> Response:
        del path
        raise Refusal(404, "There is nothing here.")

    return routes


def _door(routes: APIRouter, desk: StaffDesk) -> None:
    @routes.get("/staff.css")
    def style() -> Response:
        sheets = (PAGE / "colours.css", FOLDER / "staff.css")
        return Response("\n".join(sheet.read_text(encoding="utf-8") for sheet in sheets), media_type="text/css")

    @routes.post("/log-in")
    def log_in(request: Request, sent: Sent) -> Response:
        desk.gate.log_in(request, str(sent.get("password", "")))
        return RedirectResponse(base_of(request), 303)

    @routes.post("/log-out")
    def log_out(request: Request, sent: Sent) -> Response:
        desk.gate.check_form(desk.gate.session(request), sent)
        desk.gate.log_out(request)
        return RedirectResponse(base_of(request), 303)


def _state(routes: APIRouter, desk: StaffDesk) -> None:
    @routes.get("")
    def overview(request: Request) -> Response:
        session, today = desk.gate.session(request), desk.clock()
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
        return desk.show(
            request,
            "quality.html",
            desk.gate.session(request),
            "quality",
            quality=quality(desk.settings.runs_dir),
            corpus_hash=desk.assistant.corpus.hash,
            line=line,
        )


def _plot(recent: Volume) -> Markup:
    answers, unanswered = [day.answers for day in recent.days], [day.unanswered for day in recent.days]
    return days(answers, unanswered, "Answers a day, and how many of them told no answer")
