"""A small corpus, a fake over it, and runs with the fake."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from corpus import Corpus, load_corpus
from evals.fake import FakeAssistant, Reply
from evals.run import CaseSet, run_cases
from evals.summary import Summary
from tests.evals.helpers import write_cases


@pytest.fixture(scope="session")
def real_corpus() -> Corpus:
    """The corpus in the package."""
    return load_corpus()


@pytest.fixture
def small(small_corpus: Path) -> Corpus:
    """Five clauses about land, boats and taxes."""
    return load_corpus(small_corpus)


@pytest.fixture
def fake(small: Corpus) -> FakeAssistant:
    """A fake over the five clauses."""
    return FakeAssistant(small)


@pytest.fixture
def run_fake(tmp_path: Path, fake: FakeAssistant) -> Callable[..., Summary]:
    """Run cases through a fake into a folder below the test's own."""

    def run(folder: str, *rows: dict[str, Any], replies: list[Reply] | None = None, **options: Any) -> Summary:
        fake.queue.clear()
        fake.queue_up(replies or [])
        cases = CaseSet(source=write_cases(tmp_path / "cases.jsonl", *rows))
        return run_cases(cases, tmp_path / folder, lambda _: fake, fake.corpus, **options)

    return run
