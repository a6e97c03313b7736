"""Which slips are mended, and which words are let alone."""

from __future__ import annotations

import random

import pytest

from assistant.language import Speller
from corpus import Corpus
from evals.cases import CASES_DIR, Question, iter_cases

LETTERS = "abcdefghijklmnopqrstuvwxyz"


@pytest.fixture(scope="module")
def speller(corpus: Corpus) -> Speller:
    return Speller(corpus)


@pytest.mark.parametrize(
    ("typed", "mended"),
    [
        ("my propsal is confidental", "my proposal is confidential"),
        ("Propsal about overhaed costs", "Proposal about overhead costs"),
        ("is acreditation needed", "is accreditation needed"),
        ("the univrsity and the goverment", "the university and the government"),
    ],
)
def test_words_of_the_domain_are_mended(speller: Speller, typed: str, mended: str):
    """One or two slips in a word that the corpus uses are undone; a capital stays."""
    assert speller.correct(typed) == mended


@pytest.mark.parametrize(
    "text",
    [
        "Is Awarda in Nigeria accredited?",
        "May Dr. Amazonas of Universitat Propsala apply?",
        "can okonkwo from kharagpur lead",
        "is khartoum ok, and pyongyang",
        "awardee, funder, organisation, programme, licence",
        "AWARDD FY2021x pr0posal",
        "see https://example.org/propsal or mail propsal@example.org",
        "taxs",
    ],
)
def test_names_numbers_and_real_words_are_let_alone(speller: Speller, text: str):
    """Names, places, acronyms, addresses, anything with a digit and words of English stay as typed."""
    assert speller.correct(text) == text


def test_clean_questions_keep_their_words(speller: Speller, corpus: Corpus):
    """No wording of the FAQ is changed."""
    wordings = [question.ask for entry in corpus.faq for question in entry.questions]
    assert [wording for wording in wordings if speller.correct(wording) != wording] == []


def test_most_slips_are_undone_and_none_made_worse(speller: Speller):
    """Of the words of the domain with one slip each, three of four are mended, and hardly one to another word."""
    questions = [case.case for case in iter_cases([CASES_DIR / "dev" / "questions.jsonl"])]
    slips = [
        slip for at, case in enumerate(questions) if isinstance(case, Question) for slip in slipped(case.question, at)
    ]
    ours = [(word, wrong) for word, wrong in slips if word in speller.domain]
    mended = [(word, speller.correct(wrong)) for word, wrong in ours]
    right = sum(word == got for word, got in mended)
    worse = sum(got not in {word, wrong} for (word, got), (_, wrong) in zip(mended, ours, strict=True))
    assert right >= 0.75 * len(ours)
    assert worse <= 0.03 * len(ours)


def slipped(question: str, seed: int) -> list[tuple[str, str]]:
    """Words of a question, each with one slip: two letters swapped, one left out, doubled or another in its place."""
    chance = random.Random(seed)
    slips = []
    for word in question.lower().split():
        if not word.isalpha() or len(word) < 5:
            continue
        at = chance.randrange(1, len(word) - 1)
        before, letter, after = word[:at], word[at], word[at + 1 :]
        ways = (
            before + after[0] + letter + after[1:],
            before + after,
            before + letter + letter + after,
            before + chance.choice(LETTERS) + after,
        )
        wrong = chance.choice(ways)
        if wrong != word:
            slips.append((word, wrong))
    return slips
