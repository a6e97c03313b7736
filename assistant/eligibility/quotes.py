"""Requirements must quote the Rules exactly; a new version of the Rules that reads otherwise is refused."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from assistant.eligibility.requirements.base import Requirement
from corpus import Rules
from corpus.errors import CorpusError

__all__ = ["labels_of"]


def labels_of(rules: Rules, requirements: Sequence[Requirement[Any]]) -> dict[str, str]:
    """The label of each clause that the requirements rest on, once their quotes are found in it.

    Raises ``CorpusError`` naming the requirement whose clause or words are missing.
    """
    labels: dict[str, str] = {}
    for requirement in requirements:
        clause = rules.by_id.get(requirement.clause)
        if clause is None or requirement.quote not in clause.text:
            what = "is missing" if clause is None else "does not have the words that it quotes"
            raise CorpusError(
                f"rules {rules.version} {requirement.clause}",
                f"the clause of the requirement {requirement.id!r} {what}.",
                "Review the requirement against the new text and correct its clause and quote.",
            )
        labels[clause.id] = clause.label
    return labels
