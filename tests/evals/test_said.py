"""What a sentence says, against the facts read from it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from assistant.eligibility import Facts, parse_facts
from evals.cases import Said
from evals.said import asked_for, found, says, stated_facts

TODAY = date(2026, 11, 20)
SISTER = {"relation": "sibling", "amazon_relation": "employee", "amazon_last_day": "current"}
LODGER = {"relation": "housemate", "amazon_relation": "employee", "amazon_last_day": "2026-05"}


def said(text: str) -> Said:
    """A label written ``about fact value``."""
    about, fact, value = text.split(" ", 2)
    return Said(about=about, fact=fact, value=value, words="x")


def read(**facts: Any) -> Facts:
    """Facts as the reader states them."""
    return parse_facts(facts)


@pytest.mark.parametrize(
    ("label", "facts"),
    [
        ("applicant full_time yes", read(full_time=True)),
        ("applicant full_time no", read(full_time=False)),
        ("applicant full_time unsure", read(full_time="unpaid_leave")),
        ("applicant sanctioned unsure", read(us_restrictions="unknown")),
        ("applicant ngo_status yes", read(legal_status=True)),
        ("applicant faculty yes", read(position="adjunct")),
        ("applicant faculty no", read(position="emeritus")),
        ("applicant postdoc_or_student yes", read(position="doctoral_student")),
        ("applicant age 36", read(age=36)),
        ("applicant lives_in Teheran", read(residence="Tehran, Iran")),
        ("applicant works_in Lund", read(workplace="Lund, Sweden")),
        ("applicant amazon_now yes", read(amazon_relation="intern", amazon_last_day="current")),
        ("applicant amazon_now no", read(amazon_relation="employee", amazon_last_day="2025")),
        ("applicant amazon_past no", read(amazon_relation="never")),
        ("applicant amazon_past 2026-05", read(amazon_relation="employee", amazon_last_day="2026-05")),
        ("applicant amazon_past unsure", read(amazon_relation="employee", amazon_last_day="2025-09-06/2026-01-30")),
        ("applicant amazon_past unsure", read(amazon_relation="agency_staff", amazon_last_day="2026-09")),
        ("relative amazon_now yes", read(relatives_at_amazon=[SISTER])),
        ("household amazon_past 2026-05", read(relatives_at_amazon=[LODGER])),
        ("household amazon_now yes", read(relatives_at_amazon=[{**SISTER, "same_household": True}])),
        ("relative family_amazon no", read(relatives_at_amazon=[])),
        ("relative family_amazon unsure", read(relatives_at_amazon="unknown")),
        ("applicant summary section I", read(none_of_the_exclusions=True)),
        ("applicant summary (a)-(e)", read(none_of_a_to_e=True)),
        ("applicant summary (a)-(b)", read(government_pay=False, us_restrictions=False)),
        ("applicant summary unsure", read(none_of_the_exclusions=False)),
    ],
)
def test_a_label_is_found_in_the_fact_that_states_it(label: str, facts: Facts):
    """Each label has its fact, and every fact read is then one that the sentence says."""
    assert found(said(label), stated_facts(facts), TODAY)
    assert all(says(said(label), stated, TODAY) for stated in stated_facts(facts))


@pytest.mark.parametrize(
    ("label", "facts"),
    [
        ("applicant full_time yes", read(full_time=False)),
        ("applicant full_time unsure", read(full_time=True)),
        ("applicant full_time yes", read(accredited=True)),
        ("applicant faculty yes", read(position="postdoc")),
        ("applicant age 36", read(age=63)),
        ("applicant lives_in Berlin", read(residence="Hamburg")),
        ("applicant lives_in Berlin", read(workplace="Berlin")),
        ("applicant amazon_now yes", read(relatives_at_amazon=[SISTER])),
        ("applicant amazon_past 2026-05", read(amazon_relation="employee", amazon_last_day="2026-06")),
        ("applicant amazon_past unsure", read(amazon_relation="never")),
        ("relative amazon_now yes", read(relatives_at_amazon=[])),
        ("relative amazon_past 2026-05", read(relatives_at_amazon=[LODGER])),
        ("applicant summary (a)-(e)", read(none_of_the_exclusions=True)),
        ("applicant summary unsure", read(none_of_the_exclusions=True)),
    ],
)
def test_another_value_person_or_fact_is_not_what_was_said(label: str, facts: Facts):
    """A fact with another value, about somebody else or of another kind is not found, and is wrong where read."""
    assert not found(said(label), stated_facts(facts), TODAY)
    assert not any(says(said(label), stated, TODAY) for stated in stated_facts(facts))


def test_a_summary_by_letters_asks_for_each_letter():
    """Of (a) to (c), two cleared are not enough, though both are said."""
    label, facts = said("applicant summary (a)-(c)"), stated_facts(read(government_pay=False, us_restrictions=False))
    assert not found(label, facts, TODAY)
    assert all(says(label, stated, TODAY) for stated in facts)


def test_the_facts_hold_one_post():
    """Another post beside a faculty post is not asked for, and by itself it is."""
    student, faculty = said("applicant postdoc_or_student yes"), said("applicant faculty yes")
    assert asked_for(student, [student])
    assert not asked_for(student, [student, faculty])
    assert asked_for(faculty, [student, faculty])
    assert not asked_for(said("applicant researcher no"), [])


def test_what_no_label_speaks_of_does_not_count():
    """The kind of institution is read and shown, and is neither right nor wrong."""
    (stated,) = stated_facts(read(institution="ngo"))
    assert (stated.labelled, stated.shown) == (False, "ngo")
