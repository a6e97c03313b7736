"""What hangs on a clause, as `ara corpus diff` tells it."""

from __future__ import annotations

from collections.abc import Callable
from subprocess import CompletedProcess

from corpus import Corpus
from evals.hanging import hanging_on
from tests.evals.helpers import NEW_RULES


def test_cases_and_requirements_are_counted(real_corpus: Corpus):
    """§ I(c) has cases in both parts and a requirement; § II ¶ 1 has no requirement; an unknown clause nothing."""
    hanging = hanging_on(real_corpus)
    assert "test cases; requirement " in hanging("rules:I.c")
    assert hanging("rules:II.p1").endswith("no requirement")
    assert hanging("rules:XX.a") == "no eval case; no requirement"


def test_the_comparison_of_two_versions_names_them(run_ara: Callable[..., CompletedProcess[str]]):
    """A reworded clause is shown with its marked words, its FAQ entries, examples, cases and requirement."""
    done = run_ara("corpus", "diff", "2021-03-12", str(NEW_RULES))
    assert done.returncode == 0, done.stderr
    reworded = done.stdout[done.stdout.index("reworded") :].split("renumbered")[0]
    assert "[-12-] {+24+} months" in reworded
    assert all(word in reworded for word in ("FAQ ", "note", "examples", "dev and", "requirement amazon"))
