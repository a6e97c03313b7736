"""An answer as it was given, read from the contract's JSON."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel

from assistant import AnswerKind
from corpus import Polarity
from evals.cases import VerdictStatus

__all__ = ["Given", "GivenCitation", "GivenHit", "GivenVerdict"]


class GivenCitation(BaseModel, frozen=True):
    """A quoted clause."""

    id: str
    quote: str
    start: int
    end: int
    version: str


class GivenHit(BaseModel, frozen=True):
    """A ranked clause."""

    id: str
    score: float


class GivenVerdict(BaseModel, frozen=True):
    """What a verdict is judged by."""

    status: VerdictStatus
    decisive: tuple[str, ...]


class Given(BaseModel, frozen=True):
    """What the metrics see of an answer; fields that they do not judge are left out."""

    kind: AnswerKind
    polarity: Polarity | None = None
    text: str = ""
    citations: tuple[GivenCitation, ...] = ()
    hits: tuple[GivenHit, ...] = ()
    """Best first, at most ten."""
    verdict: GivenVerdict | None = None
    rewritten: str | None = None
    ms: float = 0.0
    """Milliseconds from question to answer."""

    @classmethod
    def read(cls, answer: dict[str, Any]) -> Given:
        """From ``Answer.to_dict()``."""
        return cls.model_validate(answer)

    @property
    def cited(self) -> tuple[str, ...]:
        """The ids of the cited clauses, each once, in order."""
        return tuple(dict.fromkeys(citation.id for citation in self.citations))

    @property
    def ranked(self) -> tuple[str, ...]:
        """The ids of the hits, best first."""
        return tuple(hit.id for hit in self.hits)

    @property
    def answers(self) -> bool:
        """Whether it claims that there is an answer; everything else is an abstention."""
        return self.kind in {"answer", "verdict"}
