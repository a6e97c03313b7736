"""What is broken on purpose, the gate stops and names; what new Rules change, impact lists."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from assistant import Assistant
from corpus import CORPUS_DIR, Corpus, read_rules
from corpus.diff import diff_rules
from evals.cases import CASES_DIR
from evals.impact import stale_entries
from evals.main import app
from tests.evals.helpers import NEW_RULES
from tests.evals.quick_index import use_known_vectors

Call = Callable[..., Result]


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the real corpus, to break."""
    root = tmp_path / "corpus"
    (root / "rules").mkdir(parents=True)
    for path in (*CORPUS_DIR.glob("*.yaml"), *CORPUS_DIR.glob("*.jsonl"), *CORPUS_DIR.glob("rules/*.md")):
        shutil.copyfile(path, root / path.relative_to(CORPUS_DIR))
    return root


@pytest.fixture
def call(monkeypatch: pytest.MonkeyPatch, assistant: Assistant, tmp_path: Path, copy: Path) -> Call:
    """Call a command on the copy."""
    use_known_vectors(monkeypatch, assistant, tmp_path / "data", copy)
    monkeypatch.chdir(tmp_path)
    return lambda *arguments: CliRunner().invoke(app, list(arguments), env={"COLUMNS": "200"})


def drop_faq(root: Path) -> None:
    """Leave no FAQ entry."""
    (root / "faq.yaml").write_text("entries: []\n")


def thin_examples(root: Path) -> None:
    """Leave every hundredth labelled example: some three hundred."""
    lines = (root / "examples.jsonl").read_text().splitlines(keepends=True)
    (root / "examples.jsonl").write_text("".join(lines[::100]))


@pytest.mark.slow
@pytest.mark.parametrize(
    ("break_it", "fallen"),
    [
        (drop_faq, ["reviewed_words"]),
        (thin_examples, ["abstention_f1"]),
    ],
    ids=["no FAQ", "few examples"],
)
def test_breaking_retrieval_fails_the_gate_which_names_what_fell(
    call: Call, copy: Path, break_it: Callable[[Path], None], fallen: list[str]
):
    """Without the FAQ, or with a hundredth of the examples, the gate fails on the figures that show it."""
    break_it(copy)
    run = call("run", "--cases", str(CASES_DIR / "dev" / "questions.jsonl"), "--out", "run")
    assert run.exit_code == 0, run.stderr
    result = call("gate", "--run", "run")
    assert result.exit_code == 1, result.stderr
    fell = [line for line in result.stderr.splitlines() if line.startswith("fell: ")]
    assert all(any(f"({figure})" in line for line in fell) for figure in fallen), fell
    assert "the baseline is from corpus" in result.stderr


@pytest.mark.slow
def test_new_rules_list_the_answers_that_change_and_what_must_be_reviewed(call: Call, real_corpus: Corpus):
    """With § I(b) removed and § I(c) reworded, real answers about them change, and their entries are to be reviewed."""
    questions = (CASES_DIR / "dev" / "questions.jsonl").read_text().splitlines(keepends=True)
    Path("some.jsonl").write_text("".join(line for line in questions if "rules:I." in line))
    result = call("impact", "2021-03-12", str(NEW_RULES), "--cases", "some.jsonl")
    assert result.exit_code == 0, result.stderr
    diff = diff_rules(real_corpus.rules, read_rules(NEW_RULES))
    assert "rules:I.b removed" in result.stdout
    assert "rules:I.c reworded" in result.stdout
    listed = result.stdout[result.stdout.index("must be reviewed before a release") :]
    assert all(entry in listed for entry in stale_entries(diff, real_corpus))


def test_the_gate_refuses_stale_entries_with_the_list(call: Call, copy: Path, real_corpus: Corpus):
    """With new Rules in place and the entries of the old, nothing is run, and every stale entry is named."""
    shutil.copyfile(NEW_RULES, copy / "rules" / NEW_RULES.name)
    result = call("gate")
    assert result.exit_code == 1
    diff = diff_rules(real_corpus.rules, read_rules(NEW_RULES))
    for entry in stale_entries(diff, real_corpus):
        name = entry.removeprefix("faq:").removeprefix("note ")
        assert any(name in line for line in result.stderr.splitlines()), entry
    assert "gate: refused" in result.stdout
    assert not Path("runs").exists()


def test_an_orphan_fails_the_coverage_check(call: Call, copy: Path):
    """A corpus without an FAQ has orphans, each named with what it lacks."""
    drop_faq(copy)
    result = call("coverage", "--check")
    assert result.exit_code == 1
    assert "rules:III.c has no FAQ entry." in result.stderr
