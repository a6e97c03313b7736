"""Facts → verdict: section I of the Rules, judged requirement by requirement.

Pure and deterministic: the same facts, the same day and the same corpus give the same
verdict. No language model takes part.
"""

from __future__ import annotations

from datetime import date
from functools import cache, lru_cache
from pathlib import Path

from assistant.eligibility.dates import FIRST_YEAR, LAST_YEAR
from assistant.eligibility.facts import Facts
from assistant.eligibility.finding import Finding
from assistant.eligibility.kleene import all_of
from assistant.eligibility.places import Tables
from assistant.eligibility.quotes import labels_of
from assistant.eligibility.requirements import REQUIREMENTS, Case
from assistant.eligibility.verdict import STATUSES, Verdict
from corpus import Corpus, Rules, load_corpus
from corpus.ages import read_ages
from corpus.errors import FactsError
from corpus.places import read_places

__all__ = ["Checker", "load_checker", "read_tables"]


class Checker:
    """Judges cases against one version of the Rules.

    Raises ``CorpusError`` where a requirement quotes words that its clause does not have.
    """

    def __init__(self, rules: Rules, tables: Tables, corpus_hash: str) -> None:
        self.rules = rules
        self.tables = tables
        self.corpus_hash = corpus_hash
        self._labels = labels_of(rules, REQUIREMENTS)

    @classmethod
    def of(cls, corpus: Corpus) -> Checker:
        """The checker for a corpus, with the tables that lie in it."""
        return cls(corpus.rules, read_tables(corpus.root), corpus.hash)

    def check(self, facts: Facts, today: date) -> Verdict:
        """Judge ``facts``; ``today`` is the day of application where none is stated.

        Raises ``FactsError`` where ``today`` lies outside the calendar that is kept.
        """
        if not FIRST_YEAR < today.year < LAST_YEAR:
            raise FactsError(
                f"today: {today.isoformat()} cannot be used. Accepted: a date after {FIRST_YEAR} and before {LAST_YEAR}. "
                "Example: 2026-11-20."
            )
        case = Case(facts, today, self.tables)
        rulings = tuple(requirement(case) for requirement in REQUIREMENTS)
        return Verdict(
            status=STATUSES[all_of(ruling.truth for ruling in rulings)],
            findings=tuple(
                Finding.of(requirement, ruling, facts, self._labels[requirement.clause])
                for requirement, ruling in zip(REQUIREMENTS, rulings, strict=True)
            ),
            case=case,
            rulings=rulings,
            rules_version=self.rules.version,
            corpus_hash=self.corpus_hash,
        )


@cache
def read_tables(root: Path) -> Tables:
    """The places and ages under ``root``; raises ``CorpusError``."""
    return Tables(places=read_places(root / "places.yaml"), ages=read_ages(root / "ages.yaml"))


@lru_cache(maxsize=1)
def load_checker() -> Checker:
    """The checker for the corpus in the package, read once; raises ``CorpusError``."""
    return Checker.of(load_corpus())
