"""The numbers of clauses in a message."""

from __future__ import annotations

import pytest

from assistant.named import Reference, asks_for_the_text, references


@pytest.mark.parametrize(
    ("message", "label"),
    [
        ("What does § IV(b) say?", "§ IV(b)"),
        ("section XI", "section XI"),
        ("what is in section 11?", "section XI"),
        ("quote § III(c)", "§ III(c)"),
        ("what does III.c say", "§ III(c)"),
        ("What does clause III c mean?", "§ III(c)"),
        ("quote section 3(c) please", "§ III(c)"),
        ("show me § III ¶ 3", "§ III ¶ 3"),
        ("what does paragraph 3 of section III say?", "§ III ¶ 3"),
        ("point (c) of section III?", "§ III(c)"),
        ("rule iv", "section IV"),
        ("III(d)?", "§ III(d)"),
    ],
)
def test_a_clause_is_found_in_every_way_of_writing(message: str, label: str):
    """Signs, words, numerals and numbers all name a clause, and nothing but its text is asked for."""
    assert [reference.label for reference in references(message)] == [label]
    assert asks_for_the_text(message)


@pytest.mark.parametrize(
    "message",
    [
        "What does section 501(c)(3) mean?",
        "Must we be an American 501(c)(3)?",
        "I (a lecturer) want to know",
        "Section 2 of the AWS Customer Agreement",
        "I.e. the cash",
        "Is there any rule I should know?",
        "May I submit part I of the form?",
        "Which section covers taxes?",
        "Does rule i apply to me?",
    ],
)
def test_other_numbers_name_no_clause(message: str):
    """Tax law, other documents and the word I are no clauses of the Rules."""
    assert references(message) == ()


@pytest.mark.parametrize(
    "message",
    ["Does § III(c) allow overhead?", "Can I apply under section I(a)?", "According to § IV(b), who pays taxes?"],
)
def test_a_question_about_a_clause_asks_more_than_its_text(message: str):
    """A question that names a clause beside something else is answered as a question."""
    assert references(message)
    assert not asks_for_the_text(message)


def test_a_clause_is_named_once():
    """The same clause in two ways of writing is one."""
    assert references("§ III(c), that is section 3(c)") == (Reference("III", "c"),)
