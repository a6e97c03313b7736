"""The templates of the pages for staff; every value is escaped."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.responses import HTMLResponse

from assistant.page.markup import markdown

__all__ = ["FOLDER", "page"]

FOLDER = Path(__file__).parent
REASONS = {
    "thumbs_down": "Thumb down",
    "unanswered": "Not answered",
    "low_confidence": "Low confidence",
}
KINDS = {
    "answer": "answered",
    "verdict": "verdict on a case",
    "not_in_rules": "the Rules do not say",
    "out_of_scope": "out of scope",
    "clarify": "asked back",
    "refused": "refused",
    "invalid": "not readable",
    "answerable": "answered by a clause",
    "unanswerable": "the Rules do not say",
}


@cache
def _templates() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(reasons=REASONS, kinds=KINDS)
    environment.filters.update(markdown=markdown, number=lambda value: f"{value:,}")
    return environment


def page(template: str, base: str, values: Mapping[str, object], status: int = 200) -> HTMLResponse:
    """The page; ``base`` is the address that all links begin with."""
    return HTMLResponse(_templates().get_template(template).render(values, base=base), status)
