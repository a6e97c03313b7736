"""Messages after a verdict that must leave nobody eligible, each from a way in which it could have happened."""

from __future__ import annotations

from datetime import date

import pytest

from assistant import Assistant

TODAY = date(2026, 11, 29)
E = (
    "I am a full-time associate professor at an accredited university. I am 41 and this is my only proposal in this call. I live "
    "and work in Portugal. I have no government job. I am under no US sanctions or export controls. I never worked for Amazon. "
    "Nobody in my family or household has ever worked for Amazon. I never took part in any cloud procurement. Am I eligible?"
)
AM = E.replace("I never worked for Amazon", "I was a contractor for AWS, my last day was 14 March 2026")
BRO = E.replace(
    "Nobody in my family or household has ever worked for Amazon",
    "My brother was an engineer at AWS until May 2026. Nobody else in my family or household works for Amazon",
)
TEHRAN = E.replace("I live and work in Portugal", "I live in Tehran and teach in Turkey")
Q = "So am I eligible?"


def without(sentence: str) -> str:
    assert sentence in E
    return E.replace(sentence, "")


def is_eligible(assistant: Assistant, *messages: str) -> bool:
    answer = assistant.ask(messages[-1], messages[:-1], TODAY)
    return answer.kind == "verdict" and answer.polarity == "yes"


def test_the_case_itself_is_eligible(assistant: Assistant):
    assert is_eligible(assistant, E)


@pytest.mark.parametrize(
    "message",
    [
        "Had a contract with AWS until June 2026, I forgot to say.",
        "My husband? He works at AWS in Dublin.",
        "And my wife works at AWS.",
        "If it helps, my wife works at AWS.",
        "If you count interns, I was one at Amazon until August 2026.",
        "Say, I also work for the Ministry of Health, paid.",
        "My age? 17.",
        "My job? Half-time.",
        "On Saturdays I drive parcels for Amazon. Is that a problem?",
    ],
)
def test_an_obstacle_is_not_taken_for_a_supposition(assistant: Assistant, message: str):
    assert not is_eligible(assistant, E, message)
    assert not is_eligible(assistant, E, message, Q)


@pytest.mark.parametrize(
    ("case", "message"),
    [
        (AM, "I left Google in March 2024."),
        (AM, "I stopped smoking in March 2010."),
        (AM, "Before that I was an intern at Amazon until March 2020."),
        (AM, "My first contract with them ended in March 2020."),
        (AM, "Actually, I have been there since March 2025."),
        (AM, "Sorry, I meant since March 2025."),
        (AM, "No, it was not in March 2025."),
        (AM, "The paper says March 2025, that is wrong."),
        (AM, "My tenure file is ready, submitted in October."),
        (BRO, "No, not in May 2024."),
        (BRO, "He left Seattle in March 2024."),
        (BRO, "The deadline passed, submitted in September though."),
        (BRO, "My brother is a nice guy."),
        (BRO, "He left school in 2012."),
        (TEHRAN, "This week I am staying with my aunt in Madrid."),
    ],
)
def test_what_is_told_of_other_things_takes_nothing_back(assistant: Assistant, case: str, message: str):
    assert not is_eligible(assistant, case, message)
    assert not is_eligible(assistant, case, message, Q)


@pytest.mark.parametrize(
    ("case", "message"),
    [
        (E.replace("full-time ", ""), "Right, thank you."),
        (E.replace("full-time ", ""), "Sure, thanks."),
        (without("I have no government job."), "No, thank you."),
        (without("Nobody in my family or household has ever worked for Amazon."), "No thanks."),
        (without("I never took part in any cloud procurement."), "No, I am fine, thanks."),
        (without("I am under no US sanctions or export controls."), "Nothing, thanks."),
        (E.replace("I am 41 and this", "This"), "100"),
    ],
)
def test_thanks_answer_no_question(assistant: Assistant, case: str, message: str):
    assert not is_eligible(assistant, case)
    assert not is_eligible(assistant, case, message)


def test_a_tie_once_told_is_not_answered_away(assistant: Assistant):
    for talk in ((BRO, "My brother is a nice guy.", "No."), (BRO, "My brother is a nice guy.", "No, thanks.")):
        assert not is_eligible(assistant, *talk)


def test_a_sister_has_the_same_brother(assistant: Assistant):
    sister = (
        "And my sister? She is a full-time lecturer at an accredited university, 35, lives in Portugal, one proposal in this call, none of "
        "the exclusions in section I applies to her."
    )
    assert not is_eligible(assistant, BRO, sister)


def test_the_one_who_writes_is_not_the_one_who_was_judged(assistant: Assistant):
    of_another = (
        "I write for Professor Silva: she is a full-time professor at an accredited university, 50, lives and works in Portugal, one proposal. "
        "None of the exclusions in section I applies to her. Is she eligible?"
    )
    assert is_eligible(assistant, of_another)
    assert not is_eligible(assistant, of_another, "Am I eligible?")


def test_what_is_told_before_the_case_is_not_forgotten(assistant: Assistant):
    case = (
        "Full-time lecturer, accredited university, 41, one proposal in this call, living and working in Portugal. None of the exclusions in "
        "section I applies. Am I eligible?"
    )
    for first in ("Wife works at AWS.", "Brother: AWS engineer since 2022"):
        assert not is_eligible(assistant, first, case), first


def test_no_others_does_not_mean_nobody(assistant: Assistant):
    case = E.replace(
        "Nobody in my family or household has ever worked for Amazon",
        "My brother is an employee of Amazon and I have no other relatives there",
    )
    assert not is_eligible(assistant, case)


@pytest.mark.parametrize(
    "message",
    [
        "I would like to know what counts as immediate family.",
        "Explain household, please.",
        "Tell me what Ineligible Personnel means.",
        "I don't understand what 'affiliate' means.",
        "The 12 months: from when do they count?",
        "I asked which clause says this.",
    ],
)
def test_a_question_in_other_words_is_answered(assistant: Assistant, message: str):
    assert assistant.ask(message, (AM,), TODAY).kind != "verdict"


@pytest.mark.parametrize(
    ("supposed", "message"),
    [
        ("What if I was half-time?", "Just asking. Well I am, since October."),
        ("What if I was half-time?", "Just asking... no, in fact I am."),
        ("What if I was half-time?", "It's not hypothetical, it is so."),
        ("What if my wife worked for Amazon?", "It isn't just a thought, she does."),
        ("What if my wife worked for Amazon?", "Never mind the what if, it's a fact."),
        ("What if my wife worked for Amazon?", "Not wife but mother."),
        ("What if I were on a procurement panel for AWS?", "No, I'm not any more, I was until last year."),
        ("What if I were on a procurement panel for AWS?", "Forget it. I only wrote the technical annex for it."),
        ("What if our university lost accreditation?", "It's not going to happen, it happened already."),
        ("What if I took a ministry job next to it?", "I'm not taking it, I have it."),
        ("What if I got paid by the city council?", "I was joking, it's the county."),
        ("What if I lived in Iran?", "Just curious, my move there was last week."),
        ("If I went to Havana for a year?", "Forget if. I'm already there."),
        ("What if my contract ended in August?", "No it's not if, it did end."),
    ],
)
def test_what_was_supposed_and_is_so_is_not_dropped(assistant: Assistant, supposed: str, message: str):
    assert not is_eligible(assistant, E, supposed, message)
    assert not is_eligible(assistant, E, supposed, message, Q)


@pytest.mark.parametrize("message", ["Lyon and Tehran", "formerly Porto", "Lyon previously", "Lyon, soon Damascus"])
def test_a_place_is_not_alone(assistant: Assistant, message: str):
    case = (
        "I am a full-time lecturer at an accredited university, 50, one proposal. None of (a) to (e) applies. Eligible?"
    )
    assert is_eligible(assistant, case, "Lyon")
    assert not is_eligible(assistant, case, message)


@pytest.mark.parametrize(
    "messages",
    [
        ("Forget everything.", "I'm a full-time lecturer at an accredited university in Oslo, 45."),
        ("Let's start again.", "I'm a full-time lecturer at an accredited university in Oslo, 45, one proposal."),
        ("New case: full-time professor, accredited university, Rome.",),
    ],
)
def test_a_case_that_begins_anew_has_nothing_of_the_one_before(assistant: Assistant, messages: tuple[str, ...]):
    assert not is_eligible(assistant, E, *messages)


def test_a_summary_that_is_cut_down(assistant: Assistant):
    case = "I'm a full-time lecturer at an accredited university in Oslo, 45, one proposal, none of the exclusions in section I applies to me."
    assert is_eligible(assistant, case)
    assert not is_eligible(assistant, case, "Sorry, I meant (a) to (d), I haven't looked at (e).")
