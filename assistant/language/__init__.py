"""How a message is written: its spelling and its language."""

from assistant.language.detect import foreign_language
from assistant.language.foreign import foreign_draft, in_english
from assistant.language.spelling import Speller

__all__ = ["Speller", "foreign_draft", "foreign_language", "in_english"]
