"""Where a clause, or some words of it, stands on the page: the part of a URL after ``#``."""

from __future__ import annotations

import re

from assistant.answer import Citation

__all__ = ["fragment", "short_label"]


def fragment(*citations: Citation) -> str:
    """``rules:III.c:0-111``: the clause and the characters quoted from it, for each citation of one clause.

    ``rules:III.p3:0-111,400-503`` marks two quotations; without the last part, ``rules:III.c``, it is
    the address of the whole clause.
    """
    return f"{citations[0].id}:{','.join(f'{one.start}-{one.end}' for one in citations)}"


def short_label(label: str) -> str:
    """``Rules § III(c)`` → ``§ III(c)``, ``Rules, preamble ¶ 1`` → ``Preamble ¶ 1``.

    The page says often enough that these are the Rules.
    """
    short = re.sub(r"^Rules,? ", "", label)
    return short[:1].upper() + short[1:]
