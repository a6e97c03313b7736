"""``ara check``."""

from __future__ import annotations

import json

import pytest
import typer
from typer.testing import CliRunner

from assistant.cli.check import check as command
from corpus.errors import FactsError, ReceiptError
from tests.assistant.eligibility.conftest import MET

DAY = ["--today", "2026-11-20"]


@pytest.fixture(scope="session")
def run():
    """Run ``ara check`` in this process; an error of ours is raised as it is."""
    app = typer.Typer(rich_markup_mode=None)
    app.command("check")(command)

    def invoke(*arguments, stdin=""):
        result = CliRunner().invoke(app, [str(one) for one in arguments], input=stdin)
        if result.exception and not isinstance(result.exception, SystemExit):
            raise result.exception
        return result

    return invoke


def test_facts_from_stdin_give_a_verdict_as_json(run):
    """Facts on stdin come back as a verdict with the fields of the contract."""
    verdict = json.loads(run("-", "--json", *DAY, stdin=json.dumps(MET | {"procurement": True})).stdout)
    assert (verdict["status"], verdict["decisive"]) == ("not_eligible", ["rules:I.e"])
    assert {"status", "decisive", "findings", "next_question", "earliest_date", "facts"} <= verdict.keys()
    for finding in verdict["findings"]:
        assert {"requirement", "clause", "state", "quote", "reason", "facts"} <= finding.keys()


def test_facts_from_a_file_give_a_verdict_in_words(run, tmp_path):
    """A file of facts is judged in words, the result first."""
    path = tmp_path / "facts.json"
    path.write_text('{"position": "postdoc"}', encoding="utf-8")
    result = run(path, *DAY)
    assert result.exit_code == 0
    assert result.stdout.startswith("Not eligible")


def test_schema_is_printed(run):
    """``--schema`` prints the JSON schema of the facts."""
    assert json.loads(run("--schema").stdout)["properties"]["full_time"]["examples"] == [True]


def test_award_checklist_is_apart(run):
    """``--award`` takes the other checklist, in words or as JSON, with a schema of its own."""
    result = run("-", "--award", stdin='{"original_work": false}')
    assert result.stdout.startswith("Something on the checklist for accepting an award is not in order.")
    assert json.loads(run("-", "--award", "--json", stdin="{}").stdout)["status"] == "open"
    assert "original_work" in json.loads(run("--schema", "--award").stdout)["properties"]


def test_receipt_is_written_and_verified(run, tmp_path):
    """A receipt that was written holds, and one that was altered does not and exits with 1."""
    path, page = tmp_path / "receipt.json", tmp_path / "receipt.html"
    run("-", "--receipt", path, *DAY, stdin=json.dumps(MET))
    run("-", "--receipt", page, *DAY, stdin=json.dumps(MET))
    assert page.read_text(encoding="utf-8").startswith("<!doctype html>")
    result = run("--verify", path)
    assert (result.exit_code, result.stdout) == (0, "The receipt holds.\n")
    path.write_text(path.read_text(encoding="utf-8").replace('"eligible"', '"not_eligible"'), encoding="utf-8")
    result = run("--verify", path)
    assert result.exit_code == 1
    assert "its digest does not fit its content" in result.stdout
    assert json.loads(run("--verify", path, "--json").stdout)["holds"] is False


def test_interview_leads_from_nothing_to_a_verdict(run):
    """Without a file the questions are asked until the result is settled."""
    result = run(*DAY, stdin="1\nno\n")
    assert result.stdout.count("\n[") == 2
    assert "The post is not full-time." in result.stdout
    result = run(*DAY, stdin="postdoc\n")
    assert "there is nothing more to ask" in result.stdout
    assert "Not eligible" in result.stdout


def test_interview_explains_goes_back_and_stops(run):
    """The interview says why it asks, takes back an answer, refuses what it cannot read, and stops when told to."""
    result = run(*DAY, stdin="why\nboss\n1\nback\nstop\n")
    assert "The Rules accept full-time faculty" in result.stdout
    assert '"boss" cannot be read' in result.stdout
    asked, _, answered = result.stdout.partition("Not settled yet")
    assert asked.count("What is your post?") == 4
    assert answered


@pytest.mark.parametrize(
    ("arguments", "stdin", "error", "says"),
    [
        (["-"], "{", FactsError, "not JSON"),
        (["-"], b"\xff\xfe", FactsError, "not UTF-8"),
        (["-", "--today", "yesterday"], "{}", FactsError, "--today: 'yesterday' is no day"),
        (["-", "--today", "1850-01-01"], "{}", FactsError, "today: 1850-01-01 cannot be used"),
        (["--award"], "", FactsError, "--award takes facts"),
        (["missing.json"], "", FactsError, "missing.json: cannot be read"),
        (["--verify", "missing.json"], "", ReceiptError, "missing.json: cannot be read"),
        (["-", "--receipt", "no/such/folder/r.json"], "{}", ReceiptError, "cannot be written"),
    ],
)
def test_bad_input_is_an_error_of_ours(run, tmp_path, monkeypatch, arguments, stdin, error, says):
    """Whatever cannot be read is one of our errors, in one line."""
    monkeypatch.chdir(tmp_path)
    with pytest.raises(error, match=says):
        run(*arguments, stdin=stdin)
