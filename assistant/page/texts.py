"""What the page says, in every language of its interface, from ``texts.yaml``.

The Rules, the answers and the interview's questions are not among these: they stay in English.
"""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Final, Self

from pydantic import model_validator

from assistant.render import long_date
from corpus.yamlfile import Entry, read_list

__all__ = ["CATALOGUE", "EXAMPLES", "LANGUAGES", "TEXTS", "Text", "english", "read_catalogue"]

LANGUAGES: Final = {
    "en": "English",
    "es": "Español",
    "fr": "Français",
    "de": "Deutsch",
    "pt": "Português",
    "zh": "中文",
    "ja": "日本語",
    "hi": "हिन्दी",
}
"""Languages of the interface by code, each by its own name."""
_PLACEHOLDER = re.compile(r"\{(\w+)\}")


class Text(Entry, frozen=True):
    """One text of the interface; what stands in braces is filled in."""

    key: str
    en: str
    es: str
    fr: str
    de: str
    pt: str
    zh: str
    ja: str
    hi: str

    @model_validator(mode="after")
    def _same_placeholders(self) -> Self:
        wanted = sorted(_PLACEHOLDER.findall(self.en))
        for language in LANGUAGES:
            if sorted(_PLACEHOLDER.findall(self.in_(language))) != wanted:
                raise ValueError(f"“{language}” of {self.key} has other placeholders than the English text")
        return self

    def in_(self, language: str) -> str:
        """The text in one of ``LANGUAGES``."""
        return str(getattr(self, language))


def read_catalogue(path: Path) -> dict[str, Text]:
    """Every text by its key; raises ``CorpusError`` naming file, line and field."""
    return {text.key: text for text in read_list(path, "texts", Text)}


CATALOGUE: Final = read_catalogue(Path(__file__).with_name("texts.yaml"))
TEXTS: Final = {key: text.en for key, text in CATALOGUE.items()}
"""The English texts by key."""

EXAMPLES: Final = {
    "My wife works at Amazon. Can I be the PI?": "topic_eligibility",
    "Can I submit two proposals in the same call as PI?": "topic_proposals",
    "Can the university take its overhead out of the cash?": "topic_money",
    "Who pays taxes on an Award?": "topic_taxes",
    "Can I put confidential information in the proposal?": "topic_confidentiality",
    "May our press office issue a press release about our participation?": "topic_publicity",
}
"""Questions of the FAQ that show what can be asked, each with the text that names its topic."""


def english(key: str, **values: str | int) -> str:
    """The English text with its values; a date such as ``2021-03-12`` is written out."""
    return TEXTS[key].format(**{name: _shown(value) for name, value in values.items()})


def _shown(value: str | int) -> str:
    if isinstance(value, int):
        return f"{value:,}"
    try:
        return long_date(date.fromisoformat(value).isoformat()) if len(value) == len("2021-03-12") else value
    except ValueError:
        return value
