"""Question → answer; case → verdict."""

from assistant.answer import Answer, AnswerKind, Citation, Hit
from assistant.pipeline import Assistant, Trace
from assistant.settings import Settings, settings

__all__ = ["Answer", "AnswerKind", "Assistant", "Citation", "Hit", "Settings", "Trace", "settings"]
