"""The whole Rules as a panel: contents, anchors, and plain words folded under each clause."""

from __future__ import annotations

from markupsafe import Markup

from assistant.page.addresses import short_label
from assistant.page.markup import fill
from assistant.render import long_date
from corpus import Corpus

__all__ = ["rules_panel"]


def rules_panel(corpus: Corpus) -> Markup:
    """Each clause's text stands alone in an element, so that offsets into it can be marked in the browser."""
    return fill(
        "rules_panel.html",
        rules=corpus.rules,
        date=long_date(corpus.rules.version),
        notes={note.clause: note.note.strip() for note in corpus.notes},
        short=short_label,
    )
