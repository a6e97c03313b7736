"""What is kept of an answer, and what never is."""

from __future__ import annotations

import pytest

from assistant import Assistant
from assistant.record.worth import LOW, confidence, worth_keeping


@pytest.mark.parametrize(
    ("question", "reason"),
    [
        ("Is there parking at the award ceremony?", "unanswered"),
        ("Which colour does the Brandenburg Gate have?", "unanswered"),
    ],
)
def test_what_was_not_answered_well_is_kept(assistant: Assistant, question: str, reason: str):
    """With the words, the answer and the clauses that it cited."""
    trace = assistant.trace(question)
    kept = worth_keeping(trace)
    assert kept
    assert (kept.question, kept.reason, kept.answer) == (question, reason, trace.answer.text)
    assert kept.cited == tuple(dict.fromkeys(citation.id for citation in trace.answer.citations))


def test_what_was_answered_with_low_confidence_is_kept(assistant: Assistant):
    """Which questions these are changes with what is learnt; of so vague ones some always are."""
    vague = ["Does it go to someone", "Who may see this", "Does a man read this", "And that one?", "And in Spain?"]
    traces = [assistant.trace(question) for question in vague]
    doubtful = [trace for trace in traces if trace.answer.kind == "answer" and confidence(trace) < LOW]
    assert doubtful
    assert {kept.reason for kept in map(worth_keeping, doubtful) if kept} == {"low_confidence"}


@pytest.mark.parametrize(
    "question",
    [
        "Can the university take its overhead out of the cash?",  # surely answered
        "I am a full-time lecturer at an accredited university in Accra, 36 years old. May I apply?",  # of a person
        "",
        "x" * 9000,
        "Which research areas does the programme fund?",  # answered with public programme information
    ],
)
def test_a_case_and_what_was_answered_are_not_kept(assistant: Assistant, question: str):
    """A stated case tells of a person, whatever was answered."""
    assert worth_keeping(assistant.trace(question)) is None


def test_a_labelled_question_is_not_kept_again(assistant: Assistant):
    """What stands among the examples, in whatever case and punctuation, needs no second label."""
    example = next(one for one in assistant.corpus.examples if one.kind == "unanswerable")
    trace = assistant.trace(example.question.upper())
    assert worth_keeping(trace) is None


def test_a_follow_up_is_kept_as_it_was_understood(assistant: Assistant):
    """Without the question before it, nobody could label it."""
    trace = assistant.trace("And for bicycles?", ["Is there parking at the award ceremony?"])
    kept = worth_keeping(trace)
    assert kept
    assert kept.question == trace.rewritten
    assert "award ceremony" in kept.question


def test_doubtful_answers_are_the_smaller_part(assistant: Assistant):
    """Of FAQ questions, which are surely answered, none is called doubtful."""
    asked = [entry.questions[0].ask for entry in assistant.corpus.faq[:20]]
    assert all(confidence(assistant.trace(question)) >= LOW for question in asked)
