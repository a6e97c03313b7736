"""Text → HTML that is safe to show: templates that escape, and Markdown without raw HTML or images."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markdown_it import MarkdownIt
from markupsafe import Markup

from assistant.compose import OFFICIAL_PAGE
from assistant.page.texts import TEXTS

__all__ = ["FOLDER", "fill", "markdown"]

FOLDER = Path(__file__).parent


@cache
def _templates() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(texts=TEXTS, official_page=OFFICIAL_PAGE)
    return environment


def fill(template: str, **values: object) -> Markup:
    """Fill a template of this folder; every value is escaped unless it is ``Markup`` already."""
    return Markup(_templates().get_template(template).render(**values))  # noqa: S704 - the templates escape


@cache
def _reader() -> MarkdownIt:
    # Raw HTML is shown as text, and an image, which could tell another host who reads, is never made.
    return MarkdownIt("commonmark", {"html": False}).disable("image")


def markdown(text: str) -> Markup:
    """Render Markdown; the programme's page becomes a link, and no other bare address does."""
    linked = text.replace(OFFICIAL_PAGE, f"<{OFFICIAL_PAGE}>")
    return Markup(_reader().render(linked).strip())  # noqa: S704 - raw HTML is off
