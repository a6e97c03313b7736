"""The page around the chat: heading, standing line, the Rules, style and script.

These are part of the document itself, so that they are read at once, before the chat has
been loaded, and even without JavaScript.
"""

from __future__ import annotations

import json
import re
from urllib.parse import quote

from markupsafe import Markup

from assistant.page.markup import FOLDER, fill
from assistant.page.rules_panel import rules_panel
from assistant.page.texts import CATALOGUE, EXAMPLES, LANGUAGES
from corpus import Corpus

__all__ = ["document"]

_FOREIGN = (
    r'<meta\s+(?:property|name)="(?:og|twitter):[^>]*>',  # pictures and names of the chat library's own site
    r'<link rel="manifest"[^>]*>',  # stands at an absolute path, which a path prefix breaks
    r"<script>(?:(?!</script>).)*iframeResizer(?:(?!</script>).)*</script>",  # a script for pages that embed this one
)
_MODE = r"<script data-gradio-mode>(?:(?!</script>).)*</script>"


def document(
    template: str,
    corpus: Corpus,
    kept_days: int | None = None,
    *,
    reads_cases: bool = False,
    logs_questions: bool = False,
) -> str:
    """The chat library's page template with our page around the chat.

    ``kept_days`` is how long questions and feedback are kept; ``None`` where nothing is, and then
    there are no thumbs under the answers. ``reads_cases`` is whether a typed case is judged, which is then said;
    where nothing is kept and ``logs_questions`` is off, that is said too.

    ``template`` is Jinja source, and so is what is returned; what is added is shielded from it.
    """
    for pattern in _FOREIGN:
        template = re.sub(pattern, "", template, flags=re.DOTALL)
    template = re.sub(_MODE, '<script>window.__gradio_mode__ = "app";</script>', template, flags=re.DOTALL)
    values = {
        "version": corpus.rules.version,
        "languages": LANGUAGES,
        "examples": EXAMPLES,
        "kept_days": kept_days,
        "reads_cases": reads_cases,
        "stores_nothing": kept_days is None and not logs_questions,
    }
    for marker, place, part in (
        ("<gradio-app", "before", fill("opening.html", **values)),
        (
            "</gradio-app>",
            "after",
            fill(
                "closing.html",
                panel=rules_panel(corpus),
                kept_days=kept_days,
                script=_files(
                    "js", ("marks", "page", "find", "views", "stop", "ask", "check", "lost", "case", "chat", "rate")
                ),
            ),
        ),
        (
            "</head>",
            "before",
            fill(
                "head.html",
                style=_files(
                    "css",
                    (
                        "colours",
                        "page",
                        "rules",
                        "reading",
                        "chat",
                        "answer_view",
                        "rate",
                        "composer",
                        "check",
                        "answers",
                        "result",
                        "case",
                        "views",
                        "print",
                    ),
                ),
                icon=_icon(),
                catalogue=_catalogue(),
                language=_files("js", ("language",)),
            ),
        ),
    ):
        if template.count(marker) != 1:
            raise ValueError(f"The chat library's page has not one {marker}; see assistant/page/document.py.")
        shielded = _shield(part)
        template = template.replace(marker, shielded + marker if place == "before" else marker + shielded)
    return template


def _shield(part: str) -> str:
    """Jinja source that gives ``part`` letter by letter, also where it holds the end of a shield itself."""
    inner = str(part).replace("{%", "{% endraw %}{{ '{%' }}{% raw %}")
    return f"{{% raw %}}{inner}{{% endraw %}}"


def _files(kind: str, names: tuple[str, ...]) -> Markup:
    text = "\n".join((FOLDER / f"{name}.{kind}").read_text(encoding="utf-8") for name in names)
    return Markup(text)  # noqa: S704 - our own files


def _catalogue() -> Markup:
    """Every text in every language; no text can end the script element that holds it."""
    texts = {code: {key: text.in_(code) for key, text in CATALOGUE.items()} for code in LANGUAGES}
    return Markup(json.dumps(texts, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c"))  # noqa: S704


def _icon() -> str:
    return quote((FOLDER / "icon.svg").read_text(encoding="utf-8").strip())
