"""What all pages for staff work with."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Annotated

from fastapi import Depends, Request
from starlette.datastructures import FormData
from starlette.responses import Response

from assistant.pipeline import Assistant
from assistant.record import REASONS, Keeper, Reason
from assistant.settings import Settings
from assistant.staff.gate import Gate
from assistant.staff.refusal import Refusal
from assistant.staff.route import base_of
from assistant.staff.sessions import Session
from assistant.staff.templates import page

if TYPE_CHECKING:
    from assistant.record.store import Store

__all__ = ["Sent", "StaffDesk", "reason_named"]


async def _sent(request: Request) -> FormData:
    return await request.form(max_files=0, max_fields=20)


Sent = Annotated[FormData, Depends(_sent)]
"""The form that was sent."""


@dataclass(frozen=True, slots=True)
class StaffDesk:
    """The assistant, the store, and who may see them."""

    assistant: Assistant
    settings: Settings
    keeper: Keeper | None
    gate: Gate
    clock: Callable[[], date]

    @property
    def store(self) -> Store:
        """The store; raises ``Refusal`` where nothing is kept."""
        if self.keeper is None:
            raise Refusal(404, "Nothing is kept. Set ARA_KEEP_QUESTIONS=1 and start the server anew.")
        return self.keeper.store

    def show(self, request: Request, template: str, session: Session, here: str, **values: object) -> Response:
        """The page ``template``, with what stands on every page."""
        common = {
            "here": here,
            "csrf": session.csrf,
            "waiting": sum(self.keeper.store.totals().open.values()) if self.keeper else 0,
            "can_log_out": self.gate.has_password,
            "keeps": self.keeper is not None,
            "days": self.settings.retention_days,
        }
        return page(template, base_of(request), common | values)


def reason_named(text: str) -> Reason | None:
    """The reason with this name; ``None`` for any other text."""
    return next((reason for reason in REASONS if reason == text), None)
