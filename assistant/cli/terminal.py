"""A terminal that is asked a key at a time, and one for tests that answers by itself."""

from __future__ import annotations

import io
from collections.abc import Iterable
from typing import Protocol

from rich.console import Console, RenderableType

from assistant.cli import console
from corpus.errors import RecordError

__all__ = ["FakeTerminal", "RealTerminal", "Terminal"]


class Terminal(Protocol):
    """What a conversation in the terminal needs."""

    def show(self, what: RenderableType = "") -> None:
        """Print it."""

    def key(self) -> str:
        """The next key, at once, in lower case; ``ctrl-c`` raises ``KeyboardInterrupt``."""

    def line(self, prompt: str, typed: str = "") -> str:
        """A line that can be edited, ``typed`` standing there already."""


class RealTerminal:
    """Keyboard and screen; raises ``RecordError`` where there are none."""

    def __init__(self) -> None:
        import sys

        if not sys.stdin.isatty() or not sys.stdout.isatty():
            raise RecordError("“ara review” needs a terminal. Without one, use the pages at /staff, or --apply.")

    def show(self, what: RenderableType = "") -> None:
        """As the protocol has it."""
        console.out.print(what)

    def key(self) -> str:
        """As the protocol has it."""
        import click

        try:
            return click.getchar().lower()
        except EOFError:
            raise KeyboardInterrupt from None

    def line(self, prompt: str, typed: str = "") -> str:
        """As the protocol has it."""
        import readline

        readline.set_startup_hook(lambda: readline.insert_text(typed))
        try:
            return input(f"{prompt}: ")
        except EOFError:
            return typed
        finally:
            readline.set_startup_hook(None)


class FakeTerminal:
    """Presses the given keys, types the given lines, and keeps what was shown."""

    def __init__(self, keys: Iterable[str], lines: Iterable[str] = (), width: int = 100) -> None:
        self._keys = iter(keys)
        self._lines = iter(lines)
        self._screen = io.StringIO()
        self._console = Console(file=self._screen, width=width, no_color=True)

    @property
    def shown(self) -> str:
        """Everything that was shown."""
        return self._screen.getvalue()

    def show(self, what: RenderableType = "") -> None:
        """As the protocol has it."""
        self._console.print(what)

    def key(self) -> str:
        """The next of the given keys; after the last one, ctrl-c."""
        try:
            return next(self._keys)
        except StopIteration:
            raise KeyboardInterrupt from None

    def line(self, prompt: str, typed: str = "") -> str:
        """The next of the given lines."""
        self.show(f"{prompt}: {typed}")
        return next(self._lines)
