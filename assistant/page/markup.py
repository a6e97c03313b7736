"""Text → HTML that is safe to show: templates that escape, and Markdown without raw HTML or images."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from urllib.parse import urlencode

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markdown_it import MarkdownIt
from markupsafe import Markup

from assistant.compose import OFFICIAL_PAGE
from assistant.page.texts import english

__all__ = ["FOLDER", "fill", "markdown", "named", "say"]

FOLDER = Path(__file__).parent


def say(key: str, **values: str | int) -> Markup:
    """A text of the catalogue in English, marked so that the browser can put another language in its place.

    ``<span class="t:version?date=2021-03-12">``: the mark is a class, because the chat library lets
    no data attribute through.
    """
    mark = f"t:{key}" + (f"?{urlencode(values)}" if values else "")
    return Markup('<span class="{}">{}</span>').format(mark, english(key, **values))


def named(attributes: str, key: str, **values: str | int) -> Markup:
    """Attributes whose value is a text of the catalogue, marked like the text of ``say``; not for use in the chat.

    ``aria-label="Views" data-t="aria-label=views"``
    """
    mark = f"{attributes}={key}" + (f"?{urlencode(values)}" if values else "")
    text = english(key, **values)
    pairs = Markup(" ").join(Markup('{}="{}"').format(name, text) for name in attributes.split())
    return Markup('{} data-t="{}"').format(pairs, mark)


@cache
def _templates() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    environment.globals.update(say=say, named=named, english=english, official_page=OFFICIAL_PAGE)
    return environment


def fill(template: str, **values: object) -> Markup:
    """Fill a template of this folder; every value is escaped unless it is ``Markup`` already."""
    return Markup(_templates().get_template(template).render(**values))  # noqa: S704 - the templates escape


@cache
def _reader() -> MarkdownIt:
    # Raw HTML is shown as text, and an image, which could tell another host who reads, is never made.
    reader = MarkdownIt("commonmark", {"html": False}).disable("image")
    # A link of any other address stays text, whoever wrote it.
    reader.validateLink = lambda url: url == OFFICIAL_PAGE or url.startswith(f"{OFFICIAL_PAGE}/")  # type: ignore[method-assign]
    return reader


def markdown(text: str) -> Markup:
    """Render Markdown; the programme's page becomes a link, and no other bare address does."""
    linked = text.replace(OFFICIAL_PAGE, f"<{OFFICIAL_PAGE}>")
    return Markup(_reader().render(linked).strip())  # noqa: S704 - raw HTML is off
