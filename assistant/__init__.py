"""Question → answer; case → verdict.

The names below are imported when they are first used, so that ``ara --help`` and bad
input answer without loading a model's libraries.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from assistant.answer import Answer, AnswerKind, Citation, Hit
    from assistant.pipeline import Assistant, Trace
    from assistant.settings import Settings, load_settings

__all__ = ["Answer", "AnswerKind", "Assistant", "Citation", "Hit", "Settings", "Trace", "load_settings"]

_HOME = {
    "Answer": "answer",
    "AnswerKind": "answer",
    "Citation": "answer",
    "Hit": "answer",
    "Assistant": "pipeline",
    "Trace": "pipeline",
    "Settings": "settings",
    "load_settings": "settings",
}


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOME[name]}"), name)
