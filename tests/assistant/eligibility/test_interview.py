"""The interview as a state machine."""

from __future__ import annotations

import pytest

from assistant.eligibility import Status, answer, parse_facts, retract, step, summary
from corpus.errors import FactsError
from tests.assistant.eligibility.conftest import MET, TODAY

STRAIGHT = {
    "position": "Professor, lecturer, instructor or reader",
    "full_time": "yes",
    "accredited": "y",
    "of_age": "Yes",
    "one_proposal": True,
    "government_pay": "no",
    "us_restrictions": False,
    "amazon_relation": "1",
    "relatives_at_amazon": "no",
    "procurement": "N",
    "residence": "Ghana",
}


def walk(checker, replies, facts=None):
    """Interview a person whose replies are known; returns the last step, the facts and what was asked."""
    facts, asked = facts or parse_facts({}), []
    while (now := step(checker, facts, TODAY)).question is not None:
        asked.append(now.question.fact)
        facts = answer(facts, now.question, replies[now.question.fact])
    return now, facts, asked


def test_plain_case_takes_one_question_for_each_fact(checker):
    """Somebody with nothing special is eligible after eleven questions, none asked twice."""
    now, _, asked = walk(checker, STRAIGHT)
    assert now.verdict.status is Status.ELIGIBLE
    assert sorted(asked) == sorted(STRAIGHT)


def test_clear_obstacle_ends_it_early_and_says_so(checker):
    """A postdoc hears after one question that there is nothing more to ask."""
    now, _, asked = walk(checker, {"position": "Postdoc"})
    assert asked == ["position"]
    assert now.verdict.status is Status.NOT_ELIGIBLE
    assert now.note == "One condition that is not met is enough, so there is nothing more to ask."


def test_obstacle_told_first_needs_no_question(checker):
    """Facts that already settle the result leave nothing to ask."""
    now, _, asked = walk(checker, {}, parse_facts({"procurement": True}))
    assert asked == []
    assert now.left == 0


def test_not_sure_is_an_answer_and_is_not_asked_again(checker):
    """Who is not sure of anything is asked everything once, and the verdict stays open."""
    replies = dict.fromkeys([*STRAIGHT, "age", "permanent", "legal_status", "faculty_status"], "not sure")
    replies |= {"amazon_last_day": "not sure"}
    now, facts, asked = walk(checker, replies)
    assert now.verdict.status is Status.UNDETERMINED
    assert len(asked) == len(set(asked))
    assert set(facts.to_dict().values()) == {"unknown"}
    assert now.note == "There is nothing more to ask; what is open below has to be settled elsewhere."


def test_relatives_are_asked_about_one_by_one(checker):
    """Each person is described in turn, and the first who excludes ends it."""
    replies = STRAIGHT | {
        "relatives_at_amazon": "yes",
        "relatives_at_amazon.0.relation": "Brother or sister",
        "relatives_at_amazon.0.amazon_relation": "Intern",
        "relatives_at_amazon.0.amazon_last_day": "2020",
        "other_relatives_at_amazon": "yes",
        "relatives_at_amazon.1.relation": "In-law",
        "relatives_at_amazon.1.same_household": "yes",
        "relatives_at_amazon.1.amazon_relation": "employee",
        "relatives_at_amazon.1.amazon_last_day": "still there",
    }
    now, facts, asked = walk(checker, replies)
    assert now.verdict.decisive == ("rules:I.d",)
    assert "relatives_at_amazon.0.same_household" not in asked
    assert [one["relation"] for one in facts.to_dict()["relatives_at_amazon"]] == ["sibling", "in_law"]


def test_rough_date_is_asked_for_again_only_where_it_matters(checker):
    """The year of the last day is enough unless the 12 months turn on the day."""
    replies = STRAIGHT | {"amazon_relation": "employee", "amazon_last_day": "2024"}
    now, _, _ = walk(checker, replies)
    assert now.verdict.status is Status.ELIGIBLE
    facts = parse_facts(MET | {"amazon_relation": "employee", "amazon_last_day": "2025"})
    now = step(checker, facts, TODAY)
    assert now.question.fact == "amazon_last_day"
    assert now.question.text.startswith("On which day exactly?")
    assert step(checker, answer(facts, now.question, "2025-03-01"), TODAY).verdict.status is Status.ELIGIBLE


def test_two_places_can_be_given_at_once(checker):
    """A residence and a workplace are given in one reply."""
    question = step(
        checker, parse_facts({key: value for key, value in MET.items() if key != "residence"}), TODAY
    ).question
    facts = answer(parse_facts({}), question, "France; Cuba")
    assert (facts.residence, facts.workplace) == ("France", "Cuba")


def test_every_answer_can_be_taken_back(checker):
    """Taking an answer back asks for it again, and the summary shows every answer in words."""
    _, facts, _ = walk(checker, STRAIGHT)
    rows = {row.fact: row.answer for row in summary(facts)}
    assert rows["amazon_relation"] == "Nothing, ever"
    assert rows["relatives_at_amazon"] == "No"
    assert rows["full_time"] == "Yes"
    for row in summary(facts):
        assert step(checker, retract(facts, row.fact), TODAY).question.fact == row.fact


def test_summary_shows_people_and_summaries():
    """People are shown field by field, and a summary by its words."""
    facts = parse_facts({"relatives_at_amazon": [{"relation": "spouse"}], "none_of_a_to_e": True, "age": "unknown"})
    assert [(row.fact, row.answer) for row in summary(facts)] == [
        ("age", "Not sure"),
        ("relatives_at_amazon", "1 listed"),
        ("relatives_at_amazon.0.relation", "Husband or wife"),
        ("none_of_a_to_e", "None of (a) to (e) applies"),
    ]


@pytest.mark.parametrize(
    ("missing", "reply", "says"),
    [
        ("position", "boss", "one of “Professor, lecturer, instructor or reader”"),
        ("full_time", "maybe", "yes, no or not sure"),
        ("residence", "", "the name of a country"),
        ("relatives_at_amazon", "my wife", "yes, no or not sure"),
    ],
)
def test_reply_that_cannot_be_read_says_what_is_accepted(checker, missing, reply, says):
    """A reply that cannot be read names the fact, the accepted forms and an example."""
    facts = parse_facts({key: value for key, value in MET.items() if key != missing})
    question = step(checker, facts, TODAY).question
    with pytest.raises(FactsError, match=f"{missing}: .* cannot be read. Accepted: {says}.*Example: "):
        answer(facts, question, reply)


@pytest.mark.parametrize("reply", ["-1", "20.5", "twenty", "1234", "", "²"])
def test_number_is_a_whole_number(checker, reply):
    """An age is a whole number of at most three digits."""
    facts = parse_facts({key: value for key, value in MET.items() if key != "of_age"} | {"of_age": "unknown"})
    question = step(checker, facts, TODAY).question
    assert question.kind == "number"
    with pytest.raises(FactsError, match="a whole number"):
        answer(facts, question, reply)
    assert answer(facts, question, " 36 ").age == 36


def test_impossible_date_is_refused_with_the_reason(checker):
    """A date that does not exist is refused as it is in a file of facts."""
    facts = parse_facts(MET | {"amazon_relation": "intern"})
    with pytest.raises(FactsError, match="no month 13"):
        answer(facts, step(checker, facts, TODAY).question, "2025-13")
