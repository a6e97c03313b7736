"""The way of a question from end to end, over the real corpus."""

from __future__ import annotations

import json

import pytest

from assistant import Assistant
from assistant.verify import quoted_words

OVERHEAD = "Can the university take its overhead out of the cash?"
FIELDS = [
    "kind",
    "polarity",
    "text",
    "citations",
    "hits",
    "verdict",
    "rewritten",
    "rules_version",
    "corpus_hash",
    "ms",
]


def test_overhead_is_answered_no(assistant: Assistant):
    """The question about overhead is answered no, with § III(c) and § III ¶ 3 quoted exactly."""
    answer = assistant.ask(OVERHEAD)
    assert (answer.kind, answer.polarity) == ("answer", "no")
    assert [citation.label for citation in answer.citations] == ["Rules § III(c)", "Rules § III ¶ 3"]
    assert answer.text.startswith("**No.**")
    for citation in answer.citations:
        text = assistant.corpus.clause(citation.id).text
        assert text[citation.start : citation.end] == citation.quote
        assert citation.quote in answer.text


def test_an_answer_has_the_fields_of_the_contract(assistant: Assistant):
    """The JSON of an answer has the contract's fields, ten hits at most, best first."""
    row = json.loads(assistant.ask(OVERHEAD).to_json())
    assert list(row) == FIELDS
    assert set(row["citations"][0]) == {"id", "label", "quote", "start", "end", "version"}
    scores = [hit["score"] for hit in row["hits"]]
    assert len(scores) == 10
    assert scores == sorted(scores, reverse=True)
    assert all(hit["id"].startswith("rules:") for hit in row["hits"])


def test_the_same_question_gives_the_same_bytes(assistant: Assistant):
    """But for the time that it took, an answer is the same to the byte."""
    first, second = (assistant.ask(OVERHEAD).timed(0).to_json() for _ in range(2))
    assert first == second


def test_what_the_rules_leave_open_is_said(assistant: Assistant):
    """A question that the Rules do not answer names the nearest clauses and where to look."""
    answer = assistant.ask("What is the page limit of the proposal?")
    assert answer.kind == "not_in_rules"
    assert answer.polarity is None
    assert "The Rules do not say" in answer.text
    assert "call for proposals" in answer.text
    assert answer.citations


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("who owns the ip of the results", "no clause on who owns the results"),
        ("when's the deadline", "stand in each call for proposals"),
        ("can i publish what we find", "neither require nor forbid"),
    ],
)
def test_what_the_rules_are_silent_on_has_reviewed_words(assistant: Assistant, question: str, says: str):
    """It is no answer of the Rules, and says what comes near and who decides it."""
    answer = assistant.ask(question)
    assert (answer.kind, answer.polarity) == ("not_in_rules", None)
    assert answer.text.startswith("The Rules do not say.")
    assert says in answer.text


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("are you a robot?", "computer program"),
        ("what can i ask you", "quote the clauses"),
        ("are you sure?", "bind nobody"),
    ],
)
def test_questions_about_the_assistant_are_told_what_it_is(assistant: Assistant, question: str, says: str):
    answer = assistant.ask(question)
    assert answer.kind == "out_of_scope"
    assert says in answer.text


@pytest.mark.parametrize("message", ["yes", "no", "let's start again"])
def test_a_reply_to_nothing_quotes_no_clause(assistant: Assistant, message: str):
    answer = assistant.ask(message, [OVERHEAD])
    assert (answer.kind, answer.citations) == ("out_of_scope", ())


def test_two_slips_in_four_words_are_no_other_language(assistant: Assistant):
    assert assistant.ask("confidental info in propsal").kind == "answer"


def test_what_no_clause_comes_near_is_not_called_near(assistant: Assistant):
    answer = assistant.ask("do you pay for open access fees")
    assert answer.kind == "not_in_rules"
    assert "The nearest they come" not in answer.text


def test_other_subjects_are_out_of_scope(assistant: Assistant):
    """A question about something else gets what can be asked here, and no clause."""
    answer = assistant.ask("Who won the football world cup in 1998?")
    assert answer.kind == "out_of_scope"
    assert answer.citations == ()


@pytest.mark.parametrize("question", ["", "   ", "?", "x" * 100_000, "\u202e\u200b"])
def test_unusable_messages_are_invalid(assistant: Assistant, question: str):
    """What cannot be asked gives an answer of kind invalid, with no citation."""
    answer = assistant.ask(question)
    assert answer.kind == "invalid"
    assert answer.text
    assert answer.citations == ()


def test_every_answer_names_the_version(assistant: Assistant):
    """The reader sees which version of the Rules an answer rests on."""
    assert "March 12, 2021" in assistant.ask(OVERHEAD).text


def test_a_follow_up_is_read_with_the_turn_before(assistant: Assistant):
    """A question that leans on the one before is answered in its light, and shows how it was read."""
    answer = assistant.ask("And for credits?", ["What terms apply to using the cash?"])
    assert answer.rewritten
    assert "credits" in answer.rewritten


def test_a_question_that_stands_alone_is_not_rewritten(assistant: Assistant):
    """A complete question is not mixed with the turn before."""
    assert assistant.ask(OVERHEAD, ["Who owns the patents?"]).rewritten is None


def test_why_is_answered_with_the_clause_before(assistant: Assistant):
    """“Why?” and “which clause?” cite what the question before them is answered with, and take no yes or no."""
    before = assistant.ask(OVERHEAD)
    for again in ("why?", "which clause says that?", "can you quote it please"):
        answer = assistant.ask(again, [OVERHEAD])
        assert (answer.kind, answer.citations, answer.polarity) == ("answer", before.citations, None)
        assert answer.rewritten == OVERHEAD


def test_a_change_of_subject_is_not_drowned(assistant: Assistant):
    """A follow-up about something else cites its own clause, not the one of the turn before."""
    answer = assistant.ask("and may we use the logo?", [OVERHEAD])
    assert answer.citations[0].id == "rules:VI.p2"


def test_misspelt_words_are_mended_and_shown(assistant: Assistant):
    """A question with slips is answered as it was meant, and shows how it was read."""
    answer = assistant.ask("can i mark my propsal confidental")
    assert answer.rewritten == "can i mark my proposal confidential"
    assert answer.citations[0].id == "rules:II.p1"


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("¿Quién paga los impuestos del premio?", "Las Reglas están en inglés"),
        ("奖金由谁缴税?", "本规则以英文写成"),
        ("Кто платит налоги?", "Правила написаны на английском языке"),
    ],
)
def test_another_language_is_answered_in_it(assistant: Assistant, question: str, says: str):
    """A question in another language is asked for in English, in its own language, and shows the clause on its subject."""
    answer = assistant.ask(question)
    assert (answer.kind, answer.polarity) == ("clarify", None)
    assert answer.text.startswith(says)
    assert "The Rules are in English" in answer.text
    assert [citation.id for citation in answer.citations] == ["rules:III.p3"]
    assert "taxes" in str(answer.rewritten)


def test_a_clause_that_does_not_exist_is_named(assistant: Assistant):
    """Asked for § IV(b), it is said that there is none and what section IV holds."""
    answer = assistant.ask("What does § IV(b) say?")
    assert answer.kind == "not_in_rules"
    assert (
        "The Rules have no § IV(b). Section IV (AWS Customer Agreement) holds one paragraph, § IV ¶ 1." in answer.text
    )
    assert [citation.id for citation in answer.citations] == ["rules:IV.p1"]


def test_a_false_number_does_not_stop_the_answer(assistant: Assistant):
    """A question that leans on a clause that does not exist is answered, and the number is corrected first."""
    answer = assistant.ask("According to § IV(b), who pays the taxes?")
    assert answer.kind == "answer"
    assert answer.text.startswith("The Rules have no § IV(b).")
    assert "rules:III.p3" in [citation.id for citation in answer.citations]


def test_a_clause_asked_for_by_number_is_quoted_whole(assistant: Assistant):
    """“Quote § III(c)” gives the clause whole with its plain words."""
    answer = assistant.ask("quote § III(c)")
    (citation,) = answer.citations
    assert (answer.kind, citation.id, answer.hits[0].id) == ("answer", "rules:III.c", "rules:III.c")
    assert citation.quote == assistant.corpus.clause("rules:III.c").text


def test_a_trace_tells_every_stage(assistant: Assistant):
    """A trace holds the cleaned question, the search result, the decision and the draft."""
    trace = assistant.trace(f"<b>{OVERHEAD}</b>")
    assert trace.cleaned == OVERHEAD
    assert trace.result is not None
    assert trace.decision is not None
    assert trace.draft is not None
    assert trace.faults == ()


@pytest.mark.slow
def test_every_quotation_in_every_answer_is_exact(assistant: Assistant):
    """Over every FAQ wording and every fifth example, whatever stands between quotation marks is a cited clause's words."""
    questions = [question.ask for entry in assistant.corpus.faq for question in entry.questions]
    questions += [example.question for example in assistant.corpus.examples[::5]]
    for question in questions:
        trace = assistant.trace(question)
        assert trace.faults == (), question
        for citation in trace.answer.citations:
            text = assistant.corpus.clause(citation.id).text
            assert text[citation.start : citation.end] == citation.quote
            assert citation.quote in trace.answer.text
        if trace.draft is None:
            assert trace.answer.kind in {"invalid", "verdict"}
            continue
        texts = [assistant.corpus.clause(citation.id).text for citation in trace.answer.citations]
        for sentence in trace.draft.sentences:
            for words in quoted_words(sentence):
                assert any(words.strip(" ,.;") in text for text in texts)


@pytest.mark.slow
def test_faq_wordings_get_their_own_short_answer(assistant: Assistant):
    """Asked in its very words, an FAQ question is never given another short answer than its own."""
    wrong = [
        question.ask
        for entry in assistant.corpus.faq
        for question in entry.questions
        if (answer := assistant.ask(question.ask)).kind == "answer"
        and answer.polarity is not None
        and answer.polarity != question.polarity
    ]
    assert wrong == []
