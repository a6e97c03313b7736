"""Answer → the HTML that the chat shows, whole or as far as it has been written."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from assistant.answer import Answer, Citation
from assistant.page.addresses import fragment, short_label
from assistant.page.markup import fill, markdown
from assistant.page.resting import cited_by
from assistant.transcript import turn_record
from corpus import Clause, Corpus
from corpus.clauses import sentence_spans

__all__ = ["Quote", "answer_stages", "answer_whole", "chips_of", "one_block", "said", "with_chips"]

LONG_QUOTE = 600
"""Longer quotations are folded."""
_LEAD = re.compile(r"^\*\*(Yes|No|It depends)\.\*\* ")


@dataclass(frozen=True, slots=True)
class Quote:
    """A citation as the page shows it."""

    citation: Citation
    clause: Clause

    @property
    def href(self) -> str:
        """The address of the quoted words."""
        return f"#{fragment(self.citation)}"

    @property
    def label(self) -> str:
        """What stands on the chip."""
        return short_label(self.citation.label)

    @property
    def lead_in(self) -> str:
        """The last sentence of what a lettered item completes."""
        text = self.clause.lead_in
        return sentence_spans(text)[-1].cut(text) if text else ""

    @property
    def cut_before(self) -> bool:
        """Whether words of the clause stand before the quoted ones."""
        return self.citation.start > 0

    @property
    def cut_after(self) -> bool:
        """Whether words of the clause stand after the quoted ones."""
        return self.citation.end < len(self.clause.text)

    @property
    def is_long(self) -> bool:
        """Whether it is folded."""
        return len(self.citation.quote) > LONG_QUOTE


def said(question: str) -> Markup:
    """What the user typed, as text."""
    return one_block(fill("said.html", question=question))


def answer_stages(
    question: str, answer: Answer, corpus: Corpus, follow_ups: Sequence[str], day: date
) -> Iterator[Markup]:
    """The answer as it grows: a sentence more each time, then the quotations, then the whole of it."""
    parts = _Parts.of(answer, corpus)
    values = parts.values() | {
        "answer": answer,
        "quotes": [],
        "after": [],
        "done": False,
        "follow_ups": [],
        "record": "",
    }
    for stage in _growing(list(parts.before)):
        whole = len(stage) if tuple(stage) == parts.before[: len(stage)] else len(stage) - 1
        yield _show(values | {"before": parts.drawn(stage, whole)})
    for count in range(1, len(parts.quotes) + 1):
        yield _show(values | {"quotes": parts.quotes[:count]})
    yield _with_foot(parts, question, answer, follow_ups, day)


def answer_whole(question: str, answer: Answer, corpus: Corpus, follow_ups: Sequence[str], day: date) -> Markup:
    """The answer with its foot: ``follow_ups``, and the record of the turn, asked on ``day``, that can be downloaded."""
    return _with_foot(_Parts.of(answer, corpus), question, answer, follow_ups, day)


def _with_foot(parts: _Parts, question: str, answer: Answer, follow_ups: Sequence[str], day: date) -> Markup:
    record = json.dumps(turn_record(question, answer, day), ensure_ascii=False)
    return _show(parts.values() | {"answer": answer, "done": True, "follow_ups": follow_ups, "record": record})


@dataclass(frozen=True, slots=True)
class _Parts:
    """What an answer is drawn from."""

    short: str
    before: tuple[str, ...]
    """The paragraphs before the quotations."""
    chips: tuple[Markup, ...]
    """What each of them ends with."""
    quotes: tuple[Quote, ...]
    after: tuple[str, ...]

    @classmethod
    def of(cls, answer: Answer, corpus: Corpus) -> _Parts:
        short, before, after = _paragraphs(answer)
        chips = tuple(chips_of(cited) for cited in cited_by(before, answer.citations, corpus))
        quotes = tuple(Quote(citation, corpus.rules.clause(citation.id)) for citation in answer.citations)
        return cls(short, tuple(before), chips, quotes, tuple(after))

    def drawn(self, paragraphs: Sequence[str], whole: int) -> list[Markup]:
        """The paragraphs as HTML, the first ``whole`` of them with their chips."""
        return [with_chips(markdown(text), self.chips[at] if at < whole else "") for at, text in enumerate(paragraphs)]

    def values(self) -> dict[str, object]:
        """The parts as the template takes them."""
        return {
            "short": self.short,
            "before": self.drawn(self.before, len(self.before)),
            "quotes": self.quotes,
            "after": [markdown(paragraph) for paragraph in self.after],
        }


def chips_of(groups: Sequence[Sequence[Citation]]) -> Markup:
    """A chip for each clause, which marks every quotation from it."""
    chip = Markup(' <a class="cite" href="#{}">{}</a>')
    return Markup("").join(chip.format(fragment(*group), short_label(group[0].label)) for group in groups)


def with_chips(paragraph: Markup, chips: str) -> Markup:
    """The chips stand at the end of the paragraph's text."""
    at = paragraph.rfind("</")
    return paragraph[:at] + chips + paragraph[at:]


def _show(values: dict[str, object]) -> Markup:
    return one_block(fill("answer.html", **values))


def _paragraphs(answer: Answer) -> tuple[str, list[str], list[str]]:
    """The short answer, the paragraphs before the quotations, and those after them.

    Quotations are drawn from the citations and the version is in the foot, so that neither
    is taken from the text.
    """
    paragraphs = [paragraph for paragraph in answer.text.split("\n\n") if not paragraph.startswith("*Rules version:")]
    places = [place for place, paragraph in enumerate(paragraphs) if paragraph.startswith("> **")]
    first = places[0] if places else len(paragraphs)
    before = paragraphs[:first]
    after = [paragraph for place, paragraph in enumerate(paragraphs) if place > first and place not in places]
    if before and (lead := _LEAD.match(before[0])):
        return f"{lead[1]}.", [before[0][lead.end() :], *before[1:]], after
    if answer.kind == "not_in_rules" and before:
        return before[0], before[1:], after
    return "", before, after


def _growing(paragraphs: list[str]) -> Iterator[list[str]]:
    """The paragraphs with one sentence more each time."""
    if not paragraphs:
        yield []
    for place, paragraph in enumerate(paragraphs):
        for span in sentence_spans(paragraph):
            yield [*paragraphs[:place], paragraph[: span.end]]


def one_block(html: Markup) -> Markup:
    """The same HTML without line breaks: at an empty line, the chat's Markdown reader would end a block of HTML."""
    return Markup(str(html).strip().replace("\n", "&#10;"))  # noqa: S704 - it was Markup before
