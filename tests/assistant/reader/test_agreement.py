"""What the frames read and what the network hears, put together."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import numpy as np
import pytest

from assistant.eligibility import Facts, Gap, Relative, read_tables
from assistant.reader.agreement import agreed
from assistant.reader.opinion import Opinion
from assistant.reader.standing import FACTS_OF, standing
from corpus import CORPUS_DIR
from corpus.statements import CONDITIONS, STATES
from index.hearing import Heard

TODAY = date(2026, 11, 20)
TABLES = read_tables(CORPUS_DIR)
AWS = (Relative(relation="sibling", amazon_relation="employee", amazon_last_day="current"),)


def opinion(text: str = "Full time, so it is.", **likely: dict[str, float]) -> Opinion:
    """An opinion in which the named states are so likely, and all else is unsaid."""
    rows = np.zeros((len(CONDITIONS), len(STATES)), np.float32)
    for at, name in enumerate(CONDITIONS):
        for state, share in likely.get(name, {}).items():
            rows[at, STATES.index(state)] = share
        rows[at, 0] = 1 - rows[at].sum()
    return Opinion(text, TODAY, Heard(rows, (0,) * len(CONDITIONS)))


def put(facts: dict[str, Any], heard: Opinion, read: set[str] | None = None) -> dict[str, Any]:
    return agreed(Facts(**facts), heard, TABLES, read).model_dump(exclude_none=True, exclude={"words"})


@pytest.mark.parametrize(
    ("read", "heard", "after"),
    [
        ({"full_time": True}, {"full_time": {"met": 0.99}}, {"full_time": True}),
        ({"full_time": True}, {"full_time": {"met": 0.85, "violated": 0.15}}, {"full_time": Gap.UNKNOWN}),
        ({"full_time": True}, {"full_time": {"met": 0.85, "open": 0.15}}, {"full_time": Gap.UNKNOWN}),
        ({"full_time": True}, {}, {"full_time": True}),
        ({}, {"full_time": {"met": 0.98}}, {"full_time": True}),
        ({}, {"full_time": {"met": 0.7}}, {}),
        ({}, {"government_pay": {"met": 0.98}}, {"government_pay": False}),
        ({}, {"government_pay": {"violated": 0.95}}, {"government_pay": True}),
        ({}, {"government_pay": {"violated": 0.3}}, {"government_pay": Gap.UNKNOWN}),
        ({"government_pay": Gap.UNKNOWN}, {"government_pay": {"met": 0.99}}, {"government_pay": False}),
        ({"government_pay": Gap.UNKNOWN}, {"government_pay": {"met": 0.9}}, {"government_pay": Gap.UNKNOWN}),
        ({"government_pay": "unclear_pay"}, {"government_pay": {"met": 0.99}}, {"government_pay": False}),
        ({"government_pay": "unclear_pay"}, {"government_pay": {"met": 0.96}}, {"government_pay": "unclear_pay"}),
        ({"government_pay": True}, {"government_pay": {"violated": 0.9}}, {"government_pay": True}),
        ({"full_time": True}, {"full_time": {"violated": 0.98}}, {"full_time": False}),
        ({}, {"position": {"violated": 0.95}}, {"position": "other", "faculty_status": False}),
        ({"government_pay": True}, {"government_pay": {"met": 0.99}}, {"government_pay": Gap.UNKNOWN}),
        ({"government_pay": True}, {"government_pay": {"open": 0.95}}, {"government_pay": Gap.UNKNOWN}),
        ({"government_pay": True}, {"government_pay": {"open": 0.7, "violated": 0.3}}, {"government_pay": True}),
        ({"procurement": True}, {}, {"procurement": Gap.UNKNOWN}),
        ({"age": 40}, {"age": {"violated": 0.4}}, {"of_age": Gap.UNKNOWN}),
        ({"residence": "Ghana"}, {"place": {"open": 0.5}}, {"residence": Gap.UNKNOWN}),
        ({"residence": "Ghana"}, {"place": {"met": 0.9}}, {"residence": "Ghana"}),
        ({}, {"permanent": {"open": 0.3}}, {}),
        ({}, {"position": {"met": 0.98}}, {"position": "faculty"}),
        ({}, {"position": {"met": 0.98}, "permanent": {"met": 0.7}}, {"position": "researcher"}),
        (
            {},
            {"amazon": {"met": 0.98}, "family": {"met": 0.98}},
            {"amazon_relation": "not_in_last_12_months", "relatives_at_amazon": ()},
        ),
        ({}, {"none_of_a_to_e": {"met": 0.9}}, {"none_of_a_to_e": True}),
        ({"none_of_a_to_e": True}, {"none_of_a_to_e": {"met": 0.5}}, {}),
    ],
)
def test_a_condition_is_met_only_where_neither_doubts_it(
    read: dict[str, Any], heard: dict[str, Any], after: dict[str, Any]
):
    """What one of them doubts is not known; what one alone is sure of is taken over."""
    assert put(read, opinion(**heard)) == after


def test_an_obstacle_that_is_not_heard_again_is_cleared():
    """Where the sentence that it was read from is heard as met by itself, the condition is met; beside a supposition not."""
    read, heard = Facts(procurement=True), opinion(procurement={"met": 0.99})
    assert agreed(read, heard, TABLES).procurement is Gap.UNKNOWN
    assert agreed(read, heard, TABLES, cleared={"procurement"}).procurement is False
    assert agreed(read, heard, TABLES, cleared={"procurement"}, apart=set()).procurement is Gap.UNKNOWN


@pytest.mark.parametrize(
    ("text", "residence"),
    [
        ("I do my teaching from Bizerte.", "Bizerte, Tunisia"),
        ("me and the dog, kumasi, live in kumasi", "kumasi"),
        ("Havana is dear to me, but I live in Sucre.", None),
        ("I live here and I work here.", None),
        ("In Santiago I live.", None),
        ("I was born in Havana, and live in Sucre.", "Sucre, Bolivia"),
        ("I was born in Havana.", None),
        ("I teach in Hue.", "Hue, Viet Nam"),
        ("I live here. My town is Sucre.", "Sucre, Bolivia"),
        ("I live here. My town is Sucre, my heart in Havana.", None),
    ],
)
def test_a_place_that_was_heard_is_named_by_its_words(text: str, residence: str | None):
    """It is one that the tables know, where sentence and text name none but a birthplace that the Rules list or that is unclear."""
    assert agreed(Facts(), opinion(text, place={"met": 0.99}), TABLES).residence == residence


@pytest.mark.parametrize(
    ("text", "residence"),
    [
        ("uni & home both in homs", "Homs, Syria"),
        ("We came from Lyon to Port Sudan.", "Port Sudan, Sudan"),
        ("We live where cigars are made.", Gap.UNKNOWN),
    ],
)
def test_a_listed_place_that_was_heard_is_named_by_its_words(text: str, residence: str | Gap):
    """Where the words name no place that the Rules list, the place is not known."""
    assert agreed(Facts(), opinion(text, place={"violated": 0.99}), TABLES).residence == residence


def test_what_is_not_spoken_of_is_as_if_it_had_not_been_read():
    """A summary may then speak for it; beside a supposition it stays."""
    read, heard = Facts(amazon_relation=Gap.UNKNOWN, none_of_a_to_e=True), opinion(none_of_a_to_e={"met": 0.99})
    assert agreed(read, heard, TABLES).amazon_relation is Gap.UNKNOWN
    assert agreed(read, heard, TABLES, unspoken={"amazon"}).amazon_relation is None


def test_a_doubt_beats_a_summary():
    """What was heard to be in doubt is kept open though "none of the exclusions applies" was said."""
    facts = put({"none_of_the_exclusions": True}, opinion(none_of_the_exclusions={"met": 0.95}, family={"open": 0.4}))
    assert facts == {"none_of_the_exclusions": True, "relatives_at_amazon": Gap.UNKNOWN}


def test_what_was_said_earlier_stands():
    """What an earlier message said is not taken back because this one is silent, nor eased because it was misread here."""
    heard = opinion(family={"violated": 0.95})
    assert put({"relatives_at_amazon": AWS}, opinion(), read=set()) == put({"relatives_at_amazon": AWS}, heard)
    assert put({"relatives_at_amazon": AWS}, heard, read=set()) == put({"relatives_at_amazon": AWS}, heard)
    assert put({"relatives_at_amazon": AWS}, opinion(), read={"relatives_at_amazon"}) == {
        "relatives_at_amazon": Gap.UNKNOWN
    }
    assert put({"none_of_a_to_e": True}, opinion(), read=set()) == {"none_of_a_to_e": True}


def test_a_tie_that_was_heard_has_the_role_and_day_of_its_words():
    """The words name role, person and last day; without a day the tie still stands; a person is added to those read."""
    own = put({}, opinion("I was an intern at AWS until May 2026.", amazon={"violated": 0.95}))
    assert own == {"amazon_relation": "intern", "amazon_last_day": "2026-05"}
    codes = opinion("My sister codes for AWS.", family={"violated": 0.95})
    assert agreed(Facts(), codes, TABLES).relatives_at_amazon == AWS
    wife = Relative(relation="spouse", amazon_relation="agency_staff")
    assert agreed(Facts(relatives_at_amazon=(wife,)), codes, TABLES).relatives_at_amazon == (wife, *AWS)
    nobody = put({}, opinion("Since May he codes for AWS.", family={"violated": 0.95}))
    assert nobody == {"relatives_at_amazon": Gap.UNKNOWN}


def test_of_several_people_the_last_before_the_place_is_meant():
    """Of those who all stand behind it nobody knows which."""
    text = "My wife paints, my sister codes for AWS."
    heard = opinion(text, family={"violated": 0.95})
    at = replace(heard, heard=Heard(heard.heard.likelihoods, (text.index("codes"),) * len(CONDITIONS)))
    assert agreed(Facts(), at, TABLES).relatives_at_amazon == AWS
    assert agreed(Facts(), opinion(f"So: {text}", family={"violated": 0.95}), TABLES).relatives_at_amazon is Gap.UNKNOWN


@pytest.mark.parametrize(
    ("text", "heard", "fact"),
    [
        (
            "The cloud giant from Seattle was my employer until May 2021.",
            {"amazon": {"violated": 0.97}},
            "amazon_relation",
        ),
        (
            "My wife, whom I married in 2019, is paid by the Seattle giant.",
            {"family": {"violated": 0.97}},
            "relatives_at_amazon",
        ),
        ("My neighbour is paid by the Seattle giant.", {"family": {"violated": 0.95}}, "relatives_at_amazon"),
    ],
)
def test_an_obstacle_that_was_heard_is_never_put_as_met(text: str, heard: dict[str, Any], fact: str):
    """Where the words that were found would clear it, the condition is not known."""
    assert put({}, opinion(text, **heard)) == {fact: Gap.UNKNOWN}


def test_one_who_began_at_amazon_is_still_there():
    """The day on which it began is no last day."""
    heard = opinion("The cloud giant from Seattle has been my employer since May 2021.", amazon={"violated": 0.97})
    assert put({}, heard) == {"amazon_relation": "employee", "amazon_last_day": "current"}


@pytest.mark.parametrize(
    ("facts", "text", "heard"),
    [
        ({"age": 20, "residence": "Estonia"}, "I'm 20, in Tallinn, Estonia.", {"age": {"violated": 0.9}}),
        ({"residence": "Tehran"}, "I live in Tehran.", {"place": {"met": 0.99}}),
        ({"position": "emeritus"}, "I am emeritus.", {"position": {"met": 0.99}}),
        (
            {"position": "faculty", "full_time": True},
            "Emeritus in Bristol, and since 2022 full-time professor in Exeter.",
            {"position": {"violated": 0.9}},
        ),
    ],
)
def test_what_the_tables_know_is_not_doubted(facts: dict[str, Any], text: str, heard: dict[str, Any]):
    """Ages under 22, listed places, emeriti, and an emeritus who holds a full-time post again."""
    assert put(facts, opinion(text, **heard)) == facts


@pytest.mark.parametrize(
    ("text", "given"),
    [
        ("None of it applies to me, who am full time.", True),
        ("Does anybody check that none of it applies?", None),
        ("Full time and none of it? None.", True),
    ],
)
def test_a_question_gives_no_summary(text: str, given: bool | None):
    """What is only asked is not taken as met, unless it is answered at once."""
    heard = opinion(text, none_of_the_exclusions={"met": 0.95}, full_time={"met": 0.98})
    after = agreed(Facts(), heard, TABLES)
    assert (after.none_of_the_exclusions, after.full_time) == (given, given)


def test_a_summary_that_was_denied_stays_denied():
    """What the frames read as "not none" is not turned round by what was heard."""
    assert put({"none_of_a_to_e": False}, opinion(none_of_a_to_e={"met": 0.95})) == {"none_of_a_to_e": False}


def test_beside_a_supposition():
    """What was heard can only raise doubts about what is so, and none about what is supposed otherwise."""
    heard = opinion(
        place={"violated": 0.99},
        full_time={"met": 0.98},
        government_pay={"violated": 0.95},
        none_of_a_to_e={"met": 0.95},
    )
    after = agreed(Facts(residence="Ghana"), heard, TABLES, apart={"residence"})
    assert after.model_dump(exclude_none=True, exclude={"words"}) == {"government_pay": True, "residence": "Ghana"}


def test_facts_that_hearing_changed_have_the_words_of_its_sentence():
    """Each changed fact quotes the sentence that was listened to; the others keep theirs."""
    facts = Facts(full_time=True, words={"full_time": "full time"})
    heard = opinion("No pay from any ministry.", government_pay={"met": 0.98}, full_time={"met": 0.9})
    after = agreed(facts, heard, TABLES)
    assert after.words == {"full_time": "full time", "government_pay": "No pay from any ministry"}


def test_every_fact_of_a_condition_belongs_to_it_alone():
    """No fact states two conditions, and nothing said leaves all conditions unsaid."""
    names = [fact for facts in FACTS_OF.values() for fact in facts]
    assert len(names) == len(set(names))
    assert set(standing(Facts(), TODAY, TABLES).values()) == {"unsaid"}
    assert standing(Facts(residence="Cuba", position="postdoc"), TODAY, TABLES)["place"] == "violated"
