"""First messages that must leave nobody eligible, each from a way in which it happened once."""

from __future__ import annotations

from datetime import date

import pytest

from assistant import Assistant

TODAY = date(2026, 11, 29)
MESSAGES = {
    "a letter that is left out": "Asst professor full time in Pune, NAAC accredited, age 40, single proposal. Regarding b c d e = all no",
    "a letter that is not answered": "Lecturer, Toronto, full time, accredited, 44. (a) no (c) no (d) no (e) no. Single proposal",
    "a letter that is put off": (
        "Assistant professor (full-time), accredited university, 32, I live in Dhaka. One proposal. (a), (b), (c), (e) do not "
        "apply. About (d) I have to ask at home first, we are many"
    ),
    "unpaid leave": "Lecturer in Uppsala, 100 %, accredited, 46, one proposal, no section I exclusion. On unpaid leave right now",
    "an unknown vendor": (
        "Senior lecturer in Ibadan, full time, NUC accredited, 52. My only proposal this call. No government job, no US list. "
        "Amazon: never, nor wife, kids, parents, siblings, nobody else at home. I sat in one cloud tender once"
    ),
    "two halves": (
        "I live in Recife. I have 20 hours as professor in the state university and other 20 hours as professor in a private "
        "faculdade, both accredited, so in total forty, a full week. 44 years. One proposal. None of (a) to (e) is me."
    ),
    "own years at Amazon not spoken of": (
        "Instructor, full-time, at an accredited university in Cebu, 27. I'll submit 1 proposal. I'm not a government employee, not "
        "under US sanctions or export control, no participation in cloud procurement. My parents and siblings and the aunt I live "
        "with, none of them ever worked in Amazon, and I'm single, no kids"
    ),
    "a spouse who is kept out of it": (
        "Applicant prefers not to state whether her spouse's employer is connected to Amazon. All other items she answers: "
        "full-time senior lecturer, accredited university, Gaborone (home there also); over 21; one proposal in the call; receives "
        "no government pay; not under US export controls or sanctions; was herself never a director, officer, employee, intern or "
        "contractor of Amazon or affiliates, and nobody else of her family or household was; didn't participate in AWS procurement."
    ),
    "the writer's town": (
        "My co-author, Dr. Andrei L., asks through me because his connection is bad. He is a full-time lecturer in botany at an "
        "accredited institute, lives and works in Yalta, is 51, has exactly one proposal. He was never employed by Amazon, nobody in "
        "his family or flat was, he isn't sanctioned by the US, draws no state salary outside the institute and never came near an "
        "AWS tender. I write to you from Valencia, if this matters."
    ),
    "the town of the nephew": (
        "My uncle doesn't write English so I, in Gothenburg, do it for him. He's 59, professor of urology, full time, accredited "
        "university, Damascus. He operates there and teaches there. He isn't under any US sanction, gets no second government "
        "salary, was never with Amazon, nor is anybody in the family or flat, and had no dealings with AWS procurement. He has a "
        "single proposal."
    ),
    "a field that is not filled in": (
        "Position: professor, full-time. Institution: accredited university, Toronto. Age: 50. Proposals: 1. Government pay: no. "
        "Sanctions: checking. Amazon: never. Family/household at Amazon: no. Cloud procurement with AWS: no."
    ),
    "a load that was reduced": (
        "Dear ARA team, I'm writing from Ljubljana, where I have taught at the (accredited) university since 2009, at first full-time "
        "and for the last few years with a reduced load, as an associate professor. I turned 53 in May. I plan exactly one proposal in "
        "the coming call. None of the exclusions in section I applies to me."
    ),
    "a post of another": "My wife is a full-time professor at an accredited university in Utrecht. I am 42, will send one proposal, none of the exclusions in section I applies to me.",
    "an accreditation to come": (
        "I'm full-time faculty at a university in Madrid that is applying for accreditation, 40, 1 proposal, no gov pay, no sanctions, "
        "never Amazon, no family or household at Amazon, no cloud procurement."
    ),
    "a denial of one year": (
        "Full-time lecturer, accredited university, Bergen, 41, one proposal. No gov, no sanctions. Never Amazon. No family/household at "
        "Amazon. No cloud procurement in the last five years."
    ),
    "a near one who is excepted": (
        "Position: full professor, full time. Employer: accredited university in Prague. Age: 60. Submissions: one. Government: no. "
        "Sanctions: no. Amazon: never. Family/household: no one except my dad. Procurement: no."
    ),
    "a purchase that is excepted": (
        "Position: professor, full-time. Institution: accredited university, Toronto. Age: 50. Proposals: 1. Government pay: no. "
        "Sanctions: no. Amazon: never. Family/household at Amazon: no. Cloud procurement with AWS: no, except once."
    ),
    "a summary with a hope": "Full-time professor, accredited university, Graz, 52, one proposal. I hope none of the exclusions in section I applies.",
    "family and household alone": (
        "Asst prof FT @ accredited univ, Medellín, 34, one proposal. Govt post: no. US sanctions/export controls: no. Family + household "
        "at Amazon: none, never. AWS procurement: never. think thats everything"
    ),
}


@pytest.mark.parametrize("message", MESSAGES.values(), ids=MESSAGES)
def test_nobody_is_eligible(assistant: Assistant, message: str):
    answer = assistant.ask(message, today=TODAY)
    assert answer.kind == "verdict"
    assert answer.polarity != "yes"


LEEDS = "I'm a full-time assistant professor at an accredited university in Leeds, 35, live in Leeds too, my only proposal. "


def test_the_rest_is_eligible(assistant: Assistant):
    for said in ("None of (a) to (e) applies to me. Am I eligible?", "a, b, c, d and e: no. Eligible?"):
        assert assistant.ask(LEEDS + said, today=TODAY).polarity == "yes", said


@pytest.mark.parametrize(
    "said",
    [
        "(a), (b), (c) and (e) are all no. Am I eligible?",
        "a, b, c and e do not apply to me. Am I eligible?",
        "A, B, C and E: not applicable. Eligible?",
        "a no, b no, c no, d hmm, e no. Eligible?",
        "a) no b) no c) no d) ? e) no. Can I apply?",
        "I can sign everything from a to e but not c. Am I eligible?",
        "I can sign everything from (a) to (e), (c) I can't. Am I eligible?",
        "I can represent all of (a) to (e) apart from (e). Am I eligible?",
        "None of (a) to (e), I think, (e) I would have to check. Am I eligible?",
        "I tick no box in (a) to (e) but the last. Eligible?",
        "(a) to (e) negative, with a question mark behind (d). Eligible?",
        "As for (a) to (e): four are no, one is yes. Am I eligible?",
        "Not all of (a) to (e) are no. Am I eligible?",
        "None of the exclusions of section I applies except maybe one. Am I eligible?",
        "None of the exclusions in section I applies to my department head. Am I eligible?",
        "I'd sign (a)-(e) from February on. Am I eligible?",
        "I could sign (a) to (e) only partly. Am I eligible?",
        "None of the exclusions of section I. In term I teach in Leeds, the rest of the year I live in Havana. OK?",
        "None of (a)-(e). Can I apply? I spend half of the year in Khartoum with my parents.",
        "None of (a) to (e). My university has a campus in Damascus where I teach this year. Can I apply?",
        "None of (a) to (e). At the moment I'm on fieldwork in Sudan for eight months. Am I eligible?",
    ],
)
def test_a_summary_says_no_more_than_its_words(assistant: Assistant, said: str):
    assert assistant.ask(LEEDS + said, today=TODAY).polarity != "yes"
