"""How a turn that leans on others is written as one text, to be embedded and searched."""

from __future__ import annotations

__all__ = ["joined", "subject_of"]


def subject_of(stood: str, since: str) -> str:
    """What a turn may be about: the last turn that could be read by itself, and the last one that leaned on it, if any."""
    return f"{stood} {since}".strip()


def joined(turn: str, subject: str) -> str:
    """``turn`` with what it is about: “and for credits (about: …)?”."""
    return f"{_bare(turn)} (about: {_bare(subject)})?"


def _bare(text: str) -> str:
    return text.rstrip(" ?.!…")
