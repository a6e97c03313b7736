"""The prompts: files in ``prompts/``, each with its version; and material put into delimiters."""

from __future__ import annotations

import html
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pydantic import BaseModel

from assistant.chat_model.asking import Request

__all__ = ["PROMPTS_DIR", "Prompt", "block", "prompt"]

PROMPTS_DIR = Path(__file__).parent / "prompts"
_FENCE = "---\n"


@dataclass(frozen=True, slots=True)
class Prompt:
    """One prompt of the repository."""

    name: str
    version: int
    text: str
    most_tokens: int
    """The longest reply to it."""

    def asks(self, human: str, form: type[BaseModel]) -> Request:
        """The request with the material ``human``."""
        return Request(self.name, self.text, human, form, self.most_tokens)


@cache
def prompt(name: str) -> Prompt:
    """The prompt in ``prompts/NAME.md``; its head has ``version`` and ``most_tokens``."""
    head, _, text = (PROMPTS_DIR / f"{name}.md").read_text(encoding="utf-8").removeprefix(_FENCE).partition(_FENCE)
    fields = dict(line.split(": ", 1) for line in head.splitlines())
    return Prompt(name, int(fields["version"]), text.strip(), int(fields["most_tokens"]))


def block(tag: str, content: str, name: str = "") -> str:
    """``content`` between delimiters that it cannot contain: ``<``, ``>`` and ``&`` in it are written as entities."""
    opened = f'{tag} id="{html.escape(name)}"' if name else tag
    return f"<{opened}>\n{html.escape(content, quote=False)}\n</{tag}>"
