"""The `ara` command, as a process of its own."""

from __future__ import annotations

import json
import socket
from pathlib import Path

import pytest

OVERHEAD = "Can the university take its overhead out of the cash?"
COMMANDS = ["ask", "serve", "corpus show", "corpus lint", "corpus diff", "index build", "index status", "check"]


def one_line_error(run) -> str:
    assert run.returncode == 2, run
    assert "Traceback" not in run.stderr + run.stdout
    lines = [line for line in run.stderr.splitlines() if line.strip()]
    assert len(lines) == 1, run.stderr
    return lines[0]


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_with_an_example(run_ara, command: str):
    """`--help` of every command explains it and shows an example."""
    run = run_ara(*command.split(), "--help")
    assert run.returncode == 0
    assert f"ara {command}" in run.stdout.split("Example:")[1]


def test_ask_prints_an_answer(run_ara):
    """`ara ask` prints the short answer, the words and the quoted clauses."""
    run = run_ara("ask", OVERHEAD)
    assert run.returncode == 0
    assert run.stdout.lstrip().startswith("No.")
    assert "Rules § III(c)" in run.stdout


def test_ask_json_is_one_answer(run_ara):
    """`--json` prints one Answer on one line."""
    run = run_ara("ask", OVERHEAD, "--json")
    row = json.loads(run.stdout)
    assert row["polarity"] == "no"
    assert [citation["id"] for citation in row["citations"]] == ["rules:III.c", "rules:III.p3"]


def test_a_batch_answers_every_line(run_ara, tmp_path: Path):
    """A batch writes a line for each line in; a bad one gets an error, the rest are answered, and the status says so."""
    lines = [
        {"id": "a", "question": OVERHEAD},
        {"id": "b", "turns": ["What terms govern the credits?", "And for the cash?"]},
        {"id": "c", "question": ""},
        {"id": "d"},
        {"id": "e", "turns": []},
    ]
    text = "\n".join([*(json.dumps(line) for line in lines), "not json", '{"question": "no id"}'])
    (tmp_path / "in.jsonl").write_text(text, encoding="utf-8")
    run = run_ara("ask", "--batch", "in.jsonl", "--out", "out.jsonl")
    assert run.returncode == 2
    assert "4 lines could not be answered" in run.stderr
    rows = [json.loads(line) for line in (tmp_path / "out.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [row["id"] for row in rows] == ["a", "b", "c", "d", "e", None, None]
    assert [len(row.get("answers", [])) for row in rows] == [1, 2, 1, 0, 0, 0, 0]
    assert rows[2]["answers"][0]["kind"] == "invalid"
    assert all("error" in row for row in rows[3:])


def test_a_good_batch_exits_with_nought(run_ara, tmp_path: Path):
    """A batch in which every line is answered exits with 0."""
    (tmp_path / "in.jsonl").write_text(json.dumps({"id": 1, "question": OVERHEAD}), encoding="utf-8")
    assert run_ara("ask", "--batch", "in.jsonl", "--out", "out.jsonl").returncode == 0


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["ask"], "Type a question"),
        (["ask", "--batch", "none.jsonl", "--out", "x"], "There is no file none.jsonl"),
        (["ask", "--batch", "x"], "--out"),
        (["corpus", "show", "rules:IV.b"], "there is no clause 'rules:IV.b'"),
        (["corpus", "show", "faq:nothing"], "no FAQ entry"),
    ],
)
def test_bad_input_is_one_line(run_ara, arguments: list[str], says: str):
    """Bad input exits with 2 and one clear line on stderr."""
    assert says in one_line_error(run_ara(*arguments))


def test_a_batch_never_overwrites_its_input(run_ara, tmp_path: Path):
    """Reading from and writing to the same file is refused, and the file is as it was."""
    path = tmp_path / "in.jsonl"
    path.write_text('{"id": 1, "question": "x"}', encoding="utf-8")
    assert "nothing is lost" in one_line_error(run_ara("ask", "--batch", "in.jsonl", "--out", "in.jsonl"))
    assert path.read_text(encoding="utf-8") == '{"id": 1, "question": "x"}'


@pytest.mark.parametrize(
    ("env", "says"),
    [
        ({"ARA_EMBEDDING_MODEL": "/no/such/model"}, "ARA_EMBEDDING_MODEL"),
        ({"ARA_CORPUS_DIR": "/no/such/corpus"}, "no version of the Rules"),
        ({"ARA_RULES_VERSION": "1999-01-01"}, "1999-01-01.md"),
        ({"ARA_DATA_DIR": "/proc/none"}, "ARA_DATA_DIR"),
        ({"ARA_PORT": "many"}, "ARA_PORT"),
        ({"ARA_CHROMA_URL": "nowhere"}, "ARA_CHROMA_URL"),
    ],
)
def test_bad_settings_are_one_line(run_ara, env: dict[str, str], says: str):
    """A setting without a usable value exits with 2 and one line that names it or its file."""
    assert says in one_line_error(run_ara("ask", OVERHEAD, env=env))


def test_an_empty_question_is_answered_as_invalid(run_ara):
    """An empty question is no error: it gets the sentence that says what to type."""
    run = run_ara("ask", "", "--json")
    assert run.returncode == 0
    assert json.loads(run.stdout)["kind"] == "invalid"


def test_show_gives_a_clause(run_ara):
    """`ara corpus show` prints the clause's own words; `--json` the same as JSON."""
    assert "within the 12 months preceding application" in run_ara("corpus", "show", "rules:I.c").stdout
    assert json.loads(run_ara("corpus", "show", "rules:I.c", "--json").stdout)["label"] == "Rules § I(c)"
    assert "overhead" in run_ara("corpus", "show", "faq:overhead").stdout.lower()


def test_lint_exits_with_two_on_a_finding(run_ara, small_corpus: Path):
    """`ara corpus lint` names each finding on a line of its own and exits with 2."""
    path = small_corpus / "faq.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("rules:II.p1", "rules:II.p9"), encoding="utf-8")
    run = run_ara("corpus", "lint", env={"ARA_CORPUS_DIR": str(small_corpus)})
    assert run.returncode == 2
    assert "rules:II.p9" in run.stderr
    assert run_ara("corpus", "lint").returncode == 0


def test_status_says_ready(run_ara):
    """`ara index status` says that the index matches the corpus and what built it."""
    run = run_ara("index", "status")
    assert "state: ready" in run.stdout
    assert "sentence-transformers" in run.stdout


def test_a_port_in_use_is_one_line(run_ara):
    """Serving on a port that is taken names the port and the setting, and ends."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        line = one_line_error(run_ara("serve", "--port", str(port)))
    assert str(port) in line
    assert "ARA_PORT" in line
