"""The report of a run."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from evals.fake import reply_with
from evals.plots import bars, histogram, whisker
from evals.report import write_report
from evals.summary import Measured, Summary
from tests.evals.helpers import question

Run = Callable[..., Summary]


def report(run_fake: Run, tmp_path: Path) -> str:
    """The report of one right and one wrong answer."""
    replies = [reply_with("answer", ["rules:II.p1"]), reply_with("answer", ["rules:I.a"], text="<b>bold</b> & wrong")]
    run_fake("run", question("q1"), question("q2", question="Is <i>this</i> mine?"), replies=replies)
    return write_report(tmp_path / "run").read_text(encoding="utf-8")


def test_a_report_asks_nothing_of_any_host(run_fake: Run, tmp_path: Path):
    """There is no address, script, image or style sheet to fetch, and the page's policy forbids any."""
    page = report(run_fake, tmp_path)
    assert not re.search(r"https?://|<script|<img|<link|@import|url\(|src=", page)
    assert "default-src 'none'" in page


def test_a_failure_says_what_was_expected_and_what_lost_it(run_fake: Run, tmp_path: Path):
    """The failed case stands below its section with its stage, gold and answer; the right one does not."""
    page = report(run_fake, tmp_path)
    assert "1 of 2 right" in page
    failure = page[page.index('id="failures-ii"') :]
    assert all(words in failure for words in ("retrieve", "II.p1; yes", "cites I.a", "not among ten"))
    assert 'id="case-q1"' not in page


def test_what_was_typed_and_answered_is_escaped(run_fake: Run, tmp_path: Path):
    """Markup in a question or an answer is shown, not obeyed."""
    page = report(run_fake, tmp_path)
    assert "Is &lt;i&gt;this&lt;/i&gt; mine?" in page
    assert "&lt;b&gt;bold&lt;/b&gt; &amp; wrong" in page


def test_the_worst_section_is_one_click_away(run_fake: Run, tmp_path: Path):
    """The head of the page links to the failures of the worst section."""
    page = report(run_fake, tmp_path)
    assert re.search(r'Worst section: <a href="#failures-ii">§ II</a>, 1 of 2 wrong', page)


def test_plots_are_drawn_from_values():
    """A whisker's dot stands at its value; the longest bar fills its room; slow answers share the last bin."""
    assert 'cx="60.0"' in whisker(Measured(value=0.5, low=0.4, high=0.6, cases=9))
    assert "<title>Failures</title>" in bars({"route": 2, "decide": 4}, "Failures")
    assert histogram([], "Times", "ms") == ""
    assert "10.0 ms" in histogram([1.0] * 50 + [10.0] * 50, "Times", "ms")
