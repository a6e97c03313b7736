"""A run with a chat model beside the same run without one: what the model gains, and what it costs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from statistics import median

from pydantic import BaseModel

from assistant.chat_model import NOTES
from assistant.chat_model.support.reading import canonical, variants
from corpus import Corpus
from corpus.clauses import sentence_spans
from evals.compare import Comparison, compare_runs
from evals.results import RESULTS_FILE, ItemRow, read_results
from evals.summary import SUMMARY_FILE, Summary, read_summary

__all__ = ["Beside", "beside", "plain_folder", "show_beside", "unsupported"]

_LEAD = re.compile(r"^\*\*(?:Yes|No|It depends)\.\*\* ")


class Row(BaseModel, frozen=True):
    """One figure both ways."""

    figure: str
    without: float
    with_model: float


class Beside(BaseModel, frozen=True):
    """Both runs side by side."""

    model: str
    rows: tuple[Row, ...]
    """Figures of both runs."""
    comparison: Comparison
    asked: int
    """Answers for which the model was asked."""
    notes: dict[str, int]
    """How many of them it worded, was silent in, or wrote nothing for that holds."""
    shown: int
    """Sentences of the model that reached a user."""
    dropped: dict[str, int]
    """Sentences of the model that did not, by why."""
    troubles: dict[str, int]
    tokens: int
    """Of one answer that asked it, at the median."""
    ms: tuple[float, float]
    """Milliseconds from question to answer at the median, without and with."""
    slowest: float
    """Milliseconds of the slowest answer with the model."""
    unsupported: tuple[tuple[str, str], ...]
    """Sentences that reached a user and rest on nothing, with the id of their question; must be empty."""


def plain_folder(folder: Path) -> Path:
    """Where the run without a model lies that stands beside the one in ``folder``."""
    return folder.with_name(f"{folder.name}.none")


def beside(folder: Path, corpus: Corpus) -> Beside | None:
    """The run in ``folder`` beside its plain one; none where there is none, or ``folder`` had no model."""
    summary, plain = read_summary(folder), plain_folder(folder)
    if summary.run.model == "none" or not (plain / SUMMARY_FILE).exists():
        return None
    without = read_summary(plain)
    items = [item for case in read_results(folder / RESULTS_FILE) for item in case.items]
    before = {item.id: item for case in read_results(plain / RESULTS_FILE) for item in case.items}
    asked = [item for item in items if item.helped]
    helped = [item.helped for item in asked if item.helped]
    ids = {item.id for item in asked}
    return Beside(
        model=summary.run.model,
        rows=_rows(without, summary),
        comparison=compare_runs(plain, folder),
        asked=len(asked),
        notes=dict(Counter(one.note or "as reviewed" for one in helped)),
        shown=sum(len(one.shown) for one in helped),
        dropped=dict(Counter(why for one in helped for _, why in one.dropped).most_common()),
        troubles=dict(Counter(f"{task}: {trouble}" for one in helped for task, trouble in one.troubles).most_common()),
        tokens=round(median(one.tokens for one in helped)) if helped else 0,
        ms=(_ms(item for item in before.values() if item.id in ids), _ms(asked)),
        slowest=max((item.ms or 0.0 for item in items), default=0.0),
        unsupported=tuple(unsupported(items, before, corpus)),
    )


def unsupported(items: Iterable[ItemRow], before: dict[str, ItemRow], corpus: Corpus) -> Iterable[tuple[str, str]]:
    """Sentences of answers that stand in no reviewed words, in no clause and in no plain answer, and say no such sentence."""
    reviewed = _reviewed(corpus)
    for item in items:
        if not item.answer:
            continue
        known = reviewed | (set(_sentences(before[item.id].answer["text"])) if item.id in before else set())
        shown = (
            {row.text for row in item.helped.shown if canonical(row.text) in variants(row.says)}
            if item.helped
            else set()
        )
        sources = {row.says for row in item.helped.shown} if item.helped else set()
        own = shown if sources <= known else set()
        yield from ((item.id, one) for one in _sentences(item.answer["text"]) if one not in known and one not in own)


def show_beside(found: Beside) -> str:
    """Both ways as a Markdown table, with what the model did."""
    lines = [f"| figure | none | {found.model} |", "| --- | ---: | ---: |"]
    lines += [f"| {row.figure} | {100 * row.without:.1f} % | {100 * row.with_model:.1f} % |" for row in found.rows]
    notes = ", ".join(f"{count} {note}" for note, count in sorted(found.notes.items())) or "none"
    dropped = ", ".join(f"{count} × {why}" for why, count in found.dropped.items()) or "none"
    troubles = ", ".join(f"{count} × {what}" for what, count in found.troubles.items()) or "none"
    return "\n".join(
        [
            *lines,
            "",
            f"asked for {found.asked} answers ({notes}); sentences shown {found.shown}; dropped: {dropped}; troubles: {troubles}",
            f"unsupported sentences that reached a user: {len(found.unsupported)}",
            (
                f"median answer {found.ms[0]:.0f} ms without, {found.ms[1]:.0f} ms with; slowest {found.slowest:.0f} ms; "
                f"{found.tokens} tokens an answer"
            ),
        ]
    )


def _rows(without: Summary, with_model: Summary) -> tuple[Row, ...]:
    from evals.metrics import FIGURES

    return tuple(
        Row(figure=one.title, without=without.figures[one.key].value, with_model=with_model.figures[one.key].value)
        for one in FIGURES
        if one.key in without.figures and one.key in with_model.figures
    )


def _ms(items: Iterable[ItemRow]) -> float:
    return median([item.ms for item in items if item.ms is not None] or [0.0])


def _reviewed(corpus: Corpus) -> set[str]:
    texts = [entry.answer for entry in corpus.faq]
    texts += [text for note in corpus.notes for text in (note.note, *(point.says for point in note.points))]
    for clause in corpus.rules.clauses:
        texts.append(clause.text)
        lead = sentence_spans(clause.lead_in)[-1].cut(clause.lead_in).rstrip(" :") if clause.lead_in else ""
        texts += [
            f"{lead} {span.cut(clause.text).removesuffix('; and').rstrip(';')}".strip() for span in clause.sentences
        ]
    return {sentence for text in texts for sentence in _sentences(text)}


def _sentences(text: str) -> list[str]:
    """The sentences of an answer's own words: no quotations, no short answer, no notes, no version."""
    skipped = (*NOTES.values(),)
    found = []
    for paragraph in text.split("\n\n"):
        if paragraph.startswith(("> ", "*Rules version:")) or paragraph in skipped:
            continue
        own = _LEAD.sub("", paragraph.strip())
        found += [span.cut(own) for span in sentence_spans(own)] if own else []
    return found
