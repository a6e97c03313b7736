"""The whole Rules, beside the chat or as a view of their own: contents, search, plain words, what rests on each clause."""

from __future__ import annotations

from markupsafe import Markup

from assistant.page.addresses import short_label
from assistant.page.markup import fill
from assistant.page.resting import resting_on
from corpus import Corpus

__all__ = ["rules_panel"]


def rules_panel(corpus: Corpus) -> Markup:
    """Each clause's text stands alone in an element, so that offsets into it can be marked in the browser."""
    return fill(
        "rules_panel.html",
        rules=corpus.rules,
        notes={note.clause: note.note.strip() for note in corpus.notes},
        resting_on=resting_on(corpus),
        short=short_label,
    )
