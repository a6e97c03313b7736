"""The errors of every room, in one tree.

    AraError
    ├── CorpusError        a file of the corpus is missing, malformed or stale
    ├── SearchIndexError   the index cannot be built, opened or trusted
    │   └── ModelError     the embedding model is missing or not the one expected
    ├── ChatModelError     the chat model that the settings name cannot be opened
    ├── SettingsError      an ``ARA_*`` setting has no usable value
    ├── FactsError         the stated facts of a case cannot be read
    ├── ReceiptError       a receipt cannot be read
    ├── BatchError         a batch file cannot be read or written
    ├── ServeError         the web app cannot be started
    ├── RecordError        what is kept for staff cannot be opened, read or written
    └── EvalError          cases, a run or a baseline cannot be used

Each message says what was wrong, what is accepted, and what to do next, in one
line that can be shown to a person as it stands. "The Rules do not say" is an
answer, not an error.

The tree stands in the leftmost room because every other room may import it.
"""

from __future__ import annotations

__all__ = [
    "AraError",
    "BatchError",
    "ChatModelError",
    "CorpusError",
    "EvalError",
    "FactsError",
    "ModelError",
    "ReceiptError",
    "RecordError",
    "SearchIndexError",
    "ServeError",
    "SettingsError",
]


class AraError(Exception):
    """Something a person can mend; ``str()`` is the line to show them."""


class CorpusError(AraError):
    """A corpus file is missing, malformed or stale.

    ``where`` is ``file``, ``file:line`` or ``file:line field``.
    """

    def __init__(self, where: str, problem: str, accepted: str = "") -> None:
        self.where = where
        self.problem = problem
        self.accepted = accepted
        super().__init__(f"{where}: {problem}" + (f" {accepted}" if accepted else ""))


class SearchIndexError(AraError):
    """The index cannot be built, opened or trusted."""


class ModelError(SearchIndexError):
    """The embedding model is missing, unreadable or not the expected one."""


class ChatModelError(AraError):
    """The chat model cannot be opened."""


class SettingsError(AraError):
    """A setting has no usable value."""


class FactsError(AraError):
    """The facts of a case cannot be read."""


class ReceiptError(AraError):
    """A receipt cannot be read or is not a receipt."""


class BatchError(AraError):
    """A batch file cannot be read or written."""


class ServeError(AraError):
    """The web app cannot be started."""


class RecordError(AraError):
    """What is kept for staff cannot be opened, read or written."""


class EvalError(AraError):
    """Cases, a run or a baseline cannot be used."""
