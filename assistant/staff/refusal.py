"""What is answered instead of a page."""

from __future__ import annotations

__all__ = ["Refusal"]


class Refusal(Exception):  # noqa: N818 - it is no error, it is an answer
    """Raised where a page is not shown."""

    def __init__(
        self, status: int, words: str, *, log_in: bool = False, tried: bool = False, wait: int | None = None
    ) -> None:
        super().__init__(words)
        self.status = status
        self.words = words
        self.log_in = log_in
        """Whether the log-in form stands below the words."""
        self.tried = tried
        """Whether a password was sent."""
        self.wait = wait
        """After how many seconds to try again."""
