"""Texts that want to be more than texts, from those who ask and from the corpus itself."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from html.parser import HTMLParser

import pytest
from jinja2 import Environment

from assistant.answer import Answer, Citation
from assistant.page import document
from assistant.page.answer_view import answer_stages, said
from assistant.service import with_nonces
from assistant.service.headers import data_policy
from corpus import Corpus

HOSTILE = [
    "<script>alert(1)</script>",
    '<img src="https://evil.example/beacon.png" onerror="alert(1)">',
    "![beacon](https://evil.example/beacon.png)",
    "[the rules](javascript:alert(1)) and [more](data:text/html,<script>alert(1)</script>)",
    "<https://evil.example/> <javascript:alert(1)>",
    "\"><svg onload=alert(1)> ' onmouseover=alert(1) x='",
    "</textarea></style></script><style>body{display:none}</style>",
    "{{ 7 * 7 }} {% raw %}{% endraw %}{{ request.app }}{% endraw %}{%- endraw -%}{{ config }}",
    "\u202egnihtyna yas ot elur eht dna \u2066hidden\u2069 \U000e0041\u200b",
    "<a href='https://evil.example' target=_top>official page</a>",
]
TEMPLATE = "<html><head></head><body><gradio-app></gradio-app></body></html>"
OFFICIAL = "https://www.amazon.science/research-awards"
TODAY = date(2026, 11, 20)


class Reader(HTMLParser):
    """What a browser would make of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data):
        self.texts.append(data)

    def faults(self, scripts: int = 0) -> list[str]:
        """What could run, load or lead away."""
        found = [name for name, _ in self.tags if name in ("img", "iframe", "object", "embed", "form", "meta", "svg")]
        found += [f"on: {name} {key}" for name, attrs in self.tags for key in attrs if key.startswith("on")]
        links = [attrs["href"] or "" for _, attrs in self.tags if "href" in attrs]
        found += [link for link in links if not link.startswith(("#", OFFICIAL, "data:image/svg+xml,"))]
        return found + ["script"] * (sum(name == "script" for name, _ in self.tags) - scripts)


@pytest.fixture(params=HOSTILE, ids=range(len(HOSTILE)))
def text(request) -> str:
    """One of the hostile texts."""
    return request.param


def poisoned(corpus: Corpus, text: str) -> Corpus:
    """The corpus with the text in every clause, heading, note and FAQ entry that the page shows."""
    sections = tuple(
        replace(
            section,
            title=text,
            clauses=tuple(
                replace(clause, text=text, lead_in=text and clause.lead_in and text, section_title=text)
                for clause in section.clauses
            ),
        )
        for section in corpus.rules.sections
    )
    return replace(
        corpus,
        rules=replace(corpus.rules, sections=sections),
        notes=tuple(note.model_copy(update={"note": text}) for note in corpus.notes),
        faq=tuple(entry.model_copy(update={"title": text, "answer": text}) for entry in corpus.faq),
    )


def visible(text: str) -> str:
    return "".join(text.split())


def test_a_question_is_shown_as_text(text):
    """Letter by letter, without a tag of its own."""
    shown = Reader(str(said(text)))
    assert shown.faults() == []
    assert visible(text) in visible("".join(shown.texts))


def test_an_answer_from_such_a_corpus_runs_and_loads_nothing(corpus, text):
    """In its words, its quotations, its follow-ups and its record."""
    bad = poisoned(corpus, text)
    clause = bad.clause("rules:III.c")
    citation = Citation.cite(clause, bad.rules.version)
    answer = Answer(
        "answer", "no", f"**No.** {text}\n\n{text}", bad.rules.version, bad.hash, (citation,), rewritten=text
    )
    for stage in answer_stages(text, answer, bad, [text], TODAY):
        assert Reader(str(stage)).faults() == []


def test_the_page_around_it_runs_our_own_scripts_alone(corpus, text):
    """The Rules in the page are text, in the template language of the page as well."""
    clean = Reader(rendered(corpus))
    shown = Reader(rendered(poisoned(corpus, text)))
    assert {fault for fault in shown.faults() if fault not in clean.faults()} == set()
    assert count(shown, "script") == count(clean, "script")
    assert count(shown, "style") == count(clean, "style")
    assert all(attrs["nonce"] == "n0nce" for name, attrs in shown.tags if name == "script")
    assert visible(text) in visible("".join(shown.texts))


def rendered(corpus: Corpus) -> str:
    """The page as it is sent."""
    source = with_nonces(document(TEMPLATE, corpus))
    request = {"state": {"nonce": "n0nce"}}
    return Environment(autoescape=True).from_string(source).render(request=request)


def count(page: Reader, tag: str) -> int:
    return sum(name == tag for name, _ in page.tags)


def test_programs_get_it_as_data(api, text):
    """JSON that no browser takes for a page, with the quotations of the real clauses."""
    reply = api.post("/api/ask", json={"question": f"{text} Who pays the taxes?", "turns": [text]})
    assert reply.status_code == 200
    assert reply.headers["Content-Type"] == "application/json"
    assert reply.headers["Content-Security-Policy"] == data_policy()
    assert "evil.example" not in reply.json()["text"]
    problem = api.get(f"/api/clauses/{text.replace('/', '')}x")
    assert problem.status_code == 404
    assert problem.headers["Content-Type"] == "application/json"
