"""Where one person's interview stands, as the page carries it."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any

from assistant.eligibility import Facts, parse_facts, summary
from assistant.eligibility.questions import can_be_asked
from assistant.eligibility.reading import decode
from corpus.errors import FactsError

__all__ = ["Session"]


@dataclass(frozen=True, slots=True)
class Session:
    """The facts so far, and what the person is doing with them."""

    facts: Facts = field(default_factory=lambda: parse_facts({}))
    changing: str = ""
    """The path of the answer that is being changed."""
    rest: bool = False
    """Whether the person goes on although the result is settled."""
    paused: bool = False
    """Whether the result so far is shown, with questions left."""

    def to_json(self) -> str:
        """One line of JSON; ``read`` gives an equal session."""
        return json.dumps(
            {"facts": self.facts.to_dict(), "changing": self.changing, "rest": self.rest, "paused": self.paused},
            ensure_ascii=False,
        )

    @classmethod
    def read(cls, text: object) -> Session:
        """The session that a page sent back; a new one for the empty text. Raises ``FactsError``."""
        if not text:
            return cls()
        data = decode(text) if isinstance(text, str) else None
        if not isinstance(data, dict):
            raise FactsError("The session must be a JSON object.")
        stated: Any = data.get("facts")
        facts = parse_facts(stated if isinstance(stated, dict) else {})
        return cls(
            facts=facts,
            changing=_one_of(facts, data.get("changing")),
            rest=data.get("rest") is True,
            paused=data.get("paused") is True,
        )


def _one_of(facts: Facts, path: object) -> str:
    listed = {row.fact for row in summary(facts) if can_be_asked(row.fact)}
    return path if isinstance(path, str) and path in listed else ""
