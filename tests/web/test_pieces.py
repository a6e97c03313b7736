"""The page's pieces without a browser."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date
from html import unescape

import pytest

from assistant.answer import Answer, Citation
from assistant.page import EXAMPLES, FollowUps, Turn, View, converse, document, messages, problem_box
from assistant.page.addresses import fragment, short_label
from assistant.page.answer_view import answer_stages, said
from assistant.page.markup import markdown
from assistant.pipeline import Trace
from corpus import Span

TODAY = date(2026, 11, 20)
TEMPLATE = "<html><head></head><body><gradio-app></gradio-app></body></html>"


@pytest.fixture
def answer(corpus) -> Answer:
    """A no with one quotation from the middle of § III(c)."""
    clause = corpus.clause("rules:III.c")
    citation = Citation.cite(clause, corpus.rules.version, Span(8, 35))
    text = "**No.** One sentence. Another one.\n\n> **Rules § III(c)** — “x”\n\nElsewhere.\n\n*Rules version: March 12, 2021.*"
    return Answer("answer", "no", text, corpus.rules.version, corpus.hash, (citation,))


class Fixed:
    """Stands in for the assistant: always the same answer, and a note of what it was asked."""

    def __init__(self, corpus, answer):
        self.corpus, self.answer, self.asked = corpus, answer, []

    def trace(self, question, turns=(), *_):
        """Answer."""
        self.asked.append((question, tuple(turns)))
        if isinstance(self.answer, Exception):
            raise self.answer
        return Trace(question, question, None, None, None, None, (), self.answer)

    def ask(self, question, turns=()):
        """Answer."""
        return self.trace(question, turns).answer


def talk(assistant, typed, before, **other):
    """A message to the page, on one day, with follow-ups from the same assistant."""
    return converse(assistant, FollowUps(assistant.ask, assistant.corpus), typed, before, TODAY, **other)


def test_labels_leave_out_that_these_are_the_rules():
    """A chip has room for the clause alone."""
    assert [short_label(label) for label in ("Rules § III(c)", "Rules § III ¶ 3", "Rules, preamble ¶ 1")] == [
        "§ III(c)",
        "§ III ¶ 3",
        "Preamble ¶ 1",
    ]


def test_the_examples_are_questions_of_the_faq(corpus):
    """What the page offers to ask has a reviewed answer."""
    asked = {question.ask for entry in corpus.faq for question in entry.questions}
    assert set(EXAMPLES) <= asked


def test_an_address_carries_the_offsets(answer):
    """The address of a quotation is its clause and characters."""
    assert fragment(answer.citations[0]) == "rules:III.c:8-35"


def test_stages_grow_to_the_whole_answer(answer, corpus):
    """A sentence more each time, then the quotation; only the last stage has a foot."""
    stages = list(answer_stages("Asked?", answer, corpus, ["Next?"], TODAY))
    assert ["Another" in stage for stage in stages] == [False, True, True, True]
    assert ["<q>" in stage for stage in stages] == [False, False, True, True]
    assert ['class="foot"' in stage for stage in stages] == [False, False, False, True]
    assert f"<q>{corpus.clause('rules:III.c').text[8:35]}</q>" in stages[-1]
    assert "Rules version" not in re.sub(r'value="[^"]*"', "", stages[-1])
    assert ["Next?" in stage for stage in stages] == [False, False, False, True]
    assert all("\n" not in stage for stage in stages)


def test_a_long_quotation_is_folded(answer, corpus):
    """The release of liability does not push everything else off a phone."""
    citation = Citation.cite(corpus.clause("rules:VII.p1"), corpus.rules.version)
    whole = list(answer_stages("?", replace(answer, citations=(citation,)), corpus, (), TODAY))[-1]
    assert ">Show all 886 characters" in whole


@pytest.mark.parametrize("text", ["<script>x</script>", '"><img src=x>', "a\n\nb", "{{ 7 * 7 }}{% raw %}"])
def test_what_was_typed_is_escaped(text):
    """No tag of a user's survives, and no line break ends the block."""
    html = said(text)
    assert "<script" not in html
    assert "<img" not in html
    assert "\n" not in html


def test_markdown_makes_no_tags_images_or_script_links():
    """Text of the corpus or of a model cannot bring markup in."""
    html = markdown("<b>x</b> ![i](https://evil.example/i.png) [l](javascript:alert(1)) **bold**")
    assert "<b>" not in html
    assert "<img" not in html
    assert 'href="javascript' not in html
    assert "<strong>bold</strong>" in html


def test_the_official_page_becomes_a_link():
    """Only this bare address does."""
    html = markdown("See https://www.amazon.science/research-awards. Not https://elsewhere.example.")
    assert html.count("<a ") == 1


def test_a_conversation_grows_by_a_turn(answer, corpus):
    """Busy while it grows, at rest at the end; turns before go with the question."""
    assistant = Fixed(corpus, answer)
    before = (Turn("First?", "<p>one</p>"),)
    views = list(talk(assistant, "Second?", before))
    assert [view.busy for view in views] == [*[True] * (len(views) - 1), False]
    assert views[-1].conversation[0] == before[0]
    assert assistant.asked[0] == ("Second?", ("First?",))
    assert [message["role"] for message in messages(views[-1].conversation)] == ["user", "assistant"] * 2


def test_an_edited_question_takes_the_place_of_the_last(answer, corpus):
    """The last turn goes with the first view, and the new question is read without it."""
    assistant = Fixed(corpus, answer)
    before = (Turn("First?", "<p>one</p>"), Turn("Wrong?", "<p>two</p>"))
    views = list(talk(assistant, "Right?", before, again=True))
    assert [[turn.question for turn in view.conversation] for view in views[:1]] == [["First?", "Right?"]]
    assert assistant.asked[0] == ("Right?", ("First?",))
    invalid = Fixed(corpus, replace(answer, kind="invalid"))
    assert [view.conversation for view in talk(invalid, "?", before, again=True)] == [before]


def test_a_pressed_question_is_read_by_itself(answer, corpus):
    """As it was when it was tried out, whatever was asked before it; the conversation goes on."""
    assistant = Fixed(corpus, answer)
    *_, last = talk(assistant, "Pressed?", (Turn("First?", "<p>one</p>"),), pressed=True)
    assert assistant.asked[0] == ("Pressed?", ())
    assert [turn.question for turn in last.conversation] == ["First?", "Pressed?"]


def test_an_unusable_message_changes_nothing(answer, corpus):
    """Its writer reads why, and keeps it."""
    before = (Turn("First?", "<p>one</p>"),)
    invalid = replace(answer, kind="invalid", text="Too long.")
    assert list(talk(Fixed(corpus, invalid), "x", before)) == [View(before, problem="Too long.")]
    assert problem_box("<b>").strip() == '<p class="problem" role="alert">&lt;b&gt;</p>'


def test_a_failure_is_a_sentence(corpus, caplog):
    """No exception reaches the page; the log has it, without the question."""
    (view,) = talk(Fixed(corpus, RuntimeError("disk")), "a private question", ())
    assert "try again" in view.problem
    assert "disk" not in view.problem
    assert "a private question" not in caplog.text


def test_the_whole_answer_carries_its_record(answer, corpus):
    """Only the last stage does, so that half an answer is never downloaded; a tag in the question stays text."""
    *others, last = answer_stages('"><b>', answer, corpus, (), TODAY)
    assert not any("record" in stage for stage in others)
    record = json.loads(unescape(re.search(r'class="record" value="([^"]*)"', last)[1]))
    assert (record["question"], record["asked_on"]) == ('"><b>', "2026-11-20")
    assert record["citations"][0]["quote"] == answer.citations[0].quote
    assert "<b>" not in last


def test_a_paragraph_ends_with_the_chips_of_its_clauses(answer, corpus):
    """One chip a clause, which marks all that is quoted from it, and none before the paragraph is whole."""
    clause = corpus.clause("rules:III.c")
    cited = tuple(Citation.cite(clause, corpus.rules.version, Span(*span)) for span in ((0, 3), (8, 35)))
    stages = list(answer_stages("?", replace(answer, citations=cited), corpus, (), TODAY))
    chips = [re.findall(r'<a class="cite" href="([^"]*)">', stage) for stage in stages]
    assert chips[0] == []
    assert chips[-1] == ["#rules:III.c:0-3,8-35"]


def test_the_document_is_shielded_from_its_template(corpus):
    """Braces in our own style and script are not read as Jinja."""
    from jinja2 import Template

    source = document(TEMPLATE, corpus)
    page = Template(source).render()
    assert page.count("<gradio-app>") == 1
    assert corpus.clause("rules:III.c").text in page
    assert "March 12, 2021" in page


def test_a_template_of_another_shape_is_refused(corpus):
    """A new version of the chat library that changes its page is noticed, not guessed at."""
    with pytest.raises(ValueError, match="gradio-app"):
        document("<html><head></head></html>", corpus)
