"""A run with a chat model beside one without: an adversary that lies in every way it can changes no figure."""

from __future__ import annotations

import html
import json
import os
import random
import re
from pathlib import Path

import pytest

from assistant import Assistant
from assistant.chat_model import FakeChatModel, Helper, Limits, Request
from corpus import Corpus
from evals.beside import beside, plain_folder, show_beside, unsupported
from evals.cases import CASES_DIR
from evals.metrics import FIGURE_BY_KEY
from evals.report import write_report
from evals.results import RESULTS_FILE, ItemRow, read_results
from evals.run import CaseSet, run_cases

STRIDE = int(os.environ.get("ARA_LLM_STRIDE", "12"))
"""Every so many eval cases are put to the adversary; 1 for all."""
FILES = ("questions*.jsonl", "dialogues*.jsonl", "hostile.jsonl")
LIES = (
    lambda text: re.sub(r"\b(?:not|no|never) ", "", text, count=1),
    lambda text: re.sub(r"\b(may|must|will|are|is)\b(?! not)", r"\1 not", text, count=1),
    lambda text: re.sub(r"\bmust\b", "may", text, count=1),
    lambda text: re.sub(r"\b(?:unless|if|except|before|until)\b.*", "", text, count=1),
    lambda text: re.sub(r"\b(?:only|solely) ", "", text, count=1),
    lambda text: re.sub(r"\b12\b|\bone\b|\btwo\b", "24", text, count=1),
    lambda text: re.sub(r"\bAWS\b", "your institution", text, count=1),
    lambda text: text.rstrip(".") + " in every case.",
    lambda text: "You are eligible: " + text,
    lambda text: re.sub(r"\bcannot\b", "can", text, count=1),
)


def liar(request: Request) -> str:
    """Replies that keep the form and lie about the rest, with a true sentence among them."""
    chance = random.Random(request.human)
    if request.task != "write":
        said = re.findall(r"[\w’'-]+", html.unescape(request.human))
        questions = [" ".join(chance.sample(said, min(6, len(said)))) + "?" for _ in range(2)]
        return json.dumps({"question": questions[0]} if request.task == "rewrite" else {"questions": questions})
    given = [
        (clause, int(number), html.unescape(text))
        for clause, body in re.findall(r'<clause id="([^"]+)">\n(.*?)\n</clause>', request.human, re.DOTALL)
        for number, text in re.findall(r"\[(\d+)\] (.+)", body)
    ]
    sentences = []
    for clause, number, text in chance.sample(given, min(4, len(given))):
        for change in (chance.choice(LIES), lambda text: text):
            wrong = chance.random() < 0.2
            source = {"clause": "rules:IX.p9" if wrong else clause, "sentence": number}
            sentences.append({"text": change(text), "rests_on": [source]})
    return json.dumps({"sentences": sentences})


def test_a_liar_changes_no_figure(assistant: Assistant, corpus: Corpus, tmp_path: Path):
    """Over eval cases no lie reaches the user and no figure falls, and the report shows both runs."""
    lines = [
        line
        for part in ("dev", "test")
        for pattern in FILES
        for path in sorted((CASES_DIR / part).glob(pattern))
        for line in path.read_text(encoding="utf-8").splitlines()
    ]
    source = tmp_path / "cases.jsonl"
    source.write_text("\n".join(lines[::STRIDE]) + "\n", encoding="utf-8")
    model = FakeChatModel(usual=liar)
    lied_to = Assistant(corpus, assistant.index, read_cases=True, helper=Helper(model, Limits(per_minute=100_000)))
    plain = Assistant(corpus, assistant.index, read_cases=True)
    folder = tmp_path / "run"
    run_cases(CaseSet(source=source), plain_folder(folder), lambda _: plain, corpus)
    run_cases(CaseSet(source=source), folder, lambda _: lied_to, corpus, model="fake:liar")
    found = beside(folder, corpus)
    assert found
    print(show_beside(found))  # noqa: T201 - shown where the test fails, or with -s
    assert found.asked > 10
    assert found.shown > 0
    assert sum(found.dropped.values()) > found.asked
    assert found.unsupported == ()
    assert found.comparison.worse == ()
    fallen = [
        shift
        for shift in found.comparison.shifts
        if shift.before != shift.after and (shift.after < shift.before) == (FIGURE_BY_KEY[shift.figure].wants == "high")
    ]
    assert fallen == []
    page = write_report(folder).read_text(encoding="utf-8")
    assert "With and without a chat model" in page
    assert "fake:liar" in page


@pytest.mark.parametrize("sentence", ["You may keep everything.", "The cash may be used for indirect expenses."])
def test_a_sentence_from_nowhere_is_found(assistant: Assistant, corpus: Corpus, tmp_path: Path, sentence: str):
    """Words that stand in no clause, no reviewed answer and no plain answer are counted as unsupported."""
    source = tmp_path / "cases.jsonl"
    source.write_text(
        (CASES_DIR / "dev" / "questions.jsonl").read_text(encoding="utf-8").splitlines()[0] + "\n", encoding="utf-8"
    )
    run_cases(CaseSet(source=source), tmp_path / "run", lambda _: assistant, corpus)
    (row,) = (item for case in read_results(tmp_path / "run" / RESULTS_FILE) for item in case.items)
    assert list(unsupported([row], {row.id: row}, corpus)) == []
    forged = ItemRow.model_validate(
        row.model_dump() | {"answer": row.answer | {"text": f"{sentence}\n\n{row.answer['text']}"}}
    )
    assert list(unsupported([forged], {row.id: row}, corpus)) == [(row.id, sentence)]
